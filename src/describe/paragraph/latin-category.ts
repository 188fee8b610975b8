/** What does an English or French verb do: welcome, condemn, express concern? Where it is empty, its object says so. */
import type { Tools } from './latin-tools.js'
import type { Match } from './phrases.js'
import type { VerbForm } from './verbs.js'
import type { Word } from './words.js'

const OBJECT_REACH = 9
const WITH_REACH = 5
const FEELINGS = new Set(['CONCERN', 'REGRET', 'NOTE_SATISFACTION'])

export function categoryOf(
  words: readonly Word[],
  tools: Tools,
  match: Match<VerbForm[]>,
  { verb }: VerbForm,
): string | undefined {
  if (verb.object) return ofObject(expressed(words, match.to, OBJECT_REACH, tools), verb)
  if (verb.that && tools.sets.that.has(words[match.to]?.form.text ?? '')) return verb.that
  if (verb.with)
    return (
      expressed(words, match.to, WITH_REACH, tools).find((category) => FEELINGS.has(category)) ??
      verb.category
    )
  return verb.category
}

/** Categories of the words for what is expressed, as far as the sentence goes. */
function expressed(words: readonly Word[], from: number, reach: number, { sets, objects }: Tools): string[] {
  const found: string[] = []
  for (const { form } of words.slice(from, from + reach)) {
    if (sets.ends.has(form.text)) break
    const category = objects.get(form.text)
    if (category) found.push(category)
  }
  return found
}

function ofObject([category]: string[], verb: VerbForm['verb']): string | undefined {
  if (!category) return verb.must ? undefined : verb.category
  if (category === 'DEFAULT') return verb.must || verb.category === 'DECIDE' ? 'AFFIRM' : verb.category
  return category
}

/** "Held in Riyadh today its 40th session". */
export function ownsBehind(words: readonly Word[], { sets }: Tools, from: number): boolean {
  return words.slice(from, from + OBJECT_REACH).some(({ form }) => sets.owner.has(form.text))
}
