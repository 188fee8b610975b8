/**
 * Which lines are a table of contents? From its heading ("INDEX", "الفهرس") on all lines that end in a page number, or whose words
 * come again further down: a table of contents repeats every title, a heading stands once.
 */
import { comparableText } from '../arabic/comparable.js'
import { lettersAlone } from '../arabic/word-bounds.js'
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { beginning, wordCount } from './words.js'

/** Leaders and the number of a page, or a column with it. */
const PAGE_AT_END = /(?:[.\u2026_-]{3,}|\t|\s{3,})\s*\d{1,4}$/
/** "No. Subject Page" is a row of short columns. */
const HEAD_WORDS = 5
const SHORTEST = 6

/** @returns the lines of the table with its heading; none where nothing is headed so */
export function indexTable(lines: Line[]): Set<Line> {
  const heading = lines.findIndex((line) => beginning(line.text, 'indexHeadings')?.rest === '')
  if (heading < 0) return new Set()
  const below = lines.slice(heading + 1)
  const letters = below.map((line) => essence(line.text))
  const all = letters.join('')
  let after = 0
  const end = below.findIndex((line, at) => {
    after += letters[at]?.length ?? 0
    return !isEntry(line, letters[at] ?? '', all, after)
  })
  const table = lines.slice(heading, heading + 1 + (end < 0 ? below.length : end))
  return end < 0 || table.length === 1 ? new Set() : new Set(table)
}

function isEntry(line: Line, letters: string, all: string, after: number): boolean {
  if (PAGE_AT_END.test(line.text)) return true
  if (line.text.includes('\t') && wordCount(line.text) <= HEAD_WORDS) return true
  return letters.length >= SHORTEST && all.indexOf(letters, after) >= 0
}

/** Letters alone, without the number of the entry and of its page. */
function essence(text: string): string {
  const mark = readMark(text)
  const rest = mark?.kind === 'number' ? text.slice(mark.length) : text.replace(/^\d{1,3}\t/, '')
  return lettersAlone(comparableText(rest.replace(/\s*[.\u2026_\s-]*\d{0,4}$/, '')))
}
