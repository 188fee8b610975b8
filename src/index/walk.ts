/** Which files lie under a path? Ordinary files only; what is left alone is told with its reason, hidden and unfinished names are not. */
import { opendir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { BayanError, reasonOf } from '../errors.js'
import { isPassedOver } from './passed-over.js'

/** A file to read, or something that cannot be. */
export type Step = { path: string; problem?: BayanError }

/** @param path absolute; a file or a folder. Every step has an absolute path, in a stable order. */
export async function* walk(path: string): AsyncGenerator<Step> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (there instanceof Error) return yield { path, problem: unreadable(path, there) }
  if (there.isDirectory()) return yield* walkFolder(await realpath(path), path)
  yield there.isFile() ? { path } : { path, problem: new BayanError('FILE_NOT_REGULAR', { path }) }
}

async function* walkFolder(root: string, folder: string): AsyncGenerator<Step> {
  const entries = await listFolder(folder)
  if (entries instanceof BayanError) return yield { path: folder, problem: entries }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (isUnspeakable(entry.name)) yield { path, problem: unspeakable(path) }
    else if (entry.isDirectory()) yield* walkFolder(root, path)
    else if (entry.isFile()) yield { path }
    else if (entry.isSymbolicLink()) yield* followed(root, path)
    else yield { path, problem: new BayanError('FILE_NOT_REGULAR', { path }) }
  }
}

async function listFolder(folder: string) {
  try {
    const entries = []
    for await (const entry of await opendir(folder)) if (!isPassedOver(entry.name)) entries.push(entry)
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return unreadable(folder, error as NodeJS.ErrnoException)
  }
}

/** A name whose bytes are no UTF-8 reaches us with this sign in it, and leads nowhere. */
function isUnspeakable(name: string): boolean {
  return name.includes('\uFFFD')
}

function unspeakable(path: string): BayanError {
  return new BayanError('FILE_UNREADABLE', { path, reason: 'its name is not in UTF-8, so rename it' })
}

/** What a link inside the folder leads to is met anyway, where it lies; what is outside is not ours to read. */
async function* followed(root: string, path: string): AsyncGenerator<Step> {
  const target = await realpath(path).catch((error: NodeJS.ErrnoException) => error)
  if (target instanceof Error) return yield { path, problem: unreadable(path, target) }
  if (!target.startsWith(root + sep)) yield { path, problem: new BayanError('FILE_OUTSIDE', { path }) }
}

/** The error for a path that the system does not let us see. */
export function unreadable(path: string, error: NodeJS.ErrnoException): BayanError {
  if (error.code === 'ENOENT') return new BayanError('FILE_MISSING', { path }, error)
  return new BayanError('FILE_UNREADABLE', { path, reason: reasonOf(error) }, error)
}
