/** How does the index stand? Counts, and what in it is older than this code. */
import type { Client, estypes } from '@elastic/elasticsearch'
import { ANALYSIS_VERSION, type IndexNames } from '../fields.js'
import { isCurrent } from './indices.js'
import { totalOf } from './pages.js'

export type IndexStatus = {
  elasticsearch: { cluster: string; status: string; nodes: number }
  indices: Record<string, { index: string; entries: number; bytes: number }>
  documents: number
  paragraphs: number
  byLanguage: Counts
  byBody: Counts
  byOutcome: Counts
  /** Why files failed or are suspect: code -> files. */
  byCode: Counts
  outdated: { analysis: number; mapping: boolean }
}

export type Counts = Record<string, number>

export async function readStatus(client: Client, names: IndexNames): Promise<IndexStatus> {
  await client.indices.refresh({ index: Object.values(names) })
  const [health, indices, documents, outdated, files] = await Promise.all([
    client.cluster.health(),
    readIndices(client, names),
    countBy(client, names.documents, { byLanguage: 'language', byBody: 'body' }, SEARCHED),
    client.count({ index: names.documents, query: { range: { analysisVersion: { lt: ANALYSIS_VERSION } } } }),
    countBy(client, names.files, { byOutcome: 'outcome', byCode: 'code' }),
  ])
  const { cluster_name: cluster, status, number_of_nodes: nodes } = health
  return {
    elasticsearch: { cluster, status, nodes },
    indices,
    documents: documents.total,
    paragraphs: indices[names.paragraphs]?.entries ?? 0,
    byLanguage: documents.counts.byLanguage ?? {},
    byBody: documents.counts.byBody ?? {},
    byOutcome: files.counts.byOutcome ?? {},
    byCode: files.counts.byCode ?? {},
    outdated: {
      analysis: outdated.count,
      mapping: Object.entries(indices).some(([alias, { index }]) => !isCurrent(alias, index)),
    },
  }
}

async function readIndices(client: Client, names: IndexNames): Promise<IndexStatus['indices']> {
  const rows = await Promise.all(
    Object.values(names).map(async (alias) => {
      const { indices = {}, _all: all } = await client.indices.stats({
        index: alias,
        metric: ['docs', 'store'],
      })
      const index = Object.keys(indices).join(', ')
      const { docs, store } = all.primaries ?? {}
      return [alias, { index, entries: docs?.count ?? 0, bytes: store?.size_in_bytes ?? 0 }] as const
    }),
  )
  return Object.fromEntries(rows)
}

type Terms = { buckets: { key: string; doc_count: number }[] }

/** Variants of a document count with it. */
const SEARCHED: estypes.QueryDslQueryContainer = { bool: { must_not: { exists: { field: 'variantOf' } } } }

/** @param fields name of a count -> field it goes by @param query what is counted */
async function countBy(
  client: Client,
  index: string,
  fields: Record<string, string>,
  query: estypes.QueryDslQueryContainer = { match_all: {} },
): Promise<{ counts: Record<string, Counts>; total: number }> {
  const terms = Object.entries(fields).map(([name, field]) => [name, { terms: { field, size: 200 } }])
  const { hits, aggregations = {} } = await client.search<unknown, Record<string, Terms>>({
    index,
    size: 0,
    query,
    aggs: Object.fromEntries(terms),
    track_total_hits: true,
  })
  const counts = Object.keys(fields).map((name) => [name, toCounts(aggregations[name])])
  return { counts: Object.fromEntries(counts), total: totalOf(hits) }
}

function toCounts(terms: Terms | undefined): Counts {
  return Object.fromEntries((terms?.buckets ?? []).map(({ key, doc_count: count }) => [key, count]))
}
