/**
 * Which words of Arabic are forms of one word? A light stemmer: patterns and tables, one after the other,
 * which the index applies alike (`scripts/make-analysis.ts` writes them into its settings).
 */
import { fold } from './fold.js'
import { FEMININE_WORDS, KNOWN_WORDS, LAM_WORDS } from './known.js'
import { STEMS } from './lexicon.js'
import { ACCUSATIVE, ARTICLE, apply, ENDINGS, PARTICLE, type Rule } from './rules.js'

/** A pattern, or a table from whole words to their stems. */
export type Step = Rule | ReadonlyMap<string, string>

/** In the order in which they apply; each under its name in the index. */
export const STEM_STEPS: readonly (readonly [name: string, step: Step])[] = [
  ['known_words', KNOWN_WORDS],
  ['feminine_words', FEMININE_WORDS],
  ['lam_words', LAM_WORDS],
  ['article', ARTICLE],
  ['endings', ENDINGS],
  ['accusative', ACCUSATIVE],
  ['stems', STEMS],
  ['particle', PARTICLE],
  // What a particle hid may be in the table too.
  ['stems', STEMS],
]

/** @param word one word, in any spelling */
export function stem(word: string): string {
  return STEM_STEPS.reduce(
    (rest, [, step]) => ('expression' in step ? apply(rest, step) : (step.get(rest) ?? rest)),
    fold(word),
  )
}
