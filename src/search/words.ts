/**
 * Which words did the reader type, and which of them in quotes? A small splitter, no query language:
 * whatever is typed is looked for. It also says which languages the script of the question points to.
 */
import { ARABIC_LETTERS } from '../arabic/characters.js'
import type { Language } from '../model.js'

export type Words = {
  /** Everything outside quotes, as one string. */
  loose: string
  /** What stood in quotes: wanted as typed, in this order. */
  phrases: string[]
  /** A quote was opened and not closed, so that its words count as ordinary ones. */
  unbalanced: boolean
}

const QUOTES = /["\u201C-\u201F\u00AB\u00BB\u2033\uFF02]/gu
const ARABIC = new RegExp(`[${ARABIC_LETTERS}]`, 'u')
const LATIN = /\p{Script=Latin}/u
const WORD = /[\p{L}\p{N}]/u

/** @param text the question as typed; every kind of double quote opens and closes alike */
export function readWords(text: string): Words {
  const parts = text.split(QUOTES)
  const closed = parts.length % 2 === 1 ? parts.length : parts.length - 1
  const phrases = parts.filter((part, at) => at % 2 === 1 && at < closed && WORD.test(part))
  const loose = parts.filter((_, at) => at % 2 === 0 || at >= closed)
  return {
    loose: loose
      .filter((part) => WORD.test(part))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    phrases: phrases.map((phrase) => phrase.trim()),
    unbalanced: closed !== parts.length,
  }
}

/** Nothing typed means that everything is wanted; signs without a word mean that nothing can be found. */
export function isEmpty(words: Words): boolean {
  return words.loose === '' && words.phrases.length === 0
}

/** From so many words on, a question is a sentence; measured on headlines and on questions of readers. */
const SENTENCE = 5

/** A sentence is looked for by what it says: hardly any paragraph holds all of its words. Only quoted words are none. */
export function isSentence({ loose, phrases }: Words): boolean {
  return loose !== '' && [loose, ...phrases].join(' ').split(' ').length >= SENTENCE
}

/** The same words, none of them wanted as typed. */
export function unquoted({ loose, phrases, unbalanced }: Words): Words {
  return { loose: [loose, ...phrases].join(' '), phrases: [], unbalanced }
}

/** @returns languages whose texts can hold `text`; digits and symbols alone can stand in any */
export function languagesOf(text: string): Language[] {
  const arabic = ARABIC.test(text)
  const latin = LATIN.test(text)
  if (arabic === latin) return ['ar', 'en', 'fr']
  return arabic ? ['ar'] : ['en', 'fr']
}
