/**
 * Where was plain text broken by the width of its lines? Learned from lines that plainly go on in the next one: the next word
 * did not fit. A line that had room for it was ended by the author.
 */
import type { Line } from './lines.js'
import { readMark } from './marks.js'
import { endsClause, endsWithComma } from './punctuation.js'

/** Characters; a text with longer lines was not broken. */
const LONGEST = 130
/** Lines that go on: fewer tell nothing. */
const FEWEST = 4
/** So near to the longest line, in so many of them, or they are lists and titles. */
const NEAR = { share: 0.8, lines: 0.6 }

/** @returns how far a line and the next word reach where that word did not fit; nothing where lines end by the sense */
export function breakWidth(lines: Line[]): number | undefined {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  if (longest > LONGEST) return undefined
  const reaches = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const goesOn =
      next && !next.gap && !readMark(next.text) && !endsClause(line.text) && !endsWithComma(line.text)
    return goesOn ? [reach(line, next)] : []
  })
  const near = reaches.filter((far) => far >= NEAR.share * longest)
  const enough = near.length >= FEWEST && near.length >= NEAR.lines * reaches.length
  return enough ? near.reduce((least, far) => Math.min(least, far)) : undefined
}

/** Did the first word of the next line not fit into this one? */
export function isBroken(line: Line, next: Line, width: number | undefined): boolean {
  return width !== undefined && reach(line, next) >= width
}

function reach(line: Line, next: Line): number {
  return line.text.length + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0)
}
