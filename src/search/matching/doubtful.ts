/**
 * Which words of a question may be misspelt? Where nothing holds a word that is spelt well, words that look like it say
 * something else: who asks for Kashmir wants to hear that nothing is said about it, not what is said about conscience.
 */
import { bare, clean } from '../../arabic/clean.js'
import { isArabicWord } from '../../arabic/words.js'
import { isName } from '../language/names.js'

/** From so many letters on one may be off; shorter words are nearly too many others. */
export const SLIPS_FROM = 5

/** @returns of the words of `text` those that are long enough, no names and no words of Arabic */
export function doubtful(text: string): string[] {
  return text.split(' ').filter((word) => word.length >= SLIPS_FROM && !isName(word) && !isWord(word))
}

function isWord(word: string): boolean {
  return isArabicWord(bare(clean(word)))
}
