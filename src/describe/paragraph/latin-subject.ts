/** Whose act is an English or French verb behind its subject? */
import { COMMAS, CONJUNCTIONS, PERSONS, type State, type Tools } from './latin-tools.js'
import type { Clause } from './statements.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

const SUBJECT_REACH = 14
/** "The Extraordinary Session of the … on the situation of … was convened": its subject is long. */
const CONVENED_REACH = 45
const RELATIVES = new Set(['which', 'that', 'who', 'whom', 'qui', 'que', 'qu', 'dont', 'laquelle', 'lequel'])
/** "Que Dieu l'assiste" is no clause about the subject. */
const GOD = 'dieu'

/** The subject that acts opens the sentence, and the verb is the first one behind it. */
export function afterSubject(
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
