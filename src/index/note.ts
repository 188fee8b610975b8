/**
 * How is noted what lies at a place now? This is the only part that says what is wanted. A content that a
 * place had before leaves the index with it, unless another place has the same bytes.
 */
import type { BayanError } from '../errors.js'
import type { FileEntry } from '../fields.js'
import { contentId, type Index, type Place, placeId, type Work } from './access.js'
import { changeFiles, isSettled, relabel, waiting } from './files.js'
import { withdrawUnwanted } from './withdraw.js'

/** What was found at a place. */
export type Seen = { place: Place; sha256: string; bytes: number }

/** `pending` has to be worked on; `failed` is an earlier failure that nothing has changed since. */
type NotedState = 'pending' | 'unchanged' | 'failed' | 'withdrawn'
export type Noted = { id: string; path: string; state: NotedState }

/** Problems that say nothing about the bytes. */
const PASSING = new Set<string>(['FILE_UNREADABLE', 'FILE_CHANGED', 'STORE_UNWRITABLE'])

/** @returns for each place what is to be done; `release` what it no longer holds, after the work was handed on */
export async function noteSeen(
  index: Index,
  seen: Seen[],
): Promise<{ noted: Noted[]; work: Work[]; former: string[] }> {
  const byId = new Map(seen.map((one) => [placeId(one.place), one]))
  const changes = await changeFiles(index, [...byId.keys()], (entry, id) => {
    const found = byId.get(id)
    return !found || entry?.wanted === found.sha256 ? undefined : wish(entry, found)
  })
  const noted = [...byId].map(([id, { place }]) => ({
    id,
    path: place.path,
    state: stateOf(index, changes.get(id)?.after ?? changes.get(id)?.before),
  }))
  const pending = noted.filter(({ state }) => state === 'pending')
  const work = pending.map(({ id, path }) => ({ sha256: byId.get(id)?.sha256 ?? '', name: path }))
  return { noted, work, former: formerOf(changes.values()) }
}

/**
 * Notes that the bytes of a place cannot be had. Where the problem may pass, what was known of the place stays;
 * else what was there before counts no more.
 */
export async function noteProblem(index: Index, place: Place, problem: BayanError): Promise<void> {
  const { code, message, retryable } = problem
  const changes = await changeFiles(index, [placeId(place)], (entry) => {
    if (entry?.wanted && PASSING.has(code)) return undefined
    if (entry?.wanted === null && entry.code === code) return undefined
    const base = waiting({ ...blank(place), ...entry, wanted: null })
    return { ...base, outcome: 'failed', code, message, retryable, stage: 'read' }
  })
  await release(index, formerOf(changes.values()))
}

/** Notes that nothing lies at these places any more. @returns in `former` what they held, to be released */
export async function noteVanished(
  index: Index,
  places: Place[],
): Promise<{ noted: Noted[]; former: string[] }> {
  const changes = await changeFiles(index, places.map(placeId), (entry) =>
    entry && entry.outcome !== 'withdrawn'
      ? { ...waiting(entry), wanted: null, outcome: 'withdrawn', seenAt: now() }
      : undefined,
  )
  const noted = places.map((place) => ({ id: placeId(place), path: place.path, state: 'withdrawn' as const }))
  return { noted, former: formerOf(changes.values()) }
}

/** Takes contents out of the index that no place wants now. @param contents sha256 of each */
export async function release(index: Index, contents: string[]): Promise<void> {
  for (const sha256 of contents) {
    if (!(await withdrawUnwanted(index, contentId(sha256)))) await relabel(index, sha256)
  }
}

function wish(entry: FileEntry | undefined, { place, sha256, bytes }: Seen): FileEntry {
  return { ...waiting(entry ?? blank(place)), wanted: sha256, bytes, seenAt: now() }
}

function blank(place: Place): FileEntry {
  return {
    ...place,
    bytes: 0,
    wanted: null,
    done: null,
    analysisVersion: 0,
    outcome: 'waiting',
    documents: [],
    attempts: 0,
    seconds: 0,
    seenAt: now(),
  }
}

function stateOf(index: Index, entry: FileEntry | undefined): NotedState {
  if (!entry || !isSettled(entry, index.version)) return 'pending'
  return entry.outcome === 'failed' ? 'failed' : 'unchanged'
}

function formerOf(changes: Iterable<{ before?: FileEntry; after?: FileEntry }>): string[] {
  const former = new Set<string>()
  for (const { before, after } of changes) {
    if (after && before?.wanted && before.wanted !== after.wanted) former.add(before.wanted)
  }
  return [...former]
}

function now(): string {
  return new Date().toISOString()
}
