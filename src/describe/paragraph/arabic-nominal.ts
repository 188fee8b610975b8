/** Where do Arabic participles and verbal nouns state something? */

import { startsSentence } from './arabic-sentence.js'
import { type ArabicTools, article, COMMAS, CONJUNCTIONS, type Sets, type State } from './arabic-tools.js'
import type { Clause } from './statements.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

/** Verbal nouns of these begin no decision: "discussion of", "agreement on" are headings. */
/** From "was" to what was done. */
const PASSIVE_REACH = 5
const NOMINAL = new Set(['PROCEDURE', 'CONVENED', 'DECIDE'])

export function participlePlaced(
  { words }: Clause,
  sets: Sets,
  state: State,
  at: number,
  joined: boolean,
): boolean {
  const before = words[at - 1]?.form
  const comma = before !== undefined && COMMAS.has(before.text)
  if (at === state.sentence || startsSentence(words, sets, state, at)) return true
  if (state.drafts.length === 0) return false
  return comma || (joined && state.participle)
}

/** Verbal nouns: "it was agreed to", "with emphasis on", and the first word of a numbered decision. */
export function nounPlaced(
  clause: Clause,
  { sets }: ArabicTools,
  state: State,
  at: number,
  form: VerbForm,
  joined: boolean,
): { from: number } | undefined {
  const { words } = clause
  const before = words[at - 1]?.form
  const passive = passiveBefore(words, sets, at)
  if (passive !== undefined && passivePlaced(words, sets, state, passive)) return { from: passive }
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

/** "There was a review", "there was, during the meeting, an agreement": behind a preposition a few words may stand between. */
function passiveBefore(
  words: readonly Word[],
  { passive, preposition }: Sets,
  at: number,
): number | undefined {
  for (let index = at - 1; index >= Math.max(0, at - PASSIVE_REACH); index -= 1) {
    const form = words[index]?.form
    if (form?.kind !== 'word') return undefined
    if (!form.stems.some((stem) => passive.has(stem))) continue
    const next = words[index + 1]?.form.text ?? ''
    return index === at - 1 || [...preposition].some((word) => next.startsWith(word)) ? index : undefined
  }
  return undefined
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
