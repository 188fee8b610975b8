/**
 * The parts of a Word file that lie in one file of XML instead of an archive ("flat OPC", Word's ".xml"). Each part is handed on as
 * it stands: its own element names what its prefixes mean.
 */
import { BayanError } from '../../errors.js'
import type { Archive } from './zip.js'

const PART = /<pkg:part\s[^>]*?pkg:name\s*=\s*["']\/?([^"'>]+)["']/
const [OPEN, CLOSE, NEXT] = ['<pkg:xmlData', '</pkg:xmlData>', '<pkg:part ']

/** @throws BayanError FILE_DAMAGED */
export function flatArchive(bytes: Uint8Array): Archive {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const parts = new Map(new TextDecoder(encoding).decode(bytes).split(NEXT).flatMap(partOf))
  if (parts.size === 0) throw new BayanError('FILE_DAMAGED', { reason: 'the file has no parts' })
  return {
    names: new Set(parts.keys()),
    read: async (name, take) => take(Buffer.from(parts.get(name) ?? '')),
  }
}

/** Pictures are parts without XML. */
function partOf(text: string): [name: string, xml: string][] {
  const name = PART.exec(NEXT + text.slice(0, text.indexOf('>') + 1))?.[1]
  const [open, close] = [text.indexOf(OPEN), text.lastIndexOf(CLOSE)]
  if (name === undefined || open < 0 || close < 0) return []
  return [[name, text.slice(text.indexOf('>', open) + 1, close)]]
}
