/** In which language is the text: by its script; where that is Latin by its small words, and by its letter groups where it has few. */
import { eld } from 'eld/extrasmall'
import { once } from '../arabic/once.js'
import { nextWord } from '../arabic/word-bounds.js'
import type { Language } from '../model.js'
import smallWords from '../reference/small-words.json' with { type: 'json' }

/** Names and symbols in Latin letters do not make an Arabic text English. */
const ARABIC_SHARE = 0.3
/** Enough letters to tell. */
const SAMPLE = 5000
/** One language is sure when it has so many small words more than the other. */
const LEAD = 8

/** First and last letter of the scripts' main blocks. */
const ARABIC = [0x620, 0x6ff] as const
const LATIN = [0x41, 0x24f] as const

export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const arabic = lettersIn(sample, ARABIC)
  const latin = lettersIn(sample, LATIN)
  if (arabic > (arabic + latin) * ARABIC_SHARE) return 'ar'
  const latinText = sample.toLowerCase()
  return bySmallWords(latinText) ?? byLetterGroups(latinText)
}

/** Reads on until one language is far ahead. */
function bySmallWords(text: string): Language | undefined {
  let lead = 0
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) {
    lead += sides().get(text.slice(word.start, word.end)) ?? 0
    if (Math.abs(lead) >= LEAD) return lead > 0 ? 'en' : 'fr'
  }
  return undefined
}

const sides = once(
  () =>
    new Map([
      ...smallWords.en.map((word) => [word, 1] as const),
      ...smallWords.fr.map((word) => [word, -1] as const),
    ]),
)

function byLetterGroups(text: string): Language {
  const scores = eld.detect(text).getScores()
  return (scores.fr ?? 0) > (scores.en ?? 0) ? 'fr' : 'en'
}

function lettersIn(text: string, [first, last]: readonly [number, number]): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= first && code <= last) count += 1
  }
  return count
}
