/** Which lines close the text: signatures, place and day, and the notes that are called in it? */
import { toAsciiDigits } from '../arabic/digits.js'
import { isApart, type Line } from './lines.js'
import { readMark } from './marks.js'
import { endsSentence } from './punctuation.js'
import { beginsWith, wordCount } from './words.js'

export const NOTE = /^(?:\[\d{1,3}\]|\(\*\)|\*{1,3}(?=\s?[\p{L}(]))/u
const BULLET_LETTER = /\*(?=[\s.,;:)]|$)/
/** "Done at … on …" without its verb has few words, and a year. */
const PLACE_AND_DAY_WORDS = 12
const YEAR = /(?<!\d)(?:1[34]|19|20)\d\d(?!\d)/
const IN_BRACKETS = /^\(.*\)$/
/** A signature is looked for in this many last lines. */
const LAST_LINES = 8

/** A footnote, and not the point of a list: its star or number stands in the text too. */
export function isCalled(line: Line, lines: Line[]): boolean {
  const call = /^\[\d{1,3}\]/.exec(line.text)?.[0]
  return lines.some(
    (other) => other !== line && (call ? other.text.includes(call) : BULLET_LETTER.test(other.text)),
  )
}

/**
 * A signature goes on to the end of the text, or to what stands below it: a footnote, an annex.
 * @param open whether the line above belongs to a signature
 */
export function closes(
  line: Line,
  at: number,
  lines: Line[],
  open: boolean,
): 'begins' | 'goes on' | undefined {
  if (!open) return isSignature(line, at, lines) ? 'begins' : undefined
  if (NOTE.test(line.text) || (line.gap && beginsWith(line.text, 'annexHeadings'))) return undefined
  return isApart(line) ? 'begins' : 'goes on'
}

/** "Kuala Lumpur, 19 January 2017" alone as the last line. */
function isPlaceAndDay(text: string): boolean {
  const short = wordCount(text) <= PLACE_AND_DAY_WORDS && !endsSentence(text)
  return short && YEAR.test(toAsciiDigits(text)) && !readMark(text)
}

function isSignature(line: Line, at: number, lines: Line[]): boolean {
  const apart = line.gap || endsSentence(lines[at - 1]?.text ?? '')
  const closes = line.gap || (apart && IN_BRACKETS.test(line.text))
  if (at === lines.length - 1 && at > 0 && closes && isPlaceAndDay(line.text)) return true
  return apart && at > 0 && lines.length - at <= LAST_LINES && beginsWith(line.text, 'signatures')
}
