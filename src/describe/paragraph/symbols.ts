/** Which symbols are printed in running text? Those of the United Nations and of the OIC, in their own letters. */
import type { Citation } from '../../model.js'

const UN =
  /\b(?:[AES](?:\/HRC)?\/(?:RES|PRST|ES-\d+|INF|CN\.\d+|HRC)?\/?[\dSs][\d/-]*(?:\/[A-Z][\w.]*)*(?:\/\d+)*(?:\((?:[IVX]+|S-[IVX]+)\))?)(?:\s?\(((?:19|20)\d\d)\))?/g
const OIC = /\bOIC\s?\/\s?[A-Z][A-Z-]*\s?-?\s?\d*\s?\/[\w\s./-]*?[A-Z](?:\.[A-Z]+)*(?=[\s.,;)]|$)/g

/** @param text of one paragraph; most have no symbol, which is seen at once */
export function symbols(text: string): Citation[] {
  if (!/[A-Z]\s?\//.test(text)) return []
  const found: Citation[] = []
  for (const match of text.matchAll(UN)) found.push(withYear(read(match[0], match.index), match[1]))
  for (const match of text.matchAll(OIC)) found.push(read(match[0], match.index))
  return found
}

function read(raw: string, at: number): Citation {
  const value = raw
    .replace(/\s?\(\d+\)$/, '')
    .replace(/\s+/g, '')
    .replace(/[./-]+$/, '')
  return { value, raw, span: [at, at + raw.length] }
}

function withYear(citation: Citation, year: string | undefined): Citation {
  return year === undefined ? citation : { ...citation, year: { value: Number(year) } }
}
