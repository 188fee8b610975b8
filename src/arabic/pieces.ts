/**
 * Which words were cut in two? A gap behind letters that do not join is easily taken for a space. What stands side by side, is
 * not all words, and is a word together, was one.
 */
import wordLists from '../reference/letters/words.json' with { type: 'json' }
import { once } from './once.js'
import { isArabicWord } from './words.js'

/** Letters of the word that was cut: two short ones make a word by chance. */
const LEAST = 4
/** One piece at least has as many, or it is an abbreviation that is read letter by letter. */
const LEAST_PIECE = 3
/** A word falls into so many pieces at most that are put together again. */
const MOST_PIECES = 3
/** Letters that do not join to the next one. */
const GAPPED = /[\u0622-\u0625\u0627\u062F-\u0632\u0648]$/u

const WAW = '\u0648'
/** Share of Arabic words with three letters at most. */
const USUALLY_SHORT = 0.38

const shortWords = once(() => new Set(wordLists.short))

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

/** How many short words are pieces? Words of one letter (but "and") or two that are no words, and half of the short ones beyond what is usual. */
export function shortPieces(arabic: string[]): number {
  const pieces = arabic.filter((word) => word.length <= 2 && word !== WAW && !shortWords().has(word))
  const short = arabic.filter((word) => word.length <= 3)
  return (
    cappedCount(pieces, 2 + arabic.length / 100) +
    Math.max(0, short.length - USUALLY_SHORT * arabic.length) / 2
  )
}

/** An abbreviation comes again and again. @param most times that each word counts */
function cappedCount(words: string[], most: number): number {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.min(count, most), 0)
}
