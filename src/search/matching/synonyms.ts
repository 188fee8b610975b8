/**
 * Which names stand for the same thing? Short and full, old and new names, spellings and the months of the three
 * calendars, for each language. The index gets them as rules of a search analyzer (`scripts/make-analysis.ts`).
 */
import { comparableText } from '../../arabic/comparable.js'
import { foldLetters } from '../../arabic/fold.js'
import { once } from '../../arabic/once.js'
import { stem } from '../../arabic/stem.js'
import type { Language } from '../../model.js'
import calendar from '../../reference/calendar.json' with { type: 'json' }
import list from '../../reference/synonyms.json' with { type: 'json' }
import { transliterations } from './transliterations.js'

const WORDS = /[\p{L}\p{N}]+/gu

/** Each line holds names of one thing, as written. */
export function synonyms(language: Language): string[][] {
  const names = list[language].map((line) => line.split(' | '))
  return language === 'ar' ? [...names, ...calendar.months.map(({ ar }) => ar)] : names
}

/** Could the text hold one of the names? Spares the others the second way to search. */
export function mayHaveSynonym(text: string, language: Language): boolean {
  return forms(text, language).some((form) => firstForms()[language].has(form))
}

const firstForms = once(() => ({ ar: firstFormsOf('ar'), en: firstFormsOf('en'), fr: firstFormsOf('fr') }))

function firstFormsOf(language: Language): Set<string> {
  const latin = language === 'ar' ? transliterations().flatMap((names) => names.latin) : []
  return new Set([...synonyms(language).flat(), ...latin].map((name) => forms(name, language)[0] ?? ''))
}

/** Of an Arabic word its stem, of another the word without case and accents. */
function forms(text: string, language: Language): string[] {
  if (language !== 'ar') return comparableText(text).match(WORDS) ?? []
  return (foldLetters(text).match(WORDS) ?? []).map((word) => stem(word.toLowerCase()))
}
