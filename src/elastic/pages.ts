/** How is a whole index read? Page by page from one point in time, so that nothing is missed or met twice. */
import type { Client, estypes } from '@elastic/elasticsearch'

const KEEP_ALIVE = '1m'

export type Hit<T> = { id: string; source: T }

/**
 * @param fields of `_source` to read; true for all, false for none
 * @param size entries in one page; keep it small where entries are large
 */
export async function* everyHit<T>(
  client: Client,
  index: string,
  fields: string[] | boolean,
  query: estypes.QueryDslQueryContainer = { match_all: {} },
  size = 1000,
): AsyncGenerator<Hit<T>> {
  const { id } = await client.openPointInTime({ index, keep_alive: KEEP_ALIVE })
  const request = { pit: { id, keep_alive: KEEP_ALIVE }, query, size, _source: fields, sort: ['_shard_doc'] }
  try {
    let after: estypes.SortResults | undefined
    do {
      const page = await client.search<T>({ ...request, track_total_hits: false, search_after: after })
      for (const hit of page.hits.hits) yield { id: hit._id ?? '', source: hit._source as T }
      after = page.hits.hits.at(-1)?.sort
    } while (after)
  } finally {
    await client.closePointInTime({ id })
  }
}
