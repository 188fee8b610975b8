/**
 * Of which kind is the document: communiqué, declaration, resolution …? The first kind that a title on the cover names; else what
 * an agency says above the text or its first sentence says, the symbol, and the "we" of a declaration.
 */
import type { Stretch } from '../arabic/word-bounds.js'
import type { DocumentType } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import { isInProse } from './cover-lines.js'
import type { Facts, Parser, Sheet } from './parser.js'
import { findPhrase, findQualifier, findType } from './reference.js'
import { derived, read, type View } from './view.js'

/** "A statement, Saudi and Egyptian, joint": the word that makes it another kind stands this far off. */
const QUALIFIER_REACH = 40
/** From "issued" to "a joint communiqué", and from that to "was issued". */
const ISSUED_REACH = 16

const ARABIC = /\p{Script=Arabic}/u
const ARTICLE = '\u0627\u0644'

/** What a press release is, too. */
const PUBLISHED: DocumentType = 'statement'
/** What a news item names as the occasion of a text, and what the text is not. */
const OF_OTHERS: DocumentType = 'resolution'

export const type: Parser = (sheet, known): Facts => {
  const printed = onCover(sheet.cover)
  const told =
    !printed || printed.value === PUBLISHED ? (inNews(sheet.cover) ?? issued(sheet.opening)) : undefined
  if (told ?? printed) return { type: told ?? printed }
  const bySymbol = known.symbol && (symbolParts(known.symbol.value).type as DocumentType | undefined)
  if (bySymbol) return { type: derived(bySymbol, known.symbol) }
  return known.item ? { type: derived('resolution', known.symbol) } : declared(sheet)
}

function onCover(cover: View): Facts['type'] {
  const starts = new Set(cover.lines.map(([start]) => start))
  const printed = findType(cover.text).filter((hit) => !isInProse(cover, hit))
  const own = printed.filter((hit) => !isAlone(cover, hit))
  const named = own.some((hit) => hit.value.value !== PUBLISHED && isAtEdge(cover, hit)) ? own : printed
  const found =
    named.find((hit) => starts.has(hit.start)) ?? named.find((hit) => qualified(cover, hit)) ?? named[0]
  return found && (qualified(cover, found) ?? asRead(cover, found))
}

/** "The final communiqué issued at the end of the visit …": a sentence above the text. */
function inNews(cover: View): Facts['type'] {
  const found = findType(cover.text).find(
    (hit) => isInProse(cover, hit) && hit.value.value !== PUBLISHED && hit.value.value !== OF_OTHERS,
  )
  return found && asRead(cover, found)
}

/** "The two sides issued a joint communiqué", "a joint statement was issued today". */
function issued(opening: View): Facts['type'] {
  const verbs = findPhrase('issuing')(opening.text)
  const found = findType(opening.text).find(
    (hit) =>
      hit.value.value !== PUBLISHED &&
      hit.value.value !== OF_OTHERS &&
      verbs.some(
        ({ start, end }) =>
          (end <= hit.start && hit.start - end <= ISSUED_REACH) ||
          (hit.end <= start && start - hit.end <= ISSUED_REACH),
      ),
  )
  return found && asRead(opening, found)
}

/** "We, the Heads of State and Government": so a declaration begins, and nothing else that names no kind. */
function declared({ opening }: Sheet): Facts {
  const [we] = findPhrase('declaring')(opening.text)
  return we?.start === 0 ? { type: { ...read(opening, 'declaration', we.start, we.end), derived: true } } : {}
}

/** "Press release" on a line of its own says how the text was published. */
function isAlone({ lines, text }: View, { value, start, end }: FoundType): boolean {
  const press = value.value === PUBLISHED && text.slice(start, end).includes(' ')
  return press && lines.some(([from, to]) => from === start && to === end)
}

/** "The Secretary General welcomes the declaration of …" below the words "press release" names the kind of another text. */
function isAtEdge({ lines }: View, { start, end }: FoundType): boolean {
  return lines.some(([from, to]) => from === start || to === end)
}

/** On the same line: before what the statement is about, or at the head of the line ("Joint Saudi-Pakistani statement"). */
function qualified(cover: View, { value, start, end }: FoundType): Facts['type'] {
  const [from, to] = cover.lines.find((line) => line[0] <= start && end <= line[1]) ?? [start, end]
  const hit = findQualifier(cover.text).find(
    (one) =>
      one.value.of === value.value &&
      ((one.start >= end && one.start - end < QUALIFIER_REACH && one.end <= to && agree(cover, start, one)) ||
        (one.start === from && start - one.end < QUALIFIER_REACH && one.end <= start)),
  )
  if (!hit) return undefined
  return read(cover, hit.value.value as DocumentType, Math.min(start, hit.start), Math.max(end, hit.end))
}

/** In "a statement issued by the joint meeting" Arabic shows by the article that the meeting is joint. */
function agree({ text }: View, start: number, qualifier: Stretch): boolean {
  const isArabic = ARABIC.test(text.charAt(start))
  return !isArabic || text.startsWith(ARTICLE, start) === text.startsWith(ARTICLE, qualifier.start)
}

type FoundType = ReturnType<typeof findType>[number]

function asRead(view: View, { value, start, end }: FoundType): Facts['type'] {
  return read(view, value.value as DocumentType, start, end)
}
