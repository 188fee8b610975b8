/** How is a whole index read? Page by page from one point in time, so that nothing is missed or met twice. And how much was found? */
import type { Client, estypes } from '@elastic/elasticsearch'

const KEEP_ALIVE = '1m'

export type Hit<T> = { id: string; source: T }

export type Reading = {
  /** Entries in one page; keep it small where entries are large. */
  size?: number
  /** Without it they come in the order in which they are fastest to read. */
  sort?: estypes.SortCombinations[]
  signal?: AbortSignal
}

/** @param fields of `_source` to read; true for all, false for none */
export async function* everyHit<T>(
  client: Client,
  index: string,
  fields: estypes.SearchSourceConfig,
  query: estypes.QueryDslQueryContainer = { match_all: {} },
  { size = 1000, sort = ['_shard_doc'], signal }: Reading = {},
): AsyncGenerator<Hit<T>> {
  const { id } = await client.openPointInTime({ index, keep_alive: KEEP_ALIVE }, { signal })
  const request = { pit: { id, keep_alive: KEEP_ALIVE }, query, size, _source: fields, sort }
  try {
    let after: estypes.SortResults | undefined
    do {
      const page = await client.search<T>(
        { ...request, track_total_hits: false, search_after: after },
        { signal },
      )
      for (const hit of page.hits.hits) yield { id: hit._id ?? '', source: hit._source as T }
      after = page.hits.hits.length < size ? undefined : page.hits.hits.at(-1)?.sort
    } while (after)
  } finally {
    await client.closePointInTime({ id })
  }
}

/** @returns how many were found, where the search asked to track that */
export function totalOf({ total = 0 }: Pick<estypes.SearchHitsMetadata<unknown>, 'total'>): number {
  return typeof total === 'number' ? total : total.value
}
