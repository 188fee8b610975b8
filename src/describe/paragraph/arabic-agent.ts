/** Who acts? The subject right behind an Arabic verb: the meeting, its members, a state, the body that issues the text. */
import { type ArabicTools, article, type Sets } from './arabic-tools.js'
import type { Clause } from './statements.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

const ADJECTIVE_ENDS = /\u064A\u0647?$/
/** "To the …", "by the …". */
const TO_THE = '\u0644\u0644'
const BY_THE = '\u0628\u0627\u0644'

export type Agent = { to: number; text: string; own: boolean }

/** The subject right behind the verb, if it is one that acts: the meeting, its members, a state, an organisation. */
export function agentAfter(
  clause: Clause,
  { sets, objects }: ArabicTools,
  verb: number,
  form: VerbForm,
): Agent | undefined {
  const { words, mentions, text } = clause
  let at = verb + 1
  while (sets.adverb.has(words[at]?.form.text ?? '')) at += 1
  const first = words[at]
  if (!first) return undefined
  const mention = mentions.find(
    ({ name, match }) => match.from === at && name.kind !== 'place' && !name.implied,
  )
  if (!mention && !sets.agents.has(first.form.text)) return undefined
  const plain = first.form.stems.length === 1 || sets.agents.has(first.form.text)
  if (mention && !plain && !plainName(first, mention.name.id)) return undefined
  const own = !mention || acts(clause, mention.name.id)
  const to = mention?.match.to ?? at + 1
  if (form.verb.address && isAddressed(clause, sets, { first, to, own }, form)) return undefined
  const end = subjectEnd(clause, to, sets, objects)
  return {
    to: end,
    text: text.slice(first.start, words[end - 1]?.end),
    own,
  }
}

/** Behind "calls", "urges", "requests" states and officials are those who are called, unless someone else follows. */
function isAddressed(
  { words }: Clause,
  { addressed, agents }: Sets,
  { first, to, own }: { first: Word; to: number; own: boolean },
  { verb, mood }: VerbForm,
): boolean {
  const next = words[to]?.form.text ?? ''
  if (addressed.has(first.form.text)) return true
  if (own && agents.has(first.form.text)) return false
  return (
    mood !== 'past' ||
    verb.address?.some((word) => (word.length > 1 ? next === word : next.startsWith(word))) === true
  )
}

/** Adjectives, the second part of "His Excellency the President" and "at the level of ministers" belong to the subject. */
function subjectEnd(
  { words, mentions }: Clause,
  from: number,
  { link, adjective, agents }: Sets,
  objects: ArabicTools['objects'],
): number {
  let to = from
  for (;;) {
    const text = words[to]?.form.text ?? ''
    const titled = agents.has(text) && !article(words[to - 1])
    const described =
      article(words[to]) &&
      !agents.has(text) &&
      !objects.has(text) &&
      (adjective.has(text) || ADJECTIVE_ENDS.test(text))
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
  return id.length === 2 && !word.form.text.startsWith(TO_THE) && !word.form.text.startsWith(BY_THE)
}

/** In a document of one organisation, other organisations are not the ones that speak. */
function acts({ context }: Clause, id: string): boolean {
  if (id.length === 2 || context.organisation === undefined) return true
  return (
    id.startsWith(context.organisation) || (context.organisation === 'UN' && /UN|PRES|HRC|ECOSOC/.test(id))
  )
}
