/** What makes the part of the service that takes files: the store, the quarantine, the way to the workers. */
import type { Client } from '@elastic/elasticsearch'
import type { Config } from '../../src/config.js'
import type { Engines } from '../../src/engines/session.js'
import { ANALYSIS_VERSION, indexNames } from '../../src/fields.js'
import { createFiles, type Files } from '../../src/intake/files.js'
import { handOver } from '../../src/intake/hand-over.js'
import { createQuarantine } from '../../src/intake/quarantine.js'
import type { Logger } from '../../src/log.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { createStore } from '../../src/store.js'

/** Milliseconds that a request bears with an engine that is away. */
const BEAR = 3_000

/** Clears away, too, what uploads left half-way that were cut off by a crash. */
export async function openIntake(
  { redisUrl }: Pick<Engines, 'redisUrl'>,
  { prefix, home, maxFileBytes: limit }: Pick<Config, 'prefix' | 'home' | 'maxFileBytes'>,
  client: Client,
  log: Logger,
): Promise<{ files: Files; limit: number }> {
  const index = { client, names: indexNames(prefix), version: ANALYSIS_VERSION, patience: { limit: BEAR } }
  const quarantine = createQuarantine(home, limit)
  const abandoned = await quarantine.clear()
  if (abandoned > 0) log.info({ files: abandoned }, 'Removed what uploads had left half-way.')
  const files = createFiles({
    index,
    store: createStore(home),
    quarantine,
    handOver: (work) => handOver(redisUrl, prefix, work),
    busy: async () => {
      const producer = await openProducer(redisUrl, prefix)
      return producer.working().finally(producer.close)
    },
    log,
  })
  return { files, limit }
}
