/**
 * What may a reader be typing? Names of documents, meetings, bodies, countries, verbs, places and more in which every
 * typed word begins a word, whatever the hamza seats, accents and case, and behind the particles that Arabic writes onto it;
 * with what choosing one leads to.
 */
import { LANGUAGES, type Language } from '../../model.js'
import { comparedName, type Entry, type SuggestedKind, wordsOfName } from './catalogue.js'
import { withoutParticles } from './spelling.js'

export type Suggestion = {
  kind: SuggestedKind
  /** Key of the document or meeting, or value of the facet. */
  value: string
  label: string
  /** Language of the label. */
  language: Language
  /** Paragraphs. */
  count: number
  /** Address that choosing it leads to. */
  url: string
  /** Where it is a filter of `/api/search`. */
  filter?: { name: string; value: string }
}

/** The beginning of a word of a name, and the same without the particles that may be written onto it. */
type Typed = { start: string; bare: string }

/** Of one kind, so that many documents do not hide the country that is meant. */
const MOST_OF_KIND = 4

/** @param language of labels, and of the documents that come first */
export function suggestionsFor(
  entries: Entry[],
  text: string,
  language: Language,
  size: number,
): Suggestion[] {
  const words = wordsOfName(text).map((word) => ({ start: ` ${word}`, bare: ` ${withoutParticles(word)}` }))
  if (words.length === 0) return []
  const found = entries.flatMap((entry) => {
    const rank = rankOf(entry, words)
    return rank > 0 ? [{ entry, rank: rank + (entry.language === language ? 0.5 : 0) }] : []
  })
  found.sort(
    (a, b) => b.rank - a.rank || b.entry.count - a.entry.count || (a.entry.value < b.entry.value ? -1 : 1),
  )
  return distinct(found.map(({ entry }) => entry))
    .slice(0, size)
    .map((entry) => toSuggestion(entry, words, language))
}

/** What begins with the very letters comes before what only begins so behind a particle. */
const BEHIND_PARTICLES = 0.25

/** @returns 3 where a name is just that, 2 where one begins so, 1 where the words begin words of it, less behind particles, else 0 */
function rankOf({ names }: Pick<Entry, 'names'>, typed: Typed[]): number {
  const whole = typed.map(({ start }) => start).join('')
  let best = 0
  for (const name of names) {
    if (name === whole) return 3
    if (name.startsWith(whole)) best = 2
    else if (best < 1 && typed.every(({ start }) => name.includes(start))) best = 1
    else if (best === 0 && typed.every(({ start, bare }) => name.includes(start) || name.includes(bare)))
      best = BEHIND_PARTICLES
  }
  return best
}

/** A document is offered once, and of each kind only some. */
function distinct(entries: Entry[]): Entry[] {
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  return entries.filter((entry) => {
    const url = urlOf(entry)
    const before = kinds.get(entry.kind) ?? 0
    if (seen.has(url) || before >= MOST_OF_KIND) return false
    seen.add(url)
    kinds.set(entry.kind, before + 1)
    return true
  })
}

function toSuggestion(entry: Entry, words: Typed[], language: Language): Suggestion {
  const { kind, value, labels, count } = entry
  const chosen = labelLanguage(entry, words, language)
  return {
    kind,
    value,
    label: labels[chosen],
    language: entry.language ?? chosen,
    count,
    url: urlOf(entry),
    ...(!isDocument(kind) && { filter: { name: kind, value } }),
  }
}

/** The reader's own, unless only the label in another language has what was typed. */
function labelLanguage({ labels }: Entry, words: Typed[], language: Language): Language {
  const fits = (one: Language) => rankOf({ names: [comparedName(labels[one])] }, words) > 0
  return [language, ...LANGUAGES].find(fits) ?? language
}

function urlOf({ kind, value }: Entry): string {
  if (isDocument(kind)) return `/d/${encodeURIComponent(value)}`
  return `/?${new URLSearchParams({ [kind]: value })}`
}

function isDocument(kind: SuggestedKind): kind is 'document' | 'symbol' {
  return kind === 'document' || kind === 'symbol'
}
