/** Does this form of an Arabic verb stand where an operative verb stands? */
import type { Agent } from './arabic-agent.js'
import { nounPlaced, participlePlaced } from './arabic-nominal.js'
import { adoptedBy, hasOther, lacksObject, saysOther } from './arabic-others.js'
import { bareFits, leadsIn, reported, startsSentence, subjectOpens } from './arabic-sentence.js'
import { type ArabicTools, COMMAS, includes, isOne, RELATIVE_REACH, type State } from './arabic-tools.js'
import type { Clause } from './statements.js'
import type { VerbForm } from './verbs.js'

/** Whether the verb stands where an operative verb stands; with the word where the clause begins. */
export function placed(
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
