/** The index and the queue for the time of one command. Redis may be away: then nobody knows how the queue stands. */
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices } from '../../src/elastic/indices.js'
import { patiently } from '../../src/elastic/patience.js'
import { BayanError } from '../../src/errors.js'
import { ANALYSIS_VERSION } from '../../src/fields.js'
import type { Index } from '../../src/index/access.js'
import { openProducer, type Producer, type QueueState, type Working } from '../../src/queue/enqueue.js'
import { say, withEngines } from '../command.js'

export type QueueView = {
  url: string
  prefix: string
  /** undefined where Redis is away, which was said */
  working(): Promise<Working[] | undefined>
  state(): Promise<QueueState | undefined>
  workers(): Promise<number | undefined>
}

/** Milliseconds that a short command bears with an engine that is away. */
const BEAR = 2_000

/** @throws BayanError ELASTICSEARCH_AWAY */
export async function withIndex(work: (index: Index, queue: QueueView) => Promise<void>): Promise<void> {
  await withEngines(async ({ elasticsearchUrl, redisUrl }, { prefix }) => {
    const client = createElastic(elasticsearchUrl)
    const patience = { limit: BEAR }
    try {
      const names = await patiently(() => ensureIndices(client, prefix), patience)
      await work({ client, names, version: ANALYSIS_VERSION, patience }, viewQueue(redisUrl, prefix))
    } finally {
      await client.close()
    }
  })
}

function viewQueue(url: string, prefix: string): QueueView {
  let told = false
  const ask = async <T>(question: (producer: Producer) => Promise<T>): Promise<T | undefined> => {
    try {
      const producer = await openProducer(url, prefix)
      return await question(producer).finally(producer.close)
    } catch (error) {
      if (!(error instanceof BayanError)) throw error
      if (!told) say(`${error.code}: ${error.message}`)
      told = true
      return undefined
    }
  }
  return {
    url,
    prefix,
    working: () => ask((producer) => producer.working()),
    state: () => ask((producer) => producer.state()),
    workers: () => ask((producer) => producer.workers()),
  }
}
