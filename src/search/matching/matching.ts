/**
 * Which paragraphs, or documents, hold what was asked for? Pure: one query for either index, with the score by
 * which they are ordered. Facets are no part of it, so that each can be counted without itself.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Role } from '../../model.js'
import { fixedFilters } from '../facets/facets.js'
import type { Reading } from '../language/reading.js'
import type { Question } from '../parameters.js'
import { type Clauses, clausesOf } from './clauses.js'
import { anyOf, type Mode, textQuery } from './query.js'
import { isEmpty, languagesOf } from './words.js'

type Query = estypes.QueryDslQueryContainer

/** A question with its words read; `within` names the documents whose paragraphs are wanted. */
export type Asked = { question: Question; reading: Reading; mode: Mode; within?: string[] }

/** @returns what holds everything that is wanted, and nothing that is not */
export function matching(asked: Asked): Query {
  const { question, reading, within } = asked
  if (reading.hollow) return { match_none: {} }
  if (within) return bestOfDocuments(asked, within)
  const { must, filter, must_not } = required(asked)
  return {
    bool: { must, filter: [...filter, ...fixedFilters(question)], must_not },
  }
}

/** Covers and headings are short, so that a word in them weighs much; but a reader wants what was said. */
export function belowText(positive: Query): Query {
  const negative = { terms: { role: ['cover', 'heading', 'signature'] satisfies Role[] } }
  return { boosting: { positive, negative, negative_boost: 0.3 } }
}

function required({ question, reading, mode }: Asked): Clauses {
  const { words, others } = reading
  const clauses = clausesOf(others, question.match)
  if (isEmpty(words)) return clauses
  const languages = languagesOf([words.loose, ...words.phrases].join(' '))
  return { ...clauses, must: [textQuery(words, languages, mode, question.match), ...clauses.must] }
}

/** Of documents that hold everything, the paragraphs with any of it. */
function bestOfDocuments({ question, reading }: Asked, within: string[]): Query {
  const { must } = required({ question, reading, mode: 'any' })
  const filter = [{ terms: { document: within } }, ...fixedFilters(question)]
  return { bool: { must: must.length > 0 ? anyOf(must) : [], filter } }
}
