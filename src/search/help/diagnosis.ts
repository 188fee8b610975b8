/**
 * Why was nothing found? Which part of the question nothing holds, what would be found without each part and without
 * each filter. Pure: what is to be counted, and what the counts say.
 */
import type { estypes } from '@elastic/elasticsearch'
import { FACETS, type Facet, fixedFilters, selected } from '../facets/facets.js'
import { type Reading, readingOf } from '../language/reading.js'
import type { Clause } from '../language/tree.js'
import { matching } from '../matching/matching.js'
import type { Question } from '../parameters.js'

type Query = estypes.QueryDslQueryContainer
type Counts = Record<string, estypes.AggregationsAggregationContainer>

export type Diagnosis = {
  /** What is counted: with `scope=document` documents that hold it somewhere. */
  of: 'paragraphs' | 'documents'
  words: DiagnosedWord[]
  /** What was chosen, each with what would be found without it. */
  filters: { name: Filter; values: string[]; without: number }[]
  /** What would be found without any filter. */
  unfiltered: number
  /** What would be found, under the filters, if any of the words were enough. */
  anyWord: number
}

/** A word, quotation, group or field of the question. */
export type DiagnosedWord = {
  text: string
  /** How many hold it in the whole collection, and under the filters. */
  everywhere: number
  filtered: number
  /** The question without it, and what that finds under the filters. */
  without?: { q: string; found: number }
}

const DAYS_AND_DOCUMENTS = ['document', 'from', 'to'] as const
export type Filter = Facet | (typeof DAYS_AND_DOCUMENTS)[number]

/** Parts of a question that are looked at one by one. */
const MOST_PARTS = 10

type Part = { text: string; rest: string }

/** Counts for `diagnosisOf`, as filters of one search over everything. */
export function diagnosisCounts(question: Question, reading: Reading): Counts {
  const bare = unfiltered(question)
  const parts = partsOf(reading)
  return {
    unfiltered: counted(bare, reading),
    anyWord: counted({ ...question, words: 'any' }, reading),
    ...named('everywhere', parts, ({ text }) => counted(bare, readingOf(text))),
    ...named('filtered', parts, ({ text }) => counted(question, readingOf(text))),
    ...named('without', parts, ({ rest }) => counted(question, readingOf(rest))),
    ...named('filter', filtersOf(question), (name) => counted(lacking(question, name), reading)),
  }
}

/** @param aggregations as asked for by `diagnosisCounts` */
export function diagnosisOf(question: Question, reading: Reading, aggregations: unknown): Diagnosis {
  const counts = aggregations as Record<string, { doc_count: number } | undefined>
  const count = (name: string) => counts[name]?.doc_count ?? 0
  const parts = partsOf(reading)
  return {
    of: question.scope === 'document' ? 'documents' : 'paragraphs',
    words: parts.map(({ text, rest }, at) => ({
      text,
      everywhere: count(`everywhere.${at}`),
      filtered: count(`filtered.${at}`),
      ...(rest && { without: { q: rest, found: count(`without.${at}`) } }),
    })),
    filters: filtersOf(question).map((name, at) => ({
      name,
      values: [question[name] ?? []].flat(),
      without: count(`filter.${at}`),
    })),
    unfiltered: count('unfiltered'),
    anyWord: count('anyWord'),
  }
}

/** What narrows the question besides its words. */
export function filtersOf(question: Question): Filter[] {
  return [...FACETS, ...DAYS_AND_DOCUMENTS].filter((name) => (question[name]?.length ?? 0) > 0)
}

/** What a reading of the words finds in either index, with all filters of the question. */
export function findingAll(question: Question, reading: Reading): Query {
  const asked = { question, reading, mode: question.words ?? ('all' as const) }
  return { bool: { must: matching(asked), filter: [...selected(question), ...fixedFilters(question)] } }
}

function counted(question: Question, reading: Reading) {
  return { filter: findingAll(question, reading) }
}

function named<T>(name: string, of: T[], count: (one: T) => Counts[string]): Counts {
  return Object.fromEntries(of.map((one, at) => [`${name}.${at}`, count(one)]))
}

/** What is unwanted, too, is a part that can be left out; a question of one part has no rest. */
function partsOf({ all, typed }: Reading): Part[] {
  return all.slice(0, MOST_PARTS).map((clause) => {
    const rest = all.filter((other) => other !== clause)
    return { text: written(clause, typed), rest: rest.map((other) => written(other, typed)).join(' ') }
  })
}

function written({ term, not }: Clause, q: string): string {
  return `${not ? '-' : ''}${q.slice(...term.span)}`
}

function unfiltered(question: Question): Question {
  return filtersOf(question).reduce(lacking, question)
}

function lacking(question: Question, name: Filter): Question {
  return { ...question, [name]: name === 'from' || name === 'to' ? undefined : [] }
}
