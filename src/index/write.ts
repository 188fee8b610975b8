/**
 * How does one content enter the index? Paragraphs, then documents, then away with what an earlier analysis
 * left over; then a look whether it is still wanted. Each step may be repeated, late or doubled.
 */
import type { Analysis, DocumentReference } from '../model.js'
import { contentId, type Index } from './access.js'
import type { BulkItem } from './batches.js'
import { type BulkOutcome, bulkWrite } from './bulk.js'
import { type Entry, toEntries } from './entries.js'
import { type Report, reportOutcome, wantersOf } from './files.js'
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
  const { documents, paragraphs } = toEntries(analysis, index.version)
  const paragraphItems = toItems(index, index.names.paragraphs, paragraphs)
  const documentItems = toItems(index, index.names.documents, documents)
  const outcomes = await bulkWrite(index.client, paragraphItems, index.patience)
  outcomes.push(...(await bulkWrite(index.client, documentItems, index.patience)))
  const items = [...paragraphItems, ...documentItems]
  const superseded = outcomes.some(({ kind }) => kind === 'superseded')
  if (!superseded && outcomes.some(wasThere)) {
    await removeContent(index, contentId(analysis.file.sha256), new Set(items.map(({ id }) => id)))
  }
  // Variants: here the key of each document is handed on to be settled, so that one content of it is primary.
  return { documents: references(analysis), refused: refusals(items, outcomes), superseded }
}

/**
 * The last step of every job: reports to the places that want the content, or takes it out again where none does.
 * @returns false where it was withdrawn
 */
export async function conclude(index: Index, sha256: string, report: Report): Promise<boolean> {
  const wanters = await wantersOf(index, contentId(sha256))
  if (wanters.length === 0) {
    await withdrawUnwanted(index, contentId(sha256))
    return false
  }
  await reportOutcome(index, sha256, wanters, report)
  return true
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

function references(analysis: Analysis): DocumentReference[] {
  return analysis.documents.map(({ id, key, paragraphs }) => ({ id, key, paragraphs: paragraphs.length }))
}
