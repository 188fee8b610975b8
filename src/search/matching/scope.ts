/** In which documents do all the words stand, each wherever it will? Asked of the whole texts. */
import type { Ask } from '../engine.js'
import { type Asked, matching } from './matching.js'

/** Elasticsearch gives no more ids in one answer; of more documents the closest are taken. */
const MAX_DOCUMENTS = 10_000

/** @param index alias of the documents @returns their ids, the closest first */
export async function documentsWith(ask: Ask, index: string, asked: Asked): Promise<string[]> {
  const { hits } = await ask(index, {
    query: matching(asked),
    size: MAX_DOCUMENTS,
    _source: false,
    track_total_hits: false,
  })
  return hits.hits.map(({ _id }) => _id ?? '')
}
