/**
 * Which facets are there, and how does what is chosen in them narrow? Values of one facet widen, several facets
 * narrow, `-` before a value excludes it, `none` stands for things without one.
 */
import type { estypes } from '@elastic/elasticsearch'
import { firstDay, lastDay } from '../../elastic/days.js'
import type { Question } from '../parameters.js'

type Query = estypes.QueryDslQueryContainer

/** In the order in which they are offered. A facet is one line here and one field of the same name. */
export const FACETS = [
  'body',
  'meeting',
  'type',
  'year',
  'month',
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

/** @returns the values of a facet that were asked for, and those that were excluded by `-` */
export function split(values: string[]): { wanted: string[]; unwanted: string[] } {
  return {
    wanted: values.filter((value) => !value.startsWith('-')),
    unwanted: values.filter((value) => value.startsWith('-')).map((value) => value.slice(1)),
  }
}

function chosen(facet: Facet, values: string[]): Query[] {
  const { wanted, unwanted } = split(values)
  const widen: Query[] =
    wanted.length > 0 ? [{ bool: { should: wanted.map((value) => has(facet, value)) } }] : []
  return [...widen, ...unwanted.map((value) => ({ bool: { must_not: has(facet, value) } }))]
}

function has(facet: Facet, value: string): Query {
  if (value === NONE) return { bool: { must_not: hasAny(facet) } }
  return facet === 'month' ? { prefix: { day: value } } : { term: { [facet]: value } }
}

/** A day that is known only to its year, such as `2016`, has no month. */
export function hasAny(facet: Facet): Query {
  return facet === 'month' ? { regexp: { day: '.{7,}' } } : { exists: { field: facet } }
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
