/** In which code page is a byte of an RTF file? Told by the font (`\fcharset`), or by the whole file (`\ansicpg`). */
import { decodeBytes } from '../code-pages.js'

/** Bullets of symbol fonts. */
const SYMBOL = 'symbol'

/** `\fcharset` (the character sets of Windows) and the page in the words of `TextDecoder`. */
const OF_CHARSET: Record<number, string> = {
  2: SYMBOL,
  77: 'macintosh',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  179: 'windows-1256',
  180: 'windows-1256',
  181: 'windows-1255',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
const OF_NUMBER: Record<number, string> = { 10000: 'macintosh', 65001: 'utf-8', 28596: 'iso-8859-6' }
const BULLET = '\u2022'

export function pageOfCharset(charset: number): string | undefined {
  return OF_CHARSET[charset]
}

export function pageOfNumber(number: number): string {
  return OF_NUMBER[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252')
}

/** Signs of a font of pictures are bullets, mostly. */
export function decodeRun(bytes: Uint8Array, page: string): string {
  return page === SYMBOL ? BULLET.repeat(bytes.length) : decodeBytes(bytes, page)
}
