/**
 * What does one index lack of another one? Both are read, and only what differs is written: the first pass copies all, each
 * later one what has changed since, and a pass that was broken off is taken up where it ended.
 */
import { createHash } from 'node:crypto'
import type { Client } from '@elastic/elasticsearch'
import { everyHit } from '../../elastic/pages.js'
import type { Patience } from '../../elastic/patience.js'
import type { BulkItem } from '../batches.js'
import { bulkWrite } from '../bulk.js'

export type Copy = {
  client: Client
  /** Index to read. */
  from: string
  /** Alias to write to. */
  to: string
  /** Fields that the mapping of `to` knows; others are left behind. */
  fields: Set<string>
  /** Version for deletes, where entries have external ones. */
  version?: number
  patience: Patience
  onProgress(done: number): void
}

/** `refused`: why Elasticsearch would not take some, by id. */
export type Copied = { entries: number; changed: number; refused: Map<string, string> }

/** Whole texts of documents are large: few of them in one answer. */
const AT_ONCE = 200

/** @param write false only counts what would change */
export async function copyDifferences(copy: Copy, write = true): Promise<Copied> {
  const { client, from, to, onProgress } = copy
  await client.indices.refresh({ index: [from, to] })
  const there = await hashesIn(client, to)
  const copied: Copied = { entries: 0, changed: 0, refused: new Map() }
  let items: BulkItem[] = []
  for await (const { id, source } of everyHit<Source>(
    client,
    from,
    true,
    { match_all: {} },
    { size: AT_ONCE },
  )) {
    const entry = known(source, copy.fields)
    copied.entries += 1
    if (there.get(id) !== hash(entry)) items.push(toItem(copy, id, entry))
    there.delete(id)
    if (items.length >= AT_ONCE) items = await flush(copy, copied, items, write)
    if (copied.entries % AT_ONCE === 0) onProgress(copied.entries)
  }
  const gone = [...there.keys()].map((id) => ({
    action: 'delete' as const,
    index: to,
    id,
    version: copy.version,
  }))
  await flush(copy, copied, [...items, ...gone], write)
  onProgress(copied.entries)
  return copied
}

type Source = Record<string, unknown> & { analysisVersion?: number }

async function hashesIn(client: Client, index: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for await (const { id, source } of everyHit<Source>(
    client,
    index,
    true,
    { match_all: {} },
    { size: AT_ONCE },
  )) {
    hashes.set(id, hash(source))
  }
  return hashes
}

function known(source: Source, fields: Set<string>): Source {
  return Object.fromEntries(Object.entries(source).filter(([name]) => fields.has(name)))
}

/** Entries with external versions keep theirs, so that a late writer loses there as it would here. */
function toItem({ to, version }: Copy, id: string, document: Source): BulkItem {
  const external = version === undefined ? undefined : document.analysisVersion
  return { action: 'index', index: to, id, document, version: external }
}

async function flush({ client, patience }: Copy, copied: Copied, items: BulkItem[], write: boolean) {
  copied.changed += items.length
  const outcomes = write ? await bulkWrite(client, items, patience) : []
  outcomes.forEach((outcome, at) => {
    if (outcome.kind === 'dead') copied.refused.set(items[at]?.id ?? '', outcome.reason)
  })
  return []
}

/** Of its letters in their order: a copy keeps it. */
function hash(entry: Source): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64').slice(0, 22)
}
