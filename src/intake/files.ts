/** What can be done with files from outside: send, list, follow, try again, take back. The service behind the routes. */
import { type FilesPage, type FilesQuestion, oneFile, pageOfFiles } from '../elastic/file-pages.js'
import { type Busy, type FileRow, type Files as Listed, toFiles, toRow } from '../elastic/listing.js'
import { patiently } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import { type FileEntry, UPLOAD } from '../fields.js'
import type { Work } from '../index/access.js'
import { contentId, type Index } from '../index/access.js'
import { relabel, wantersOf } from '../index/files.js'
import { noteVanished } from '../index/note.js'
import type { Logger } from '../log.js'
import type { Store } from '../store.js'
import type { Quarantine } from './quarantine.js'
import { retryFailed, retryFiles } from './retry.js'
import { accept } from './uploads.js'

export type FilesParts = {
  index: Index
  store: Store
  quarantine: Quarantine
  /** @throws BayanError REDIS_AWAY */
  handOver(work: Work[]): Promise<void>
  /** What the workers are busy with. @throws BayanError REDIS_AWAY */
  busy(): Promise<Busy[]>
  log: Logger
}

export type Files = {
  list(question: FilesQuestion): Promise<FilesPage>
  /** @throws BayanError NOT_FOUND */
  one(id: string): Promise<FileRow>
  /**
   * Durable once it resolves. The row says `unchanged` or `duplicate` where the bytes are known.
   * @throws BayanError as `accept` does
   */
  upload(name: string | undefined, stream: AsyncIterable<Buffer>): Promise<FileRow>
  /** @returns `begun` false where there is nothing to try again. @throws BayanError NOT_FOUND */
  retry(id: string): Promise<{ row: FileRow; begun: boolean }>
  retryFailed(): Promise<Listed>
  /** Takes an upload out of the index. @throws BayanError NOT_FOUND, FILE_IN_FOLDER */
  withdraw(id: string): Promise<FileRow>
}

export function createFiles(parts: FilesParts): Files {
  const { index, log } = parts
  const { client, names, patience } = index
  // While Redis is away nothing is lost: what is noted is found by the next sweep of a worker.
  const handOver = (work: Work[]) =>
    parts.handOver(work).catch((error: unknown) => {
      if (!(error instanceof BayanError)) throw error
      log.warn({ code: error.code, contents: work.length }, `${error.message} The work is noted.`)
    })
  const busy = () => parts.busy().catch(() => [])
  const ask = <T>(question: () => Promise<T>) => patiently(question, patience)
  const one = async (id: string) => {
    const working = await busy()
    return ask(() => oneFile(client, names, id, working))
  }
  return {
    list: async (question) => {
      const working = await busy()
      return ask(() => pageOfFiles(client, names, question, working))
    },
    one,
    upload: async (name, stream) => {
      const { id, unchanged } = await accept({ ...parts, handOver }, name, stream)
      const row = await one(id)
      log.info({ file: id, sha256: row.sha256, unchanged }, 'An upload was accepted.')
      if (!unchanged) return likeTwin(index, row)
      return row.outcome === 'failed' ? row : { ...row, outcome: 'unchanged' }
    },
    retry: async (id) => {
      await one(id)
      const { work } = await retryFiles(index, [id])
      await handOver(work)
      return { row: await one(id), begun: work.length > 0 }
    },
    retryFailed: async () => {
      const { entries, work } = await retryFailed(index)
      await handOver(work)
      return toFiles(entries.map(({ id, entry }) => toRow(id, entry)))
    },
    withdraw: (id) => withdraw(index, id, handOver),
  }
}

/** Where the same bytes were indexed from another place, that can be said before a worker has looked. */
async function likeTwin(index: Index, row: FileRow): Promise<FileRow> {
  const wanters = await wantersOf(index, contentId(row.sha256))
  const twin = wanters.find(({ id, entry }) => id !== row.id && entry.done === row.sha256)
  return twin ? { ...row, outcome: 'duplicate', of: twin.entry.path } : row
}

/**
 * The service only notes it: what nobody wants any more leaves the index by the next job for it, or a sweep, since
 * the workers alone write there.
 */
async function withdraw(index: Index, id: string, handOver: FilesParts['handOver']): Promise<FileRow> {
  const { client, names, patience } = index
  const found = await patiently(
    () => client.get<FileEntry>({ index: names.files, id }, { ignore: [404] }),
    patience,
  )
  const entry = found._source
  if (!entry) throw new BayanError('NOT_FOUND', { what: `The file ${id}` })
  if (!entry.root.startsWith(UPLOAD)) throw new BayanError('FILE_IN_FOLDER', { path: entry.path })
  const { former } = await noteVanished(index, [entry])
  for (const sha256 of former) {
    const isWanted = (await wantersOf(index, contentId(sha256))).length > 0
    await (isWanted ? relabel(index, sha256) : handOver([{ sha256, name: entry.path }]))
  }
  return patiently(() => oneFile(client, names, id, []), patience)
}
