/** What every part that writes to the index needs, and how the things in it are named. */
import { createHash } from 'node:crypto'
import type { Client } from '@elastic/elasticsearch'
import type { Patience } from '../elastic/patience.js'
import type { IndexNames } from '../fields.js'

export type Index = {
  client: Client
  names: IndexNames
  /** Analysis version of this code; it is the external version of all that it writes. */
  version: number
  patience: Patience
  /** Hands contents to the workers; where nobody does, the next sweep finds them. */
  handOn?(work: Work[]): Promise<void>
}

/** A content that has to be worked on. `name` is the path of a place where it lies. */
export type Work = { sha256: string; name: string }

/** Where a file lies: an absolute folder and, under it, a path in NFC with slashes; for uploads see `UPLOAD`. */
export type Place = { root: string; path: string }

/** First part of the ids of all that comes from these bytes. @param sha256 of the bytes, hex */
export function contentId(sha256: string): string {
  return sha256.slice(0, 20)
}

/** `_id` in the files index. */
export function placeId({ root, path }: Place): string {
  return createHash('sha256').update(`${root}\0${path}`).digest('hex').slice(0, 40)
}

/** `_id` in the paragraphs index. */
export function paragraphId(document: string, ordinal: number): string {
  return `${document}-${ordinal}`
}

/** The content that an id of a document or of a paragraph belongs to. */
export function contentOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}
