/**
 * Which files are in this archive? Entries are inflated one after another under a budget: what an
 * archive says about its own sizes is not believed, the bytes that come out are counted.
 */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { BayanError } from '../../errors.js'

/** No real document comes near these; the seed of a bomb does. */
const LIMITS = { entries: 5000, bytes: 200 * 1024 * 1024, ratio: 300, ratioFrom: 4 * 1024 * 1024 }

export type Archive = {
  names: ReadonlySet<string>
  /** @throws BayanError ARCHIVE_BOMB, FILE_DAMAGED, FILE_LOCKED */
  read(name: string, take: (chunk: Buffer) => void): Promise<void>
}

/** Some programs count their parts: `document2.xml`. @param name of a part of a Word file, such as `document` */
export function partNamed({ names }: Archive, name: string): string {
  const pattern = new RegExp(`^word/${name}\\d*\\.xml$`)
  return [...names].find((part) => pattern.test(part)) ?? ''
}

/** Bytes that may still come out of a file, with those of the archives inside of it. */
export type Budget = { left: number }

export function fullBudget(): Budget {
  return { left: LIMITS.bytes }
}

/** @throws BayanError FILE_DAMAGED, ARCHIVE_BOMB */
export async function openArchive(bytes: Uint8Array, budget: Budget = fullBudget()): Promise<Archive> {
  const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const entries = await listed(zip)
  return {
    names: new Set(entries.keys()),
    read: async (name, take) => {
      const entry = entries.get(name)
      if (entry) await inflate(zip, entry, budget, take)
    },
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(damaged(error)) : resolve(zip)))
  })
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw bomb(`${zip.entryCount} files`, `${LIMITS.entries} files`)
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => reject(damaged(error)))
    zip.readEntry()
  })
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  budget: Budget,
  take: (chunk: Buffer) => void,
): Promise<void> {
  if (entry.isEncrypted()) throw new BayanError('FILE_LOCKED')
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(error))
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        budget.left -= chunk.length
        try {
          check(entry, size, budget.left)
          take(chunk)
        } catch (reason) {
          stream.destroy()
          reject(reason)
        }
      })
      stream.on('end', resolve)
      stream.on('error', (reason: Error) => reject(damaged(reason)))
    })
  })
}

function check(entry: Entry, size: number, left: number): void {
  if (left < 0) throw bomb('in all', `${LIMITS.bytes} bytes`)
  if (size > LIMITS.ratioFrom && size > entry.compressedSize * LIMITS.ratio) {
    throw bomb(entry.fileName, `${LIMITS.ratio} times its packed size`)
  }
}

function bomb(what: string, limit: string): BayanError {
  return new BayanError('ARCHIVE_BOMB', { what, limit })
}

function damaged(cause: Error): BayanError {
  return new BayanError('FILE_DAMAGED', { reason: cause.message }, cause)
}
