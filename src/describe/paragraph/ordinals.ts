/** Which ordinals stand in a paragraph: in words, in digits, above one hundred? */
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import ordinals from '../../reference/ordinals.json' with { type: 'json' }
import { type PhraseBook, phraseBook } from './phrases.js'
import { spelling, type Word } from './words.js'

export type Ordinal = { n: number; from: number; to: number }

const [ABOVE, ...HUNDRED] = citationWords.aboveHundred.map(spelling)
const HUNDREDS = new Set(HUNDRED)
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th', 'e', 'eme', 'er', 'ere'])
const ARTICLES = new Set(['\u0627\u0644', '\u0627\u0644\u0640'].map(spelling))

export function ordinalBook(): PhraseBook<number> {
  return phraseBook(
    ordinals.flatMap(({ n, ar, en, fr }) => [...ar, ...en, ...fr].map((name) => [name, n] as const)),
  )
}

export function ordinalsIn(words: readonly Word[], book: PhraseBook<number>): Ordinal[] {
  const found: Ordinal[] = []
  for (let at = 0; at < words.length; ) {
    const ordinal = ordinalAt(words, at, book)
    if (ordinal) found.push(ordinal)
    at = ordinal?.to ?? at + 1
  }
  return found
}

/** In words, or in digits with "al-" before ("\u0627\u0644\u064043") or "th" behind. */
function ordinalAt(words: readonly Word[], at: number, book: PhraseBook<number>): Ordinal | undefined {
  const form = words[at]?.form
  if (form?.kind === 'word') {
    const match = book.at(words, at)
    const above = match && isAboveHundred(words, match.to)
    if (match)
      return { n: above ? match.value + 100 : match.value, from: at, to: above ? match.to + 2 : match.to }
    const number = words[at + 1]?.form
    return number?.kind === 'number' && form.stems.some((stem) => ARTICLES.has(stem))
      ? { n: number.value, from: at, to: at + 2 }
      : undefined
  }
  return form?.kind === 'number' && SUFFIXES.has(words[at + 1]?.form.text ?? '')
    ? { n: form.value, from: at, to: at + 2 }
    : undefined
}

/** "The fifty-sixth after the hundred." */
function isAboveHundred(words: readonly Word[], at: number): boolean {
  return words[at]?.form.text === ABOVE && HUNDREDS.has(words[at + 1]?.form.text ?? '')
}
