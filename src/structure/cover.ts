/** Where does the cover end and the text begin? */
import { toAsciiDigits } from '../arabic/digits.js'
import { countWords } from '../arabic/word-bounds.js'
import { isArticle } from './headings.js'
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import type { Broken } from './width.js'
import { beginsWith, endsLead, opensAsCouncil, wordCount } from './words.js'

/** A title has fewer words, or no punctuation at its end. */
const PROSE_WORDS = 15
/** No title is as long as this. */
const LONG_PROSE_WORDS = 60
/** "The General Assembly" alone is a line of the cover, "The General Assembly, recalling its resolutions" is not. */
const OPENING_WORDS = 3
/** The dot of "1399 H." ends no sentence, in so few words. */
const ERA_WORDS = 30
const ERA_END = /[\d\s](?:A\.?H|H|A\.?D|C\.?E|\u0647\u0640?|\u0645)\.$/
/** A long title ends in its day, prose in no year. */
const DATE_END = /(?<!\d)(?:1[34]|19|20)\d\d\W*(?:A\.?H|H|A\.?D|C\.?E|\u0647\u0640?|\u0645)?\W*$/
/** A cover has fewer lines; so has the first sentence of a text. */
const MOST_LINES = 100

/** No page has longer lines: this one was not broken by its width. */
const WIDEST_LINE = 150

/** A newspaper leads in the text within so many lines. */
const LEAD_LINES = 20

/**
 * @returns how many of the lines are the cover; in a text of few words all before its first sentence, or its first block.
 * What a newspaper prints above the text, down to "the text of which follows", is part of it.
 */
export function coverLength(lines: Line[], broken: Broken): number {
  const lead = lines.slice(0, LEAD_LINES).findIndex((line) => endsLead(line.text)) + 1
  const within = lines.slice(0, lead).some((line) => beginsWith(line.text, 'invitations'))
  return within ? ownCover(lines, broken) : lead + ownCover(lines.slice(lead), broken)
}

function ownCover(lines: Line[], broken: Broken): number {
  const first = lines.slice(0, MOST_LINES).findIndex((line, at) => beginsText(line, lines, at, broken))
  if (first >= 0) return isHeading(lines, first) || headsFirstList(lines, first) ? first - 1 : first
  const sentence = lines.findIndex((line) => endsSentence(line.text) && wordCount(line.text) >= OPENING_WORDS)
  if (sentence >= 0) return sentence
  return Math.max(
    lines.findIndex((line, at) => at > 0 && line.gap),
    0,
  )
}

/** A heading with its colon stands right above the first number. */
function isHeading(lines: Line[], first: number): boolean {
  const [above, line] = [lines[first - 1], lines[first]]
  return (
    first > 1 &&
    above?.gap === true &&
    /:$/.test(above.text) &&
    wordCount(above.text) < PROSE_WORDS &&
    readMark(line?.text ?? '')?.kind === 'number'
  )
}

/** The heading of the first of several lists stands apart from the cover and close to its list. */
function headsFirstList(lines: Line[], first: number): boolean {
  const above = lines[first - 1]
  const lists = lines.slice(first).filter((line) => isListStart(line))
  return (
    lists.length > 1 &&
    lists[0] === lines[first] &&
    above?.gap === true &&
    lines[first]?.gap === false &&
    !/\d/.test(above.text)
  )
}

function isListStart(line: Line): boolean {
  const mark = readMark(line.text)
  return mark?.kind === 'number' && mark.value === 1
}

function beginsText(line: Line, lines: Line[], at: number, broken: Broken): boolean {
  const mark = readMark(line.text)
  if (mark?.kind === 'number') return mark.length < line.text.length || lines[at + 1] !== undefined
  if (mark?.kind === 'roman' && mark.value === 1) return true
  if (mark?.kind === 'ordinal' || isArticle(line.text) || beginsWith(line.text, 'preambleHeadings'))
    return true
  if (beginsWith(line.text, 'adopted') || beginsWith(line.text, 'invocations')) return false
  return isOpening(line) || (!isTitleOfNext(lines, at) && isProse(blockAt(lines, at, broken)))
}

/** A short line without an end, right above a whole paragraph on one long line. */
function isTitleOfNext(lines: Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || next.gap || endsClause(line.text) || endsWithComma(line.text)) return false
  return next.text.length > WIDEST_LINE && line.text.length * 2 < next.text.length
}

function isOpening(line: Line): boolean {
  const words = wordCount(line.text)
  return (
    (beginsWith(line.text, 'openers') && words >= OPENING_WORDS) ||
    ((beginsWith(line.text, 'preambular') || opensAsCouncil(line.text)) &&
      (endsWithComma(line.text) || endsClause(line.text)))
  )
}

/** Lines without a blank one between them, as far as their first sentence; only where the line begins such a block. */
function blockAt(lines: Line[], at: number, broken: Broken): string {
  const next = lines.findIndex(
    (line, n) => n > at && (line.gap || opensText(line, lines[n - 1], broken) || standsAlone(line)),
  )
  const block = lines.slice(at, Math.min(next < 0 ? lines.length : next, at + MOST_LINES))
  const end = block.findIndex((line, n) => {
    const next = block[n + 1]
    return endsClause(line.text) || (endsWithComma(line.text) && !(next && broken(line, next)))
  })
  return block
    .slice(0, end < 0 ? undefined : end + 1)
    .map((line) => line.text)
    .join(' ')
}

/** Behind a title without a blank line between, and not within a sentence that was broken there. */
function opensText(line: Line, above: Line | undefined, broken: Broken): boolean {
  if (above && broken(above, line) && !endsClause(above.text) && !endsWithComma(above.text)) return false
  return opensAsCouncil(line.text) || beginsWith(line.text, 'openers') || beginsWith(line.text, 'preambular')
}

/** A list begins right below the cover; "In the name of Allah" belongs to none of the lines around it. */
function standsAlone(line: Line): boolean {
  if (beginsWith(line.text, 'invocations')) return true
  const mark = readMark(line.text)
  return mark?.kind === 'number' && mark.value === 1 && mark.length < line.text.length
}

function isProse(block: string): boolean {
  const words = countWords(block)
  const era = ERA_END.test(block) && words < ERA_WORDS
  const ended = (endsClause(block) && !era) || endsWithComma(block)
  const dated = DATE_END.test(toAsciiDigits(block)) && !endsClause(block)
  return (words >= LONG_PROSE_WORDS && !dated) || (words >= PROSE_WORDS && ended)
}
