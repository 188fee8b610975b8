/**
 * How do the facets narrow, and what do they count? Values of one facet widen, several facets narrow, and the
 * counts of a facet ignore its own selection, so that a reader sees what else could be chosen.
 * Selections are a post filter; each facet is counted under the selections of all the others.
 */
import type { estypes } from '@elastic/elasticsearch'
import { firstDay, lastDay, type Question } from './request.js'

type Query = estypes.QueryDslQueryContainer
type Aggregation = estypes.AggregationsAggregationContainer
type Aggregations = Record<string, Aggregation>

/** In the order in which they are offered. A facet is one line here and one field of the same name. */
export const FACETS = [
  'body',
  'meeting',
  'type',
  'year',
  'hijriYear',
  'issuer',
  'hostCountry',
  'verb',
  'verbObject',
  'country',
  'place',
  'organisation',
  'cites',
  'role',
  'language',
  'quality',
] as const
export type Facet = (typeof FACETS)[number]

/** Value of the bucket of things without a value. */
export const NONE = 'none'
const MAX_BUCKETS = 100
const EXACT_DOCUMENTS = 40_000

export type Selections = Pick<Question, Facet>

/** What is chosen in every facet but `without`. */
export function selected(question: Selections, without?: Facet): Query[] {
  return FACETS.filter((facet) => facet !== without).flatMap((facet) => chosen(facet, question[facet]))
}

/** What narrows a question and is no facet: days and documents. */
export function fixedFilters(question: Pick<Question, 'from' | 'to' | 'document'>): Query[] {
  const { from, to, document } = question
  const range = { ...(from && { gte: firstDay(from) }), ...(to && { lte: lastDay(to) }) }
  const days: Query[] = from || to ? [{ range: { date: { ...range, relation: 'intersects' } } }] : []
  return [...days, ...chosenDocuments(document)]
}

/** Counts of every facet, and under `selected` the number of documents of the whole answer. */
export function facetCounts(question: Selections): Aggregations {
  const counts = FACETS.map((facet) => [facet, counted(facet, question)])
  return { ...Object.fromEntries(counts), selected: within(selected(question), { documents: DOCUMENTS }) }
}

/** @returns the values of a facet that were asked for, and those that were excluded by `-` */
export function split(values: string[]): { wanted: string[]; unwanted: string[] } {
  return {
    wanted: values.filter((value) => !value.startsWith('-')),
    unwanted: values.filter((value) => value.startsWith('-')).map((value) => value.slice(1)),
  }
}

/** Larger numbers of documents are estimates. */
export function documentsAreExact(documents: number): boolean {
  return documents < EXACT_DOCUMENTS
}

const DOCUMENTS: Aggregation = { cardinality: { field: 'document', precision_threshold: EXACT_DOCUMENTS } }

function counted(facet: Facet, question: Selections): Aggregation {
  const { wanted, unwanted } = split(question[facet])
  const named = [...wanted, ...unwanted].filter((value) => value !== NONE)
  const aggs: Aggregations = { documents: DOCUMENTS, ...(facet === 'meeting' && { example: EXAMPLE }) }
  const buckets: Aggregations = {
    values: { terms: { field: facet, size: MAX_BUCKETS, order: orderOf(facet) }, aggs },
    none: { missing: { field: facet }, aggs: { documents: DOCUMENTS } },
  }
  // What is chosen has its count even where it is not among the largest.
  if (named.length > 0) {
    buckets.chosen = { terms: { field: facet, size: named.length, include: named }, aggs }
  }
  return within(selected(question, facet), buckets)
}

/** One entry of a meeting, from which its label is made. */
const EXAMPLE: Aggregation = {
  top_hits: {
    size: 1,
    _source: ['body', 'meeting', 'meetingKind', 'meetingLevel', 'meetingOrdinal', 'day', 'city'],
  },
}

function orderOf(facet: Facet): estypes.AggregationsAggregateOrder {
  return facet === 'year' || facet === 'hijriYear'
    ? [{ _key: 'desc' }]
    : [{ _count: 'desc' }, { _key: 'asc' }]
}

function within(filter: Query[], aggs: Aggregations): Aggregation {
  return { filter: { bool: { filter } }, aggs }
}

function chosen(field: string, values: string[]): Query[] {
  const { wanted, unwanted } = split(values)
  const widen: Query[] =
    wanted.length > 0 ? [{ bool: { should: wanted.map((value) => has(field, value)) } }] : []
  return [...widen, ...unwanted.map((value) => ({ bool: { must_not: has(field, value) } }))]
}

function has(field: string, value: string): Query {
  if (value === NONE) return { bool: { must_not: { exists: { field } } } }
  return { term: { [field]: value } }
}

function chosenDocuments(values: string[]): Query[] {
  const { wanted, unwanted } = split(values)
  const either = (names: string[]): Query => ({
    bool: { should: ['document', 'key', '_id'].map((field) => ({ terms: { [field]: names } })) },
  })
  return [
    ...(wanted.length > 0 ? [either(wanted)] : []),
    ...(unwanted.length > 0 ? [{ bool: { must_not: either(unwanted) } }] : []),
  ]
}
