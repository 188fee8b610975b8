/** Does this form of an Arabic verb stand where an operative verb stands? */
import { nounPlaced, participlePlaced } from './arabic-nominal.js'
import { adoptedBy, hasOther, lacksObject, saysOther } from './arabic-others.js'
import { bareFits, leadsIn, reported, startsSentence, subjectOpens } from './arabic-sentence.js'
import {
  type ArabicTools,
  COMMAS,
  includes,
  isOne,
  RELATIVE_REACH,
  type Sets,
  type Spot,
} from './arabic-tools.js'
import { spelling, type Word } from './words.js'

/** Words from the beginning of a sentence to "his address". */
const ADDRESS_OPENING = 4
const ACCUSATIVE = '\u0627'
/** "Expressed" is spelled like "across", which no "of" follows. */
const OUT = spelling('\u0639\u0646')
/** "While", behind a comma. */
const MEANWHILE = '\u0641\u064A\u0645\u0627'

/** Whether the verb stands where an operative verb stands; with the word where the clause begins. */
export function placed(spot: Spot): { from: number } | undefined {
  const { clause, tools, state, at, form, joined } = spot
  if (inAddress(clause.words, tools.sets, state.sentence)) return undefined
  if (form.mood === 'participle')
    return participlePlaced(clause, tools.sets, state, at, joined) ? { from: at } : undefined
  if ((form.mood === 'noun' || form.bare) && clause.context.listed && state.drafts.length === 0)
    return undefined
  if (form.mood === 'noun') return nounPlaced(clause, tools, state, at, form, joined)
  if (finitePlaced(spot)) return { from: at }
  if (at - state.lastRelative <= RELATIVE_REACH || state.relative.size > 0) state.relative.add(form.mood)
  return undefined
}

/** "And in his address, the Secretary-General affirmed": one of those present spoke, not the meeting. */
function inAddress(words: readonly Word[], { address, within }: Sets, sentence: number): boolean {
  const opens = words[sentence]?.form
  if (!opens || !includes(opens.stems, within)) return false
  return words.slice(sentence, sentence + ADDRESS_OPENING).some(({ form }) => address.has(form.text))
}

function finitePlaced(spot: Spot): boolean {
  const { clause, tools, state, at, form, joined } = spot
  const { words } = clause
  if (foreign(spot)) return false
  if (!joined && isOne(words[at - 1], tools.sets.relative)) return false
  if (form.mood === 'past' && reported(words, tools.sets, at, state)) return true
  if (!joined && tools.sets.subordinator.has(words[at - 1]?.form.text ?? '')) return false
  if (form.mood === 'we') return !form.bare
  return !disagrees(spot) && !couldBeNoun(spot) && opensClause(spot)
}

/** Another subject stands behind the verb, or what it must have is not there. */
function foreign({ clause, tools, at, form, agent }: Spot): boolean {
  const { words } = clause
  const { sets } = tools
  if (agent && !agent.own) return true
  if (form.verb.subject && !form.pronoun && !agent) return true
  const recalls = sets.present.has(words[at - 1]?.form.text ?? '')
  return (
    (!recalls && saysOther(words, sets, at, form)) ||
    adoptedBy(form, words, at, agent, sets) ||
    lacksObject(form, words, at, agent, sets) ||
    hasOther(form, words, at, agent, sets)
  )
}

/** A spelling that is a noun too needs its subject, the object that only the verb has, or the place of a verb. */
function couldBeNoun({ clause, tools, state, at, form, joined, agent }: Spot): boolean {
  const next = clause.words[at + 1]?.form.text ?? ''
  if (!form.bare || agent || form.verb.by || (next === OUT && form.verb.needs?.includes(OUT))) return false
  if (state.several && joined) return true
  const { words } = clause
  const convened = form.verb.category === 'CONVENED' && startsSentence(words, tools.sets, state, at)
  if (convened && tools.sets.preposition.has(next)) return false
  if (form.verb.object && expressed(words[at + 1], tools)) return false
  if (isHow(words[at + 1], tools.sets)) return false
  const addressed =
    form.verb.address !== undefined && tools.sets.addressed.has(words[at + 1]?.form.text ?? '')
  const lead = tools.sets.midLead.has(words[at - 1]?.form.text ?? '')
  return state.mood !== 'past' || !bareFits(words, at, { joined, lead, addressed })
}

/** "And on Palestine they both affirmed": an ending that only verbs have, in a sentence that a preposition opens. */
function certainVerb({ clause, tools, state, form }: Spot): boolean {
  if (!form.several || state.statedInSentence || state.relative.size > 0) return false
  const opens = clause.words[state.sentence]?.form
  return opens !== undefined && includes(opens.stems, tools.sets.preposition)
}

/** "And extended the invitation": what is expressed stands right behind. */
function expressed(next: Word | undefined, { objects }: ArabicTools): boolean {
  return next?.form.stems.some((stem) => objects.has(stem)) === true
}

/** "Highly", "also", "anew" behind it: it is a verb. */
function isHow(next: Word | undefined, { adverb }: Sets): boolean {
  const text = next?.form.text ?? ''
  return text.endsWith(ACCUSATIVE) && adverb.has(text)
}

/** The verb begins its sentence, follows a leading word, "and", an opening phrase or the subject of the sentence. */
function opensClause(spot: Spot): boolean {
  const { clause, tools, state, at, form, joined, agent } = spot
  const { words } = clause
  const before = words[at - 1]?.form.text ?? ''
  const comma = COMMAS.has(before)
  if (startsSentence(words, tools.sets, state, at)) return true
  if (tools.sets.midLead.has(before)) return !(form.pronoun && !COMMAS.has(words[at - 2]?.form.text ?? ''))
  if (before === MEANWHILE && COMMAS.has(words[at - 2]?.form.text ?? '')) return true
  if (joined) return state.drafts.length > 0 || agent !== undefined || comma
  if (state.statedInSentence) return false
  if (comma && leadsIn(words, tools.sets, state.sentence, at)) return true
  if (agent && state.lastRelative < at - RELATIVE_REACH) return true
  if (certainVerb(spot)) return true
  return subjectOpens(clause, tools.sets, state, at)
}

/** A verb of another gender or tense than the paragraph's, with no subject of its own, belongs to something else. */
function disagrees({ clause, tools, state, at, form, joined, agent }: Spot): boolean {
  const before = clause.words[at - 1]?.form.text ?? ''
  if (agent) return false
  if (joined && state.relative.has(form.mood)) return true
  if (!state.mood || tools.sets.present.has(before)) return false
  const atStart = startsSentence(clause.words, tools.sets, state, at)
  if (!atStart && state.feminine !== undefined && state.feminine !== (form.feminine === true)) return true
  if (state.mood === 'participle' || state.mood === 'noun' || form.mood === state.mood) return false
  return !(atStart || (tools.sets.midLead.has(before) && form.mood === 'past'))
}
