/**
 * Where are the bytes of a content once the folder they came from has moved on? In files named by their
 * sha256 under `store/`; a shared volume when workers run on several machines.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BayanError, reasonOf } from './errors.js'

export type Store = {
  /** Keeps the bytes; whoever looks sees all of them or none. @returns their sha256, hex @throws BayanError STORE_UNWRITABLE */
  put(bytes: Buffer): Promise<string>
  /**
   * Takes over a whole file that was flushed to the disk. @param draft on the same file system; it is gone afterwards
   * @throws BayanError STORE_UNWRITABLE
   */
  adopt(draft: string, sha256: string): Promise<void>
  /** @throws BayanError BYTES_MISSING where they were never kept or are no longer the same */
  get(sha256: string): Promise<Buffer>
  /** Where they lie, for another process to read. @throws BayanError BYTES_MISSING where they were never kept */
  locate(sha256: string): Promise<string>
}

/** @param home folder of the service, absolute */
export function createStore(home: string): Store {
  const pathOf = (sha256: string) => join(home, 'store', sha256.slice(0, 2), sha256)
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      await put(pathOf(sha256), bytes).catch((error) => Promise.reject(unwritable(home, error)))
      return sha256
    },
    adopt: async (draft, sha256) => {
      await adopt(pathOf(sha256), draft).catch((error) => Promise.reject(unwritable(home, error)))
    },
    get: (sha256) => get(pathOf(sha256), sha256),
    locate: async (sha256) => {
      await stat(pathOf(sha256)).catch((error) => lost(error, sha256))
      return pathOf(sha256)
    },
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function put(path: string, bytes: Buffer): Promise<void> {
  if (await isThere(path, bytes.length)) return
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeThrough(draft, bytes)
    await adopt(path, draft)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function adopt(path: string, draft: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(draft, path)
  await flushFolder(dirname(path))
}

/** The error for a folder of ours that the system does not let us write into. */
export function unwritable(path: string, error: NodeJS.ErrnoException): BayanError {
  return new BayanError('STORE_UNWRITABLE', { path, reason: reasonOf(error) }, error)
}

/** To the disk, not only to its cache: what was accepted must survive a power cut. */
async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Only then is the new name on the disk as well. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

async function isThere(path: string, size: number): Promise<boolean> {
  const there = await stat(path).catch(() => undefined)
  return there?.size === size
}

async function get(path: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(path).catch((error) => lost(error, sha256))
  if (hashOf(bytes) !== sha256) throw new BayanError('BYTES_MISSING', { sha256 })
  return bytes
}

function lost(error: NodeJS.ErrnoException, sha256: string): never {
  throw error.code === 'ENOENT' ? new BayanError('BYTES_MISSING', { sha256 }, error) : error
}
