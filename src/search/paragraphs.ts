/**
 * Which paragraphs answer, and in which order? With words and by relevance, the plain query counts everything
 * and finds the first 200; the costly query orders those. Whatever comes after them keeps the plain order.
 * Equal scores and equal days are ordered by document and paragraph: pages neither repeat nor miss one.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { ParagraphEntry } from '../fields.js'
import type { Ask } from './engine.js'
import { facetCounts, selected } from './facets.js'
import { highlightBody } from './highlight.js'
import { markQuery } from './marks.js'
import { type Asked, belowText, matching } from './matching.js'
import { RESCORE_WINDOW, rescoreQuery } from './query.js'
import { asksForText } from './reading.js'
import type { FoundParagraph } from './response.js'
import { isEmpty } from './words.js'

type Body = estypes.SearchRequest
type Query = estypes.QueryDslQueryContainer

export type Found = { total: number; aggregations: unknown; hits: FoundParagraph[] }

const TIES: estypes.SortCombinations[] = [{ document: 'asc' }, { ordinal: 'asc' }]
const BY_SCORE: estypes.SortCombinations[] = [{ _score: { order: 'desc' } }, ...TIES]
const ALL_PAGES = { track_total_hits: true, track_scores: true }

/** @param index alias of the paragraphs */
export async function findParagraphs(ask: Ask, index: string, asked: Asked): Promise<Found> {
  const { from, size } = place(asked.question)
  if (!isRanked(asked) || from >= RESCORE_WINDOW) {
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

/** @returns the first result of a page, from 0, and how many it has */
export function place({ page, size }: { page: number; size: number }): { from: number; size: number } {
  return { from: (page - 1) * size, size }
}

export function byDay(order: 'asc' | 'desc'): estypes.SortCombinations {
  return { day: { order, missing: '_last', unmapped_type: 'keyword' } }
}

function isRanked({ question, reading }: Asked): boolean {
  return question.sort === 'relevance' && asksForText(reading)
}

function ranked(asked: Asked): Query {
  return asksForText(asked.reading) ? belowText(matching(asked)) : matching(asked)
}

function counting(asked: Asked): Body {
  const { question } = asked
  return {
    ...ALL_PAGES,
    query: ranked(asked),
    post_filter: { bool: { filter: selected(question) } },
    aggs: facetCounts(question),
    sort: orderOf(asked),
  }
}

function orderOf(asked: Asked): estypes.SortCombinations[] {
  if (isRanked(asked)) return BY_SCORE
  return [byDay(asked.question.sort === 'oldest' ? 'asc' : 'desc'), ...TIES]
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
  const { words, languages } = asked.reading
  const should = isEmpty(words) ? [] : [rescoreQuery(words, languages)]
  const query = { bool: { must: ranked(asked), should, filter: { ids: { values } } } }
  return { query, sort: BY_SCORE, track_scores: true, track_total_hits: false }
}

function beyond(asked: Asked, size: number): Body {
  const { aggs: _, ...body } = counting(asked)
  return { ...body, ...content(asked, RESCORE_WINDOW, size) }
}

function content({ question, reading }: Asked, from: number, size: number): Body {
  if (!asksForText(reading)) return { from, size }
  const highlight_query = markQuery(reading.texts, question.match)
  return { from, size, highlight: { ...highlightBody(reading.languages), highlight_query } }
}

function found(response: estypes.SearchResponse<ParagraphEntry>): Found {
  const { total, hits } = response.hits
  return { total: (total as estypes.SearchTotalHits).value, aggregations: response.aggregations, hits }
}
