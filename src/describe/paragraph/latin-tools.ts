/** What the finders of English and French statements share: the words they know, and what this sentence has said so far. */
import type statementWords from '../../reference/statement-words.json'
import type { Draft } from './statements.js'
import type { Mood } from './verbs.js'
import type { Word } from './words.js'

type Words = (typeof statementWords)['en']
type Sets = { [Name in keyof Omit<Words, 'adverbEnding'>]: ReadonlySet<string> }
export type Tools = {
  sets: Sets
  ending: string
  objects: ReadonlyMap<string, string>
  language: 'en' | 'fr'
}

export type State = {
  drafts: Draft[]
  sentence: number
  /** Moods of the statements of this sentence. */
  moods: Set<Mood>
}

export const COMMAS = new Set([',', ')', ']', '\u00BB', '"'])
export const CONJUNCTIONS = new Set(['and', 'et', 'while'])
export const PERSONS = new Set(['nous', 'we'])
/** "Appelle à mettre fin": an infinitive is what is asked for. */
export const TO = 'a'
export const INFINITIVE = /..(?:er|ir|re)$/

export function isAdverb(word: Word | undefined, { sets, ending }: Tools): boolean {
  const text = word?.form.text ?? ''
  return (
    sets.adverb.has(text) ||
    (text.length > ending.length + 2 && text.endsWith(ending) && !sets.agents.has(text))
  )
}
