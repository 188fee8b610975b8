/**
 * Which lines were broken by their width? Of plain text it is learned from lines that plainly go on in the next one: the next word
 * did not fit. A line that had room for it was ended by the author. The layout of a page tells which lines were ended.
 */
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsWithComma } from './punctuation.js'
import { beginsWith } from './words.js'

/** Was a line broken before the next one, or ended? Nothing where that is not known. */
export type Broken = (line: Line, next: Line) => boolean | undefined

/** Characters; a text with longer lines was not broken. */
const LONGEST = 130
/** Lines of which each would be the longest with the next word, and their share of those that go on. */
const OVER = { lines: 3, share: 0.5 }
/** Where letters have several widths lines are only nearly as long as the longest. */
const NEAR = { length: 0.8, lines: 4, share: 0.6 }

export function readBreaks(lines: Line[], laidOut: boolean): Broken {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  if (laidOut)
    return (line, next) => (next.gap ? false : mayReach(line, next, NEAR.length * longest) || undefined)
  const width = longest > LONGEST ? undefined : breakWidth(lines, longest)
  return (line, next) => (width === undefined ? undefined : !next.gap && reach(line, next) >= width)
}

/** @returns how far a line and the next word reach where that word did not fit; nothing where lines end by the sense */
function breakWidth(lines: Line[], longest: number): number | undefined {
  const reaches = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const goesOn =
      next && !next.gap && !readMark(next.text) && !endsClause(line.text) && !endsWithComma(line.text)
    return goesOn ? [reach(line, next)] : []
  })
  const over = reaches.filter((far) => far > longest)
  if (over.length >= OVER.lines && over.length >= OVER.share * reaches.length) return longest + 1
  const near = reaches.filter((far) => far >= NEAR.length * longest)
  const enough = near.length >= NEAR.lines && near.length >= NEAR.share * reaches.length
  return enough ? near.reduce((least, far) => Math.min(least, far)) : undefined
}

/** The layout is not so sure where a clause of a preamble may begin. */
function mayReach(line: Line, next: Line, least: number): boolean {
  const clause = beginsWith(next.text, 'preambular') || beginsWith(next.text, 'openers')
  return reach(line, next) >= least && !(clause && endsWithComma(line.text))
}

/** Length of a line with the first word of the next one. */
function reach(line: Line, next: Line): number {
  return line.text.length + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0)
}
