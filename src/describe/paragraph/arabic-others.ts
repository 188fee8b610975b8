/** Whose verb is it not? Signs that an Arabic verb belongs to another subject, or is no verb. */
import type { Agent } from './arabic-agent.js'
import { ARTICLE, article, type Sets } from './arabic-tools.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

/** Ends like a feminine noun or its plural. */
const FEMININE = /(?:[\u0629\u0647]|\u0627\u062A)$/u

export function lacksObject(
  form: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  { adverb }: Sets,
): boolean {
  if (!form.verb.by || form.pronoun) return false
  let next = agent?.to ?? at + 1
  while (adverb.has(words[next]?.form.text ?? '')) next += 1
  const object = words[next]?.form.text ?? ''
  return !form.verb.by.some((beginning) => object.startsWith(beginning))
}

/** "Was adopted by virtue of": the same letters as "adopted", but no object follows. */
export function adoptedBy(
  { verb, mood }: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  sets: Sets,
): boolean {
  const next = words[at + 1]?.form.text ?? ''
  return verb.category === 'ADOPT' && mood === 'past' && !agent && sets.byVirtue.has(next) && !verb.needs
}

/** "Most speakers pointed to": between the verb and its preposition stands a subject that is none of those that act. */
export function hasOther(
  { verb, pronoun }: VerbForm,
  words: readonly Word[],
  at: number,
  agent: Agent | undefined,
  { adverb }: Sets,
): boolean {
  if (!verb.needs || agent || pronoun) return false
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

/**
 * "And these resolutions called for": the subject behind the verb is a text that speaks. In "endorses the plan" it is the
 * object, for the verb is not feminine as the plan is.
 */
export function saysOther(words: readonly Word[], sets: Sets, at: number, { feminine }: VerbForm): boolean {
  const next = words[at + 1]?.form.text ?? ''
  if (FEMININE.test(next) && !feminine) return false
  const after = words[at + 2]?.form.text ?? ''
  return (
    sets.others.has(next) ||
    (sets.demonstrative.has(next) &&
      (sets.others.has(after) || !sets.agents.has(after)) &&
      after.startsWith(ARTICLE))
  )
}
