/**
 * Which English and French verbs of a paragraph are operative? Those that open it, follow the subject that opens it,
 * or go on from a statement before them; not those of relative clauses and of passives.
 */
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { furtherLatin } from './latin-further.js'
import type { Match, PhraseBook } from './phrases.js'
import type { Clause, Draft, DraftFinder } from './statements.js'
import { latinLexicon, type Mood, objectWords, type VerbForm } from './verbs.js'
import { type Word, wordSets } from './words.js'

type Words = (typeof statementWords)['en']
type Sets = { [Name in keyof Omit<Words, 'adverbEnding'>]: ReadonlySet<string> }
type Tools = { sets: Sets; ending: string; objects: ReadonlyMap<string, string>; language: 'en' | 'fr' }

type State = {
  drafts: Draft[]
  sentence: number
  /** Moods of the statements of this sentence. */
  moods: Set<Mood>
}

const COMMAS = new Set([',', ')', ']', '\u00BB', '"'])
const OBJECT_REACH = 9
const WITH_REACH = 5
const ADDRESS_OPENING = 5
const SUBJECT_REACH = 14
/** "The Extraordinary Session of the … on the situation of … was convened": its subject is long. */
const CONVENED_REACH = 45
const NEEDED_REACH = 30
const LONGEST_ADDRESS = 25
const FEELINGS = new Set(['CONCERN', 'REGRET', 'NOTE_SATISFACTION'])
const ADDRESSING = new Set([
  'HOLD_RESPONSIBLE',
  'CALL',
  'URGE',
  'APPEAL',
  'DEMAND',
  'REQUEST',
  'MANDATE',
  'ENCOURAGE',
])
const TO_BE_DONE = new Set(['SUPPORT', 'ENCOURAGE', 'PROCEDURE', 'ADOPT', 'AFFIRM'])
const WHILE = new Set(['while', 'whilst'])
const CONJUNCTIONS = new Set(['and', 'et', 'while'])
/** "Appelle à mettre fin": an infinitive is what is asked for. */
const TO = 'a'
/** "Appelé le Conseil", but "signé le 5 mai". */
const THE = 'le'
const INFINITIVE = /..(?:er|ir|re)$/
const RELATIVES = new Set(['which', 'that', 'who', 'whom', 'qui', 'que', 'qu', 'dont', 'laquelle', 'lequel'])
/** "L'a chargé": him or her, before the auxiliary. */
const ELIDED = 'l'
/** "Que Dieu l'assiste" is no clause about the subject. */
const GOD = 'dieu'
const PERSONS = new Set(['nous', 'we'])

export function latinFinder(language: 'en' | 'fr'): DraftFinder {
  const book = latinLexicon(language)
  const { adverbEnding, ...lists } = statementWords[language]
  const sets: Sets = wordSets(lists)
  const tools: Tools = { sets, ending: adverbEnding, objects: objectWords(language), language }
  return {
    drafts: (clause) => draftsIn(clause, book, tools),
    addressees: (clause, draft, end) => addressees(clause, draft, end, tools),
  }
}

function draftsIn(clause: Clause, book: PhraseBook<VerbForm[]>, tools: Tools): Draft[] {
  const state: State = { drafts: [], sentence: 0, moods: new Set() }
  for (let at = 0; at < clause.words.length; at += 1) {
    const text = clause.words[at]?.form.text ?? ''
    if (tools.sets.ends.has(text)) endSentence(clause, state, at)
    const match = named(clause, at) ? undefined : book.at(clause.words, at)
    const draft = match && draftAt(clause, tools, state, match)
    if (draft) {
      state.drafts.push(draft, ...furtherLatin(clause, tools, draft))
      state.moods.add(draft.form.mood)
      at = match.to - 1
    }
  }
  return state.drafts
}

/** "United Nations Support Mission": no word of a name is a verb. */
function named({ mentions }: Clause, at: number): boolean {
  return mentions.some(({ name, match }) => name.kind === 'organisation' && match.from < at && at < match.to)
}

function endSentence({ words }: Clause, state: State, at: number): void {
  const abbreviation =
    words[at]?.form.text === '.' &&
    (words[at - 1]?.form.text.length ?? 0) <= 2 &&
    words[at - 1]?.form.kind === 'word'
  if (abbreviation) return
  state.sentence = at + 1
  state.moods.clear()
}

function draftAt(clause: Clause, tools: Tools, state: State, match: Match<VerbForm[]>): Draft | undefined {
  const { words } = clause
  for (const form of match.value) {
    if (form.verb.needs && !follows(words, match.to, form.verb.needs, tools.sets.ends)) continue
    const other =
      form.verb.not?.includes(words[match.to]?.form.text ?? '') && !ownsBehind(words, tools, match.to)
    if (other || bracketed(words, match)) continue
    const subject = placed(clause, tools, state, match, form)
    if (!subject) continue
    const category = categoryOf(words, tools, match, form)
    if (category) {
      return {
        from: match.from,
        to: match.to,
        form,
        category,
        rest: match.to,
        subject: subject.text ?? state.drafts.at(-1)?.subject,
      }
    }
  }
  return undefined
}

/** "Held in Riyadh today its 40th session". */
function ownsBehind(words: readonly Word[], { sets }: Tools, from: number): boolean {
  return words.slice(from, from + OBJECT_REACH).some(({ form }) => sets.owner.has(form.text))
}

/** "(Adopted)" is a remark on the paragraph. */
function bracketed(words: readonly Word[], { from, to }: Match<VerbForm[]>): boolean {
  return words[from - 1]?.form.text === '(' && words[to]?.form.text === ')'
}

/** Whether an operative verb stands here; with its subject where that opens the sentence. */
function placed(
  clause: Clause,
  tools: Tools,
  state: State,
  match: Match<VerbForm[]>,
  form: VerbForm,
): { text?: string } | undefined {
  const { words } = clause
  if (inAddress(words, tools, state.sentence)) return undefined
  const helped = auxiliaryBefore(words, tools, state, match.from, form)
  if (helped === undefined) return undefined
  const elided = form.mood === 'past' && words[helped - 1]?.form.text === ELIDED
  const before = beforeAdverbs(words, tools, elided ? helped - 1 : helped, state.sentence)
  const previous = words[before]?.form.text ?? ''
  const start = before < state.sentence || onlyMarks(words, tools, state.sentence, before)
  if (start) return startsClause(clause, tools, match, form) ? {} : undefined
  if (form.verb.start) return undefined
  if (form.mood === 'we') return tools.sets.relative.has(previous) ? undefined : {}
  const joined = COMMAS.has(previous) || tools.sets.lead.has(previous) || previous === ';'
  const bare = helped === match.from && match.to - match.from === 1
  const apart = COMMAS.has(previous) && previous !== ')' && bare
  if (form.verb.category === 'CONVENED' && (apart || tools.sets.relative.has(previous))) return undefined
  if (form.mood === 'participle') return joined && participleFits(words, state, form, before) ? {} : undefined
  const by = words[match.to]?.form.text === 'by' && form.verb.category !== 'CONVENED'
  if (tools.sets.relative.has(previous) || by) return undefined
  if (joined && state.moods.has(form.mood))
    return form.mood === 'base' && infinitive(words, state, before, form) ? undefined : {}
  return afterSubject(clause, tools, state, before, form)
}

/** "To advance our interests and support …": "and" joins it to the infinitive, where it says what is to be done. */
function infinitive(words: readonly Word[], { drafts }: State, before: number, { verb }: VerbForm): boolean {
  const last = drafts.at(-1)?.to ?? 0
  return (
    !verb.object &&
    TO_BE_DONE.has(verb.category) &&
    !COMMAS.has(words[before - 1]?.form.text ?? '') &&
    words.slice(last, before).some(({ form }) => form.text === 'to')
  )
}

function startsClause(
  { words, context }: Clause,
  tools: Tools,
  match: Match<VerbForm[]>,
  form: VerbForm,
): boolean {
  if (form.mood === 'present' || form.mood === 'participle') return true
  if (form.mood === 'past' && context.continues) return true
  if (form.mood === 'base' && context.continues && !context.listed) return true
  if (form.mood === 'we')
    return tools.language === 'fr' || PERSONS.has(words[match.from - 1]?.form.text ?? '')
  return tools.language === 'fr' && form.mood === 'past' && form.verb.opening === true
}

/** "In his address, the Secretary General thanked …": one of those present spoke, not the meeting. */
function inAddress(words: readonly Word[], { sets }: Tools, sentence: number): boolean {
  const opening = words.slice(sentence, sentence + ADDRESS_OPENING).map(({ form }) => form.text)
  return (
    sets.within.has(opening[0] ?? '') &&
    opening.some(
      (text, at) => sets.address.has(text) && sets.owner.has(opening[at - 1] ?? opening[at - 2] ?? ''),
    )
  )
}

/** French past participles need "a" or "ont"; what is reflexive needs "s'est", what is not must not have it. */
function auxiliaryBefore(
  words: readonly Word[],
  tools: Tools,
  state: State,
  at: number,
  form: VerbForm,
): number | undefined {
  if (tools.language === 'en' || form.mood !== 'past') return at
  let auxiliary = at - 1
  while (
    auxiliary > at - 4 &&
    isAdverb(words[auxiliary], tools) &&
    !tools.sets.auxiliary.has(words[auxiliary]?.form.text ?? '')
  )
    auxiliary -= 1
  if (!tools.sets.auxiliary.has(words[auxiliary]?.form.text ?? ''))
    return state.moods.has('past') && !form.verb.opening ? elided(words, tools, at) : undefined
  const before = tools.sets.adverbialPronoun.has(words[auxiliary - 1]?.form.text ?? '')
    ? auxiliary - 2
    : auxiliary - 1
  const reflexive = tools.sets.reflexive.has(words[before]?.form.text ?? '')
  if (reflexive !== (form.verb.reflexive === true)) return undefined
  return reflexive ? before : auxiliary
}

/** "A condamné les attentats, exprimé ses condoléances et rendu hommage": said once for all of them. */
function elided(words: readonly Word[], { sets }: Tools, at: number): number | undefined {
  const before = words[at - 1]?.form.text ?? ''
  const next = words[at + 1]?.form.text ?? ''
  const behind = words[at + 2]?.form
  const object =
    (next === THE && behind?.kind !== 'number') || (next === TO && INFINITIVE.test(behind?.text ?? ''))
  const passive = sets.passive.has(next) && !object
  return (before === ',' || CONJUNCTIONS.has(before)) && !passive ? at : undefined
}

/** The word before adverbs and asides such as "in this regard". */
function beforeAdverbs(words: readonly Word[], tools: Tools, from: number, sentence: number): number {
  const { aside, asideLinks, pronoun } = tools.sets
  let at = from - 1
  if (pronoun.has(words[at]?.form.text ?? '')) at -= 1
  if (COMMAS.has(words[at]?.form.text ?? '') && aside.has(words[at - 1]?.form.text ?? '')) at -= 1
  for (; at >= sentence; at -= 1) {
    if (isAdverb(words[at], tools)) continue
    if (!aside.has(words[at]?.form.text ?? '') || !asideLinks.has(words[at - 1]?.form.text ?? '')) break
    while (asideLinks.has(words[at - 1]?.form.text ?? '')) at -= 1
  }
  return at
}

function isAdverb(word: Word | undefined, { sets, ending }: Tools): boolean {
  const text = word?.form.text ?? ''
  return (
    sets.adverb.has(text) ||
    (text.length > ending.length + 2 && text.endsWith(ending) && !sets.agents.has(text))
  )
}

/** A number, marks, or "and" behind a semicolon. */
function onlyMarks(words: readonly Word[], { sets }: Tools, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    const form = words[at]?.form
    if (
      form?.kind === 'word' &&
      form.text.length > 1 &&
      !(from > 0 && CONJUNCTIONS.has(form.text) && sets.lead.has(form.text))
    )
      return false
  }
  return true
}

/** ", stressing that", "and while welcoming": goes on from a statement, or from another participle. */
function participleFits(words: readonly Word[], state: State, form: VerbForm, before: number): boolean {
  const previous = words[before]?.form.text ?? ''
  if (WHILE.has(previous) && before === state.sentence) return true
  if (state.moods.size === 0 && state.drafts.length === 0) return false
  if (form.verb.opening) return COMMAS.has(previous)
  const joined = CONJUNCTIONS.has(previous) && COMMAS.has(words[before - 1]?.form.text ?? '')
  if (joined || previous === 'while' || previous === 'tout') return true
  return COMMAS.has(previous) || state.moods.has('participle')
}

/** The subject that acts opens the sentence, and the verb is the first one behind it. */
function afterSubject(
  { words, mentions, text }: Clause,
  tools: Tools,
  state: State,
  before: number,
  form: VerbForm,
): { text?: string } | undefined {
  const last = words[before]?.form.text ?? ''
  if (state.moods.size > 0 && !tools.sets.agents.has(last))
    return form.mood === 'past' ? besideAnother(words, mentions, before, text) : undefined
  if (RELATIVES.has(words[before - 1]?.form.text ?? '')) return undefined
  const reach = form.verb.category === 'CONVENED' ? CONVENED_REACH : SUBJECT_REACH
  const limit = Math.min(before + 1, state.sentence + reach)
  const opening = words.slice(state.sentence, limit)
  const relative = opening.some(
    (word, at) => RELATIVES.has(word.form.text) && opening[at + 1]?.form.text !== GOD,
  )
  const other = opening.slice(0, 3).some((word) => tools.sets.others.has(word.form.text))
  if (relative || other) return undefined
  const acts = tools.sets.agents.has(last) || opening.some((word) => tools.sets.agents.has(word.form.text))
  const named = mentions.some(
    ({ name, match }) =>
      match.from >= state.sentence && match.from <= state.sentence + 2 && name.kind !== 'place',
  )
  if (!acts && !named) return undefined
  if (form.mood === 'base' && !pluralSubject(opening, tools)) return undefined
  const close = tools.sets.agents.has(last) || COMMAS.has(last) || before - state.sentence <= reach
  if (!close) return undefined
  return before - state.sentence < SUBJECT_REACH
    ? { text: text.slice(words[state.sentence]?.start, words[before]?.end).trim() }
    : {}
}

/** "…, and Morocco welcomed it": a second subject, named behind "and". */
function besideAnother(
  words: readonly Word[],
  mentions: Clause['mentions'],
  before: number,
  text: string,
): { text: string } | undefined {
  const state = mentions.find(
    ({ name, match }) => name.kind === 'country' && !name.implied && match.to === before + 1,
  )
  if (!state) return undefined
  const { from } = state.match
  const linked = [1, 2].some((back) => CONJUNCTIONS.has(words[from - back]?.form.text ?? ''))
  return linked ? { text: text.slice(words[from]?.start, words[before]?.end) } : undefined
}

function pluralSubject(opening: readonly Word[], tools: Tools): boolean {
  return opening.some(
    ({ form }) =>
      PERSONS.has(form.text) ||
      form.text === 'they' ||
      (form.text.endsWith('s') && tools.sets.agents.has(form.text)),
  )
}

function categoryOf(
  words: readonly Word[],
  tools: Tools,
  match: Match<VerbForm[]>,
  { verb }: VerbForm,
): string | undefined {
  if (verb.object) return ofObject(expressed(words, match.to, OBJECT_REACH, tools), verb)
  if (verb.that && tools.sets.that.has(words[match.to]?.form.text ?? '')) return verb.that
  if (verb.with)
    return (
      expressed(words, match.to, WITH_REACH, tools).find((category) => FEELINGS.has(category)) ??
      verb.category
    )
  return verb.category
}

/** Categories of the words for what is expressed, as far as the sentence goes. */
function expressed(words: readonly Word[], from: number, reach: number, { sets, objects }: Tools): string[] {
  const found: string[] = []
  for (const { form } of words.slice(from, from + reach)) {
    if (sets.ends.has(form.text)) break
    const category = objects.get(form.text)
    if (category) found.push(category)
  }
  return found
}

function ofObject([category]: string[], verb: VerbForm['verb']): string | undefined {
  if (!category) return verb.must ? undefined : verb.category
  if (category === 'DEFAULT') return verb.must || verb.category === 'DECIDE' ? 'AFFIRM' : verb.category
  return category
}

function follows(
  words: readonly Word[],
  from: number,
  needs: readonly string[],
  ends: ReadonlySet<string>,
): boolean {
  for (let at = from; at < Math.min(words.length, from + NEEDED_REACH); at += 1) {
    const text = words[at]?.form.text ?? ''
    if (ends.has(text)) return false
    if (needs.includes(text)) return true
  }
  return false
}

function addressees({ words, text, mentions }: Clause, draft: Draft, end: number, { sets }: Tools): string[] {
  if (!ADDRESSING.has(draft.category)) return []
  let start = draft.to
  while (sets.addressSkip.has(words[start]?.form.text ?? '')) start += 1
  const toDo = words[start - 1]?.form.text === TO && INFINITIVE.test(words[start]?.form.text ?? '')
  if (toDo) return []
  if (sets.that.has(words[start]?.form.text ?? '')) {
    const named = mentions.find(({ match }) => match.from === start + 1)?.match
    return named ? [text.slice(words[named.from]?.start, words[named.to - 1]?.end)] : []
  }
  for (let at = start; at < Math.min(end, start + LONGEST_ADDRESS); at += 1) {
    const form = words[at]?.form
    if (!form || form.text === ',' || sets.ends.has(form.text)) return []
    if (sets.addressEnd.has(form.text))
      return at > start ? [text.slice(words[start]?.start, words[at - 1]?.end)] : []
  }
  return []
}
