/** How strange are the letters of a word side by side? By the sequences that the words of a language have, and how often. */
import arabicLetters from '../reference/letters/arabic.json' with { type: 'json' }
import latinLetters from '../reference/letters/latin.json' with { type: 'json' }
import { sequencesIn } from './sequences.js'
import { isArabicWord } from './words.js'

/** Of the steps of the table (`scripts/make-letters.ts`). */
const SELDOM = 2
const MIXED_CASE = /\p{Ll}\p{Lu}/u

/** 0 for a word; more for letters that hardly ever meet than for such as a foreign name may have. */
export function strangeness(word: string): number {
  if (isArabicWord(word)) return 0
  // A word of a million letters has more sequences than a function may have arguments.
  const rarest = sequencesIn(word).reduce((least, letters) => Math.min(least, commonness(letters)), 9)
  if (rarest === 0) return 1
  return rarest <= SELDOM ? 0.7 : 0.4
}

type Table = Record<string, string>
const TABLES = {
  arabic: arabicLetters.sequences as Table,
  latin: latinLetters.sequences as Table,
}

/** Sequences of letters that are in no word list, of Arabic and Latin words alike. */
export function strangeSequences(words: string[]): [number, number] {
  const sequences = sequencesIn(words.join(' '))
  const known = sequences.filter((sequence) => isKnown(sequence) === true).length
  const strange = sequences.filter((sequence) => isKnown(sequence) === false).length
  return [strange, known + strange]
}

/** Where Latin letters stand for those of another script they come in any order, and large ones anywhere. */
export function isStrangeLatin(word: string): boolean {
  if (word === word.toUpperCase()) return false
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return MIXED_CASE.test(word) || sequencesIn(plain).some((letters) => isKnown(letters) === false)
}

/** 0 for letters that never stand together, to 9. */
function commonness(sequence: string): number {
  const row = TABLES.arabic[sequence.slice(0, 2)] ?? ''
  const at = row.indexOf(sequence.charAt(2))
  return at < 0 ? 0 : Number(row.charAt(at + 1))
}

/** Nothing where no table has the script. */
function isKnown(sequence: string): boolean | undefined {
  const table = /\p{Script=Arabic}/u.test(sequence) ? TABLES.arabic : TABLES.latin
  if (table === TABLES.latin && !/\p{Script=Latin}/u.test(sequence)) return undefined
  return table[sequence.slice(0, 2)]?.includes(sequence.slice(2)) ?? false
}
