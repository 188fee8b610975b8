/** What became of the files, page by page, for a reader who does not want them all. */
import type { Client, estypes } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { FileEntry, IndexNames } from '../fields.js'
import { type Busy, type FileRow, type Files, toRow } from './listing.js'
import { totalOf } from './pages.js'

export type FilesQuestion = {
  outcome?: string
  /** Part of the path, in any case of its letters. */
  path?: string
  page: number
  size: number
}

export type FilesPage = Files & { page: { number: number; size: number; last: number } }

/** Elasticsearch does not count further; whoever wants more narrows by path or outcome. */
const FURTHEST = 10_000

/**
 * @param busy what the queue says of the work under way; it makes `waiting` files `working`
 * @returns `total` and `byOutcome` of all that match, `files` of the page, in the order of their paths
 * @throws BayanError QUERY_INVALID beyond 10,000 files
 */
export async function pageOfFiles(
  client: Client,
  names: IndexNames,
  question: FilesQuestion,
  busy: Busy[],
): Promise<FilesPage> {
  const { page, size } = question
  if (page * size > FURTHEST)
    throw new BayanError('QUERY_INVALID', {
      reason: `Only the first ${FURTHEST} files can be paged through; narrow them by "path" or "outcome".`,
    })
  await client.indices.refresh({ index: names.files })
  const working = workingOf(busy)
  const { hits, aggregations } = await client.search<FileEntry, Counts>({
    index: names.files,
    query: { bool: { filter: filters(question, working) } },
    from: (page - 1) * size,
    size,
    track_total_hits: true,
    sort: ['path', 'root'],
    aggs: { outcomes: { terms: { field: 'outcome', size: 20 } }, working: { filter: working } },
  })
  const total = totalOf(hits)
  const files = hits.hits.map((hit) => toRow(hit._id ?? '', hit._source as FileEntry, busy))
  const last = Math.max(1, Math.ceil(Math.min(total, FURTHEST) / Math.max(1, size)))
  return { total, byOutcome: countsOf(aggregations), files, page: { number: page, size, last } }
}

/** @throws BayanError NOT_FOUND */
export async function oneFile(client: Client, names: IndexNames, id: string, busy: Busy[]): Promise<FileRow> {
  const found = await client.get<FileEntry>({ index: names.files, id }, { ignore: [404] })
  if (!found.found || !found._source) throw new BayanError('NOT_FOUND', { what: `The file ${id}` })
  return toRow(id, found._source, busy)
}

type Counts = {
  outcomes: { buckets: { key: string; doc_count: number }[] }
  working: { doc_count: number }
}

/** No outcome of a file says that it is being worked on: only the queue knows. */
function workingOf(busy: Busy[]): estypes.QueryDslQueryContainer {
  const contents = { terms: { wanted: busy.map(({ sha256 }) => sha256) } }
  return { bool: { filter: [{ term: { outcome: 'waiting' } }, contents] } }
}

function filters(
  { outcome, path }: FilesQuestion,
  working: estypes.QueryDslQueryContainer,
): estypes.QueryDslQueryContainer[] {
  const value = `*${path?.normalize('NFC').replace(/[\\*?]/g, '\\$&')}*`
  return [
    ...(path ? [{ wildcard: { path: { value, case_insensitive: true } } }] : []),
    ...(outcome === 'working' ? [working] : []),
    ...(outcome === 'waiting' ? [{ bool: { filter: { term: { outcome } }, must_not: working } }] : []),
    ...(outcome && outcome !== 'working' && outcome !== 'waiting' ? [{ term: { outcome } }] : []),
  ]
}

function countsOf(counts: Counts | undefined): Record<string, number> {
  const byOutcome = Object.fromEntries(
    (counts?.outcomes.buckets ?? []).map(({ key, doc_count: count }) => [key, count]),
  )
  const working = counts?.working.doc_count ?? 0
  if (working > 0) Object.assign(byOutcome, { working, waiting: (byOutcome.waiting ?? 0) - working })
  return Object.fromEntries(Object.entries(byOutcome).filter(([, count]) => count > 0))
}
