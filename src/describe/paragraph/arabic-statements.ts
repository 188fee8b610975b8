/**
 * Which Arabic verbs of a paragraph are operative? Those that open a sentence, follow "and" or "as", stand behind
 * their subject, or go on as participles; not those of relative clauses and of other subjects.
 */
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { addresseesOf } from './addressees.js'
import { arabicCategory, secondObject } from './arabic-category.js'
import type { Clause, Draft } from './statements.js'
import { arabicLexicon, type Lexicon, type Mood, objectWords, type VerbForm } from './verbs.js'
import { type Word, wordSets } from './words.js'

type Sets = { [Name in keyof typeof statementWords.ar]: ReadonlySet<string> }
export type ArabicTools = { lexicon: Lexicon; sets: Sets; objects: ReadonlyMap<string, string> }

/** What the words before have settled. */
type State = {
  drafts: Draft[]
  /** Mood of the paragraph and gender of its subject, set by its first statement. */
  mood?: Mood
  feminine?: boolean
  sentence: number
  statedInSentence: boolean
  /** Moods of verbs in a relative clause that is still open. */
  relative: Set<Mood>
  lastRelative: number
  participle: boolean
}

/** Folded it is the letter of "him": only the writing tells "condemnation" from "condemned him". */
const TEH_MARBUTA = '\u0629'
const ADJECTIVE_ENDS = /\u064A\u0647?$/
const ARTICLE = '\u0627\u0644'
const CONJUNCTIONS = ['\u0648', '\u0641']
const COMMAS = new Set(['\u060C', ','])
/** Words between "which" and its verb. */
const RELATIVE_REACH = 3
/** Words between a subject that opens the sentence and its verb. */
const SUBJECT_REACH = 8
const NEEDED_REACH = 16
const REPORTED_REACH = 5
/** Words of an opening phrase before its comma. */
const LEAD_REACH = 6
const NOMINAL = new Set(['PROCEDURE', 'CONVENED', 'DECIDE'])

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
    lastRelative: -9,
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
    state.lastRelative = -9
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
  state.lastRelative = -9
  return at
}

/** The readings of a word as a verb, as written and without "and". */
function* candidates(
  word: Word,
  text: string,
  lexicon: Lexicon,
): Generator<[form: VerbForm, joined: boolean]> {
  const spelled = word.form.text
  const noun = text.charAt(word.end - 1) === TEH_MARBUTA
  for (const form of lexicon.get(spelled) ?? []) if (!(noun && form.pronoun)) yield [form, false]
  if (!CONJUNCTIONS.includes(spelled.charAt(0))) return
  for (const form of lexicon.get(spelled.slice(1)) ?? []) if (!(noun && form.pronoun)) yield [form, true]
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
  const fits = placed(clause, tools, state, at, form, joined, agent)
  if (!fits) return undefined
  const rest = agent?.to ?? at + 1
  const category = arabicCategory(clause, tools, form, at, rest)
  if (!category) return undefined
  const to = neededEnd(clause.words, at, form, tools.sets.ends)
  return { from: fits.from, to, form, category, rest, subject: agent?.text ?? state.drafts.at(-1)?.subject }
}

/** Whether the verb stands where an operative verb stands; with the word where the clause begins. */
function placed(
  clause: Clause,
  tools: ArabicTools,
  state: State,
  at: number,
  form: VerbForm,
  joined: boolean,
  agent: Agent | undefined,
): { from: number } | undefined {
  if (form.mood === 'participle')
    return participlePlaced(clause, tools.sets, state, at, joined) ? { from: at } : undefined
  if (form.mood === 'noun') return nounPlaced(clause, tools, state, at, form, joined)
  const ok = finitePlaced(clause, tools, state, at, form, joined, agent)
  if (ok) return { from: at }
  if (at - state.lastRelative <= RELATIVE_REACH || state.relative.size > 0) state.relative.add(form.mood)
  return undefined
}

function finitePlaced(
  clause: Clause,
  { sets }: ArabicTools,
  state: State,
  at: number,
  form: VerbForm,
  joined: boolean,
  agent: Agent | undefined,
): boolean {
  const { words } = clause
  const before = words[at - 1]?.form
  const own = agent?.own === true
  if (agent && !agent.own) return false
  if ((form.verb.subject && !form.pronoun && !own) || saysOther(words, sets, at)) return false
  if (before && !joined && isOne(words[at - 1], sets.relative)) return false
  if (form.mood === 'past' && reported(words, sets, at, state)) return true
  const subordinate = before !== undefined && !joined && includes([before.text], sets.subordinator)
  if (subordinate) return false
  if (form.mood === 'we') return !form.bare
  const lead = before !== undefined && sets.midLead.has(before.text)
  const atStart = startsSentence(words, sets, state, at)
  if (
    disagrees(form, state, {
      own,
      atStart,
      lead,
      present: before !== undefined && includes([before.text], sets.present),
    })
  )
    return false
  if (joined && state.relative.has(form.mood) && !own) return false
  if (form.bare && !own && !(bareFits(words, at, { joined, lead }) && state.mood === 'past')) return false
  if (adoptedBy(form, words, at, agent, sets)) return false
  if (lacksObject(form, words, at, agent, sets) || hasOther(form, words, at, agent, sets)) return false
  if (atStart || lead) return true
  if (joined) return state.drafts.length > 0 || own || COMMAS.has(before?.text ?? '')
  const comma = before !== undefined && COMMAS.has(before.text)
  if (comma && !state.statedInSentence && leadsIn(words, sets, state.sentence, at)) return true
  if (own && !state.statedInSentence && state.lastRelative < at - RELATIVE_REACH) return true
  return !state.statedInSentence && subjectOpens(clause, sets, state, at)
}

/** "The minister explained that the Council renewed": the subject stands between "that" and the verb. */
function reported(words: readonly Word[], sets: Sets, at: number, { drafts }: State): boolean {
  const last = drafts.at(-1)?.from ?? 0
  for (let index = at - 1; index > at - REPORTED_REACH && index >= last; index -= 1) {
    if (isOne(words[index], sets.that)) return index < at - 1 && speaks(words[index + 1], sets)
    if (words[index]?.form.kind !== 'word') return false
  }
  return false
}

/** One of those who meet, not one of those who are called upon. */
function speaks(word: Word | undefined, { agents, addressed }: Sets): boolean {
  const text = word?.form.text ?? ''
  return agents.has(text) && !addressed.has(text)
}

/** "In this context, …": a preposition opens the sentence, or only a few words stand before the comma. */
function leadsIn(words: readonly Word[], sets: Sets, sentence: number, at: number): boolean {
  const opens = words[sentence]?.form
  return (opens !== undefined && includes(opens.stems, sets.preposition)) || at - sentence <= LEAD_REACH
}

/** What may be a noun is a verb behind "as", or behind a comma and "and", where no article follows. */
function bareFits(
  words: readonly Word[],
  at: number,
  { joined, lead }: { joined: boolean; lead: boolean },
): boolean {
  const comma = COMMAS.has(words[at - 1]?.form.text ?? '')
  return (lead || (joined && comma)) && !article(words[at + 1])
}

/** A verb of another gender or tense than the paragraph's, with no subject of its own, belongs to something else. */
function disagrees(
  form: VerbForm,
  state: State,
  at: { own: boolean; atStart: boolean; lead: boolean; present: boolean },
): boolean {
  if (!state.mood || at.own || at.present) return false
  if (!at.atStart && state.feminine !== undefined && state.feminine !== (form.feminine === true)) return true
  if (state.mood === 'participle' || state.mood === 'noun' || form.mood === state.mood) return false
  return !(at.atStart || (at.lead && form.mood === 'past'))
}

function lacksObject(
  form: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  { adverb }: Sets,
): boolean {
  if (!form.verb.by || form.pronoun) return false
  let next = agent?.to ?? at + 1
  while (adverb.has(words[next]?.form.text ?? '')) next += 1
  return !words[next]?.form.text.startsWith(form.verb.by)
}

/** "Was adopted by virtue of": the same letters as "adopted", but no object follows. */
function adoptedBy(
  { verb, mood }: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  sets: Sets,
): boolean {
  const next = words[at + 1]?.form.text ?? ''
  return (
    verb.category === 'ADOPT' &&
    mood === 'past' &&
    !agent &&
    (sets.preposition.has(next) || sets.byVirtue.has(next)) &&
    !verb.needs
  )
}

/** "Most speakers pointed to": between the verb and its preposition stands a subject that is none of those that act. */
function hasOther(
  { verb }: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  { adverb }: Sets,
): boolean {
  if (!verb.needs || agent) return false
  let next = at + 1
  while (adverb.has(words[next]?.form.text ?? '')) next += 1
  const word = words[next]
  return (
    word !== undefined &&
    !verb.needs.includes(word.form.text) &&
    !article(word) &&
    verb.needs.some((need) => need.length <= 3)
  )
}

/** "And these resolutions called for": the subject behind the verb is a text that speaks. */
function saysOther(words: readonly Word[], sets: Sets, at: number): boolean {
  const next = words[at + 1]?.form.text ?? ''
  const after = words[at + 2]?.form.text ?? ''
  return (
    sets.others.has(next) ||
    (sets.demonstrative.has(next) &&
      (sets.others.has(after) || !sets.agents.has(after)) &&
      after.startsWith(ARTICLE))
  )
}

/** Only words that lead in, or marks, stand before it in the sentence. */
function startsSentence(words: readonly Word[], sets: Sets, state: State, at: number): boolean {
  for (let index = state.sentence; index < at; index += 1) {
    const form = words[index]?.form
    if (form && form.kind === 'word' && form.text.length > 1 && !sets.lead.has(form.text)) return false
  }
  return true
}

/** "Verily the Council, which met in …, decides": the subject opened the sentence. */
function subjectOpens(clause: Clause, sets: Sets, state: State, at: number): boolean {
  const { words } = clause
  const skip = includes([words[state.sentence]?.form.text ?? ''], sets.starter) ? 1 : 0
  const first = state.sentence + skip
  const opens = words[first]?.form
  const named = clause.mentions.some(({ name, match }) => match.from === first && name.kind !== 'place')
  if (!opens || !(includes(opens.stems, sets.agents) || named)) return false
  if (
    skip === 0 &&
    opens.stems.length > 1 &&
    !CONJUNCTIONS.includes(opens.text.charAt(0)) &&
    !sets.agents.has(opens.text) &&
    !named
  )
    return false
  const comma = COMMAS.has(words[at - 1]?.form.text ?? '')
  return (comma || at - first <= SUBJECT_REACH) && state.lastRelative < at - RELATIVE_REACH
}

function participlePlaced({ words }: Clause, sets: Sets, state: State, at: number, joined: boolean): boolean {
  const before = words[at - 1]?.form
  const comma = before !== undefined && COMMAS.has(before.text)
  if (at === state.sentence || startsSentence(words, sets, state, at)) return true
  if (state.drafts.length === 0) return false
  return comma || (joined && state.participle)
}

/** Verbal nouns: "it was agreed to", "with emphasis on", and the first word of a numbered decision. */
function nounPlaced(
  clause: Clause,
  { sets }: ArabicTools,
  state: State,
  at: number,
  form: VerbForm,
  joined: boolean,
): { from: number } | undefined {
  const { words } = clause
  const before = words[at - 1]?.form
  const passive = before?.stems.some((stem) => sets.passive.has(stem)) === true
  if (passive && passivePlaced(words, sets, state, at - 1)) return { from: at - 1 }
  if (
    before &&
    sets.with.has(before.text) &&
    state.drafts.length > 0 &&
    form.verb.category !== 'PROCEDURE' &&
    article(words[at])
  )
    return { from: at - 1 }
  if (NOMINAL.has(form.verb.category)) return undefined
  if (startsSentence(words, sets, state, at) && (state.drafts.length === 0 || state.mood === 'noun'))
    return state.sentence === 0 ||
      state.mood === 'noun' ||
      (words.length < 400 && firstSentence(words, state))
      ? { from: at }
      : undefined
  const comma = before !== undefined && COMMAS.has(before.text)
  return joined && comma && state.mood === 'noun' ? { from: at } : undefined
}

/** Nothing but a number and its mark stands before this sentence. */
function firstSentence(words: readonly Word[], state: State): boolean {
  return words
    .slice(0, state.sentence)
    .every((word) => word.form.kind !== 'word' || word.form.text.length === 1)
}

function passivePlaced(words: readonly Word[], sets: Sets, state: State, at: number): boolean {
  const text = words[at]?.form.text ?? ''
  const before = words[at - 1]?.form.text ?? ''
  return (
    CONJUNCTIONS.includes(text.charAt(0)) ||
    startsSentence(words, sets, state, at) ||
    sets.lead.has(before) ||
    COMMAS.has(before)
  )
}

export type Agent = { to: number; text: string; own: boolean }

/** The subject right behind the verb, if it is one that acts: the meeting, its members, a state, an organisation. */
function agentAfter(clause: Clause, { sets }: ArabicTools, verb: number, form: VerbForm): Agent | undefined {
  const { words, mentions, text } = clause
  let at = verb + 1
  while (sets.adverb.has(words[at]?.form.text ?? '')) at += 1
  const first = words[at]
  if (!first) return undefined
  const mention = mentions.find(
    ({ name, match }) => match.from === at && name.kind !== 'place' && !name.implied,
  )
  if (!mention && !sets.agents.has(first.form.text)) return undefined
  if (mention && first.form.stems.length > 1 && !plainName(first, mention.name.id)) return undefined
  if (form.verb.address && isAddressed(clause, sets, mention?.match.to ?? at + 1, first, form))
    return undefined
  const to = subjectEnd(clause, mention?.match.to ?? at + 1, sets)
  return {
    to,
    text: text.slice(first.start, words[to - 1]?.end),
    own: !mention || acts(clause, mention.name.id),
  }
}

/** Behind "calls", "urges", "requests" states and officials are those who are called, unless someone else follows. */
function isAddressed(
  { words }: Clause,
  { addressed, agents }: Sets,
  to: number,
  first: Word,
  { verb, mood }: VerbForm,
): boolean {
  const next = words[to]?.form.text ?? ''
  if (addressed.has(first.form.text)) return true
  if (agents.has(first.form.text)) return false
  return (
    mood !== 'past' ||
    verb.address?.some((word) => (word.length > 1 ? next === word : next.startsWith(word))) === true
  )
}

/** Adjectives, the second part of "His Excellency the President" and "at the level of ministers" belong to the subject. */
function subjectEnd({ words, mentions }: Clause, from: number, { link, adjective, agents }: Sets): number {
  let to = from
  for (;;) {
    const text = words[to]?.form.text ?? ''
    const titled = agents.has(text) && !article(words[to - 1])
    const described =
      article(words[to]) && !agents.has(text) && (adjective.has(text) || ADJECTIVE_ENDS.test(text))
    if (link.has(text) && link.has(words[to + 1]?.form.text ?? '')) to += 2
    else if (
      !titled &&
      (!described || mentions.some(({ name, match }) => match.from === to && !name.implied))
    )
      return to
    else to += 1
  }
}

/** "Lebanon" begins with the letter that means "to": in doubt a name of a state is a subject, of a body an object. */
function plainName(word: Word, id: string): boolean {
  return (
    id.length === 2 &&
    !word.form.text.startsWith('\u0644\u0644') &&
    !word.form.text.startsWith('\u0628\u0627\u0644')
  )
}

/** In a document of one organisation, other organisations are not the ones that speak. */
function acts({ context }: Clause, id: string): boolean {
  if (id.length === 2 || context.organisation === undefined) return true
  return (
    id.startsWith(context.organisation) || (context.organisation === 'UN' && /UN|PRES|HRC|ECOSOC/.test(id))
  )
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
  if (form.mood === 'past' || form.mood === 'present') state.feminine = form.feminine === true
  if (form.mood !== 'participle' && form.mood !== 'noun' && state.mood === 'participle')
    state.mood = form.mood
  state.participle = form.mood === 'participle'
  state.statedInSentence = true
  const second = secondObject(clause, tools, draft)
  if (second) state.drafts.push(second)
  return Math.max(draft.rest - 1, second ? second.from : 0, draft.to - 1 === draft.from ? draft.from : 0)
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

function article(word: Word | undefined): boolean {
  return word !== undefined && word.form.text.length > 3 && word.form.text.startsWith(ARTICLE)
}

/** The word, or the word without "and", is one of these. Other particles make other words. */
function isOne(word: Word | undefined, set: ReadonlySet<string>): boolean {
  const text = word?.form.text ?? ''
  return set.has(text) || (CONJUNCTIONS.includes(text.charAt(0)) && set.has(text.slice(1)))
}

function includes(stems: readonly string[] | undefined, set: ReadonlySet<string>): boolean {
  return stems?.some((stem) => set.has(stem)) === true
}
