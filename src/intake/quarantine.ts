/**
 * Where are bytes that come from outside until they are known to be whole and acceptable? In a folder that nobody
 * else may enter, under names of ours. What a sender or a crash left half-way is cleared away.
 */
import { createHash, randomUUID } from 'node:crypto'
import { chmod, type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BayanError } from '../errors.js'
import { unwritable } from '../store.js'

export type Received = {
  /** Where the bytes lie, flushed to the disk. Whoever asked for them moves or removes them. */
  draft: string
  sha256: string
  bytes: number
  /** The first of them. */
  head: Buffer
}

export type Quarantine = {
  /**
   * Takes in a stream to its end, also where it is too large, so that its sender hears why it was refused.
   * @param name for messages
   * @throws BayanError FILE_TOO_LARGE, UPLOAD_BROKEN where the stream breaks off, STORE_UNWRITABLE; nothing is left then
   */
  receive(stream: AsyncIterable<Buffer>, name: string): Promise<Received>
  /** Removes what has been lying there for longer than any upload takes. @returns how many files */
  clear(): Promise<number>
}

const HEAD_BYTES = 4096
/** Milliseconds; the server ends every request long before. */
const ABANDONED_AFTER = 60 * 60 * 1000

/** @param limit largest file, in bytes */
export function createQuarantine(home: string, limit: number): Quarantine {
  const folder = join(home, 'quarantine')
  return {
    receive: (stream, name) =>
      receive(folder, limit, stream, name).catch((error) => {
        throw error instanceof BayanError ? error : unwritable(folder, error)
      }),
    clear: () => clear(folder),
  }
}

async function receive(
  folder: string,
  limit: number,
  stream: AsyncIterable<Buffer>,
  name: string,
): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const draft = join(folder, randomUUID())
  const file = await open(draft, 'wx', 0o600)
  try {
    const received = await writeAll(file, stream, name, limit)
    if (received.bytes > limit)
      throw new BayanError('FILE_TOO_LARGE', { path: name, bytes: `more than ${limit}`, limit })
    await file.sync()
    return { draft, ...received }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function writeAll(
  file: FileHandle,
  stream: AsyncIterable<Buffer>,
  name: string,
  limit: number,
): Promise<Omit<Received, 'draft'>> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let bytes = 0
  for await (const chunk of unbroken(stream, name)) {
    if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES))
    bytes += chunk.length
    if (bytes > limit) continue
    hash.update(chunk)
    await file.write(chunk)
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head) }
}

/** A sender who goes away is no fault of ours. */
async function* unbroken(stream: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    throw new BayanError('UPLOAD_BROKEN', { path }, error)
  }
}

async function clear(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let removed = 0
  for (const name of names) {
    const there = await stat(join(folder, name)).catch(() => undefined)
    if (!there || Date.now() - there.mtimeMs < ABANDONED_AFTER) continue
    await rm(join(folder, name), { force: true })
    removed += 1
  }
  return removed
}
