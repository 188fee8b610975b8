/**
 * Did the file swap lam and the alef that is joined to it? One glyph stands for both, and readers that turn lines letter by
 * letter write alef before lam. Tells such words by their shape, by a list and by the letters around the pair.
 */
import lamAlef from '../reference/letters/lam-alef.json' with { type: 'json' }
import wordLists from '../reference/letters/words.json' with { type: 'json' }
import { ARABIC_LETTERS, MARKS } from './characters.js'
import { once } from './once.js'
import { isArabicWord } from './words.js'

/** `swapped` and `whole`: words with lam-alef the wrong way round and the right way. */
export type LamAlefs = { swapped: number; whole: number }

const ALEFS = '\u0622\u0623\u0625\u0627'
/** No word has an alef before an alef. */
const IMPOSSIBLE = new RegExp(`\u0627[${ALEFS}]\u0644`, 'u')
const WHOLE = new RegExp(`\u0644[${ALEFS}]`, 'u')
const ALEF_LAM = new RegExp(`[${ALEFS}]\u0644`, 'u')
const PAIR = new RegExp(`(?=[${ALEFS}]\u0644)`, 'gu')
const MARK = new RegExp(`[${MARKS}]`, 'gu')
const WORD = new RegExp(`[${ARABIC_LETTERS}${MARKS}]+`, 'gu')
const EDGE = '^^'
const END = '$$'
/** Marks may stand between the two letters. */
const SWAPPED_PAIR = new RegExp(`([${ALEFS}])([${MARKS}]*)\u0644`, 'gu')
const LAM = '\u0644'
const TURNED = `${LAM}$1$2`
/** Letters of a word; what is longer is something else, and would be turned in as many ways. */
const LONGEST = 40
/** Words that prove it, and their share of all with the pair, before a text is mended. */
const LEAST_WORDS = 2
const LEAST_SHARE = 0.5

const tables = once(() => ({
  words: new Set(wordLists.swapped),
  before: new Set(lamAlef.before),
  behind: new Set(lamAlef.behind),
  around: new Set(lamAlef.around),
}))

/** @param words without marks */
export function countLamAlefs(words: string[]): LamAlefs {
  const swapped = words.filter(isSwapped).length
  return { swapped, whole: words.filter((word) => WHOLE.test(word) && !isSwapped(word)).length }
}

/** @returns the letters around each alef with its lam: two before and two behind, with `^` and `$` for the edges */
export function pairsIn(word: string): string[] {
  const padded = `${EDGE}${word}${END}`
  return [...padded.matchAll(PAIR)].map(({ index }) => padded.slice(index - 2, index + 4))
}

/** By its shape, by a list and by the letters around the pair, whether the word it should be is known or not. */
export function looksSwapped(word: string): boolean {
  return IMPOSSIBLE.test(word) || tables().words.has(word) || pairsIn(word).some(isStrange)
}

/**
 * @param text all of a file @returns mends one of its lines, or leaves it alone where most of the text is written well;
 * `words` counts what was found. Words that may stand either way are left as they are.
 */
export function lamAlefMender(text: string): { words: number; mend: (line: string) => string } {
  const { swapped, whole } = countLamAlefs(text.replace(MARK, '').match(WORD) ?? [])
  if (swapped < LEAST_WORDS || swapped < LEAST_SHARE * (swapped + whole))
    return { words: 0, mend: (line) => line }
  return { words: swapped, mend: (line) => line.replace(WORD, mended) }
}

function isSwapped(word: string): boolean {
  if (word.length > LONGEST || !ALEF_LAM.test(word)) return false
  return looksSwapped(word) || (!isArabicWord(word) && wholesOf(word).some(isArabicWord))
}

/** @returns the word with each of its pairs turned, and with all of them */
function wholesOf(word: string): string[] {
  const all = word.replace(SWAPPED_PAIR, TURNED)
  const each = [...word.matchAll(SWAPPED_PAIR)].map(
    ({ index, 0: pair }) =>
      word.slice(0, index) + pair.replace(SWAPPED_PAIR, TURNED) + word.slice(index + pair.length),
  )
  return [...each, all]
}

function isStrange(pair: string): boolean {
  const { before, behind, around } = tables()
  return before.has(pair.slice(0, -1)) || behind.has(pair.slice(1)) || around.has(pair)
}

/** As a word that is known; else with the pairs turned that are strange, or the last one: the first may be the article. */
function mended(word: string): string {
  const bare = word.replace(MARK, '')
  if (!isSwapped(bare)) return word
  const known = wholesOf(word).findLast((whole) => isArabicWord(whole.replace(MARK, '')))
  if (known) return known
  const pairs = pairsIn(bare)
  const strange = pairs.map((pair) => isStrange(pair) || IMPOSSIBLE.test(pair.slice(1, 4)))
  const chosen = strange.some(Boolean) ? strange : pairs.map((_, at) => at === pairs.length - 1)
  let at = 0
  return word.replace(SWAPPED_PAIR, (found, alef: string, marks: string) =>
    chosen[at++] ? `${LAM}${alef}${marks}` : found,
  )
}
