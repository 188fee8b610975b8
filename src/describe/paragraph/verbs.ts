/** Which words are operative verbs, in which form? English and French ones as they are listed; the Arabic forms are made in `arabic-verbs.ts`. */
import verbs from '../../reference/verbs.json' with { type: 'json' }
import { grouped, type PhraseBook, phraseBook } from './phrases.js'
import { spelling } from './words.js'

export type Mood = 'past' | 'present' | 'base' | 'we' | 'participle' | 'noun'

/** A line of `verbs.json`. */
export type Verb = {
  lemma: string
  category: string
  past?: string[]
  present?: string[]
  base?: string[]
  participle?: string[]
  masdar?: string[]
  forms?: string[]
  /** One of these words must follow within the sentence. */
  needs?: string[]
  /** What it says lies in its object: the category comes from there. */
  object?: boolean
  /** No statement without a known object. */
  must?: boolean | string
  /** No statement where one of these follows: "the conference held in …". */
  not?: string[]
  /** Its bare form is a noun too. */
  noun?: boolean
  /** Counts only with its subject behind it. */
  subject?: boolean
  /** Category where a clause with "that" follows. */
  that?: string
  /** "with satisfaction", "with concern" change the category. */
  with?: boolean
  /** "again" makes it a reaffirmation. */
  again?: boolean
  /** Words before which the addressee ends; with `from` it stands behind a preposition. */
  address?: string[]
  from?: boolean
  /** The object begins with one of these: the letter "by", alone or with what follows it. */
  by?: string[]
  reflexive?: boolean
  /** An adjective or phrase that opens a clause of the preamble. */
  opening?: boolean
  /** Only as the first word of a sentence. */
  start?: boolean
}

export type VerbForm = {
  verb: Verb
  mood: Mood
  feminine?: boolean
  /** Has its object attached as a pronoun. */
  pronoun?: boolean
  /** Only in "out of its conviction": one of these words stands behind it. */
  followedBy?: ReadonlySet<string>
  /** Its ending is that of two or many: no noun is written so. */
  several?: boolean
  /** The spelling could be a noun as well. */
  bare?: boolean
}

const AFFIXES = verbs.ar.affixes
const WE_FORM = /ant\b/

export type Written = [written: string, form: VerbForm]

/** English or French verbs, of one or several words. */
export function latinLexicon(language: 'en' | 'fr'): PhraseBook<VerbForm[]> {
  const listed = verbs[language].verbs as Verb[]
  return phraseBook(grouped(listed.flatMap(language === 'fr' ? frenchForms : englishForms)))
}

function englishForms(verb: Verb): Written[] {
  return (['past', 'present', 'base', 'participle'] as const).flatMap((mood) =>
    (verb[mood] ?? []).map((written): Written => [written, { verb, mood }]),
  )
}

function frenchForms(verb: Verb): Written[] {
  const participles = verb.participle ?? []
  return [
    ...(verb.past ?? []).flatMap((written) =>
      agreements(written).map((form): Written => [form, { verb, mood: 'past' }]),
    ),
    ...(verb.present ?? []).map((written): Written => [written, { verb, mood: 'present' }]),
    ...participles.map((written): Written => [written, { verb, mood: 'participle' }]),
    ...participles
      .filter((written) => WE_FORM.test(written))
      .flatMap((written): Written[] => [
        [written.replace(WE_FORM, 'ons').replace(/^se /, 'nous '), { verb, mood: 'we' }],
        [written.replace(WE_FORM, 'ent'), { verb, mood: 'present' }],
      ]),
  ]
}

/** The past participle agrees with its subject; in a phrase its first word does. */
function agreements(written: string): string[] {
  const [first = '', ...rest] = written.split(' ')
  return ['', 'e', 's', 'es'].map((ending) =>
    [first.endsWith('s') && ending === 's' ? first : first + ending, ...rest].join(' '),
  )
}

/** Words for what a clause expresses, with their category; `DEFAULT` leaves it to the verb. */
export function objectWords(language: 'ar' | 'en' | 'fr'): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [category, nouns] of Object.entries(verbs[language].objects)) {
    for (const noun of nouns) {
      for (const form of language === 'ar' ? possessed(noun) : [noun]) map.set(spelling(form), category)
    }
  }
  return map
}

/** Before a pronoun the last letter of a feminine noun is written in full. */
export function bound(noun: string): string {
  return noun.endsWith(AFFIXES.taMarbuta) ? noun.slice(0, -1) + AFFIXES.feminine : noun
}

function possessed(noun: string): string[] {
  return [
    noun,
    AFFIXES.article + noun,
    noun + AFFIXES.participle[0],
    ...AFFIXES.suffixes.map((suffix) => bound(noun) + suffix),
  ]
}
