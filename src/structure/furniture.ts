/**
 * Which lines belong to the page and not to the text? Page numbers, rules, running heads, the title that page 2 repeats,
 * tables of contents.
 */
import { comparableText } from '../arabic/comparable.js'
import { DIGITS } from '../arabic/digits.js'
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
/** First and last lines of a page where a running head or foot may stand. */
const EDGE = 3
/** A repeated place name or year is no repeated title. */
const TITLE_LETTERS = 12
/** The tail of a news item has few lines, each of few words. */
const TAIL_LINES = 8
const TAIL_WORDS = 16

/** Letters and digits alone, so that other line breaks, spaces and dots make no difference. */
function essence(text: string): string {
  return comparableText(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Page numbers, rules and lines of a table of contents: told by the line alone. */
export function isPageArtefact(line: Line): boolean {
  if (!/[\p{L}\p{N}]/u.test(line.text)) return true
  if (PAGE_NUMBER.test(line.text) || CONTENTS.test(line.text)) return true
  return NUMBER_REST.test(beginning(line.text, 'pageWords')?.rest ?? '')
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

/** @returns a test for running heads: lines of the cover again, a symbol in the middle of a sentence, lines that stand on several pages */
export function runningHeads(
  cover: Line[],
  body: Line[],
): (line: Line, previous: Line | undefined) => boolean {
  const front = cover.map((line) => essence(line.text)).join('')
  const edges = edgeLines(body)
  const pages = pagesOf(edges)
  return (line, previous) => {
    const symbol = SYMBOL.test(line.text)
    if (!symbol && !edges.has(line)) return false
    const letters = essence(line.text)
    const inCover = letters.length > 0 && front.includes(letters)
    if (symbol) return inCover || LONG_SYMBOL.test(line.text) || (previous !== undefined && !ended(previous))
    return (inCover && letters.length >= TITLE_LETTERS) || (pages.get(withoutDigits(line))?.size ?? 0) > 1
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

/** What a newspaper or agency prints below the text: "// end //", the address of the page, keywords. */
export function newsTail(lines: Line[]): Set<Line> {
  const from = Math.max(lines.length - TAIL_LINES, 1)
  const first = lines.findIndex(
    (line, at) =>
      at >= from &&
      wordCount(line.text) <= TAIL_WORDS &&
      beginning(letters(line.text), 'newsTails') !== undefined,
  )
  return new Set(first < 0 ? [] : lines.slice(first))
}

/** Without the strokes of "// end //". */
function letters(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '')
}
