/** In which language is the text: by its script, and by its letter groups where that is Latin. */
import { eld } from 'eld/extrasmall'
import type { Language } from '../model.js'

/** Names and symbols in Latin letters do not make an Arabic text English. */
const ARABIC_SHARE = 0.3
/** Enough letters to tell. */
const SAMPLE = 5000

/** First and last letter of the scripts' main blocks. */
const ARABIC = [0x620, 0x6ff] as const
const LATIN = [0x41, 0x24f] as const

export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const arabic = lettersIn(sample, ARABIC)
  const latin = lettersIn(sample, LATIN)
  if (arabic > (arabic + latin) * ARABIC_SHARE) return 'ar'
  const scores = eld.detect(sample.toLowerCase()).getScores()
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
