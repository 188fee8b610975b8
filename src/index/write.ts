/**
 * How does one content enter the index? Paragraphs, then documents, then away with what an earlier analysis left over, then
 * its place among other contents of its key; then a look whether it is still wanted. Each step may be repeated, late or doubled.
 */
import { isDeepStrictEqual } from 'node:util'
import { patiently } from '../elastic/patience.js'
import type { DocumentEntry } from '../fields.js'
import type { Analysis, DocumentReference } from '../model.js'
import { contentId, type Index } from './access.js'
import type { BulkItem } from './batches.js'
import { type BulkOutcome, bulkWrite } from './bulk.js'
import { type Entries, type Entry, toEntries } from './entries.js'
import { type Report, referenceTo, reportOutcome, wantersOf } from './files.js'
import { removeParagraphs } from './leftovers.js'
import { settle } from './settle.js'
import type { Place } from './variants.js'
import { removeContent, withdrawUnwanted } from './withdraw.js'

export type Written = {
  documents: DocumentReference[]
  /** What Elasticsearch refused for good, and why. */
  refused: { id: string; reason: string }[]
  /** True where newer code has written this content; nothing of it was touched. */
  superseded: boolean
}

/** @throws BayanError ID_TOO_LONG, INDEX_MISSING, ABORTED */
export async function writeContent(index: Index, analysis: Analysis): Promise<Written> {
  const fresh = toEntries(analysis, index.version)
  const ids = fresh.documents.map(({ id }) => id)
  const before = await readDocuments(index, ids)
  const entries = remembering(fresh, before)
  const { superseded, replaced, refused } = await writeEntries(
    index,
    placed(entries, placesIn(before, entries)),
  )
  if (!superseded && replaced) {
    const keep = new Set([...entries.documents, ...entries.paragraphs].map(({ id }) => id))
    await removeContent(index, contentId(analysis.file.sha256), keep)
  }
  if (!superseded) await settleOwn(index, entries, before)
  const documents = [...(await readDocuments(index, ids))].map(([id, entry]) => referenceTo({ ...entry, id }))
  return { documents, refused, superseded }
}

/** The places of its documents: those that it joins may have to move, and so may those that it left. */
async function settleOwn(index: Index, entries: Entries, before: Known): Promise<void> {
  const ids = new Set(entries.documents.map(({ id }) => id))
  const write = async (places: Map<string, Place>) => {
    await writeEntries(index, placed(some(entries, places), places))
    for (const [id, { variantOf }] of places) if (variantOf) await removeParagraphs(index, id)
  }
  const keys = [...entries.documents.map(({ entry }) => entry), ...before.values()].map(baseKeyOf)
  await settle(index, keys, { ids, write })
}

type Known = Map<string, DocumentEntry>

/** Entries of an older mapping have but one key. */
function baseKeyOf({ baseKey, key }: DocumentEntry): string {
  return baseKey ?? key
}

/** What a document was called by an earlier analysis still leads to it. */
function remembering({ documents, paragraphs }: Entries, before: Known): Entries {
  const remembered = documents.map(({ id, entry }) => {
    const known = before.get(id)
    const former = known ? [...(known.formerKeys ?? []), baseKeyOf(known)] : []
    const formerKeys = [...new Set(former)].filter((key) => key !== entry.baseKey)
    return { id, entry: { ...entry, formerKeys } }
  })
  return { documents: remembered, paragraphs }
}

/** A document that is known under its key keeps its place for now, so that a variant is not found twice meanwhile. */
function placesIn(before: Known, { documents }: Entries): Map<string, Place> {
  const known = documents.flatMap(({ id, entry }) => {
    const one = before.get(id)
    return one?.baseKey === entry.baseKey ? [[id, { key: one.key, variantOf: one.variantOf }] as const] : []
  })
  return new Map(known)
}

/** Variants have no paragraphs of their own. */
function placed({ documents, paragraphs }: Entries, places: Map<string, Place>): Entries {
  const keyed = paragraphs.filter(({ entry }) => !places.get(entry.document)?.variantOf)
  return {
    documents: documents.map(({ id, entry }) => ({ id, entry: { ...entry, ...places.get(id) } })),
    paragraphs: keyed.map(({ id, entry }) => ({
      id,
      entry: { ...entry, key: places.get(entry.document)?.key ?? entry.key },
    })),
  }
}

function some({ documents, paragraphs }: Entries, places: Map<string, Place>): Entries {
  return {
    documents: documents.filter(({ id }) => places.has(id)),
    paragraphs: paragraphs.filter(({ entry }) => places.has(entry.document)),
  }
}

type Outcome = { superseded: boolean; replaced: boolean; refused: Written['refused'] }

async function writeEntries(index: Index, { documents, paragraphs }: Entries): Promise<Outcome> {
  const paragraphItems = toItems(index, index.names.paragraphs, paragraphs)
  const documentItems = toItems(index, index.names.documents, documents)
  const outcomes = await bulkWrite(index.client, paragraphItems, index.patience)
  outcomes.push(...(await bulkWrite(index.client, documentItems, index.patience)))
  return {
    superseded: outcomes.some(({ kind }) => kind === 'superseded'),
    replaced: outcomes.some(wasThere),
    refused: refusals([...paragraphItems, ...documentItems], outcomes),
  }
}

/**
 * The last step of every job: reports to the places that want the content, or takes it out again where none does.
 * @returns `again` where a document that was written as a variant, without paragraphs, has to be searched now
 */
export async function conclude(
  index: Index,
  sha256: string,
  report: Report,
): Promise<'kept' | 'withdrawn' | 'again'> {
  const wanters = await wantersOf(index, contentId(sha256))
  if (wanters.length === 0) {
    await withdrawUnwanted(index, contentId(sha256))
    return 'withdrawn'
  }
  let { documents } = report
  for (;;) {
    await reportOutcome(index, sha256, wanters, { ...report, documents })
    // Another content may have taken its place in the meantime.
    const now = await readDocuments(
      index,
      documents.map(({ id }) => id),
    )
    if (documents.some(({ id, variantOf }) => variantOf && now.has(id) && !now.get(id)?.variantOf))
      return 'again'
    const moved = documents.map((one) => referenceTo({ ...one, ...now.get(one.id) }))
    if (isDeepStrictEqual(moved, documents)) return 'kept'
    documents = moved
  }
}

function toItems(index: Index, alias: string, entries: Entry<object>[]): BulkItem[] {
  return entries.map(({ id, entry }) => ({
    action: 'index',
    index: alias,
    id,
    version: index.version,
    document: entry,
  }))
}

/** Only where something was there before can anything be left over. */
function wasThere(outcome: BulkOutcome): boolean {
  return outcome.kind === 'done' && outcome.replaced
}

function refusals(items: BulkItem[], outcomes: BulkOutcome[]): Written['refused'] {
  return items.flatMap(({ id }, at) => {
    const outcome = outcomes[at]
    return outcome?.kind === 'dead' ? [{ id, reason: outcome.reason }] : []
  })
}

/** What lies under these ids now, without the texts. */
async function readDocuments({ client, names, patience }: Index, ids: string[]): Promise<Known> {
  if (ids.length === 0) return new Map()
  const request = { index: names.documents, ids, _source_excludes: ['ar', 'en', 'fr'] }
  const { docs } = await patiently(() => client.mget<DocumentEntry>(request), patience)
  const found = docs.flatMap((doc) =>
    '_source' in doc && doc._source ? [[doc._id, doc._source] as const] : [],
  )
  return new Map(found)
}
