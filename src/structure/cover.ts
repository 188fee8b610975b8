/** Where does the cover end and the text begin? */
import { tokens } from '../arabic/phrases.js'
import { isArticle } from './headings.js'
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import { beginsWith } from './words.js'

/** A title has fewer words, or no punctuation at its end. */
const PROSE_WORDS = 15
/** No title is as long as this. */
const LONG_PROSE_WORDS = 60
/** "The General Assembly" alone is a line of the cover, "The General Assembly, recalling its resolutions" is not. */
const OPENING_WORDS = 3

/** @returns how many of the lines are the cover; in a text of few words all before its first sentence, or its first block */
export function coverLength(lines: Line[]): number {
  const first = lines.findIndex((line, at) => beginsText(line, lines, at))
  if (first >= 0) return first
  const sentence = lines.findIndex(
    (line) => endsSentence(line.text) && tokens(line.text).length >= OPENING_WORDS,
  )
  if (sentence >= 0) return sentence
  return Math.max(
    lines.findIndex((line, at) => at > 0 && line.gap),
    0,
  )
}

function beginsText(line: Line, lines: Line[], at: number): boolean {
  const mark = readMark(line.text)
  if (mark?.kind === 'number') return mark.length < line.text.length || lines[at + 1] !== undefined
  if (mark?.kind === 'ordinal' || isArticle(line.text) || beginsWith(line.text, 'preambleHeadings'))
    return true
  if (beginsWith(line.text, 'adopted')) return false
  return isOpening(line) || isProse(blockAt(lines, at))
}

function isOpening(line: Line): boolean {
  const words = tokens(line.text).length
  return (
    (beginsWith(line.text, 'openers') && words >= OPENING_WORDS) ||
    (beginsWith(line.text, 'preambular') && (endsWithComma(line.text) || endsClause(line.text)))
  )
}

/** Lines without a blank one between them, as far as their first sentence; only where the line begins such a block. */
function blockAt(lines: Line[], at: number): string {
  const next = lines.findIndex((line, n) => n > at && line.gap)
  const block = lines.slice(at, next < 0 ? undefined : next)
  const end = block.findIndex((line) => endsClause(line.text) || endsWithComma(line.text))
  return block
    .slice(0, end < 0 ? undefined : end + 1)
    .map((line) => line.text)
    .join(' ')
}

function isProse(block: string): boolean {
  const words = tokens(block).length
  return words >= LONG_PROSE_WORDS || (words >= PROSE_WORDS && (endsClause(block) || endsWithComma(block)))
}
