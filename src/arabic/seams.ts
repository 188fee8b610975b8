/**
 * Was one word cut in two here? Behind letters that do not join, a gap is easily taken for a space. Two words are pieces of one
 * where the letters at the cut are common inside of words, and rare at their end or at their beginning.
 */
import arabicLetters from '../reference/letters/arabic.json' with { type: 'json' }

const TABLE = arabicLetters.sequences as Record<string, string>
const GAPPED = /[\u0627\u062F-\u0632\u0648]$/u
const WAW = '\u0648'
/** Steps of the table (`scripts/make-letters.ts`) by which one word is likelier than two. */
const LIKELIER = 4
/** "And" apart from its word, and short words: as good as any. */
const USUAL = 6

/** @param short words of two letters @returns how many of these words, in the order of the text, seem to be cut from the one before */
export function countSeams(words: string[], short: ReadonlySet<string>): number {
  return words.filter((word, at) => at > 0 && isSeam(words[at - 1] as string, word, short)).length
}

function isSeam(one: string, two: string, short: ReadonlySet<string>): boolean {
  if (!GAPPED.test(one)) return false
  const before = `^${one}`.slice(-2)
  const behind = `${two}$`.slice(0, 2)
  const inside = (commonness(before + behind.charAt(0)) + commonness(before.charAt(1) + behind)) / 2
  const apart = Math.min(usual(one, short, `${one.slice(-2)}$`), usual(two, short, `^${two.slice(0, 2)}`))
  return inside - apart >= LIKELIER
}

/** @param edge the letters of the word that stand at the cut */
function usual(word: string, short: ReadonlySet<string>, edge: string): number {
  if (word.length > 2) return commonness(edge)
  return word === WAW || short.has(word) ? USUAL : 0
}

/** 0 for letters that never stand together, to 9. */
function commonness(sequence: string): number {
  const row = TABLE[sequence.slice(0, 2)] ?? ''
  const at = row.indexOf(sequence.charAt(2))
  return at < 0 ? 0 : Number(row.charAt(at + 1))
}
