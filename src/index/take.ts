/** What bytes lie at a path now? All of them, from one moment, or a reason why not. */
import { constants, type FileHandle, open } from 'node:fs/promises'
import { BayanError } from '../errors.js'
import { unreadable } from './walk.js'

/** A pipe must not hold us up, a link must not lead us elsewhere. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * @param limit largest number of bytes that is read
 * @throws BayanError FILE_MISSING, FILE_UNREADABLE, FILE_NOT_REGULAR, FILE_TOO_LARGE, FILE_CHANGED
 */
export async function take(path: string, limit: number): Promise<Buffer> {
  let file: FileHandle | undefined
  try {
    file = await open(path, FLAGS)
    return await readAll(file, path, limit)
  } catch (error) {
    throw error instanceof BayanError ? error : unreadable(path, error as NodeJS.ErrnoException)
  } finally {
    await file?.close()
  }
}

async function readAll(file: FileHandle, path: string, limit: number): Promise<Buffer> {
  const before = await file.stat()
  if (!before.isFile()) throw new BayanError('FILE_NOT_REGULAR', { path })
  if (before.size > limit) throw new BayanError('FILE_TOO_LARGE', { path, bytes: before.size, limit })
  const bytes = Buffer.alloc(before.size)
  const { bytesRead } = await file.read(bytes, 0, before.size, 0)
  const after = await file.stat()
  const same = bytesRead === after.size && after.size === before.size && after.mtimeMs === before.mtimeMs
  if (!same) throw new BayanError('FILE_CHANGED', { path })
  return bytes
}
