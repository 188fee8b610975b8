/** Where are the passages of a set searched? In an index of their own, made by a setting; it is gone when the work ends. */
import { randomBytes } from 'node:crypto'
import type { Client } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import { languagesOf } from '../search/matching/words.js'
import type { Passage } from './sets.js'
import type { Corpus, Setting } from './settings.js'

const PASSAGES_PER_REQUEST = 500

export type Progress = (done: number, total: number) => void

/** Runs `work` on an index that holds the passages and is gone afterwards, whatever happens. */
export async function withCorpus<T>(
  client: Client,
  setting: Setting,
  passages: Passage[],
  progress: Progress,
  work: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const [language = 'ar'] = languagesOf(passages.map(({ text }) => text).join(' '))
  const corpus = await setting.open(client, `bayan-evaluate-${randomBytes(6).toString('hex')}`, language)
  try {
    await fill(client, corpus, passages, progress)
    return await work(corpus)
  } finally {
    await corpus.close()
  }
}

/** @returns bytes on disk of the index that is searched */
export async function sizeOf(client: Client, { index }: Corpus): Promise<number> {
  const { _all } = await client.indices.stats({ index, metric: 'store' })
  return _all.total?.store?.size_in_bytes ?? 0
}

async function fill(client: Client, corpus: Corpus, passages: Passage[], progress: Progress): Promise<void> {
  const { index } = corpus
  for (let from = 0; from < passages.length; from += PASSAGES_PER_REQUEST) {
    const batch = passages.slice(from, from + PASSAGES_PER_REQUEST).map(corpus.entry)
    const operations = batch.flatMap(({ id, entry }) => [{ index: { _index: index, _id: id } }, entry])
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

/** Asks so many at a time; the answers are in the order of what was asked. */
export async function inTurns<T, R>(
  things: readonly T[],
  turns: number,
  ask: (thing: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  for (let from = 0; from < things.length; from += turns) {
    answers.push(...(await Promise.all(things.slice(from, from + turns).map(ask))))
  }
  return answers
}
