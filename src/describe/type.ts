/** Of which kind is the document: communiqué, declaration, resolution …? The first kind that the cover names, else the symbol. */
import type { DocumentType } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import type { Facts, Parser } from './parser.js'
import { findQualifier, findType } from './reference.js'
import { derived, read, type View } from './view.js'

/** "A statement, Saudi and Egyptian, joint": the word that makes it another kind stands this far behind. */
const QUALIFIER_REACH = 40

/** What a press release is, too. */
const PUBLISHED: DocumentType = 'statement'

export const type: Parser = ({ cover }, known): Facts => {
  const starts = new Set(cover.lines.map(([start]) => start))
  const printed = findType(cover.text)
  const own = printed.filter((hit) => !isAlone(cover, hit))
  const named = own.some(({ value }) => value.value !== PUBLISHED) ? own : printed
  const found = named.find((hit) => starts.has(hit.start)) ?? named[0]
  if (found)
    return {
      type: qualified(cover, found) ?? read(cover, found.value.value as DocumentType, found.start, found.end),
    }
  const bySymbol = known.symbol && (symbolParts(known.symbol.value).type as DocumentType | undefined)
  if (bySymbol) return { type: derived(bySymbol, known.symbol) }
  return known.item ? { type: derived('resolution', known.symbol) } : {}
}

/** "Press release" on a line of its own says how the text was published. */
function isAlone({ lines, text }: View, { value, start, end }: FoundType): boolean {
  const press = value.value === PUBLISHED && text.slice(start, end).includes(' ')
  return press && lines.some(([from, to]) => from === start && to === end)
}

/** On the same line, before what the statement is about. */
function qualified(cover: View, { value, start, end }: FoundType): Facts['type'] {
  const line = cover.lines.find(([from, to]) => from <= start && end <= to)
  const hit = findQualifier(cover.text).find(
    (one) =>
      one.value.of === value.value &&
      one.start >= end &&
      one.start - end < QUALIFIER_REACH &&
      one.end <= (line?.[1] ?? 0),
  )
  return hit && read(cover, hit.value.value as DocumentType, start, hit.end)
}

type FoundType = ReturnType<typeof findType>[number]
