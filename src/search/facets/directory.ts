/**
 * Which documents are there, in which languages, and which meetings? What labels and offers need to know of things
 * that are not among the hits, read once for all questions and again when the documents are others. Whether they are
 * is looked at when it was not for a moment; when something is asked that it does not know, at once.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { DocumentEntry, DocumentFacets } from '../../fields.js'
import type { Language } from '../../model.js'
import type { LanguageVersion } from '../answer.js'
import type { Ask } from '../engine.js'
import { keep } from '../kept.js'

export type Directory = {
  /** Versions of a document in each language, by its key without the language. */
  versions: Map<string, LanguageVersion[]>
  keys: Set<string>
  /** Any document of a meeting. */
  meetings: Map<string, Partial<DocumentFacets>>
}

/** @param needed keys of documents and meetings that are going to be asked for */
export type Consult = (needed: { keys: string[]; meetings: string[] }) => Promise<Directory>

/** Milliseconds after which is looked again. */
const FRESH = 3_000
const PER_REQUEST = 10_000
const FIELDS = ['key', 'language', 'meeting', 'body', 'meetingKind', 'meetingOrdinal', 'day', 'city'] as const
const LANGUAGE_OF_KEY = /\.(ar|en|fr)$/
/** An answer is not worth waiting for the directory that only adds to it. */
const EMPTY: Directory = { versions: new Map(), keys: new Set(), meetings: new Map() }

/** @param index alias of the documents */
export function createDirectory(ask: Ask, index: string): Consult {
  const kept = keep(ask, index, () => readAll(ask, index), FRESH)
  const current = () => kept.value() ?? EMPTY
  return async ({ keys, meetings }) => {
    const { keys: knownKeys, meetings: knownMeetings } = current()
    const known = keys.every((key) => knownKeys.has(key)) && meetings.every((key) => knownMeetings.has(key))
    if (known) kept.refreshBeside()
    else await kept.refresh().catch(() => undefined)
    return current()
  }
}

/** @returns the key of a document without its language */
export function workOf(key: string): string {
  return key.replace(LANGUAGE_OF_KEY, '')
}

async function readAll(ask: Ask, index: string): Promise<Directory> {
  const directory: Directory = { versions: new Map(), keys: new Set(), meetings: new Map() }
  let after: { search_after?: string[] } = {}
  for (;;) {
    const { hits } = await ask<DocumentEntry>(index, { ...PAGE, ...after })
    for (const { fields } of hits.hits) note(directory, entryOf(fields ?? {}))
    const last = hits.hits.at(-1)?.sort as string[] | undefined
    if (!last || hits.hits.length < PER_REQUEST) return directory
    after = { search_after: last }
  }
}

const PAGE: estypes.SearchRequest = {
  size: PER_REQUEST,
  sort: [{ key: 'asc' }, { sha256: 'asc' }, { position: 'asc' }],
  _source: false,
  stored_fields: '_none_',
  docvalue_fields: [...FIELDS],
  track_total_hits: false,
}

function entryOf(fields: Record<string, unknown[]>): Partial<DocumentFacets> {
  return Object.fromEntries(FIELDS.map((name) => [name, fields[name]?.[0]]))
}

function note({ versions, keys, meetings }: Directory, entry: Partial<DocumentFacets>): void {
  const { key = '', language = 'ar', meeting } = entry
  if (meeting !== undefined && !meetings.has(meeting)) meetings.set(meeting, entry)
  if (keys.has(key)) return
  keys.add(key)
  const work = workOf(key)
  versions.set(work, [...(versions.get(work) ?? []), versionOf(key, language)])
}

function versionOf(key: string, language: Language): LanguageVersion {
  return { language, key, permalink: `/d/${encodeURIComponent(key)}` }
}
