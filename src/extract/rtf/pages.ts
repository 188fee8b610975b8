/** In which code page is a byte of an RTF file? Told by the font (`\fcharset`), or by the whole file (`\ansicpg`). */

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
const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

export function pageOfCharset(charset: number): string | undefined {
  return OF_CHARSET[charset]
}

export function pageOfNumber(number: number): string {
  return OF_NUMBER[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252')
}

export function decodeBytes(bytes: Uint8Array, page: string): string {
  if (page === SYMBOL) return BULLET.repeat(bytes.length)
  const decoder = decoders.get(page) ?? new TextDecoder(page)
  decoders.set(page, decoder)
  return decoder.decode(bytes)
}
