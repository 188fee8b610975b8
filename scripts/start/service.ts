/** What makes the service of its parts: the search, the health of both engines, a port to listen on. */
import type { Config } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import type { Engines } from '../../src/engines/session.js'
import { indexNames } from '../../src/fields.js'
import { buildApp } from '../../src/http/app.js'
import { createReady } from '../../src/http/ready.js'
import { type Listening, listen } from '../../src/http/server.js'
import type { Logger } from '../../src/log.js'
import { connectProducer } from '../../src/queue/connection.js'
import { createSearch } from '../../src/search/search.js'

export type Service = Listening & { close: () => Promise<void> }

export async function openService(engines: Engines, config: Config, log: Logger): Promise<Service> {
  const client = createElastic(engines.elasticsearchUrl)
  const search = createSearch({ client, names: indexNames(config.prefix) })
  const ready = createReady({
    elasticsearch: (signal) => search.probe(signal),
    redis: () => askRedis(engines.redisUrl),
  })
  const app = await buildApp({ search, ready, log })
  const listening = await listen(app, config)
  const close = async () => {
    await app.close()
    await client.close()
  }
  return { ...listening, close }
}

/** @throws BayanError REDIS_AWAY */
async function askRedis(url: string): Promise<void> {
  const redis = await connectProducer(url)
  redis.disconnect()
}
