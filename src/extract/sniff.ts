/** Of which kind are these bytes? Told by how they begin, never by the name of the file. */

const HEAD_BYTES = 1024

/** First bytes as Latin-1, and the kind they stand for. */
const SIGNATURES: [begins: RegExp, kind: string][] = [
  [/%PDF-/, 'pdf'],
  [/^PK\x03\x04/, 'zip'],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, 'ole'],
  [/^\{\\rtf/, 'rtf'],
  [/^\x89PNG/, 'png'],
  [/^\xFF\xD8\xFF/, 'jpeg'],
  [/^GIF8[79]a/, 'gif'],
  [/^(?:II\*\0|MM\0\*)/, 'tiff'],
  [/^\x1F\x8B/, 'gzip'],
  [/^7z\xBC\xAF/, '7z'],
  [/^Rar!/, 'rar'],
  [/^\x7FELF/, 'program'],
  [/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)\b/i, 'html'],
  [/^(?:\xEF\xBB\xBF)?\s*<\?xml\b/i, 'xml'],
]

/** @returns a short name such as `pdf`; `text` for anything that has no signature */
export function sniff(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  return SIGNATURES.find(([begins]) => begins.test(head))?.[1] ?? 'text'
}
