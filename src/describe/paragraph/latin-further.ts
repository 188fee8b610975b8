/** "Expressed its concern at …, as well as its regret for …": one English or French verb, several objects of different category. */
import type { Clause, Draft } from './statements.js'
import type { Word } from './words.js'

type Tools = {
  objects: ReadonlyMap<string, string>
  sets: { ends: ReadonlySet<string>; owner: ReadonlySet<string>; and: ReadonlySet<string> }
}

/** Words from the verb to its last object, and from "its" to the noun. */
const REACH = 40
const NOUN_REACH = 3

export function furtherLatin({ words }: Clause, { objects, sets }: Tools, draft: Draft): Draft[] {
  if (!draft.form.verb.object) return []
  const found: Draft[] = []
  let last = draft.category
  for (let at = draft.to + 1; at < Math.min(words.length, draft.to + REACH); at += 1) {
    const text = words[at]?.form.text ?? ''
    if (sets.ends.has(text)) break
    if (!sets.owner.has(text) || !sets.and.has(words[at - 1]?.form.text ?? '')) continue
    const place = objectAt(words, at + 1, objects)
    const category = objects.get(words[place ?? -1]?.form.text ?? '')
    if (place === undefined || !category || category === 'DEFAULT' || category === last) continue
    found.push({ ...draft, from: place, to: place + 1, category, rest: place + 1 })
    last = category
  }
  return found
}

function objectAt(
  words: readonly Word[],
  from: number,
  objects: ReadonlyMap<string, string>,
): number | undefined {
  for (let at = from; at < from + NOUN_REACH; at += 1) if (objects.has(words[at]?.form.text ?? '')) return at
  return undefined
}
