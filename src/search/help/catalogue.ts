/**
 * What is there to be chosen? Every document, meeting, and value of the facets with a name, each with all that it is
 * called; read from the index for all who type, and again when the index is another one. Whether it is is looked at when
 * it was not for a moment, beside the work.
 */
import type { Client, estypes } from '@elastic/elasticsearch'
import { plain } from '../../arabic/fold.js'
import { everyHit } from '../../elastic/pages.js'
import type { DocumentFacets, IndexNames, ParagraphEntry } from '../../fields.js'
import type { Language } from '../../model.js'
import { type Ask, asking, explained } from '../engine.js'
import { keep } from '../kept.js'
import { label, meetingLabel, namesOfValue } from '../labels.js'

/** Facets whose values are known by name. */
const NAMED = ['body', 'country', 'verb', 'place', 'organisation', 'cites', 'type', 'issuer'] as const
export type SuggestedKind = (typeof NAMED)[number] | 'document' | 'symbol' | 'meeting'

export type Entry = {
  kind: SuggestedKind
  /** Key of a document or meeting, or value of the facet. */
  value: string
  /** What the reader sees. */
  labels: Record<Language, string>
  /** Paragraphs. */
  count: number
  /** Of a document. */
  language?: Language
  /** All names, each as its words in the form in which they are compared, a space before each. */
  names: string[]
}

/** Milliseconds after which is looked again. */
const FRESH = 15_000
const MOST_VALUES = 5000
const MOST_DOCUMENTS = 20_000
const WORDS = /[\p{L}\p{M}\p{N}\u0640]+/gu
const ARTICLE = '\u0627\u0644'
const HEAD = [
  ...['document', 'key', 'language', 'symbol', 'title'],
  ...['meeting', 'body', 'meetingKind', 'meetingOrdinal', 'day', 'city'],
] as const
type Head = Pick<ParagraphEntry, 'document' | 'key' | 'language'> & Partial<DocumentFacets>
type Counts = Record<string, Map<string, number>>

/** @returns the entries, at most a moment old; the first time they are read from the index */
export function createCatalogue(client: Client, names: IndexNamesRead) {
  const kept = keep(asking(client), names.paragraphs, () => readAll(client, names), FRESH)
  return async (): Promise<Entry[]> => {
    const known = kept.value()
    if (!known) return kept.refresh()
    kept.refreshBeside()
    return known
  }
}

type IndexNamesRead = Pick<IndexNames, 'paragraphs'>

/** The words of a text as they are compared. */
export function wordsOfName(text: string): string[] {
  return (text.match(WORDS) ?? []).map(plain).filter((word) => word !== '')
}

async function readAll(client: Client, { paragraphs }: IndexNamesRead): Promise<Entry[]> {
  const counts = await readCounts(asking(client), paragraphs)
  const entries = NAMED.flatMap((kind) =>
    [...(counts[kind] ?? [])].map(([value, count]) => valueEntry(kind, value, count)),
  )
  const meetings = new Map<string, Entry>()
  try {
    const first = { term: { ordinal: 1 } }
    for await (const { source } of everyHit<Head>(client, paragraphs, [...HEAD], first)) {
      entries.push(...documentEntries(source, counts.document?.get(source.document) ?? 1))
      const { meeting } = source
      if (meeting !== undefined && !meetings.has(meeting))
        meetings.set(meeting, meetingEntry(meeting, source, counts.meeting?.get(meeting) ?? 1))
    }
  } catch (error) {
    throw explained(error, client, paragraphs)
  }
  return [...entries, ...meetings.values()]
}

async function readCounts(ask: Ask, index: string): Promise<Counts> {
  const sizes = { ...Object.fromEntries(NAMED.map((kind) => [kind, MOST_VALUES])), meeting: MOST_VALUES }
  const aggs = Object.fromEntries(
    Object.entries({ ...sizes, document: MOST_DOCUMENTS }).map(([field, size]) => [
      field,
      { terms: { field, size } },
    ]),
  )
  const { aggregations } = await ask(index, { size: 0, track_total_hits: false, aggs })
  const terms = aggregations as Record<string, { buckets: estypes.AggregationsStringTermsBucketKeys[] }>
  return Object.fromEntries(
    Object.entries(terms).map(([field, { buckets }]) => [
      field,
      new Map(buckets.map(({ key, doc_count }) => [String(key), doc_count])),
    ]),
  )
}

function valueEntry(kind: (typeof NAMED)[number], value: string, count: number): Entry {
  const labels = inEach((language) => label(kind, value, language))
  return { kind, value, labels, count, names: namesFrom([...namesOfValue(kind, value), value]) }
}

function documentEntries({ key, language, symbol, title }: Head, count: number): Entry[] {
  const entry = (kind: 'document' | 'symbol', name: string): Entry => {
    return { kind, value: key, labels: inEach(() => name), count, language, names: namesFrom([name]) }
  }
  return [...(symbol ? [entry('symbol', symbol)] : []), ...(title ? [entry('document', title)] : [])]
}

function meetingEntry(meeting: string, head: Head, count: number): Entry {
  const labels = inEach((language) => meetingLabel(head, language))
  const names = namesFrom([...Object.values(labels), meeting])
  return { kind: 'meeting', value: meeting, labels, count, names }
}

function inEach(text: (language: Language) => string): Record<Language, string> {
  return { ar: text('ar'), en: text('en'), fr: text('fr') }
}

function namesFrom(names: string[]): string[] {
  return [...new Set(names.map(comparedName))]
}

/** The words of a name as they are compared, a space before each; an Arabic one also without its article. */
export function comparedName(name: string): string {
  const words = wordsOfName(name).flatMap((word) =>
    word.startsWith(ARTICLE) && word.length > ARTICLE.length + 1
      ? [word, word.slice(ARTICLE.length)]
      : [word],
  )
  return words.map((word) => ` ${word}`).join('')
}
