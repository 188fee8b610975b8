/**
 * Is this a word of Arabic? By a list of words, and by what is written onto a word: particles and the article before it,
 * pronouns and endings behind it. Rare names are no words here; letters that a file damaged hardly ever make one.
 */
import wordList from '../reference/letters/arabic-words.json' with { type: 'json' }
import lists from '../reference/letters/words.json' with { type: 'json' }
import { once, remembered } from './once.js'

/** Shorter ones are in a list of their own, since any two letters are a word somewhere. */
const LEAST = 3
/** Hamza on its alef, and the dots of a last yeh, are written or not. Before lam hamza tells that this is no article. */
const ALEFS = /[\u0622\u0623\u0625](?!\u0644)/gu
const ALEF = '\u0627'
const MAKSURA = /\u0649$/u
const YEH = '\u064A'
const WAW = '\u0648'
/** Distinct words of a long document. */
const KEPT = 20_000

const BEFORE = ['', ...lists.before]
const BEHIND = ['', ...lists.behind]

const words = once(() => new Set(wordList.words.split(' ')))
const shortWords = once(() => new Set(lists.short))

/** @param word without marks */
export function isArabicWord(word: string): boolean {
  return word.length < LEAST ? word === WAW || shortWords().has(word) : isListed(plainSpelling(word))
}

/** @returns the word as it stands in the list */
export function plainSpelling(word: string): string {
  return word.replace(ALEFS, ALEF).replace(MAKSURA, YEH)
}

/** @returns what may be left of a word when what is written onto it is taken away, in plain spelling */
export function* basesOf(word: string): Generator<string> {
  for (const particle of BEFORE) {
    if (!word.startsWith(particle)) continue
    for (const ending of BEHIND) {
      const letters = word.length - particle.length - ending.length
      if (letters >= LEAST && letters < word.length && word.endsWith(ending))
        yield word.slice(particle.length, word.length - ending.length)
    }
  }
}

const isListed = remembered((word: string) => {
  if (words().has(word)) return true
  for (const base of basesOf(word)) if (words().has(base)) return true
  return false
}, KEPT)
