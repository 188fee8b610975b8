/** Who does the work while a command waits for it? A worker that runs already, or else one inside this process. */
import { createLogger } from '../../src/log.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { createReaders } from '../../workers/readers/pool.js'
import { type RunningWorker, startWorker } from '../../workers/worker.js'
import type { IngestOptions } from './run.js'

export type StandIn = {
  /** Starts a worker in this process where none listens; ask again now and then, the others may end. */
  ensure(): Promise<void>
  /** Rejects when that worker cannot go on. */
  failed: Promise<never>
  close(): Promise<void>
}

export function createStandIn({
  engines,
  config,
  say,
}: Pick<IngestOptions, 'engines' | 'config' | 'say'>): StandIn {
  const { prefix, home, concurrency, extract, maxFileBytes } = config
  const { analyse, close } = createReaders({ ...extract, maxFileBytes })
  const options = { ...engines, prefix, home, concurrency, analyse, log: createLogger('silent') }
  let worker: RunningWorker | undefined
  let fail = (_: unknown) => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => {})
  return {
    ensure: async () => {
      if (worker || (await isWorkerThere(engines.redisUrl, prefix))) return
      say('No worker is running; one works inside this command until it ends.')
      worker = await startWorker(options)
      worker.ended.catch(fail)
    },
    failed,
    close: async () => worker?.close().finally(close),
  }
}

/** While Redis is away nobody knows; one worker more does no harm. */
async function isWorkerThere(redisUrl: string, prefix: string): Promise<boolean> {
  try {
    const producer = await openProducer(redisUrl, prefix)
    return (await producer.workers().finally(producer.close)) > 0
  } catch {
    return false
  }
}
