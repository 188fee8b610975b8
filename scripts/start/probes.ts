/** What does the service need, and how is each part asked whether it is well? Searches need Elasticsearch alone. */
import { BayanError } from '../../src/errors.js'
import { createReady, type Ready } from '../../src/http/ready.js'
import { openProducer, type QueueState } from '../../src/queue/enqueue.js'
import type { Search } from '../../src/search/search.js'

/** Seconds after which work that still waits is worth a look. */
const OLD = 15 * 60
/** Milliseconds for which one look at the queue is enough. */
const BELIEVED = 1_000

export type Queue = QueueState & { workers: number }

export function createProbes(search: Search, queue: () => Promise<Queue>): Ready {
  return createReady({
    elasticsearch: (signal) => search.probe(signal),
    redis: queue,
    workers: async () => {
      const state = await queue().catch(() => undefined)
      if (state?.workers === 0) throw new BayanError('WORKERS_MISSING', { waiting: state.waiting })
    },
    queue: async () => {
      const state = await queue().catch(() => undefined)
      if (state && state.oldestSeconds > OLD)
        throw new BayanError('WORK_OLD', { minutes: Math.round(state.oldestSeconds / 60) })
    },
  })
}

/** @returns how the queue stands, asked at most once a second; throws BayanError REDIS_AWAY */
export function watchQueue(url: string, prefix: string): () => Promise<Queue> {
  let known: { state: Promise<Queue>; until: number } | undefined
  return () => {
    if (!known || known.until < Date.now()) known = { state: look(url, prefix), until: Date.now() + BELIEVED }
    return known.state
  }
}

async function look(url: string, prefix: string): Promise<Queue> {
  const producer = await openProducer(url, prefix)
  try {
    return { ...(await producer.state()), workers: await producer.workers() }
  } finally {
    await producer.close()
  }
}
