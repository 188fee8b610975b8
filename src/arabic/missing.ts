/**
 * Which letters does a text lack that every text has? A font that names a glyph falsely, or not at all, loses one letter
 * everywhere, or one pair that it draws as one.
 */
import everywhere from '../reference/letters/everywhere.json' with { type: 'json' }

/** Of a letter that is expected so many times, none is hardly ever chance. */
const EXPECTED = 8
/** Shares are of a hundred. */
const ALL = 100

/** @returns letters and pairs that are missing, and how many of them the text is long enough to tell of */
export function countMissing(text: string): [missing: number, of: number] {
  const letters = countsOf(text.toLowerCase())
  const told = [
    ...lettersOf(everywhere.arabic, /\p{Script=Arabic}/u, letters),
    ...lettersOf(everywhere.latin, /\p{Script=Latin}/u, letters),
    ...pairsOf(text, letters),
  ]
  return [told.filter((count) => count === 0).length, told.length]
}

/** @returns how often each letter stands in the text that may be expected in it */
function lettersOf(shares: Record<string, number>, script: RegExp, counts: Map<string, number>): number[] {
  const all = [...counts].reduce((sum, [letter, count]) => sum + (script.test(letter) ? count : 0), 0)
  return Object.entries(shares)
    .filter(([, share]) => (all * share) / ALL >= EXPECTED)
    .map(([letter]) => counts.get(letter) ?? 0)
}

function pairsOf(text: string, counts: Map<string, number>): number[] {
  return everywhere.pairs
    .filter(({ first, share }) => ((counts.get(first) ?? 0) * share) / ALL >= EXPECTED)
    .map(({ first, next }) => (new RegExp(`${first}[${next}]`, 'u').test(text) ? 1 : 0))
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}
