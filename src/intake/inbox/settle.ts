/**
 * Is a file complete, or is somebody still writing it? Complete is what has rested for a while and has the same
 * bytes before and after; what was moved into place is complete at once. What is known already is not read again.
 */
import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { BayanError } from '../../errors.js'
import type { Content } from '../../index/scan.js'
import { unreadable } from '../../index/walk.js'
import type { Store } from '../../store.js'

/** Milliseconds that a file must rest. A writer that was seen to pause may pause again, as long as this many times over. */
const REST = 2_000
const LONGEST_REST = 30_000
const PAUSES = 4
const NANOSECONDS = 1_000_000n

type Known = {
  /** Changes with the bytes, whatever a program does to the dates of the file. */
  signature: string
  since: number
  rest: number
  /** It changed before our eyes, before it was complete. */
  grew: boolean
  /** Hash from the middle of its rest. */
  before?: string
  content?: Content
  failed?: true
  round: number
}

export type Settling = {
  /** @returns undefined while the file is not complete @throws BayanError as `take` does */
  read(path: string): Promise<Content | undefined>
  /** True where the path was complete at the last look and has not changed since. */
  isKnown(path: string): Promise<boolean>
  /** Begins a new look at everything; what the last one did not meet is forgotten. */
  begin(): void
  /** Files that this look met and that are not complete. */
  open(): number
  /** Files that earlier looks met and this one did not. */
  unmet(): number
}

/** @param bytesOf what lies at a path, as `take` gives it @param now milliseconds */
export function createSettling(
  store: Store,
  bytesOf: (path: string) => Promise<Buffer>,
  now: () => number = Date.now,
): Settling {
  const files = new Map<string, Known>()
  let round = 0

  const look = async (path: string): Promise<{ known: Known; stats: BigIntStats }> => {
    const stats = await lstat(path, { bigint: true }).catch((error) =>
      Promise.reject(unreadable(path, error)),
    )
    const known = { ...next(files.get(path), signatureOf(stats), now()), round }
    files.set(path, known)
    return { known, stats }
  }

  const read = async (path: string): Promise<Content | undefined> => {
    const { known, stats } = await look(path)
    if (known.content) return known.content
    const rested = wasMovedIn(known, stats) ? LONGEST_REST : restOf(known, stats, now())
    if (rested < known.rest) {
      if (rested >= known.rest / 2) known.before ??= hashOf(await bytesOf(path))
      return undefined
    }
    const bytes = await bytesOf(path)
    if (known.before !== undefined && known.before !== hashOf(bytes)) return startAgain(known, now())
    const content = { sha256: await store.put(bytes), bytes: bytes.length }
    const { known: after } = await look(path)
    if (after.signature !== known.signature) return undefined
    after.content = content
    return content
  }

  const fail = (path: string, error: unknown): undefined => {
    if (error instanceof BayanError && error.code === 'FILE_CHANGED') return undefined
    const known = files.get(path)
    if (known) known.failed = true
    throw error
  }

  return {
    read: (path) => read(path).catch((error) => fail(path, error)),
    isKnown: async (path) => (await look(path)).known.content !== undefined,
    begin: () => {
      for (const [path, known] of files) if (known.round < round) files.delete(path)
      round += 1
    },
    open: () => count(files, (known) => known.round === round && !known.content && !known.failed),
    unmet: () => count(files, (known) => known.round < round),
  }
}

function signatureOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
}

function next(last: Known | undefined, signature: string, now: number): Omit<Known, 'round'> {
  if (last?.signature === signature) return last
  const grew = last !== undefined && last.content === undefined
  const rest = grew ? Math.min(LONGEST_REST, Math.max(last.rest, PAUSES * (now - last.since))) : REST
  return { signature, since: now, rest, grew }
}

/** A file whose date is old was complete before we came; one that grew has to rest before our eyes. */
function restOf({ since, grew }: Known, { mtimeNs }: BigIntStats, now: number): number {
  const seen = now - since
  return grew ? seen : Math.max(seen, now - Number(mtimeNs / NANOSECONDS))
}

/** Writing sets both dates alike. A later change of the entry alone: it was renamed, or its writer set the date and was done. */
function wasMovedIn({ grew }: Known, { size, mtimeNs, ctimeNs }: BigIntStats): boolean {
  return !grew && size > 0n && ctimeNs > mtimeNs
}

function startAgain(known: Known, now: number): undefined {
  known.since = now
  known.grew = true
  known.before = undefined
}

function count(files: Map<string, Known>, holds: (known: Known) => boolean): number {
  return [...files.values()].filter(holds).length
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
