/**
 * Is an index still what it was? Whatever is kept of it need not be read again for nothing: to read thousands of entries
 * holds up the questions that come meanwhile.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Ask } from './engine.js'

/**
 * @param index alias of an index with one shard
 * @returns another text whenever entries came, changed or went: what is written gets a higher number, what goes lowers
 * the count
 */
export async function stateOf(ask: Ask, index: string): Promise<string> {
  const { hits } = await ask(index, NEWEST)
  const [newest] = hits.hits
  const total = hits.total as estypes.SearchTotalHits
  return [newest?._index, newest?.sort, total.value].join(' ')
}

const NEWEST: estypes.SearchRequest = {
  size: 1,
  sort: [{ _seq_no: 'desc' }],
  _source: false,
  stored_fields: '_none_',
  track_total_hits: true,
}
