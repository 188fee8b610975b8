/**
 * What lies under the named paths now, and what of it is new? Reads, keeps and notes every file; the work is
 * handed on by the caller. Nothing is written for what has not changed.
 */
import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { everyHit } from '../elastic/pages.js'
import { patiently } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import type { FileEntry } from '../fields.js'
import { contentId, type Index, type Place, placeId, type Work } from './access.js'
import { wantersOf } from './files.js'
import { type Noted, noteProblem, noteSeen, noteVanished, release, type Seen } from './note.js'
import { isUnder, knownRoots, nearest, realOf } from './roots.js'
import { walk } from './walk.js'

/** Something that has no entry, or whose entry says less than this. */
export type Problem = { path: string; problem: BayanError }

/** What a file holds, in `bytes` bytes. */
export type Content = { sha256: string; bytes: number }

export type ScanOptions = {
  index: Index
  /**
   * Reads and keeps a file.
   * @returns undefined where what is known of it stays as it is
   * @throws BayanError why it cannot be had
   */
  content(path: string): Promise<Content | undefined>
  /**
   * Which of the places that were not met are gone for good? Without it nothing is withdrawn, nor looked for.
   * @param known how many places were known under `path`
   */
  vanished?(path: string, gone: Place[], known: number): Place[]
  onNoted(noted: Noted[]): void
  onProblem(problem: Problem): void
  /** Called while the scan goes on: these contents are noted and wait for a worker. */
  onWork(work: Work[]): Promise<void>
}

/** Files that are noted with one request. */
const AT_ONCE = 200

type Pass = ScanOptions & { rootOf(path: string): string; seen: Seen[]; met: Set<string>; closed: string[] }

/** @param paths files and folders */
export async function scan(given: ScanOptions, paths: string[]): Promise<void> {
  const handOn = (work: Work[]) => tellPromoted(given, work)
  const options = { ...given, index: { ...given.index, handOn } }
  const roots = new Set(await knownRoots(options.index))
  for (const path of paths) await scanPath(options, await realOf(resolve(path)), roots)
}

/** What is searched in place of what went waits for work like what came. */
async function tellPromoted({ index, onNoted, onWork }: ScanOptions, work: Work[]): Promise<void> {
  for (const { sha256 } of work) {
    const wanters = await wantersOf(index, contentId(sha256))
    onNoted(wanters.map(({ id, entry: { path } }) => ({ id, path, state: 'pending' })))
  }
  await onWork(work)
}

async function scanPath(options: ScanOptions, path: string, roots: Set<string>): Promise<void> {
  const folder = (await isFolder(path)) ? path : dirname(path)
  const rootOf = (file: string) => nearest(roots, file) ?? folder
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
    const place = placeOf(pass, path)
    if (pass.met.has(placeId(place))) throw new BayanError('FILE_NAME_TAKEN', { path })
    const content = await pass.content(path)
    pass.met.add(placeId(place))
    if (content) pass.seen.push({ place, ...content })
  } catch (error) {
    if (!(error instanceof BayanError)) throw error
    await meetProblem(pass, path, error)
  }
}

async function meetProblem(pass: Pass, path: string, problem: BayanError): Promise<void> {
  // A file that is gone is found below, among those that vanished.
  if (problem.code === 'FILE_MISSING') return
  pass.onProblem({ path, problem })
  if (problem.code === 'FILE_NAME_TAKEN') return
  pass.closed.push(path)
  await noteProblem(pass.index, placeOf(pass, path), problem)
}

async function note(pass: Pass): Promise<void> {
  const { noted, work, former } = await noteSeen(pass.index, pass.seen.splice(0))
  pass.onNoted(noted)
  await pass.onWork(work)
  await release(pass.index, former)
}

/** What is noted under the path, but was not met there. @returns how many */
async function withdrawVanished(pass: Pass, path: string, roots: string[]): Promise<number> {
  if (!pass.vanished) return 0
  const places = await knownUnder(pass, path, roots)
  const gone = places.filter((place) => {
    const file = join(place.root, place.path)
    return !pass.met.has(placeId(place)) && !pass.closed.some((closed) => isUnder(closed, file))
  })
  const { noted, former } = await noteVanished(pass.index, pass.vanished(path, gone, places.length))
  await release(pass.index, former)
  pass.onNoted(noted)
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

function placeOf({ rootOf }: Pass, path: string): Place {
  const root = rootOf(path)
  return { root, path: relative(root, path).split(sep).join('/').normalize('NFC') }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
