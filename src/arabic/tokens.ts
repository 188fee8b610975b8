/** Which words does a text have, and of which kind is each? */
import { ARABIC_LETTERS, INVISIBLE, MARKS, PRESENTATION_FORMS, TATWEEL } from './characters.js'
import { isPersian, withArabicLetters } from './sequences.js'

export type Words = {
  text: string
  /** Each word once, without marks, as far as its letters are judged: Persian and Urdu have others. */
  letters: string
  all: string[]
  arabic: string[]
  latin: string[]
  /** Arabic words in their order, '' where anything else stands between them. */
  inARow: string[]
}
const IGNORED = new RegExp(`[${MARKS}${TATWEEL}${INVISIBLE}]`, 'gu')
/** Before a number or a foreign word. */
const STRETCHED_ARTICLE = /(?<!\p{L})\p{L}{1,3}\u0640+(?!\p{L})/gu
const ARABIC_WORD = new RegExp(`^[${ARABIC_LETTERS}${PRESENTATION_FORMS}]+$`, 'u')
const WORD_OR_SIGN = new RegExp(`[${ARABIC_LETTERS}]+|\\S`, 'gu')
/** Capitals alone abbreviate. */
const LATIN_WORD = /^\p{Lu}?\p{Ll}+$/u

/** What is known of Arabic words says nothing about those of Persian and Urdu, so these have none. */
export function wordsOf(text: string): Words {
  const isArabic = isPersian(text) ? () => false : (word: string) => ARABIC_WORD.test(word)
  const all = withArabicLetters(text)
    .replace(STRETCHED_ARTICLE, '')
    .replace(IGNORED, '')
    .split(/\s+/)
    .filter(Boolean)
  const bare = all
    .filter((word) => !/\p{N}/u.test(word))
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  const arabic = bare.filter(isArabic)
  const inARow = (all.join(' ').match(WORD_OR_SIGN) ?? []).map((word) => (isArabic(word) ? word : ''))
  const letters = arabic.length > 0 || !/\p{Script=Arabic}/u.test(text) ? [...new Set(all)].join(' ') : ''
  return { text, letters, all, arabic, latin: bare.filter((word) => LATIN_WORD.test(word)), inARow }
}
