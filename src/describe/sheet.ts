/** Which parts of a document say what it is: cover, opening paragraph, signature, running heads. */
import type { Paragraph, Span } from '../model.js'
import { languageOf } from './language.js'
import { conveningWords, type Sheet } from './parser.js'
import { findBody, findPhrase, findType } from './reference.js'
import { type View, viewOf } from './view.js'

/** Among these first paragraphs the one that says who met is looked for. */
const OPENING_PARAGRAPHS = 3
/** So far the sentence goes that says who met. */
const OPENING_LETTERS = 3000
/** A symbol in a running head stands on the first pages. */
const FURNITURE_LINES = 50

export function sheetOf(text: string, cover: Span[], furniture: Span[], paragraphs: Paragraph[]): Sheet {
  const opening = openingOf(text, paragraphs)
  const closing = paragraphs.filter((paragraph) => paragraph.role === 'signature')
  return {
    text,
    language: languageOf(text),
    cover: viewOf(text, withHeadings(text, cover, paragraphs)),
    opening: opening?.view ?? viewOf(text, []),
    openingIsNumbered: opening?.paragraph.number !== undefined,
    openingIsLater: opening?.later === true,
    closing: viewOf(
      text,
      closing.flatMap((paragraph) => paragraph.spans),
    ),
    furniture: viewOf(text, furniture.slice(0, FURNITURE_LINES)),
  }
}

/** "Letter of the Secretary General" below the letterhead: headings above the text are of the cover, where nothing else says the kind. */
function withHeadings(text: string, cover: Span[], paragraphs: Paragraph[]): Span[] {
  const first = paragraphs.findIndex(({ role }) => role !== 'cover' && role !== 'heading')
  const above = paragraphs.slice(0, Math.max(first, 0)).filter(({ role }) => role === 'heading')
  const headings = above.flatMap(({ spans }) => spans)
  const says = (spans: Span[]) => findType(viewOf(text, spans).text)[0]
  return says(headings)?.start === 0 && !says(cover) ? [...cover, ...headings] : cover
}

type Opening = { paragraph: Paragraph; view: View; later?: boolean }

/** A paragraph that begins the count, or stands before it; of a preamble only the words that say who speaks. */
function openingOf(text: string, paragraphs: Paragraph[]): Opening | undefined {
  const start = paragraphs.find(({ role }) => role !== 'cover' && role !== 'heading')
  const preamble = start?.role === 'preamble' ? beginningOf(text, start) : undefined
  if (preamble && speaks(preamble.view.text)) return preamble
  const candidates = paragraphs.filter(
    ({ role, number }) =>
      role === 'body' || (role === 'operative' && (number === undefined || number === '1')),
  )
  let first: Opening | undefined
  for (const paragraph of candidates.slice(0, OPENING_PARAGRAPHS)) {
    const opening = beginningOf(text, paragraph)
    if (conveningWords(opening.view.text).length > 0) return { ...opening, later: first !== undefined }
    first ??= opening
  }
  return first
}

/** "The Council …, meeting in …", or the Council alone: the first words of a resolution, before the clauses of its preamble. */
function speaks(text: string): boolean {
  const told = conveningWords(text).length > 0 || findBody(text).length > 0
  return findPhrase('speakers')(text)[0]?.start === 0 && told
}

function beginningOf(text: string, paragraph: Paragraph): Opening {
  const from = paragraph.spans[0]?.[0] ?? 0
  const spans = paragraph.spans
    .filter(([start]) => start - from < OPENING_LETTERS)
    .map(([start, end]): Span => [start, Math.min(end, from + OPENING_LETTERS)])
  return { paragraph, view: viewOf(text, spans) }
}
