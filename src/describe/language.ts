/** In which language is the text: by its script, and by its letter groups where that is Latin. */
import { eld } from 'eld/extrasmall'
import type { Language } from '../model.js'

/** Names and symbols in Latin letters do not make an Arabic text English. */
const ARABIC_SHARE = 0.3
/** Enough letters to tell. */
const SAMPLE = 5000

export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (arabic > (arabic + latin) * ARABIC_SHARE) return 'ar'
  const scores = eld.detect(sample.toLowerCase()).getScores()
  return (scores.fr ?? 0) > (scores.en ?? 0) ? 'fr' : 'en'
}
