/**
 * Which lines belong to the page and not to the text? Page numbers, rules, running heads, the title that page 2 repeats,
 * tables of contents.
 */
import { comparableText } from '../arabic/comparable.js'
import { DIGITS } from '../arabic/digits.js'
import { remembered } from '../arabic/once.js'
import { lettersAlone } from '../arabic/word-bounds.js'
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsWithComma } from './punctuation.js'
import { beginning, wordCount } from './words.js'

const PAGE_NUMBER = new RegExp(
  `^(?:[-\u2013\u2014\u0640]\\s*[${DIGITS}]{1,4}\\s*[-\u2013\u2014\u0640]|[<\\[|]\\s*[${DIGITS}]{1,4}\\s*[>\\]|]|[${DIGITS}]{1,3}|[${DIGITS}]{1,3}\\s*(?:/|of|de|\u0645\u0646)\\s*[${DIGITS}]{1,3})$`,
  'i',
)
const NUMBER_REST = /^\d{1,4}\s*(?:(?:\/|of|de|sur|\u0645\u0646)\s*\d{1,4})?\s*:?$/
const CONTENTS = new RegExp(`(?:\\.\\s?|\u2026\\s?){5,}\\s*[${DIGITS}]{1,4}$`)
const SYMBOL = /^[A-Z]{1,8}\s*\/\s*[A-Z0-9][A-Z0-9\s./()\u2013-]*$/i
/** No paragraph consists of it. */
const LONG_SYMBOL = /(?:\/[^/]+){3}/
/** What ends a sentence, alone on the last line of its paragraph: French sets it apart. */
const HANGING = /^[.;:!?\u061B\u061F\u00BB\u201D")\]]{1,3}$/
/** First and last lines of a page where a running head or foot may stand. */
const EDGE = 3
/** A repeated place name or year is no repeated title. */
const TITLE_LETTERS = 12
/** From "to be continued" to the text of the next part, and words on such a line. */
const SEAM_LINES = 6
const CONTINUATION_WORDS = 4
/** The tail of a news item has few lines, each of few words. */
const TAIL_LINES = 8
const TAIL_WORDS = 16
/** No line of a tail has more words: what follows would be text. */
const TAIL_LONGEST = 25
/** "Source: SPA.", and not "The meeting ended with …". */
const TAIL_SENTENCE_WORDS = 5

/** Letters and digits alone, so that other line breaks, spaces and dots make no difference. */
const essence = remembered((text) => lettersAlone(comparableText(text)))

/** Page numbers, rules and lines of a table of contents: told by the line alone. */
export function isPageArtefact(line: Line): boolean {
  if (!/[\p{L}\p{N}]/u.test(line.text)) return line.gap || !HANGING.test(line.text)
  if (PAGE_NUMBER.test(line.text) || CONTENTS.test(line.text)) return true
  return NUMBER_REST.test(beginning(line.text, 'pageWords')?.rest ?? '')
}

/** Where the file has no pages, the page numbers that stand on lines of their own tell where one ended. */
export function pagedByNumbers(lines: Line[]): Line[] {
  let page = 1
  return lines.map((line) => {
    if (PAGE_NUMBER.test(line.text)) page += 1
    return line.page === page ? line : { ...line, page }
  })
}

/** @returns for each line of the cover: does it repeat what stood above it? */
export function repeated(cover: Line[]): boolean[] {
  let above = ''
  return cover.map((line) => {
    const letters = essence(line.text)
    const known = letters.length >= TITLE_LETTERS && above.includes(letters)
    above += letters
    return known
  })
}

/**
 * @param laidOut true where the layout tells which lines stand apart: a line inside a paragraph is then no head, whatever it says
 * @returns a test for running heads, to be asked line by line: the title again, a symbol in the middle of a sentence, lines that stand on several pages
 */
export function runningHeads(
  cover: Line[],
  body: Line[],
  laidOut: boolean,
): (line: Line, previous: Line | undefined) => boolean {
  const isTitle = titleReader(cover)
  const front = cover.map((line) => essence(line.text)).join('')
  const edges = edgeLines(body)
  const pages = pagesOf(edges)
  const isHead = (line: Line, previous: Line | undefined) => {
    if (SYMBOL.test(line.text))
      return (
        LONG_SYMBOL.test(line.text) || front.includes(essence(line.text)) || (previous && !ended(previous))
      )
    return edges.has(line) && (isTitle(line) || (pages.get(withoutDigits(line))?.size ?? 0) > 1)
  }
  let belowHead = false
  return (line, previous) => {
    const apart = !laidOut || line.gap || belowHead || line.page !== previous?.page
    belowHead = apart && isHead(line, previous) === true
    return belowHead
  }
}

/** @returns a test that knows the title again where it begins like a line of the cover and goes on like it, whatever its line breaks */
function titleReader(cover: Line[]): (line: Line) => boolean {
  const lines = cover.map((line) => essence(line.text))
  const title = lines.join('')
  const starts = lines.map((_, at) => lines.slice(0, at).join('').length)
  let reached: number[] = []
  return (line) => {
    const letters = essence(line.text)
    const begins = letters.length >= TITLE_LETTERS ? starts : []
    reached = [...reached, ...begins]
      .filter((start) => letters !== '' && title.startsWith(letters, start))
      .map((start) => start + letters.length)
    return reached.length > 0
  }
}

function ended(line: Line): boolean {
  return endsClause(line.text) || endsWithComma(line.text)
}

/** The lines at the edges of pages; none where the text has one page. */
function edgeLines(lines: Line[]): Set<Line> {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  if (pages.size < 2) return new Set()
  return new Set([...pages.values()].flatMap((page) => [...page.slice(0, EDGE), ...page.slice(-EDGE)]))
}

/** On which pages each line stands at an edge. A numbered line or an article is text, however often its words return. */
function pagesOf(edges: Set<Line>): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>()
  for (const line of edges) {
    if (readMark(line.text) || beginning(line.text, 'articles')) continue
    const key = withoutDigits(line)
    pages.set(key, (pages.get(key) ?? new Set()).add(line.page))
  }
  return pages
}

/** The page number changes from page to page. */
function withoutDigits(line: Line): string {
  return essence(line.text).replace(/\d/g, '')
}

/** Where an agency cut a text in two: "(to be continued)", and the head of the next part down to where the text goes on. */
export function wireSeams(cover: Line[], body: Line[]): Set<Line> {
  const titles = cover.map((line) => essence(line.text)).filter(({ length }) => length >= TITLE_LETTERS)
  const seams = new Set<Line>()
  let open = 0
  for (const line of body) {
    const cut = isContinuation(line)
    open = cut ? SEAM_LINES : open - 1
    if (cut || (open > 0 && isPartHead(line, titles))) seams.add(line)
    else open = 0
  }
  return seams
}

function isContinuation({ text }: Line): boolean {
  const plain = letters(text)
  return (
    !endsClause(text) &&
    beginning(plain, 'continuations') !== undefined &&
    wordCount(plain) <= CONTINUATION_WORDS
  )
}

/** The title again, which part it is, who sent it and when. */
function isPartHead(line: Line, titles: string[]): boolean {
  if (readMark(line.text) || endsClause(line.text)) return false
  const own = essence(line.text)
  return (
    wordCount(line.text) <= CONTINUATION_WORDS ||
    titles.some((title) => own.startsWith(title) || title.startsWith(own))
  )
}

/** What a newspaper or agency prints below the text: "// end //", the address of the page, keywords. */
export function newsTail(lines: Line[]): Set<Line> {
  const from = Math.max(lines.length - TAIL_LINES, 1)
  const first = lines.findIndex(
    (line, at) =>
      at >= from &&
      wordCount(line.text) <= (endsClause(line.text) ? TAIL_SENTENCE_WORDS : TAIL_WORDS) &&
      (beginning(letters(line.text), 'newsTails') !== undefined || isAgency(line)),
  )
  const tail = first < 0 ? [] : lines.slice(first)
  return new Set(tail.some((line) => wordCount(line.text) > TAIL_LONGEST) ? [] : tail)
}

/** "/QNA/", and nothing else. */
function isAgency({ text }: Line): boolean {
  return beginning(letters(text), 'agencies')?.rest.replace(/[^\p{L}\p{N}]/gu, '') === ''
}

/** Without the strokes of "// end //". */
function letters(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '')
}
