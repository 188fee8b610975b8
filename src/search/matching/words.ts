/**
 * Which words of a question are simply wanted, and which of them in quotes? Also which languages the script of the
 * question points to, and whether it is a sentence.
 */
import { ARABIC_LETTERS } from '../../arabic/characters.js'
import { clean } from '../../arabic/clean.js'
import { LANGUAGES, type Language } from '../../model.js'
import type { All, Term } from '../language/tree.js'
import { isTransliterated } from './transliterations.js'

export type Words = {
  /** Everything outside quotes, as one string. */
  loose: string
  /** What stood in quotes: wanted as typed, in this order. */
  phrases: string[]
}

const ARABIC = new RegExp(`[${ARABIC_LETTERS}]`, 'u')
const LATIN = /\p{Script=Latin}/u
const LATIN_WORDS = /[\p{Script=Latin}\p{M}]+/gu
const NOT_ASCII = /\P{ASCII}/u
const ACRONYMS = /^[\P{L}\p{Lu}]*$/u

/** @returns the words of the first level; those in groups, fields and the like are not among them */
export function wordsOf(all: All): Words {
  const terms = all.filter(isPlain).map(({ term }) => term)
  return { loose: texts(terms, 'word').join(' '), phrases: texts(terms, 'phrase') }
}

/** A wanted word, or a wanted quotation whose words follow each other. */
export function isPlain({ term, not }: All[number]): boolean {
  return !not && (term.kind === 'word' || (term.kind === 'phrase' && term.slop === undefined))
}

function texts(terms: Term[], kind: 'word' | 'phrase'): string[] {
  return terms.flatMap((term) => (term.kind === kind ? [term.text] : []))
}

export function isEmpty(words: Words): boolean {
  return words.loose === '' && words.phrases.length === 0
}

/** From so many words on, a question is a sentence; measured on headlines and on questions of readers. */
const SENTENCE = 4
/** The same where it ends in a question mark. */
const QUESTION = 3
const ASKS = /[?\u061F]\s*$/u

/** A sentence is looked for by what it says: hardly any paragraph holds all of its words. Only quoted words are none. */
export function isSentence({ words, typed }: { words: Words; typed: string }): boolean {
  return words.loose !== '' && lengthOf(words) >= (ASKS.test(typed) ? QUESTION : SENTENCE)
}

/** @returns how many words are wanted */
export function lengthOf({ loose, phrases }: Words): number {
  return [loose, ...phrases].join(' ').split(' ').length
}

/** The same words, none of them wanted as typed. */
export function unquoted({ loose, phrases }: Words): Words {
  return { loose: [loose, ...phrases].join(' '), phrases: [] }
}

/** @returns the Latin words that have a letter with an accent */
export function accentedWords(text: string): string[] {
  return (text.match(LATIN_WORDS) ?? []).filter((word) => NOT_ASCII.test(word))
}

/** @returns languages whose texts can hold `text`; digits, symbols, acronyms and names that have an Arabic form can stand in any */
export function languagesOf(text: string): Language[] {
  const arabic = ARABIC.test(clean(text))
  const latin = LATIN.test(text) && !ACRONYMS.test(text) && !isTransliterated(text)
  if (arabic === latin) return [...LANGUAGES]
  return arabic ? ['ar'] : ['en', 'fr']
}
