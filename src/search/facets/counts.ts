/**
 * What is to be counted for each facet? Its counts ignore its own selection, so that a reader sees what else could
 * be chosen. Selections are a post filter: facets without one are counted under all of them at once, each of the
 * others under the selections of the others. Only the facets that were asked for cost anything.
 */
import type { estypes } from '@elastic/elasticsearch'
import { ALL, DOCUMENTS, TEXTS } from '../names.js'
import { MAX_RESULTS, type Question } from '../parameters.js'
import { FACETS, type Facet, hasAny, NONE, type Selections, selected, split } from './facets.js'

type Query = estypes.QueryDslQueryContainer
type Aggregation = estypes.AggregationsAggregationContainer
type Aggregations = Record<string, Aggregation>
type Counted = Selections & Pick<Question, 'facets'>

/** Values of a facet that are listed; the others are found by their names. */
const LISTED = 100
/** Days of which the months are made. */
const DAYS = 2000
const EXACT_DOCUMENTS = 40_000
/** Of one value; beyond it the number is an estimate. Each value costs memory for so many. */
const EXACT_DOCUMENTS_OF_VALUE = 1000

/** Larger numbers of documents are estimates. */
export function documentsAreExact(documents: number): boolean {
  return documents < EXACT_DOCUMENTS
}

/** The facets to count: those that were asked for, else all; months only within one chosen year. */
export function facetsOf(question: Counted): Facet[] {
  const { facets, year, month } = question
  if (facets.length > 0) return FACETS.filter((facet) => facets.includes(facet))
  const months = split(year).wanted.length === 1 || month.length > 0
  return FACETS.filter((facet) => facet !== 'month' || months)
}

/**
 * Counts of the facets, and under `ALL` the number of documents of the whole answer.
 * @param folded whether the number of different texts is wanted, too
 */
export function facetCounts(question: Counted, folded: boolean): Aggregations {
  const facets = facetsOf(question)
  const chosen = facets.filter((facet) => question[facet].length > 0)
  const free = facets.filter((facet) => question[facet].length === 0)
  const common = {
    [DOCUMENTS]: documents(EXACT_DOCUMENTS),
    ...(folded && { [TEXTS]: { cardinality: { field: 'same', precision_threshold: MAX_RESULTS } } }),
    ...Object.assign({}, ...free.map((facet) => counted(facet, []))),
  }
  const filter = selected(question)
  const own = chosen.map((facet) => [
    facet,
    within(selected(question, facet), counted(facet, question[facet])),
  ])
  const all = filter.length > 0 ? { [ALL]: within(filter, common) } : common
  return { ...all, ...Object.fromEntries(own) }
}

/** @param size how many values to list @param include only these */
export function valuesOf(facet: Facet, size: number, include?: string[]): Aggregation {
  const terms = {
    field: facet === 'month' ? 'day' : facet,
    size,
    order: orderOf(facet),
    ...(include && { include }),
  }
  return { terms, aggs: { [DOCUMENTS]: documents(EXACT_DOCUMENTS_OF_VALUE) } }
}

/** Names of the counts of one facet. */
export const countNames = (facet: Facet) => ({
  values: `${facet}.values`,
  none: `${facet}.none`,
  chosen: `${facet}.chosen`,
})

function counted(facet: Facet, values: string[]): Aggregations {
  const names = countNames(facet)
  const counts: Aggregations = {
    [names.values]: valuesOf(facet, facet === 'month' ? DAYS : LISTED),
    [names.none]: { filter: { bool: { must_not: hasAny(facet) } } },
  }
  const { wanted, unwanted } = split(values)
  const named = [...wanted, ...unwanted].filter((value) => value !== NONE)
  // What is chosen has its count even where it is not among the largest.
  if (named.length > 0 && facet !== 'month') counts[names.chosen] = valuesOf(facet, named.length, named)
  return counts
}

function documents(precision_threshold: number): Aggregation {
  return { cardinality: { field: 'document', precision_threshold } }
}

function orderOf(facet: Facet): estypes.AggregationsAggregateOrder {
  return facet === 'year' || facet === 'month' || facet === 'hijriYear'
    ? [{ _key: 'desc' }]
    : [{ _count: 'desc' }, { _key: 'asc' }]
}

function within(filter: Query[], aggs: Aggregations): Aggregation {
  return { filter: { bool: { filter } }, aggs }
}
