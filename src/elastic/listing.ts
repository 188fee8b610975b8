/** What became of each file? The entries of the files index in the shape that the command line and the API give. */
import type { Client } from '@elastic/elasticsearch'
import { type FileEntry, type IndexNames, UPLOAD } from '../fields.js'
import type { DocumentReference, Outcome } from '../model.js'
import { everyHit } from './pages.js'

export type FileRow = {
  id: string
  path: string
  /** It was sent to us; others lie in a folder. */
  upload?: true
  sha256: string
  outcome: Outcome
  code?: string
  message?: string
  retryable?: boolean
  stage?: string
  of?: string
  documents: DocumentReference[]
  attempts: number
  seconds: number
}

export type Files = { total: number; byOutcome: Record<string, number>; files: FileRow[] }

/** A content that a worker is busy with. */
export type Busy = { sha256: string; stage?: string; attempts: number }

/**
 * @param busy what the queue says of the work under way; it makes `waiting` files `working`
 * @param outcome only these
 */
export async function listFiles(
  client: Client,
  names: IndexNames,
  busy: Busy[] = [],
  outcome?: string,
): Promise<Files> {
  const rows: FileRow[] = []
  await client.indices.refresh({ index: names.files })
  for await (const { id, source } of everyHit<FileEntry>(client, names.files, true))
    rows.push(toRow(id, source, busy))
  rows.sort((a, b) => (a.path < b.path ? -1 : 1))
  return toFiles(outcome ? rows.filter((row) => row.outcome === outcome) : rows)
}

export function toFiles(files: FileRow[]): Files {
  const byOutcome: Record<string, number> = {}
  for (const { outcome } of files) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
  return { total: files.length, byOutcome, files }
}

export function toRow(id: string, entry: FileEntry, busy: Busy[] = []): FileRow {
  const { root, path, wanted, outcome, code, message, retryable, stage, of, documents, attempts, seconds } =
    entry
  const row = {
    id,
    path,
    ...(root.startsWith(UPLOAD) && { upload: true as const }),
    sha256: wanted ?? '',
    outcome,
    code,
    message,
    retryable,
    stage,
    of,
    documents,
    attempts,
    seconds,
  }
  const work = outcome === 'waiting' ? busy.find(({ sha256 }) => sha256 === wanted) : undefined
  return work ? { ...row, outcome: 'working', stage: work.stage, attempts: work.attempts } : row
}
