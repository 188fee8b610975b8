/**
 * How does an upload become work? Its bytes come into the content store, then its place is noted, then the work is
 * handed over: whoever got an answer can be sure of it, for what is noted and kept is found by every sweep.
 */
import { rm } from 'node:fs/promises'
import { BayanError } from '../errors.js'
import { sniff } from '../extract/sniff.js'
import { UPLOAD } from '../fields.js'
import { type Index, type Place, placeId, type Work } from '../index/access.js'
import { noteSeen } from '../index/note.js'
import type { Store } from '../store.js'
import { nameOf } from './name.js'
import type { Quarantine, Received } from './quarantine.js'

export type UploadParts = {
  index: Index
  store: Store
  quarantine: Quarantine
  /** Hands contents to the workers; may fail, since a sweep finds what was not handed over. */
  handOver(work: Work[]): Promise<void>
}

export type Accepted = {
  id: string
  /** The very same file is there already: with its outcome. */
  unchanged: boolean
}

/** Kinds that no extractor reads, whatever their bytes; of all others only the extractor can tell. */
const REFUSED = new Set(['gzip', '7z', 'rar', 'program', 'gif'])
/** Digits of the sha256 that part uploads of one name from each other. */
const DIGITS = 20

/**
 * @param given name of the file, as its sender wrote it
 * @throws BayanError FILE_EMPTY, FILE_TOO_LARGE, FORMAT_UNKNOWN, UPLOAD_BROKEN, ELASTICSEARCH_AWAY: nothing is noted then
 */
export async function accept(
  { index, store, quarantine, handOver }: UploadParts,
  given: string | undefined,
  stream: AsyncIterable<Buffer>,
): Promise<Accepted> {
  const name = nameOf(given)
  const received = await quarantine.receive(stream, name)
  try {
    check(received, name)
    await store.adopt(received.draft, received.sha256)
  } finally {
    await rm(received.draft, { force: true })
  }
  const { sha256, bytes } = received
  const place = placeOf(name, sha256)
  const { noted, work } = await noteSeen(index, [{ place, sha256, bytes }])
  await handOver(work)
  return { id: placeId(place), unchanged: noted.every(({ state }) => state !== 'pending') }
}

/** The same name with other bytes is another file: nobody replaces by chance what somebody else has sent. */
function placeOf(name: string, sha256: string): Place {
  return { root: `${UPLOAD}${sha256.slice(0, DIGITS)}`, path: name }
}

function check({ bytes, head }: Received, path: string): void {
  if (bytes === 0) throw new BayanError('FILE_EMPTY', { path })
  const kind = sniff(head)
  if (REFUSED.has(kind)) throw new BayanError('FORMAT_UNKNOWN', { path, kind })
}
