/** What makes the service of its parts: the search, the health of both engines, a port to listen on. */
import type { Config } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import type { Engines } from '../../src/engines/session.js'
import { indexNames } from '../../src/fields.js'
import { buildApp } from '../../src/http/app.js'
import { createReady } from '../../src/http/ready.js'
import { type Listening, listen } from '../../src/http/server.js'
import { createGate } from '../../src/keys/gate.js'
import { createKeys } from '../../src/keys/keys.js'
import type { Logger } from '../../src/log.js'
import { connectOptional, connectProducer } from '../../src/queue/connection.js'
import { createSearch } from '../../src/search/search.js'

export type Service = Listening & { close: () => Promise<void> }

export async function openService(engines: Engines, config: Config, log: Logger): Promise<Service> {
  const client = createElastic(engines.elasticsearchUrl)
  const search = createSearch({ client, names: indexNames(config.prefix) })
  const ready = createReady({
    elasticsearch: (signal) => search.probe(signal),
    redis: () => askRedis(engines.redisUrl),
  })
  const gate = createGate(createKeys(client, config.prefix), config.access)
  await gate.mayListen(config.host)
  const redis = connectOptional(engines.redisUrl)
  const limits = { perMinute: config.ratePerMinute, prefix: config.prefix, redis }
  const app = await buildApp({ search, ready, log, gate, limits, trustProxy: config.trustProxy })
  const listening = await listen(app, config)
  const close = async () => {
    await app.close()
    redis.disconnect()
    await client.close()
  }
  return { ...listening, close }
}

/** @throws BayanError REDIS_AWAY */
async function askRedis(url: string): Promise<void> {
  const redis = await connectProducer(url)
  redis.disconnect()
}
