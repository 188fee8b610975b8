/** An index of its own for one test file, and analyses to write into it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices, versionedName } from '../../src/elastic/indices.js'
import { everyHit } from '../../src/elastic/pages.js'
import type { FileEntry } from '../../src/fields.js'
import { contentId, type Index, placeId } from '../../src/index/access.js'
import { changeFiles } from '../../src/index/files.js'
import { writeContent } from '../../src/index/write.js'
import type { Analysis } from '../../src/model.js'
import { randomPrefix } from './prefix.js'

export type TestIndex = Index & { prefix: string; remove(): Promise<void> }

/** @param url of the engine, or of a proxy before it */
export async function openTestIndex(url: string, prefix = randomPrefix()): Promise<TestIndex> {
  const client = createElastic(url)
  const names = await ensureIndices(client, prefix)
  const remove = async () => {
    await client.indices.delete({ index: Object.values(names).map(versionedName) })
    await client.close()
  }
  return { client, names, version: 1, patience: {}, prefix, remove }
}

/** @returns one that is there as long as the tests of the file run */
export function testIndex(): TestIndex {
  const index = {} as TestIndex
  beforeAll(async () => void Object.assign(index, await openTestIndex(inject('elasticsearchUrl'))))
  afterAll(() => index.remove?.())
  return index
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What `analyse` could say of a file of one document with these paragraphs. */
export function analysisOf(texts: string[], bytes = texts.join('\n')): Analysis {
  const sha256 = sha256Of(bytes)
  const paragraphs = texts.map((text, at) => ({
    ordinal: at + 1,
    number: String(at + 1),
    label: String(at + 1),
    section: [],
    role: 'operative' as const,
    spans: [],
    text,
    statements: [],
    cites: [],
    countries: [],
    places: [],
    organisations: [],
    dates: [],
    confidence: 1,
  }))
  const id = `${contentId(sha256)}-1`
  const document = {
    id,
    key: `key-${contentId(sha256)}`,
    language: 'en' as const,
    text: texts.join('\n'),
    paragraphs,
  }
  const file = { name: 'file.txt', sha256, format: 'txt' as const, bytes: bytes.length, legibility: 1 }
  return { file, documents: [document], warnings: [] }
}

/** Writes them, and sees to it that they are found. */
export async function writeAll(index: Index, analyses: Analysis[]): Promise<void> {
  for (const analysis of analyses) await writeContent(index, analysis)
  await index.client.indices.refresh({ index: Object.values(index.names) })
}

/** Says that `path` holds these bytes now, or nothing. @returns id of the entry */
export async function want(index: Index, path: string, sha256: string | null): Promise<string> {
  const place = { root: '/inbox', path }
  const entry: FileEntry = {
    ...place,
    bytes: 1,
    wanted: sha256,
    done: null,
    analysisVersion: 0,
    outcome: sha256 ? 'waiting' : 'withdrawn',
    documents: [],
    attempts: 0,
    seconds: 0,
    seenAt: new Date(0).toISOString(),
  }
  await changeFiles(index, [placeId(place)], () => entry)
  return placeId(place)
}

export async function fileAt(index: Index, path: string): Promise<FileEntry | undefined> {
  const id = placeId({ root: '/inbox', path })
  const found = await index.client.get<FileEntry>({ index: index.names.files, id }, { ignore: [404] })
  return found._source
}

/** Ids of all that lies behind an alias, sorted. */
export async function idsIn(index: Index, alias: string): Promise<string[]> {
  await index.client.indices.refresh({ index: alias })
  const ids: string[] = []
  for await (const { id } of everyHit(index.client, alias, false)) ids.push(id)
  return ids.sort()
}
