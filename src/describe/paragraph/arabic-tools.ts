/** What the parsers of Arabic statements share: their words, what the words before have settled, how a word begins. */
import type statementWords from '../../reference/statement-words.json'
import type { Agent } from './arabic-agent.js'
import type { Lexicon } from './arabic-verbs.js'
import type { Clause, Draft } from './statements.js'
import type { Mood, VerbForm } from './verbs.js'
import type { Form, Word } from './words.js'

export type Sets = { [Name in keyof typeof statementWords.ar]: ReadonlySet<string> }
export type ArabicTools = {
  lexicon: Lexicon
  sets: Sets
  objects: ReadonlyMap<string, string>
  meaning: (form: Form) => Meaning
}

/** A verb that a word can be; "and" may be attached. */
export type Reading = readonly [form: VerbForm, joined: boolean]
export type Meaning = {
  /** It ends a sentence. */
  ends: boolean
  comma: boolean
  relative: boolean
  readings: readonly Reading[]
}

/** What the words before have settled. */
export type State = {
  drafts: Draft[]
  /** Mood of the paragraph and gender of its subject, set by its first statement. */
  mood?: Mood
  feminine?: boolean
  /** Two or many act: the verbs that go on have the ending of two or many. */
  several?: boolean
  sentence: number
  statedInSentence: boolean
  /** Moods of verbs in a relative clause that is still open. */
  relative: Set<Mood>
  lastRelative: number
  participle: boolean
}

/** A word of a clause that could be a verb, and the subject behind it. */
export type Spot = {
  clause: Clause
  tools: ArabicTools
  state: State
  at: number
  form: VerbForm
  /** "And" is attached. */
  joined: boolean
  agent?: Agent
}

export const ARTICLE = '\u0627\u0644'
/** "And", "so". */
export const CONJUNCTIONS = ['\u0648', '\u0641']
export const COMMAS: ReadonlySet<string> = new Set(['\u060C', ','])
/** Words between "which" and its verb. */
export const RELATIVE_REACH = 3

export function article(word: Word | undefined): boolean {
  return word !== undefined && word.form.text.length > 3 && word.form.text.startsWith(ARTICLE)
}

/** The word, or the word without "and", is one of these. Other particles make other words. */
export function isOne(word: Pick<Word, 'form'> | undefined, set: ReadonlySet<string>): boolean {
  const text = word?.form.text ?? ''
  return set.has(text) || (CONJUNCTIONS.includes(text.charAt(0)) && set.has(text.slice(1)))
}

export function includes(stems: readonly string[] | undefined, set: ReadonlySet<string>): boolean {
  return stems?.some((stem) => set.has(stem)) === true
}
