/**
 * Which words were cut in two? A gap behind letters that do not join is easily taken for a space. What stands side by side, is
 * not all words, and is a word together, was one.
 */
import { isArabicWord } from './words.js'

/** Letters of the word that was cut: two short ones make a word by chance. */
const LEAST = 4
/** One piece at least has as many, or it is an abbreviation that is read letter by letter. */
const LEAST_PIECE = 3
/** A word falls into so many pieces at most that are put together again. */
const MOST_PIECES = 3
/** Letters that do not join to the next one. */
const GAPPED = /[\u0622-\u0625\u0627\u062F-\u0632\u0648]$/u

/** @param words in the order of the text, '' where something stands between them @returns how many cuts there are */
export function countPieces(words: string[]): number {
  let cuts = 0
  for (let at = 0; at < words.length; at += 1) {
    const more = cutsAt(words, at)
    cuts += more
    at += more
  }
  return cuts
}

/** @returns of how many pieces more the word consists that begins here */
function cutsAt(words: string[], at: number): number {
  const pieces = [words[at] ?? '']
  while (pieces.length < MOST_PIECES) {
    const [last, next] = [pieces.at(-1) ?? '', words[at + pieces.length] ?? '']
    if (!mayBeCut(last, next)) return 0
    pieces.push(next)
    if (isOneWord(pieces)) return pieces.length - 1
  }
  return 0
}

/** A letter that joins and stands alone is an abbreviation, or a particle that was set apart. */
function mayBeCut(one: string, two: string): boolean {
  return one !== '' && two !== '' && (GAPPED.test(one) || (one.length > 1 && two.length > 1))
}

function isOneWord(pieces: string[]): boolean {
  const whole = pieces.join('')
  const isLong = whole.length >= LEAST && pieces.some(({ length }) => length >= LEAST_PIECE)
  return isLong && !pieces.every(isArabicWord) && isArabicWord(whole)
}
