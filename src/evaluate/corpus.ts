/**
 * Where are the passages of a set searched? In an index of their own with the real analyzers and fields,
 * beside a field with Elasticsearch's stock `arabic` analyzer; it is deleted when the work ends.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Client, estypes } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { Passage } from './sets.js'

const MAPPINGS = new URL('../../mappings/', import.meta.url)
const PASSAGES_PER_REQUEST = 500
const QUESTIONS_PER_REQUEST = 50
const DEPTH = 10

/** Field that has the stock `arabic` analyzer. */
export const STOCK_FIELD = 'stock'
export type Progress = (done: number, total: number) => void
export type Answers = { rankings: string[][]; milliseconds: number }

/** Runs `work` on an index that holds the passages and is gone afterwards, whatever happens. */
export async function withCorpus<T>(
  client: Client,
  passages: Passage[],
  progress: Progress,
  work: (index: string) => Promise<T>,
): Promise<T> {
  const index = `bayan-evaluate-${randomBytes(6).toString('hex')}`
  try {
    await createIndex(client, index)
    await fill(client, index, passages, progress)
    return await work(index)
  } finally {
    await client.indices.delete({ index }, { ignore: [404] })
  }
}

/**
 * Asks many questions in few requests, one after the other within each.
 * @param bodies one search each, without `size`
 * @returns for each question the ids of the first ten, and the time that all took
 */
export async function ask(
  client: Client,
  index: string,
  bodies: estypes.SearchSearchRequestBody[],
  progress: Progress,
): Promise<Answers> {
  const rankings: string[][] = []
  let milliseconds = 0
  for (let from = 0; from < bodies.length; from += QUESTIONS_PER_REQUEST) {
    const batch = bodies.slice(from, from + QUESTIONS_PER_REQUEST)
    const searches = batch.flatMap((body) => [{ index }, { ...body, size: DEPTH, _source: false }])
    const started = performance.now()
    const { responses } = await client.msearch({ searches, max_concurrent_searches: 1 })
    milliseconds += performance.now() - started
    rankings.push(...responses.map(ranking))
    progress(rankings.length, bodies.length)
  }
  return { rankings, milliseconds }
}

function ranking(response: estypes.MsearchResponseItem): string[] {
  if ('error' in response) {
    throw new BayanError('INDEX_REFUSED', {
      id: 'a question',
      reason: response.error.reason ?? response.error.type,
    })
  }
  return response.hits.hits.map((hit) => hit._id ?? '')
}

async function createIndex(client: Client, index: string): Promise<void> {
  const { analysis } = await readJson<{ analysis: estypes.IndicesIndexSettingsAnalysis }>('analysis')
  const mappings = await readJson<estypes.MappingTypeMapping>('paragraphs')
  const ar = mappings.properties?.ar as estypes.MappingTextProperty
  const stock: estypes.MappingTextProperty = { type: 'text', analyzer: 'arabic' }
  await client.indices.create({
    index,
    settings: { analysis, number_of_shards: 1, number_of_replicas: 0 },
    mappings: {
      properties: { ...mappings.properties, ar: { ...ar, copy_to: STOCK_FIELD }, [STOCK_FIELD]: stock },
    },
  })
}

async function fill(client: Client, index: string, passages: Passage[], progress: Progress): Promise<void> {
  for (let from = 0; from < passages.length; from += PASSAGES_PER_REQUEST) {
    const batch = passages.slice(from, from + PASSAGES_PER_REQUEST)
    const operations = batch.flatMap(({ id, text }) => [{ index: { _index: index, _id: id } }, { ar: text }])
    const { errors, items } = await client.bulk({ operations })
    const refused = errors && items.find(({ index: item }) => item?.error)?.index
    if (refused) {
      throw new BayanError('INDEX_REFUSED', { id: refused._id ?? '', reason: refused.error?.reason ?? '' })
    }
    progress(from + batch.length, passages.length)
  }
  await client.indices.forcemerge({ index, max_num_segments: 1 })
  await client.indices.refresh({ index })
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`${name}.json`, MAPPINGS), 'utf8')) as T
}
