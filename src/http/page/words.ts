/** What does the page say, in Arabic, English or French? The words themselves are data. */
import type { Language } from '../../model.js'
import words from './words.json' with { type: 'json' }

export type Word = keyof typeof words.en

/** Questions that a newcomer may try. */
export const EXAMPLES: readonly string[] = words.examples

/** Each language as its readers call it. */
export const OWN_NAMES: Record<Language, string> = words.ownNames

export function say(word: Word, language: Language): string {
  return words[language][word]
}

/**
 * @param after the word before it, where the noun has another form behind it
 * @returns a number with its noun, in the form that the language wants for that number
 */
export function count(
  noun: 'results' | 'documents' | 'files',
  n: number,
  language: Language,
  after: 'in' | '' = '',
): string {
  const forms: Record<string, string> = words[language]
  const rule = new Intl.PluralRules(language).select(n)
  const form =
    forms[`${noun}_${rule}_${after}`] ?? forms[`${noun}_${rule}`] ?? forms[`${noun}_other`] ?? '{n}'
  return form.replace('{n}', number(n, language))
}

/** Western digits in every language, as in the documents themselves. */
export function number(n: number, language: Language): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`).format(n)
}
