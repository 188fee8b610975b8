/** Which category has an Arabic verb whose sense lies in what follows: "expressed its concern", "renewed its condemnation"? */
import type { ArabicTools } from './arabic-tools.js'
import type { Clause, Draft } from './statements.js'
import type { Verb, VerbForm } from './verbs.js'
import { spelling, type Word } from './words.js'

const OBJECT_REACH = 7
const PHRASE_REACH = 4
const SECOND_REACH = 40
const FEELINGS = new Set(['CONCERN', 'REGRET', 'NOTE_SATISFACTION'])
/** Verbal nouns that only give weight: with "rejection" behind them they reject. */
const EMPHASIS = new Set(['STRESS', 'AFFIRM'])
const CONJUNCTION = '\u0648'
const OUT = spelling('\u0639\u0646')
const COMMA = '\u060C'

/** @param at the verb @param rest first word behind the subject; nothing where the verb makes no statement without a known object */
export function arabicCategory(
  clause: Clause,
  tools: ArabicTools,
  form: VerbForm,
  at: number,
  rest: number,
): string | undefined {
  const { verb } = form
  const { words } = clause
  const near = words.slice(rest, rest + PHRASE_REACH)
  if (verb.object) return ofObject(words, tools, form, rest)
  if (verb.again && near.some((word) => tools.sets.again.has(word.form.text))) return 'REAFFIRM'
  const weighty = form.mood === 'noun' && EMPHASIS.has(verb.category)
  if (weighty && tools.sets.with.has(words[at - 1]?.form.text ?? ''))
    return emphasised(near, tools) ?? verb.category
  if (verb.that && near.some((word) => tools.sets.that.has(word.form.text))) return verb.that
  if (verb.with)
    return (
      near.map((word) => objectOf(word, tools)).find((category) => category && FEELINGS.has(category)) ??
      verb.category
    )
  return verb.category
}

function ofObject(
  words: readonly Word[],
  tools: ArabicTools,
  { verb }: VerbForm,
  rest: number,
): string | undefined {
  const object = objectAt(words, tools, rest, verb)
  if (!object) return verb.must ? undefined : verb.category
  if (object.category === 'DEFAULT') return verb.must || verb.category === 'DECIDE' ? 'AFFIRM' : verb.category
  return object.category
}

/** The first word for what is expressed; behind "of" where the verb has it. */
function objectAt(
  words: readonly Word[],
  tools: ArabicTools,
  rest: number,
  { needs }: Verb,
): { at: number; category: string } | undefined {
  const reach = needs?.includes(OUT) ? OBJECT_REACH * 2 : 1
  const out = words.findIndex((word, at) => at >= rest && at < rest + reach && word.form.text === OUT)
  const from = out < 0 ? rest : out + 1
  for (let at = from; at < from + OBJECT_REACH; at += 1) {
    const word = words[at]
    if (
      !word ||
      tools.sets.ends.has(word.form.text) ||
      word.form.text === COMMA ||
      tools.sets.that.has(word.form.text)
    )
      return undefined
    const category = objectOf(word, tools)
    const next = words[at + 1]
    const closer =
      category === 'DEFAULT' && next && tools.sets.affirming.has(word.form.text)
        ? objectOf(next, tools)
        : undefined
    if (closer) return { at: at + 1, category: closer }
    if (category) return { at, category }
  }
  return undefined
}

function objectOf(word: Word, tools: ArabicTools): string | undefined {
  const stem = word.form.stems.find((candidate) => tools.objects.has(candidate))
  return stem === undefined ? undefined : tools.objects.get(stem)
}

function emphasised(near: readonly Word[], tools: ArabicTools): string | undefined {
  const category = near
    .slice(0, 2)
    .map((word) => objectOf(word, tools))
    .find((found) => found)
  return category === 'DEFAULT' ? undefined : category
}

/** "Their concern …, of their support … and their condemnation": one verb, several objects of different category. */
export function furtherObjects(clause: Clause, tools: ArabicTools, draft: Draft): Draft[] {
  if (!draft.form.verb.object) return []
  const { words } = clause
  const first = objectAt(words, tools, draft.rest, draft.form.verb)
  if (!first || first.category === 'DEFAULT') return []
  const owner = ownerOf(words[first.at], tools)
  const found: Draft[] = []
  let last = { at: first.at, category: draft.category }
  for (let at = first.at + 1; at < Math.min(words.length, last.at + SECOND_REACH); at += 1) {
    const text = words[at]?.form.text ?? ''
    if (tools.sets.ends.has(text) || tools.lexicon.has(text)) break
    const place = text === CONJUNCTION + OUT ? at + 1 : at
    const category = place > at ? ofOwner(words[place], tools) : joinedObject(text, tools)
    if (!category || category === 'DEFAULT' || category === last.category) continue
    if (!owner || ownerOf(words[place], tools) !== owner) continue
    found.push({ ...draft, from: place, to: place + 1, category, rest: place + 1 })
    last = { at: place, category }
  }
  return found
}

function joinedObject(text: string, { objects }: ArabicTools): string | undefined {
  return text.startsWith(CONJUNCTION) ? objects.get(text.slice(1)) : undefined
}

function ofOwner(word: Word | undefined, tools: ArabicTools): string | undefined {
  return word && objectOf(word, tools)
}

/** Whose concern, whose support: the pronoun at the end of the word. */
function ownerOf(word: Word | undefined, { sets }: ArabicTools): string | undefined {
  return [...sets.owner].find((suffix) => word?.form.text.endsWith(suffix))
}
