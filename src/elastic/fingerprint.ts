/**
 * Do two indices hold the same? A hash for each document and paragraph, over all that is in its entry, and one
 * over them all: a function of the files and of the analysis version alone, whatever happened on the way.
 */
import { createHash } from 'node:crypto'
import type { Client } from '@elastic/elasticsearch'
import type { IndexNames } from '../fields.js'
import { everyHit } from './pages.js'

export type Fingerprint = {
  sha256: string
  documents: number
  paragraphs: number
  /** id -> hash of the entry, sorted by id */
  entries: Record<string, string>
}

export type Difference = { extra: string[]; missing: string[]; different: string[] }

/** Whole texts of documents are large: few of them in one answer. */
const DOCUMENTS_AT_ONCE = 100

export async function readFingerprint(client: Client, names: IndexNames): Promise<Fingerprint> {
  await client.indices.refresh({ index: [names.documents, names.paragraphs] })
  const documents = await hashes(client, names.documents, 'document', DOCUMENTS_AT_ONCE)
  const paragraphs = await hashes(client, names.paragraphs, 'paragraph', 1000)
  const entries = [...documents, ...paragraphs].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    sha256: hash(JSON.stringify(entries)),
    documents: documents.length,
    paragraphs: paragraphs.length,
    entries: Object.fromEntries(entries),
  }
}

/** What `now` has beyond `before`, what it lacks, and what it holds differently; ids, sorted. */
export function compare(now: Fingerprint, before: Fingerprint): Difference {
  const ids = Object.keys(now.entries)
  return {
    extra: ids.filter((id) => !(id in before.entries)),
    missing: Object.keys(before.entries).filter((id) => !(id in now.entries)),
    different: ids.filter((id) => id in before.entries && before.entries[id] !== now.entries[id]),
  }
}

async function hashes(
  client: Client,
  index: string,
  kind: string,
  size: number,
): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const { id, source } of everyHit(client, index, true, { match_all: {} }, { size })) {
    found.push([`${kind} ${id}`, hash(canonical(source))])
  }
  return found
}

/** JSON with the names of every object sorted, so that equal things are written alike. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
