/**
 * A small index on the real engine, for the tests that search: the paragraphs of the communiqué in `samples/`
 * beside a few short documents written for a test, so that facets have something to count.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices, versionedName } from '../../src/elastic/indices.js'
import {
  ANALYSIS_VERSION,
  type DocumentFacets,
  type IndexNames,
  type Mentions,
  type ParagraphEntry,
} from '../../src/fields.js'
import { NO_MENTIONS, UNREAD } from '../../src/index/mentions.js'
import { sameness } from '../../src/index/same.js'
import type { Language, Role } from '../../src/model.js'
import type { Answer } from '../../src/search/answer.js'
import { type RawQuestion, readQuestion } from '../../src/search/request.js'
import { createSearch, type Search } from '../../src/search/search.js'
import { randomPrefix } from './prefix.js'

export type SmallDocument = Partial<DocumentFacets & Mentions> & {
  key: string
  language: Language
  texts: string[]
  role?: Role
}

export type SmallIndex = { search: Search; names: IndexNames; remove(): Promise<void> }

/** What the communiqué of `samples/` says of itself. */
const COMMUNIQUE: Omit<SmallDocument, 'texts'> = {
  key: 'oic-ex-com-emergency-2016-12-22-fc.ar',
  language: 'ar',
  type: 'final_communique',
  symbol: 'OIC/EX-COM/2016/FC',
  title: 'البيان الختامي للاجتماع الطارئ للجنة التنفيذية على المستوى الوزاري',
  issuer: 'OIC',
  body: 'EX-COM',
  meeting: 'oic-ex-com-emergency-2016-12-22',
  meetingKind: 'emergency',
  meetingLevel: 'ministerial',
  date: { gte: '2016-12-22', lte: '2016-12-22' },
  day: '2016-12-22',
  year: 2016,
  city: 'Jeddah',
  hostCountry: 'SA',
}

/** @returns the numbered paragraphs of the communiqué in `samples/`, in order */
export function communique(): SmallDocument {
  const file = join(import.meta.dirname, '../../samples/oic-ex-com-2016-fc.ar.txt')
  const numbered = readFileSync(file, 'utf8')
    .split(/^\d+\. /m)
    .slice(1)
  return { ...COMMUNIQUE, texts: numbered.map((text) => text.replace(/\s+/g, ' ').trim()) }
}

const PLAIN = { ...NO_MENTIONS, quality: 'clean' as const, legibility: 1 }

/** Creates indices under a prefix of their own; `remove` deletes these and nothing else. */
export async function smallIndex(elasticsearchUrl: string, documents: SmallDocument[]): Promise<SmallIndex> {
  const client = createElastic(elasticsearchUrl)
  const names = await ensureIndices(client, randomPrefix())
  await client.bulk({
    refresh: true,
    operations: documents.flatMap((document, at) => entries(names, document, at)),
  })
  const remove = async () => {
    await client.indices.delete({ index: Object.values(names).map(versionedName) })
    await client.close()
  }
  return { search: createSearch({ client, names }), names, remove }
}

export type Searching = SmallIndex & { ask(raw: RawQuestion): Promise<Answer> }

/**
 * @param usual what every question asks
 * @returns the search over these documents, as long as the tests of the file run
 */
export function searching(documents: SmallDocument[], usual: RawQuestion = {}): Searching {
  const open = {
    ask: (raw: RawQuestion) => open.search.search(readQuestion({ ...usual, ...raw })),
  } as Searching
  beforeAll(async () => void Object.assign(open, await smallIndex(inject('elasticsearchUrl'), documents)))
  afterAll(() => open.remove?.())
  return open
}

function entries(names: IndexNames, { texts, role, ...facets }: SmallDocument, at: number): object[] {
  const document = `${String(at).padStart(20, '0')}-1`
  const own = {
    sha256: document,
    position: 1,
    baseKey: facets.key,
    format: 'txt',
    signature: '',
    aliases: facets.symbol ? [facets.symbol] : [],
    formerKeys: [],
    symbols: [],
    role: [role ?? 'operative'],
    [facets.language]: texts.join('\n'),
    textHash: document,
    paragraphs: texts.length,
    analysisVersion: ANALYSIS_VERSION,
  }
  const same = sameness(texts.map((text) => ({ ...UNREAD.evidence, text })))
  const paragraphs = texts.map((text, n) => ({
    ...paragraph(document, facets, text, n + 1),
    same: same[n] ?? '',
    ...(role && { role }),
  }))
  return [
    { index: { _index: names.documents, _id: document } },
    { ...PLAIN, ...facets, ...own },
    // Written last to first, so that no order comes about by itself.
    ...paragraphs
      .reverse()
      .flatMap((entry) => [
        { index: { _index: names.paragraphs, _id: `${document}-${entry.ordinal}` } },
        entry,
      ]),
  ]
}

function paragraph(
  document: string,
  facets: Omit<SmallDocument, 'texts' | 'role'>,
  text: string,
  ordinal: number,
): Omit<ParagraphEntry, 'same'> {
  return {
    ...UNREAD,
    ...facets,
    ...{ document, ordinal, number: String(ordinal), label: String(ordinal) },
    role: 'operative',
    [facets.language]: text,
  }
}
