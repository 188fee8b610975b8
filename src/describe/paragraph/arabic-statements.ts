/**
 * Which Arabic verbs of a paragraph are operative? Those that open a sentence, follow "and" or "as", stand behind
 * their subject, or go on as participles; not those of relative clauses and of other subjects.
 */
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { type AddressWords, addresseesOf } from './addressees.js'
import { agentAfter } from './arabic-agent.js'
import { arabicCategory, furtherObjects } from './arabic-category.js'
import { placed } from './arabic-position.js'
import {
  type ArabicTools,
  COMMAS,
  CONJUNCTIONS,
  isOne,
  type Meaning,
  type Reading,
  type Sets,
  type State,
} from './arabic-tools.js'
import { arabicLexicon, type Lexicon } from './arabic-verbs.js'
import type { Clause, Draft, DraftFinder } from './statements.js'
import { objectWords, type VerbForm } from './verbs.js'
import { type Form, perForm, spelling, type Word, wordSets } from './words.js'

/** Folded it is the letter of "him": only the writing tells "condemnation" from "condemned him". */
const TEH_MARBUTA = '\u0629'
const NEEDED_REACH = 16
/** No relative word so far. */
const NEVER = -9

export function arabicFinder(): DraftFinder {
  const sets: Sets = wordSets(statementWords.ar)
  const lexicon = arabicLexicon()
  const meaning = perForm((form) => meaningOf(form, sets, lexicon))
  const tools: ArabicTools = { lexicon, sets, objects: objectWords('ar'), meaning }
  const address: AddressWords = {
    ends: sets.ends,
    from: sets.from,
    asked: (text) => lexicon.get(text)?.some(({ mood }) => mood === 'noun') === true,
  }
  return {
    drafts: (clause) => draftsIn(clause, tools),
    addressees: (clause, draft, end) => addresseesOf(clause, draft, end, address),
  }
}

function draftsIn(clause: Clause, tools: ArabicTools): Draft[] {
  const state: State = {
    drafts: [],
    sentence: 0,
    statedInSentence: false,
    relative: new Set(),
    lastRelative: NEVER,
    participle: false,
  }
  for (let at = 0; at < clause.words.length; at += 1) at = step(clause, tools, state, at)
  return state.drafts
}

/** Reads the word at `at`; gives the last word that it used up. */
function step(clause: Clause, tools: ArabicTools, state: State, at: number): number {
  const word = clause.words[at]
  if (!word || word.form.kind === 'number') return at
  const { ends, comma, relative, readings } = tools.meaning(word.form)
  if (ends) return endSentence(state, at, clause.words, word.form.text)
  if (comma) {
    state.relative.clear()
    state.lastRelative = NEVER
  }
  if (relative) state.lastRelative = at
  for (const [form, joined] of fitting(readings, word, clause.text)) {
    const draft = draftAt(clause, tools, state, at, form, joined)
    if (draft) return accept(clause, tools, state, draft)
  }
  return at
}

function endSentence(state: State, at: number, words: readonly Word[], sign: string): number {
  if (sign === '.' && words[at - 1]?.form.kind === 'number' && at - state.sentence <= 1) return at
  state.sentence = at + 1
  state.statedInSentence = false
  state.participle = false
  state.relative.clear()
  state.lastRelative = NEVER
  return at
}

/** What a spelling is to the parser of statements. */
function meaningOf(form: Form, sets: Sets, lexicon: Lexicon): Meaning {
  const { text, kind } = form
  const isWord = kind === 'word'
  return {
    ends: sets.ends.has(text),
    comma: COMMAS.has(text),
    relative: isWord && isOne({ form }, sets.relative),
    readings: isWord ? readingsOf(text, lexicon) : [],
  }
}

/** The readings of a word as a verb, as written and without "and". */
function readingsOf(spelled: string, lexicon: Lexicon): Reading[] {
  const whole = lexicon.get(spelled) ?? []
  const rest = (CONJUNCTIONS.includes(spelled.charAt(0)) && lexicon.get(spelled.slice(1))) || []
  return [...whole.map((form): Reading => [form, false]), ...rest.map((form): Reading => [form, true])]
}

function fitting(readings: readonly Reading[], { end }: Word, text: string): readonly Reading[] {
  const noun = readings.length > 0 && text.charAt(end - 1) === TEH_MARBUTA
  return noun ? readings.filter(([form]) => !form.pronoun) : readings
}

function draftAt(
  clause: Clause,
  tools: ArabicTools,
  state: State,
  at: number,
  form: VerbForm,
  joined: boolean,
): Draft | undefined {
  if (form.verb.needs && !follows(clause.words, at, form.verb.needs, tools.sets.ends)) return undefined
  if (form.followedBy && !form.followedBy.has(clause.words[at + 1]?.form.text ?? '')) return undefined
  const agent = agentAfter(clause, tools, at, form)
  const fits = placed({ clause, tools, state, at, form, joined, agent })
  if (!fits) return undefined
  const rest = agent?.to ?? at + 1
  const category = arabicCategory(clause, tools, form, at, rest)
  if (!category) return undefined
  const to = neededEnd(clause.words, at, form, tools.sets.ends)
  return { from: fits.from, to, form, category, rest, subject: agent?.text ?? state.drafts.at(-1)?.subject }
}

function accept(clause: Clause, tools: ArabicTools, state: State, draft: Draft): number {
  const { form } = draft
  const previous = state.drafts.at(-1)
  const tone =
    form.pronoun && previous?.category === 'REQUEST' && draft.category === 'DEMAND'
      ? 'REQUEST'
      : draft.category
  state.drafts.push({ ...draft, category: tone })
  state.mood ??= form.mood
  if (draft.rest > draft.from + 1 && (form.mood === 'past' || form.mood === 'present')) state.mood = form.mood
  if (form.mood === 'past' || form.mood === 'present') state.feminine = form.feminine === true
  if (form.mood !== 'participle' && form.mood !== 'noun' && state.mood === 'participle')
    state.mood = form.mood
  if (draft.subject !== previous?.subject) state.several = actsAsMany(draft.subject ?? '', tools.sets)
  state.participle = form.mood === 'participle'
  state.statedInSentence = true
  const further = furtherObjects(clause, tools, draft)
  state.drafts.push(...further)
  const last = further.at(-1)?.from ?? 0
  return Math.max(draft.rest - 1, last, draft.to - 1 === draft.from ? draft.from : 0)
}

function actsAsMany(subject: string, { many }: Sets): boolean {
  return many.has(spelling(subject.split(' ')[0] ?? ''))
}

/** A word that the verb needs ("took … note") stands later in the sentence. */
function follows(
  words: readonly Word[],
  at: number,
  needs: readonly string[],
  ends: ReadonlySet<string>,
): boolean {
  return neededAt(words, at, needs, ends) !== undefined
}

function neededAt(
  words: readonly Word[],
  at: number,
  needs: readonly string[],
  ends: ReadonlySet<string>,
): number | undefined {
  for (let index = at + 1; index < Math.min(words.length, at + NEEDED_REACH); index += 1) {
    const text = words[index]?.form.text ?? ''
    if (ends.has(text)) return undefined
    if (needs.includes(text)) return index
  }
  return undefined
}

/** "Took the meeting note" is one verb with its subject in the middle. */
function neededEnd(
  words: readonly Word[],
  at: number,
  { verb }: VerbForm,
  ends: ReadonlySet<string>,
): number {
  if (!verb.needs || verb.object) return at + 1
  return (neededAt(words, at, verb.needs, ends) ?? at) + 1
}
