/**
 * Which English and French verbs of a paragraph are operative? Those that open it, follow the subject that opens it,
 * or go on from a statement before them; not those of relative clauses and of passives.
 */
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { addressees } from './latin-addressees.js'
import { categoryOf, ownsBehind } from './latin-category.js'
import { furtherLatin } from './latin-further.js'
import { auxiliaryBefore, beforeAdverbs, onlyMarks } from './latin-position.js'
import { afterSubject } from './latin-subject.js'
import { COMMAS, CONJUNCTIONS, PERSONS, type State, type Tools } from './latin-tools.js'
import type { Match, PhraseBook } from './phrases.js'
import type { Clause, Draft, DraftFinder } from './statements.js'
import { latinLexicon, objectWords, type VerbForm } from './verbs.js'
import { type Word, wordSets } from './words.js'

const ADDRESS_OPENING = 5
const NEEDED_REACH = 30
const TO_BE_DONE = new Set(['SUPPORT', 'ENCOURAGE', 'PROCEDURE', 'ADOPT', 'AFFIRM'])
const WHILE = new Set(['while', 'whilst'])
/** "L'a chargé": him or her, before the auxiliary. */
const ELIDED = 'l'
/** "Avons décidé": the verb itself says that we did. */
const WE_HAVE = 'avons'

export function latinFinder(language: 'en' | 'fr'): DraftFinder {
  const book = latinLexicon(language)
  const { adverbEnding, ...lists } = statementWords[language]
  const tools: Tools = {
    sets: wordSets(lists),
    ending: adverbEnding,
    objects: objectWords(language),
    language,
  }
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
  const said = beforeAdverbs(words, tools, elided ? helped - 1 : helped, state.sentence)
  const before = decided(clause, form, said) ? said - 1 : said
  const previous = words[before]?.form.text ?? ''
  const start = before < state.sentence || onlyMarks(words, tools, state.sentence, before)
  if (start) return startsClause(clause, tools, match, form) ? {} : undefined
  if (form.verb.start) return undefined
  if (form.mood === 'past' && words[helped]?.form.text === WE_HAVE)
    return tools.sets.relative.has(words[PERSONS.has(previous) ? before - 1 : before]?.form.text ?? '')
      ? undefined
      : {}
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

/** "The Summit decided: to demand …, and to stress …": points below a colon say in the infinitive what was done. */
function decided({ words, context }: Clause, form: VerbForm, before: number): boolean {
  const opens = words.find((word) => word.form.kind === 'word')?.form.text === 'to'
  return opens && form.mood === 'base' && context.continues === true && words[before]?.form.text === 'to'
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
      (text, at) =>
        sets.address.has(text) && opening.slice(Math.max(at - 2, 0), at).some((word) => sets.owner.has(word)),
    )
  )
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
