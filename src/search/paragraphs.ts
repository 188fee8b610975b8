/**
 * Which paragraphs answer, and in which order? With words and by relevance, the plain query counts everything
 * and finds the first 200; the costly query orders those. Whatever comes after them keeps the plain order.
 * Equal scores and equal days are ordered by document and paragraph: pages neither repeat nor miss one.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { ParagraphEntry } from '../fields.js'
import type { Language, Role } from '../model.js'
import type { Ask } from './engine.js'
import { facetCounts, fixedFilters, selected } from './facets.js'
import { highlightBody } from './highlight.js'
import { type Mode, markQuery, RESCORE_WINDOW, rescoreQuery, textQuery } from './query.js'
import type { Question } from './request.js'
import type { FoundParagraph } from './response.js'
import type { Words } from './words.js'

type Body = estypes.SearchRequest
type Query = estypes.QueryDslQueryContainer

/** A question with its words read. */
export type Asked = { question: Question; words: Words; languages: Language[]; mode: Mode }

export type Found = { total: number; aggregations: unknown; hits: FoundParagraph[] }

const TIES: estypes.SortCombinations[] = [{ document: 'asc' }, { ordinal: 'asc' }]
const BY_SCORE: estypes.SortCombinations[] = [{ _score: { order: 'desc' } }, ...TIES]
const ALL_PAGES = { track_total_hits: true, track_scores: true }

/** @param index alias of the paragraphs */
export async function findParagraphs(ask: Ask, index: string, asked: Asked): Promise<Found> {
  const { from, size } = place(asked.question)
  if (!isRanked(asked.question) || from >= RESCORE_WINDOW) {
    return found(await ask<ParagraphEntry>(index, { ...counting(asked), ...content(asked, from, size) }))
  }
  const first = await ask<ParagraphEntry>(index, { ...counting(asked), ...IDS_ONLY })
  if (first.hits.hits.length <= from) return { ...found(first), hits: [] }
  const inside = Math.min(size, RESCORE_WINDOW - from)
  const ranked = await ask<ParagraphEntry>(index, {
    ...within(asked, idsOf(first)),
    ...content(asked, from, inside),
  })
  const rest = size > inside ? await ask<ParagraphEntry>(index, beyond(asked, size - inside)) : undefined
  return { ...found(first), hits: [...ranked.hits.hits, ...(rest?.hits.hits ?? [])] }
}

/** What words and filters find; facets are a post filter, so that each can be counted without itself. */
function matching({ question, words, languages, mode }: Asked): Query {
  const must = question.q ? [belowText(textQuery(words, languages, mode, question.match))] : []
  return { bool: { must, filter: fixedFilters(question) } }
}

/** Covers and headings are short, so that a word in them weighs much; but a reader wants what was said. */
function belowText(positive: Query): Query {
  const negative = { terms: { role: ['cover', 'heading', 'signature'] satisfies Role[] } }
  return { boosting: { positive, negative, negative_boost: 0.3 } }
}

/** @returns the first result of a page, from 0, and how many it has */
export function place({ page, size }: { page: number; size: number }): { from: number; size: number } {
  return { from: (page - 1) * size, size }
}

export function byDay(order: 'asc' | 'desc'): estypes.SortCombinations {
  return { day: { order, missing: '_last', unmapped_type: 'keyword' } }
}

function isRanked({ q, sort }: Question): boolean {
  return q !== '' && sort === 'relevance'
}

function counting(asked: Asked): Body {
  const { question } = asked
  return {
    ...ALL_PAGES,
    query: matching(asked),
    post_filter: { bool: { filter: selected(question) } },
    aggs: facetCounts(question),
    sort: orderOf(question),
  }
}

function orderOf(question: Question): estypes.SortCombinations[] {
  if (isRanked(question)) return BY_SCORE
  return [byDay(question.sort === 'oldest' ? 'asc' : 'desc'), ...TIES]
}

/** The id of a paragraph is made of its document and ordinal, which are quicker to read than the entry. */
const IDS_ONLY: Body = {
  size: RESCORE_WINDOW,
  _source: false,
  stored_fields: '_none_',
  docvalue_fields: ['document', 'ordinal'],
}

function idsOf(response: estypes.SearchResponse<ParagraphEntry>): string[] {
  return response.hits.hits.map(({ fields }) => `${fields?.document[0]}-${fields?.ordinal[0]}`)
}

function within(asked: Asked, values: string[]): Body {
  const { words, languages } = asked
  const query = {
    bool: { must: matching(asked), should: rescoreQuery(words, languages), filter: { ids: { values } } },
  }
  return { query, sort: BY_SCORE, track_scores: true, track_total_hits: false }
}

function beyond(asked: Asked, size: number): Body {
  const { aggs: _, ...body } = counting(asked)
  return { ...body, ...content(asked, RESCORE_WINDOW, size) }
}

function content({ question, words, languages }: Asked, from: number, size: number): Body {
  if (!question.q) return { from, size }
  const highlight_query = markQuery(words, languages, question.match)
  return { from, size, highlight: { ...highlightBody(languages), highlight_query } }
}

function found(response: estypes.SearchResponse<ParagraphEntry>): Found {
  const { total, hits } = response.hits
  return { total: (total as estypes.SearchTotalHits).value, aggregations: response.aggregations, hits }
}
