/**
 * Which bytes should be in the index, for which place, and what became of them? One entry for each place.
 * Only a scan or an upload says what is wanted; a job only reports on the bytes that it worked on.
 * Every change is compare-and-set, so that two writers cannot undo each other.
 */

import { patiently } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import type { FileEntry } from '../fields.js'
import type { DocumentReference, Outcome } from '../model.js'
import type { Index } from './access.js'
import { contentId } from './access.js'
import type { BulkItem } from './batches.js'
import { bulkWrite } from './bulk.js'

/** Entries that are read and written in one request. */
const AT_ONCE = 500
/** More places than this with the same bytes are not told apart in a report. */
const MOST_WANTERS = 10_000

export type Known = { id: string; entry: FileEntry }
/** `after` is undefined where nothing had to be changed. */
export type Change = { before: FileEntry | undefined; after: FileEntry | undefined }

/** What a job says about the content that it worked on. */
export type Report = {
  outcome: Extract<Outcome, 'indexed' | 'suspect' | 'failed'>
  code?: string
  message?: string
  retryable?: boolean
  stage?: string
  documents: DocumentReference[]
  attempts: number
  seconds: number
}

/**
 * Reads the entries, asks `change` for each and writes what it gives, until no other writer came between.
 * @param change gets the entry or undefined, returns the new one, or undefined to leave it; may be asked again
 */
export async function changeFiles(
  index: Index,
  ids: string[],
  change: (entry: FileEntry | undefined, id: string) => FileEntry | undefined,
): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    let open = ids.slice(at, at + AT_ONCE)
    while (open.length > 0) open = await changeOnce(index, open, change, changes)
  }
  return changes
}

/** @returns the ids whose entry another writer changed in between */
async function changeOnce(
  index: Index,
  ids: string[],
  change: (entry: FileEntry | undefined, id: string) => FileEntry | undefined,
  changes: Map<string, Change>,
): Promise<string[]> {
  const { docs } = await patiently(
    () => index.client.mget<FileEntry>({ index: index.names.files, ids }),
    index.patience,
  )
  const items: BulkItem[] = []
  for (const doc of docs) {
    if ('error' in doc) throw new BayanError('INDEX_REFUSED', { id: doc._id, reason: doc.error.reason })
    const before = doc.found ? doc._source : undefined
    const after = change(before, doc._id)
    changes.set(doc._id, { before, after })
    if (after)
      items.push(
        toItem(index, doc._id, after, before && { seqNo: doc._seq_no ?? 0, term: doc._primary_term ?? 0 }),
      )
  }
  const outcomes = await bulkWrite(index.client, items, index.patience)
  return items.filter((item, at) => isConflict(item, outcomes[at])).map((item) => item.id)
}

function toItem(index: Index, id: string, document: FileEntry, expect: BulkItem['expect']): BulkItem {
  return { action: expect ? 'index' : 'create', index: index.names.files, id, expect, document }
}

function isConflict(
  item: BulkItem,
  outcome: Awaited<ReturnType<typeof bulkWrite>>[number] | undefined,
): boolean {
  if (outcome?.kind === 'dead') throw new BayanError('INDEX_REFUSED', { id: item.id, reason: outcome.reason })
  return outcome?.kind === 'superseded'
}

/**
 * The places that want this content now, in the order of root and path.
 * @param content start of its sha256 @param fresh false where what was written a moment ago need not be seen
 */
export async function wantersOf(index: Index, content: string, fresh = true): Promise<Known[]> {
  const { client, names, patience } = index
  const found = await patiently(async () => {
    if (fresh) await client.indices.refresh({ index: names.files })
    const query = { prefix: { wanted: content } }
    return client.search<FileEntry>({ index: names.files, query, size: MOST_WANTERS, sort: ['root', 'path'] })
  }, patience)
  return found.hits.hits.map((hit) => ({ id: hit._id ?? '', entry: hit._source as FileEntry }))
}

/** Marks the places that want this content as to be worked on again. @returns them, as they were */
export async function workAgain(index: Index, content: string): Promise<Known[]> {
  return changeWanters(index, content, (entry) =>
    entry.wanted?.startsWith(content) ? waiting(entry) : undefined,
  )
}

/** @param change as for `changeFiles` @returns the places that want the content, as they were */
async function changeWanters(
  index: Index,
  content: string,
  change: (entry: FileEntry, id: string, wanters: Known[]) => FileEntry | undefined,
): Promise<Known[]> {
  const wanters = await wantersOf(index, content)
  const ids = wanters.map(({ id }) => id)
  await changeFiles(index, ids, (entry, id) => entry && change(entry, id, wanters))
  return wanters
}

/** Writes what a job found into every place that still wants these bytes, unless newer code was there before. */
export async function reportOutcome(
  index: Index,
  sha256: string,
  wanters: Known[],
  report: Report,
): Promise<void> {
  const doneAt = new Date().toISOString()
  const ids = wanters.map(({ id }) => id)
  await changeFiles(index, ids, (entry, id) => {
    if (entry?.wanted !== sha256 || isNewer(entry, sha256, index.version)) return undefined
    const done = { done: sha256, analysisVersion: index.version, doneAt }
    return labelled({ ...withoutReport(entry), ...report, ...done }, id, wanters)
  })
}

/** Says anew which of the places with these bytes is the indexed one, after one of them went away. */
export async function relabel(index: Index, sha256: string): Promise<void> {
  await changeWanters(index, contentId(sha256), (entry, id, wanters) => {
    if (entry.wanted !== sha256 || entry.done !== sha256) return undefined
    const after = labelled(entry, id, wanters)
    return after.outcome === entry.outcome && after.of === entry.of ? undefined : after
  })
}

/** Says of the places with a content where one of its documents stands now. @param place as in `variants.ts` */
export async function reportPlace(
  index: Index,
  content: string,
  document: string,
  place: { key: string; variantOf?: string },
): Promise<void> {
  await changeWanters(index, content, (entry, id, wanters) => {
    if (entry.done !== entry.wanted) return undefined
    const documents = entry.documents.map((one) =>
      one.id === document ? referenceTo({ ...one, ...place }) : one,
    )
    return labelled({ ...entry, documents }, id, wanters)
  })
}

/** @param variantOf id of the document that is searched in its stead; both have one key */
export function referenceTo({ id, key, paragraphs, variantOf }: DocumentReference): DocumentReference {
  return { id, key, paragraphs, ...(variantOf && { variantOf: key }) }
}

/**
 * The first place with these bytes counts as indexed, the others are duplicates of it. Bytes of which every document is
 * a variant of another one are a variant.
 */
function labelled(entry: FileEntry, id: string, wanters: Known[]): FileEntry {
  const [first] = wanters
  const { of: _, ...rest } = entry
  if (entry.outcome === 'failed') return rest
  if (first && first.id !== id) return { ...rest, outcome: 'duplicate', of: first.entry.path }
  const [document] = entry.documents
  if (document && entry.documents.every(({ variantOf }) => variantOf))
    return { ...rest, outcome: 'variant', of: document.variantOf }
  return { ...rest, outcome: entry.code ? 'suspect' : 'indexed' }
}

function isNewer(entry: FileEntry, sha256: string, version: number): boolean {
  return entry.done === sha256 && entry.analysisVersion > version
}

/** Marks a place as to be worked on (again). */
export function waiting(entry: FileEntry): FileEntry {
  return { ...withoutReport(entry), outcome: 'waiting', done: null, documents: [], attempts: 0, seconds: 0 }
}

/** True where these bytes were worked on by this version of the analysis, or by a later one. */
export function isSettled(entry: FileEntry, version: number): boolean {
  return entry.wanted !== null && entry.done === entry.wanted && entry.analysisVersion >= version
}

function withoutReport(entry: FileEntry): FileEntry {
  const { code, message, retryable, stage, of, doneAt, ...rest } = entry
  return rest
}
