/** Of which kind is the document: communiqué, declaration, resolution …? The first kind that the cover names, else the symbol. */
import type { DocumentType } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import type { Facts, Parser } from './parser.js'
import { findType } from './reference.js'
import { derived, read } from './view.js'

export const type: Parser = ({ cover }, known): Facts => {
  const starts = new Set(cover.lines.map(([start]) => start))
  const named = findType()(cover.text)
  const found = named.find((hit) => starts.has(hit.start)) ?? named[0]
  if (found) return { type: read(cover, found.value.value as DocumentType, found.start, found.end) }
  const bySymbol = known.symbol && (symbolParts(known.symbol.value).type as DocumentType | undefined)
  if (bySymbol) return { type: derived(bySymbol, known.symbol) }
  return known.item ? { type: derived('resolution', known.symbol) } : {}
}
