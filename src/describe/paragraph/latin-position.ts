/** What stands before an English or French verb: its auxiliary, adverbs and asides, or nothing but marks? */
import { COMMAS, CONJUNCTIONS, INFINITIVE, isAdverb, type State, TO, type Tools } from './latin-tools.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

/** "Appelé le Conseil", but "signé le 5 mai". */
const THE = 'le'

/** French past participles need "a" or "ont"; what is reflexive needs "s'est", what is not must not have it. */
export function auxiliaryBefore(
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
export function beforeAdverbs(words: readonly Word[], tools: Tools, from: number, sentence: number): number {
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

/** A number, marks, or "and" behind a semicolon. */
export function onlyMarks(words: readonly Word[], { sets }: Tools, from: number, to: number): boolean {
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
