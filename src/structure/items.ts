/**
 * Does a file hold several resolutions, and where does each begin? At a line with the number of a resolution ("RESOLUTION No. 1/44-POL")
 * below which a text begins; else at the title above each return of the same opening ("إن مجلس الجامعة على مستوى القمة،").
 * The table of contents, which holds the same numbers, has no text below them.
 */
import { comparableText } from '../arabic/comparable.js'
import { indexTable } from './index-table.js'
import type { Layout, Line, PageHints, Part } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import { numberOf } from './resolution.js'
import { beginsWith, opensAsCouncil, wordCount } from './words.js'

/** What stands before the first resolution without its table of contents, and each of them: the pages of the file with their own lines only. */
export type Divided = { front: Part; items: Part[] }

/** A head with its title on one line is no longer than this. */
const HEAD_WORDS = 40
/** From the head to the first words of the text. */
const TITLE_LINES = 12
const OPENING_WORDS = 30

/** @returns nothing where the file holds one document */
export function divide(file: Part, layout: Layout): Divided | undefined {
  const lines = layout.lines.filter(({ kind }) => kind === undefined)
  const table = indexTable(lines)
  const text = lines.filter((line) => !table.has(line))
  const numbered = numberedHeads(text)
  const heads = numbered.length > 1 ? numbered : openedHeads(text)
  if (heads.length < 2) return undefined
  const starts = heads.map((line) => line.span[0])
  const [front, ...items] = cutAt(file, starts, new Set([...table].map((line) => line.span[0])))
  return { front, items }
}

function numberedHeads(lines: Line[]): Line[] {
  const places = [...lines.keys()].filter((at) => isHead(lines[at] as Line, lines[at - 1]))
  const real = places
    .filter((at, n) => hasText(lines, at, places[n + 1] ?? lines.length))
    .map((at) => lines[at] as Line)
  const seen = new Set<string>()
  return real.filter((head) => {
    const value = numberOf(head.text) ?? ''
    const again = seen.has(value)
    seen.add(value)
    return !again
  })
}

/** The word "resolution" and its number, on a line that does not go on with the one above. */
function isHead(line: Line, previous: Line | undefined): boolean {
  if (numberOf(line.text) === undefined) return false
  if (wordCount(line.text) > HEAD_WORDS || endsWithComma(line.text) || /[;\u061B]$/.test(line.text))
    return false
  const goesOn =
    previous && !line.gap && !endsClause(previous.text) && wordCount(previous.text) > OPENING_WORDS / 3
  return !goesOn
}

/** An opening, a clause of a preamble or a first number stands below, before the next head. */
function hasText(lines: Line[], head: number, next: number): boolean {
  return lines
    .slice(head + 1, Math.min(next, head + 1 + TITLE_LINES))
    .some(
      (line) =>
        readMark(line.text)?.value === 1 ||
        beginsWith(line.text, 'preambular') ||
        beginsWith(line.text, 'openers') ||
        opensAsCouncil(line.text) ||
        endsClause(line.text) ||
        endsWithComma(line.text),
    )
}

/** The first line of the title above each return of an opening. */
function openedHeads(lines: Line[]): Line[] {
  const openings = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (!isOpening(line)) return
    const key = comparableText(line.text).replace(/\P{L}/gu, '')
    const known = openings.get(key)
    if (known) known.push(at)
    else openings.set(key, [at])
  })
  const returns = [...openings.values()].find((found) => found.length > 1) ?? []
  const heads = returns.map((at) => titleAbove(lines, at))
  return heads.every((head): head is Line => head !== undefined) ? heads : []
}

function isOpening(line: Line): boolean {
  return (
    (endsWithComma(line.text) || /:$/.test(line.text)) &&
    wordCount(line.text) <= OPENING_WORDS &&
    opensAsCouncil(line.text)
  )
}

/** Up to the line that ends the text before, or to the first of a block that stands apart from the cover. */
function titleAbove(lines: Line[], at: number): Line | undefined {
  let first = at
  while (first > 0 && !ends(lines[first - 1]) && at - first < TITLE_LINES / 2) {
    first -= 1
    if (lines[first]?.gap && first < at - 1 && !lines[first + 1]?.gap) break
    if (lines[first]?.gap && isQuoted(lines[first])) break
  }
  return first < at ? lines[first] : undefined
}

function ends(line: Line | undefined): boolean {
  return (
    line !== undefined && (endsSentence(line.text) || endsClause(line.text) || /^\(.*\d.*\)$/.test(line.text))
  )
}

function isQuoted(line: Line | undefined): boolean {
  return /^["\u00AB\u201C]/.test(line?.text ?? '')
}

/** Places of lines, page by page. */
type Places = number[][]

/**
 * The lines that begin before the first start, then those from each start to the next: every line is looked at once.
 * @param without lines that belong to none of them before the first start
 */
function cutAt(
  { pages, hints }: Part,
  starts: number[],
  without: Set<number>,
): [front: Part, ...items: Part[]] {
  const cuts: [Places, ...Places[]] = [pages.map(() => []), ...starts.map((): Places => pages.map(() => []))]
  let at = 0
  let part = 0
  pages.forEach((page, number) => {
    page.forEach((line, place) => {
      const start = at + line.length - line.trimStart().length
      at += line.length + 1
      while (start >= (starts[part] ?? Number.POSITIVE_INFINITY)) part += 1
      if (part > 0 || !without.has(start)) cuts[part]?.[number]?.push(place)
    })
  })
  const partOf = (places: Places): Part => ({
    pages: places.map((kept, page) => kept.map((place) => pages[page]?.[place] ?? '')),
    ...(hints && { hints: hints.map((hint, page) => cutHints(hint, places[page] ?? [])) }),
  })
  const [front, ...items] = cuts
  return [partOf(front), ...items.map(partOf)]
}

function cutHints({ furniture, notes, close, ends, confidences }: PageHints, kept: number[]): PageHints {
  const moved = (places: number[] = []) => places.map((place) => kept.indexOf(place)).filter((at) => at >= 0)
  return {
    furniture: moved(furniture),
    notes: moved(notes),
    close: moved(close),
    ...(ends && { ends }),
    ...(confidences && { confidences: kept.map((place) => confidences[place] ?? 1) }),
  }
}
