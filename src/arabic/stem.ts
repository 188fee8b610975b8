/**
 * Which words of Arabic are forms of one word? A light stemmer: patterns and tables, one after the other,
 * which the index applies alike (`scripts/make-analysis.ts` writes them into its settings).
 */
import { fold, TEH_MARBUTA } from './fold.js'
import { FEMININE_WORDS, KNOWN_WORDS, LAM_WORDS, MAKSURA_WORDS, NOUNS } from './known.js'
import { LISTED, LISTED_VERBS, STEMS } from './lexicon.js'
import {
  ACCUSATIVE,
  ARTICLE,
  apply,
  ENDINGS,
  FAMILY,
  KNOWN,
  PARTICLE,
  PRONOUN,
  type Rule,
  rule,
  YEAR,
} from './rules.js'
import { HEH_FOR_TEH, spelled, WRITTEN_FEMININE } from './teh-marbuta.js'
import { arabic } from './transliteration.js'
import { oneOf } from './trie.js'

const AND = ['w', 'f'].map(arabic)
const PARTICLES = ['w', 'f', 'b', 'l', 'k', 'wb', 'wl'].map(arabic)
/** Words of so few letters look like others behind a particle. */
const SHORTEST = 2
const FOR_THE = new RegExp(arabic('^[wf]?ll'))
const [TEH, HER] = ['t', 'hA'].map(arabic) as [string, string]
const TEH_MARBUTA_END = new RegExp(`${TEH_MARBUTA}$`)
const FEMININE = new RegExp(arabic('h$'))

/** A pattern, or a table from whole words to their stems. */
export type Step = Rule | ReadonlyMap<string, string>

type Steps = readonly (readonly [name: string, step: Step])[]

const STEPS_OF_A_WORD: Steps = [
  ['year', YEAR],
  ['maksura_words', MAKSURA_WORDS],
  ['feminine_words', FEMININE_WORDS],
  ['known_words', KNOWN_WORDS],
  ['lam_words', LAM_WORDS],
  ['article', ARTICLE],
  ['endings', ENDINGS],
  ['accusative', ACCUSATIVE],
  ['stems', STEMS],
  ['particle', PARTICLE],
  // What a particle hid may be in the table too.
  ['stems', STEMS],
]

type Stemmed = { word: string; stem: string }

const NOUNS_ALONE = [...LISTED].map(withStem)
const VERBS_ALONE = [...LISTED_VERBS].map(withStem)
/** Listed nouns with a pronoun that the rules see. */
const OWNED = NOUNS.flat().flatMap(owned)
const AFTER_PARTICLES = afterParticles()

/** Before words are passed over; in the order in which they apply, each under its name in the index. */
export const TEH_STEPS: Steps = [
  ['written_feminine', WRITTEN_FEMININE],
  ['heh_for_teh', HEH_FOR_TEH],
]
/** After that. */
export const STEM_STEPS: Steps = [['after_particles', AFTER_PARTICLES], ...STEPS_OF_A_WORD]

/** @param word one word, in any spelling */
export function stem(word: string): string {
  return stemmed(apply(spelled(word), AFTER_PARTICLES))
}

function withStem(word: string): Stemmed {
  return { word, stem: stemmed(word) }
}

function owned(noun: string): Stemmed[] {
  const alone = fold(noun)
  const form = withStem(`${fold(noun.replace(TEH_MARBUTA_END, TEH))}${HER}`)
  return alone.replace(FEMININE, '').length > SHORTEST && form.stem === stemmed(alone) ? [form] : []
}

function stemmed(folded: string): string {
  return STEPS_OF_A_WORD.reduce(
    (rest, [, step]) => ('expression' in step ? apply(rest, step) : (step.get(rest) ?? rest)),
    folded,
  )
}

/**
 * A listed word behind a particle, also with a pronoun, to the word: where it is so short that the rules count the
 * particle's letters with it.
 */
function afterParticles(): Rule {
  const choices = PARTICLES.flatMap((particle) => [
    `${particle}(${oneOf(hiddenBy(particle, NOUNS_ALONE, VERBS_ALONE))})`,
    `${particle}(${oneOf(hiddenBy(particle, OWNED).map((word) => word.slice(0, -HER.length)))}${PRONOUN})`,
  ])
  return rule(`^(?:${choices.join('|')})$`, choices.map((_, i) => `$${i + 1}`).join(''))
}

/** Words that do not meet themselves behind the particle. */
function hiddenBy(particle: string, nouns: Stemmed[], verbs: Stemmed[] = []): string[] {
  const joined = AND.includes(particle)
    ? [...nouns, ...verbs]
    : nouns.filter(({ word }) => word.length > SHORTEST)
  return joined.filter((one) => isHidden(one, particle)).map(({ word }) => word)
}

function isHidden({ word, stem }: Stemmed, particle: string): boolean {
  const form = particle + word
  const others = [form, form.slice(0, -1)].filter((other) => LISTED.has(other) || LISTED_VERBS.has(other))
  if (others.length > 0 || FOR_THE.test(form)) return false
  const found = stemmed(form)
  const [mark = '', first = ''] = found
  const isOwn = [FAMILY, KNOWN].includes(mark) && particle.includes(first)
  return !isOwn && found !== stem
}
