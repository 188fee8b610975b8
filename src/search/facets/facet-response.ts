/** What did Elasticsearch count? Its aggregations as the facets of an answer, with labels for the reader. */
import type { DocumentFacets } from '../../fields.js'
import type { Language } from '../../model.js'
import type { Bucket, FacetCounts } from '../answer.js'
import { dateLabel, label, meetingLabel, pairLabel } from '../labels.js'
import { ALL, DOCUMENTS, TEXTS } from '../names.js'
import type { Question } from '../parameters.js'
import { countNames, facetsOf } from './counts.js'
import { type Facet, NONE, split } from './facets.js'

export type Term = { key: string | number; doc_count: number; [DOCUMENTS]: { value: number } }
type Terms = { buckets: Term[]; sum_other_doc_count: number }
type Counts = Record<string, { value?: number } & Partial<Terms> & { doc_count?: number }>
/** What is known of meetings, by their keys. */
export type Meetings = ReadonlyMap<string, Partial<DocumentFacets>>

/** @param aggregations as asked for by `facetCounts` */
export function toFacets(
  aggregations: unknown,
  question: Question,
  meetings: Meetings,
  language: Language,
): Record<string, FacetCounts> {
  const facets = facetsOf(question).map((facet) => [
    facet,
    toFacet(facet, countsOf(facet, aggregations), question, meetings, language),
  ])
  return withChildren(Object.fromEntries(facets), meetings)
}

/** @returns the numbers of documents and of different texts */
export function totalsIn(aggregations: unknown): { documents: number; texts: number | undefined } {
  const counts = common(aggregations)
  return { documents: counts[DOCUMENTS]?.value ?? 0, texts: counts[TEXTS]?.value }
}

/** Keys of the meetings whose labels are needed. */
export function meetingsIn(aggregations: unknown, question: Question): string[] {
  if (!facetsOf(question).includes('meeting')) return []
  const counts = countsOf('meeting', aggregations)
  const { values, chosen } = countNames('meeting')
  const terms = [...(counts[values]?.buckets ?? []), ...(counts[chosen]?.buckets ?? [])]
  return [...terms.map(({ key }) => String(key))]
}

function common(aggregations: unknown): Counts {
  const counts = aggregations as Counts
  return (counts[ALL] as unknown as Counts | undefined) ?? counts
}

/** A facet with a choice of its own is counted apart. */
function countsOf(facet: Facet, aggregations: unknown): Counts {
  const counts = aggregations as Counts
  return (counts[facet] as unknown as Counts | undefined) ?? common(aggregations)
}

function toFacet(
  facet: Facet,
  counts: Counts,
  question: Question,
  meetings: Meetings,
  language: Language,
): FacetCounts {
  const names = countNames(facet)
  const { wanted } = split(question[facet])
  const listed =
    facet === 'month' ? months(counts[names.values]?.buckets) : (counts[names.values]?.buckets ?? [])
  const more = unlisted(listed, counts[names.chosen]?.buckets ?? [])
  const empty = unlisted([...listed, ...more], wanted.filter((value) => value !== NONE).map(emptyTerm))
  const buckets = [...listed, ...more, ...empty].map((term) =>
    toBucket(facet, term, wanted, meetings, language),
  )
  const counted = more.reduce((sum, term) => sum + term.doc_count, 0)
  const other = (counts[names.values]?.sum_other_doc_count ?? 0) - counted
  return { buckets, other, none: counts[names.none]?.doc_count ?? 0 }
}

export function toBucket(
  facet: Facet,
  term: Term,
  wanted: string[],
  meetings: Meetings,
  language: Language,
): Bucket {
  const value = String(term.key)
  return {
    value,
    label: bucketLabel(facet, value, meetings, language),
    count: term.doc_count,
    documents: term[DOCUMENTS].value,
    selected: wanted.includes(value),
  }
}

export function bucketLabel(facet: Facet, value: string, meetings: Meetings, language: Language): string {
  if (facet === 'year' || facet === 'hijriYear') return value
  if (facet === 'month') return dateLabel(value, language)
  if (facet === 'verbObject') return pairLabel(value, language)
  if (facet !== 'meeting') return label(facet, value, language)
  return meetingLabel({ meeting: value, ...meetings.get(value) }, language)
}

/** A document has one first day, so that the sums are the numbers of documents. */
function months(days: Term[] = []): Term[] {
  const byMonth = new Map<string, Term>()
  for (const { key, doc_count, documents } of days) {
    const month = String(key).slice(0, 7)
    if (month.length < 7) continue
    const sum = byMonth.get(month) ?? emptyTerm(month)
    const value = sum.documents.value + documents.value
    byMonth.set(month, { key: month, doc_count: sum.doc_count + doc_count, documents: { value } })
  }
  return [...byMonth.values()]
}

/** A body has its meetings beneath it. */
function withChildren(facets: Record<string, FacetCounts>, meetings: Meetings): Record<string, FacetCounts> {
  const { body, meeting } = facets
  if (!body || !meeting) return facets
  const buckets = body.buckets.map((bucket) => {
    const children = meeting.buckets.filter(({ value }) => meetings.get(value)?.body === bucket.value)
    return children.length > 0 ? { ...bucket, children } : bucket
  })
  return { ...facets, body: { ...body, buckets } }
}

function unlisted(listed: Term[], terms: Term[]): Term[] {
  const keys = new Set(listed.map((term) => String(term.key)))
  return terms.filter((term) => !keys.has(String(term.key)))
}

/** What is chosen is shown even where nothing has it, so that it can be given up again. */
function emptyTerm(key: string): Term {
  return { key, doc_count: 0, [DOCUMENTS]: { value: 0 } }
}
