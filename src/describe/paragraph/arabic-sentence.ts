/** How does an Arabic sentence begin before its verb: with nothing, a leading word, a phrase, its subject? */
import {
  article,
  COMMAS,
  CONJUNCTIONS,
  includes,
  isOne,
  RELATIVE_REACH,
  type Sets,
  type State,
} from './arabic-tools.js'
import type { Clause } from './statements.js'
import type { Word } from './words.js'

/** Words between a subject that opens the sentence and its verb. */
const SUBJECT_REACH = 8
const REPORTED_REACH = 5
/** Words of an opening phrase before its comma. */
const LEAD_REACH = 6

/** Only words that lead in, or marks, stand before it in the sentence. */
export function startsSentence(words: readonly Word[], sets: Sets, state: State, at: number): boolean {
  for (let index = state.sentence; index < at; index += 1) {
    const form = words[index]?.form
    if (form && form.kind === 'word' && form.text.length > 1 && !sets.lead.has(form.text)) return false
  }
  return true
}

/** "In this context, …": a preposition opens the sentence, or only a few words stand before the comma. */
export function leadsIn(words: readonly Word[], sets: Sets, sentence: number, at: number): boolean {
  const opens = words[sentence]?.form
  return (opens !== undefined && includes(opens.stems, sets.preposition)) || at - sentence <= LEAD_REACH
}

/** "Verily the Council, which met in …, decides": the subject opened the sentence. */
export function subjectOpens(clause: Clause, sets: Sets, state: State, at: number): boolean {
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

/** "The minister explained that the Council renewed": the subject stands between "that" and the verb. */
export function reported(words: readonly Word[], sets: Sets, at: number, { drafts }: State): boolean {
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

/** What may be a noun is a verb behind "as", or behind a comma and "and", where no article follows. */
export function bareFits(
  words: readonly Word[],
  at: number,
  { joined, lead, addressed }: { joined: boolean; lead: boolean; addressed: boolean },
): boolean {
  const comma = COMMAS.has(words[at - 1]?.form.text ?? '')
  return (lead || (joined && comma)) && (addressed || !article(words[at + 1]))
}
