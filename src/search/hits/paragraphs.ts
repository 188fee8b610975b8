/**
 * Which paragraphs answer, and in which order? One request: everything is counted, one page is read. By relevance,
 * closeness and parts of words add to the score of what matches; equal scores and equal days are ordered by document
 * and paragraph, so that pages neither repeat nor miss one.
 */
import type { estypes } from '@elastic/elasticsearch'
import { totalOf } from '../../elastic/pages.js'
import type { ParagraphEntry } from '../../fields.js'
import type { Ask } from '../engine.js'
import { facetCounts } from '../facets/counts.js'
import { selected } from '../facets/facets.js'
import { asksForText } from '../language/reading.js'
import { type Asked, belowText, matching } from '../matching/matching.js'
import { closerQuery, replaceable } from '../matching/query.js'
import { isEmpty } from '../matching/words.js'
import { GROUP } from '../names.js'
import { highlightBody } from './highlight.js'
import { markQuery } from './marks.js'
import type { FoundParagraph } from './response.js'

type Body = estypes.SearchRequest
type Query = estypes.QueryDslQueryContainer

/** What was found, for what was asked. */
export type Found = { asked: Asked; total: number; aggregations: unknown; hits: FoundParagraph[] }

/** Paragraphs of each document in an answer that is grouped by documents. */
const BEST = 3
export const TIES: estypes.SortCombinations[] = [{ document: 'asc' }, { ordinal: 'asc' }]
const BY_SCORE: estypes.SortCombinations[] = [{ _score: { order: 'desc' } }, ...TIES]
/** What is kept for the page of a document only. */
export const SHOWN = { excludes: ['evidence'] }

/** @param index alias of the paragraphs */
export async function findParagraphs(ask: Ask, index: string, asked: Asked): Promise<Found> {
  return found(asked, await ask<ParagraphEntry>(index, paragraphsBody(asked)))
}

/** Several questions in one request, answered in their order. */
export async function findAll<const T extends readonly Asked[]>(
  ask: Ask,
  index: string,
  all: T,
): Promise<{ [K in keyof T]: Found }> {
  const responses = await ask.together<ParagraphEntry>(index, all.map(paragraphsBody))
  return responses.map((response, at) => found(all[at] as Asked, response)) as { [K in keyof T]: Found }
}

/** The request as it is sent. */
function paragraphsBody(asked: Asked): Body {
  const { question } = asked
  return {
    query: ranked(asked),
    post_filter: { bool: { filter: selected(question) } },
    aggs: facetCounts(question, folds(asked)),
    sort: orderOf(asked),
    track_total_hits: true,
    track_scores: asksForText(asked.reading),
    ...place(question),
    ...content(asked),
    ...collapsed(asked),
  }
}

/** @returns the first result of a page, from 0, and how many it has */
export function place({ page, size }: { page: number; size: number }): { from: number; size: number } {
  return { from: (page - 1) * size, size }
}

export function byDay(order: 'asc' | 'desc'): estypes.SortCombinations {
  return { day: { order, missing: '_last', unmapped_type: 'keyword' } }
}

function ranked(asked: Asked): Query {
  const { reading, question } = asked
  if (!asksForText(reading)) return matching(asked)
  const { words, languages } = reading
  const closer = isEmpty(words) || question.sort !== 'relevance' ? [] : [closerQuery(words, languages)]
  return belowText({ bool: { must: matching(asked), should: closer } })
}

function orderOf({ question, reading }: Asked): estypes.SortCombinations[] {
  if (question.sort === 'relevance' && asksForText(reading)) return BY_SCORE
  return [byDay(question.sort === 'oldest' ? 'asc' : 'desc'), ...TIES]
}

function content({ question, reading, mode }: Asked): Body {
  if (!asksForText(reading)) return { _source: SHOWN }
  const { match } = question
  const highlight_query = markQuery(reading.texts, match, replaceable(reading.words.loose, mode, match))
  // Texts with their marks need not come a second time without them.
  const _source = { excludes: [...SHOWN.excludes, ...reading.languages] }
  return { _source, highlight: { ...highlightBody(reading.languages), highlight_query } }
}

/** By documents, each with its best; else what other documents say in the same words stands under one. */
function collapsed(asked: Asked): Body {
  const { question } = asked
  const sort = orderOf(asked)
  if (question.group === 'document') {
    return {
      collapse: { field: 'document', inner_hits: { name: GROUP, size: BEST, sort, ...content(asked) } },
      _source: false,
      highlight: undefined,
    }
  }
  return folds(asked) ? { collapse: { field: 'same' } } : {}
}

/** Whether what says the same stands under one; whoever lists everything, or reads in one document, wants each in its place. */
export function folds({ question, reading }: Asked): boolean {
  const { repeats, group, document } = question
  return repeats === 'folded' && group === 'none' && asksForText(reading) && document.length === 0
}

function found(asked: Asked, response: estypes.SearchResponse<ParagraphEntry>): Found {
  const { hits, aggregations } = response
  return { asked, total: totalOf(hits), aggregations, hits: hits.hits }
}
