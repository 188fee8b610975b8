/** How are changes written down for Elasticsearch? A line for what to do, one for the entry; many in a batch of bounded size. */
import { BayanError } from '../errors.js'

export type BulkItem = {
  action: 'index' | 'create' | 'delete'
  /** An alias. */
  index: string
  /** ASCII, at most 200 bytes. */
  id: string
  /** External version: the item loses against a higher one. */
  version?: number
  /** Sequence number and primary term that the item must still find. */
  expect?: { seqNo: number; term: number }
  document?: object
}

const BATCH_BYTES = 1_500_000
const ID_LIMIT = 200

/** @param lines in the order in which they are sent */
export function inBatches<T extends { text: string }>(lines: T[]): T[][] {
  const batches: T[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const size = Buffer.byteLength(line.text)
    if (bytes + size > BATCH_BYTES) {
      batches.push([])
      bytes = 0
    }
    batches.at(-1)?.push(line)
    bytes += size
  }
  return batches
}

/**
 * The action line and, under it, the entry. One bad id would refuse the whole request, so it is looked at here.
 * @throws BayanError ID_TOO_LONG
 */
export function toText(item: BulkItem): string {
  if (!/^[\x21-\x7e]+$/.test(item.id) || item.id.length > ID_LIMIT) {
    throw new BayanError('ID_TOO_LONG', { id: item.id, limit: ID_LIMIT })
  }
  const head = JSON.stringify({ [item.action]: { _index: item.index, _id: item.id, ...conditions(item) } })
  return item.document ? `${head}\n${JSON.stringify(item.document)}` : head
}

function conditions({ version, expect }: BulkItem): object {
  if (version !== undefined) return { version, version_type: 'external_gte' }
  return expect ? { if_seq_no: expect.seqNo, if_primary_term: expect.term } : {}
}
