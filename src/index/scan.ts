/**
 * What lies under the named paths now, and what of it is new? Reads, keeps and notes every file; the work is
 * handed on by the caller. Nothing is written for what has not changed.
 */
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { everyHit } from '../elastic/pages.js'
import { patiently } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import type { FileEntry } from '../fields.js'
import { type Index, type Place, placeId } from './access.js'
import { type Noted, noteProblem, noteSeen, noteVanished, release, type Seen } from './note.js'
import type { Work } from './sweep.js'
import { take } from './take.js'
import { walk } from './walk.js'

/** Something that has no entry, or whose entry says less than this. */
export type Problem = { path: string; problem: BayanError }

export type ScanOptions = {
  index: Index
  /** Keeps the bytes. @returns their sha256 */
  keep(bytes: Buffer): Promise<string>
  /** Largest file, in bytes. */
  limit: number
  onNoted(noted: Noted[]): void
  onProblem(problem: Problem): void
  /** Called while the scan goes on: these contents are noted and wait for a worker. */
  onWork(work: Work[]): Promise<void>
}

/** Files that are noted with one request. */
const AT_ONCE = 200
/** Problems that pass, or that say nothing about the bytes: what was known of the place stays. */
const PASSING = new Set(['FILE_MISSING', 'FILE_UNREADABLE', 'FILE_CHANGED'])

type Pass = ScanOptions & { rootOf(path: string): string; seen: Seen[]; met: Set<string>; closed: string[] }

/** @param paths files and folders */
export async function scan(options: ScanOptions, paths: string[]): Promise<void> {
  const roots = new Set(await knownRoots(options.index))
  for (const path of paths) await scanPath(options, await realOf(resolve(path)), roots)
}

async function scanPath(options: ScanOptions, path: string, roots: Set<string>): Promise<void> {
  const folder = (await isFolder(path)) ? path : dirname(path)
  const rootOf = (file: string) => longest([...roots].filter((root) => isUnder(root, file))) ?? folder
  const pass: Pass = { ...options, rootOf, seen: [], met: new Set(), closed: [] }
  for await (const step of walk(path)) {
    if (step.problem) await meetProblem(pass, step.path, step.problem)
    else await meetFile(pass, step.path)
    if (pass.seen.length >= AT_ONCE) await note(pass)
  }
  await note(pass)
  const vanished = await withdrawVanished(pass, path, [...roots])
  if (pass.met.size + pass.closed.length + vanished === 0) reportNothing(options, path, folder)
  roots.add(rootOf(path))
}

async function meetFile(pass: Pass, path: string): Promise<void> {
  try {
    const bytes = await take(path, pass.limit)
    const place = placeOf(pass, path)
    pass.met.add(placeId(place))
    pass.seen.push({ place, sha256: await pass.keep(bytes), bytes: bytes.length })
  } catch (error) {
    if (!(error instanceof BayanError)) throw error
    await meetProblem(pass, path, error)
  }
}

async function meetProblem(pass: Pass, path: string, problem: BayanError): Promise<void> {
  // A file that is gone is found below, among those that vanished.
  if (problem.code === 'FILE_MISSING') return
  pass.onProblem({ path, problem })
  pass.closed.push(path)
  if (!PASSING.has(problem.code)) await noteProblem(pass.index, placeOf(pass, path), problem)
}

async function note(pass: Pass): Promise<void> {
  const { noted, work, former } = await noteSeen(pass.index, pass.seen.splice(0))
  pass.onNoted(noted)
  await pass.onWork(work)
  await release(pass.index, former)
}

/** What is noted under the path, but was not met there. @returns how many */
async function withdrawVanished(pass: Pass, path: string, roots: string[]): Promise<number> {
  const places = await knownUnder(pass, path, roots)
  const gone = places.filter((place) => {
    const file = join(place.root, place.path)
    return !pass.met.has(placeId(place)) && !pass.closed.some((closed) => isUnder(closed, file))
  })
  pass.onNoted(await noteVanished(pass.index, gone))
  return gone.length
}

async function knownUnder({ index }: Pass, path: string, roots: string[]): Promise<Place[]> {
  const { client, names, patience } = index
  // A folder that is gone may be a disk that is not there today: only a file that was named itself has vanished.
  const missing = !(await stat(path).catch(() => undefined))
  const near = roots.filter((root) => isUnder(root, path) || isUnder(path, root))
  const query = { bool: { filter: { terms: { root: near } }, must_not: { term: { outcome: 'withdrawn' } } } }
  return patiently(async () => {
    const places: Place[] = []
    await client.indices.refresh({ index: names.files })
    for await (const { source } of everyHit<FileEntry>(client, names.files, ['root', 'path'], query)) {
      const file = join(source.root, source.path)
      if (isUnder(path, file) && (!missing || isUnder(file, path))) places.push(source)
    }
    return places
  }, patience)
}

function reportNothing(options: ScanOptions, path: string, folder: string): void {
  const code = folder === path ? 'FOLDER_EMPTY' : 'FILE_MISSING'
  options.onProblem({ path, problem: new BayanError(code, { path }) })
}

/** The roots that were scanned before: a place keeps its root, whichever folder above or below it is named later. */
async function knownRoots({ client, names, patience }: Index): Promise<string[]> {
  const aggs = { roots: { terms: { field: 'root', size: 1000 } } }
  const { aggregations } = await patiently(async () => {
    await client.indices.refresh({ index: names.files })
    return client.search<unknown, { roots: { buckets: { key: string }[] } }>({
      index: names.files,
      size: 0,
      aggs,
    })
  }, patience)
  return (aggregations?.roots.buckets ?? []).map(({ key }) => key)
}

function placeOf({ rootOf }: Pass, path: string): Place {
  const root = rootOf(path)
  return { root, path: relative(root, path).split(sep).join('/').normalize('NFC') }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}

/** Without links on the way, so that a place has one name; the last part may be gone. */
async function realOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  if (real) return real
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  return join(folder, basename(path))
}

/** However the letters of both are composed. */
function isUnder(folder: string, path: string): boolean {
  const [above, below] = [folder.normalize('NFC'), path.normalize('NFC')]
  return below === above || below.startsWith(above.endsWith(sep) ? above : above + sep)
}

function longest(roots: string[]): string | undefined {
  return roots.sort((a, b) => b.length - a.length)[0]
}
