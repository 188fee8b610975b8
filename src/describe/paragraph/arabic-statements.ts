/**
 * Which Arabic verbs of a paragraph are operative? Those that open a sentence, follow "and" or "as", stand behind
 * their subject, or go on as participles; not those of relative clauses and of other subjects.
 */
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { addresseesOf } from './addressees.js'
import { agentAfter } from './arabic-agent.js'
import { arabicCategory, furtherObjects } from './arabic-category.js'
import { placed } from './arabic-position.js'
import { type ArabicTools, COMMAS, CONJUNCTIONS, isOne, type Sets, type State } from './arabic-tools.js'
import type { Clause, Draft } from './statements.js'
import { arabicLexicon, type Lexicon, objectWords, type VerbForm } from './verbs.js'
import { spelling, type Word, wordSets } from './words.js'

/** Folded it is the letter of "him": only the writing tells "condemnation" from "condemned him". */
const TEH_MARBUTA = '\u0629'
const NONE: readonly never[] = []
const NEEDED_REACH = 16
/** No relative word so far. */
const NEVER = -9

export function arabicFinder() {
  const sets: Sets = wordSets(statementWords.ar)
  const tools: ArabicTools = { lexicon: arabicLexicon(), sets, objects: objectWords('ar') }
  return (clause: Clause) => ({
    drafts: draftsIn(clause, tools),
    addressees: (draft: Draft, end: number) =>
      addresseesOf(clause, draft, end, {
        ends: sets.ends,
        from: sets.from,
        asked: (text) => tools.lexicon.get(text)?.some(({ mood }) => mood === 'noun') === true,
      }),
  })
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
  const { text } = word.form
  if (tools.sets.ends.has(text)) return endSentence(state, at, clause.words, text)
  if (COMMAS.has(text)) {
    state.relative.clear()
    state.lastRelative = NEVER
  }
  if (word.form.kind === 'sign') return at
  if (isOne(word, tools.sets.relative)) state.lastRelative = at
  for (const [form, joined] of candidates(word, clause.text, tools.lexicon)) {
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

type Reading = readonly [form: VerbForm, joined: boolean]

/** The readings of a word as a verb, as written and without "and". */
function candidates(word: Word, text: string, lexicon: Lexicon): readonly Reading[] {
  const spelled = word.form.text
  const whole = lexicon.get(spelled)
  const rest = CONJUNCTIONS.includes(spelled.charAt(0)) ? lexicon.get(spelled.slice(1)) : undefined
  if (!whole && !rest) return NONE
  const noun = text.charAt(word.end - 1) === TEH_MARBUTA
  const readings = [
    ...(whole ?? []).map((form): Reading => [form, false]),
    ...(rest ?? []).map((form): Reading => [form, true]),
  ]
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
