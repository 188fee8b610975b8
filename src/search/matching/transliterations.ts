/**
 * How is an Arabic name written in Latin letters? States, capitals, places, organisations and persons of `reference/`, so that
 * who types "Abu Dhabi" finds the Arabic paragraphs too. The index gets them as rules of a search analyzer
 * (`scripts/make-analysis.ts`): from Latin letters to Arabic ones, not back.
 */
import { comparableText } from '../../arabic/comparable.js'
import { fold } from '../../arabic/fold.js'
import { once } from '../../arabic/once.js'
import stopwords from '../../reference/arabic/stopwords.json' with { type: 'json' }
import countries from '../../reference/countries.json' with { type: 'json' }
import organisations from '../../reference/organisations.json' with { type: 'json' }
import persons from '../../reference/persons.json' with { type: 'json' }
import places from '../../reference/places.json' with { type: 'json' }
import list from '../../reference/synonyms.json' with { type: 'json' }

export type Transliteration = { latin: string[]; arabic: string[] }
type Names = { ar: string[]; en?: string[]; fr?: string[] }

const WORDS = /[\p{L}\p{N}]+/gu
const SEVERAL_WORDS = / \p{L}+ \p{L}+ \p{L}+ \p{L}/u
const LATIN = /\p{Script=Latin}/u
const PASSED_OVER = new Set(stopwords.words.map(fold))

/** Each of one thing; what is spelt out in five words and more is nothing that a reader types. */
export const transliterations = once((): readonly Transliteration[] => {
  const capitals = countries.flatMap(({ capitals }) => (capitals ? [capitals] : []))
  const named = [...countries, ...places, ...organisations, ...persons].map(({ names }) => names)
  return [...[...named, ...capitals].map(ofNames), ...list.latin.map(ofLine)]
    .map(({ latin, arabic }) => ({
      latin: spellings(latin),
      arabic: arabic.filter((name) => isShort(name) && isWhole(name)),
    }))
    .filter(({ latin, arabic }) => latin.length > 0 && arabic.length > 0)
})

/** Is the text a name, or names, and no other word? */
export function isTransliterated(text: string): boolean {
  const words = wordsOf(text)
  const typed = ` ${words.join(' ')} `
  return (
    words.every((word) => latin().words.has(word)) &&
    latin().names.some((name) => typed.includes(` ${name} `))
  )
}

const latin = once(() => {
  const names = transliterations().flatMap((named) => named.latin.map((name) => wordsOf(name).join(' ')))
  return { names, words: new Set(names.flatMap((name) => name.split(' '))) }
})

function ofNames({ ar, en = [], fr = [] }: Names): Transliteration {
  return { latin: [...en, ...fr], arabic: ar }
}

function ofLine(line: string): Transliteration {
  const names = line.split(' | ')
  return {
    latin: names.filter((name) => LATIN.test(name)),
    arabic: names.filter((name) => !LATIN.test(name)),
  }
}

/** With accents and without. */
function spellings(names: string[]): string[] {
  return [...new Set(names.flatMap((name) => [name.toLowerCase(), comparableText(name)]))].filter(isShort)
}

function isShort(name: string): boolean {
  return !SEVERAL_WORDS.test(name) && !name.includes(',')
}

/** Has the index all words of the name? Rules may have no holes. */
function isWhole(name: string): boolean {
  return fold(name)
    .split(' ')
    .every((word) => !PASSED_OVER.has(word))
}

function wordsOf(text: string): string[] {
  return comparableText(text).match(WORDS) ?? []
}
