/**
 * What do other documents say in the same words, or nearly? The paragraphs that stand under those of a page, counted under the
 * same question. Asked for once a page is known, and only where something can stand under it: within the search of the
 * page itself each of its paragraphs would cost a search of its own, which took half of the time of an answer.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { ParagraphEntry } from '../../fields.js'
import type { Repeats } from '../answer.js'
import type { Ask } from '../engine.js'
import { totalsIn } from '../facets/facet-response.js'
import { selected } from '../facets/facets.js'
import { matching } from '../matching/matching.js'
import { MAX_RESULTS } from '../parameters.js'
import { byDay, type Found, folds, TIES } from './paragraphs.js'
import { permalink } from './response.js'

/** How many of them are named. */
const NAMED = 3

type Same = { key: string; doc_count: number; newest: estypes.SearchResponse<ParagraphEntry> }

/** By the id of a paragraph of the page, where it has any. */
export type RepeatsOfHits = Map<string, { same: Repeats }>

/** @param index alias of the paragraphs */
export async function repeatsOf(ask: Ask, index: string, found: Found): Promise<RepeatsOfHits> {
  if (!mayRepeat(found)) return new Map()
  const { aggregations } = await ask<ParagraphEntry>(index, repeatsBody(found))
  const { buckets } = (aggregations as unknown as { same: { buckets: Same[] } }).same
  const bySame = new Map(buckets.map((bucket) => [bucket.key, bucket]))
  return new Map(
    found.hits.flatMap(({ _id = '', _source }) => {
      const same = bySame.get(_source?.same ?? '')
      return same ? [[_id, { same: othersThan(_id, same) }] as const] : []
    }),
  )
}

/** Beyond `MAX_RESULTS` the number of different texts is an estimate. */
function mayRepeat({ asked, total, aggregations, hits }: Found): boolean {
  const { texts = total } = totalsIn(aggregations)
  return folds(asked) && hits.length > 0 && (texts < total || total > MAX_RESULTS)
}

function repeatsBody({ asked, hits }: Found): estypes.SearchRequest {
  const same = hits.map(({ _source }) => _source?.same ?? '')
  const terms = { field: 'same', size: same.length, min_doc_count: 2, execution_hint: 'map' } as const
  const newest = {
    size: NAMED + 1,
    sort: [byDay('desc'), ...TIES],
    _source: ['key', 'label', 'title', 'symbol', 'day'],
  }
  return {
    query: { bool: { filter: [{ terms: { same } }, matching(asked), ...selected(asked.question)] } },
    size: 0,
    track_total_hits: false,
    aggs: { same: { terms, aggs: { newest: { top_hits: newest } } } },
  }
}

function othersThan(id: string, { doc_count, newest }: Same): Repeats {
  const others = newest.hits.hits.filter(({ _id }) => _id !== id).slice(0, NAMED)
  const paragraphs = others.flatMap(({ _source }) => {
    if (!_source) return []
    const { key, label, title, symbol, day } = _source
    return [{ key, label, permalink: permalink(key, label), title, symbol, date: day }]
  })
  return { count: doc_count - 1, paragraphs }
}
