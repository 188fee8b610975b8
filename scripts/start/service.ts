/** What makes the service of its parts: the search, the health of both engines, a port to listen on. */
import type { Config } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import type { Engines } from '../../src/engines/session.js'
import { indexNames } from '../../src/fields.js'
import { buildApp } from '../../src/http/app.js'
import type { Ready } from '../../src/http/ready.js'
import { type Listening, listen } from '../../src/http/server.js'
import { createGate } from '../../src/keys/gate.js'
import { createKeys } from '../../src/keys/keys.js'
import type { Logger } from '../../src/log.js'
import { createMetrics, showMetrics } from '../../src/metrics.js'
import { connectOptional } from '../../src/queue/connection.js'
import { measured } from '../../src/search/measured.js'
import { createSearch } from '../../src/search/search.js'
import { openIntake } from './intake.js'
import { createProbes, watchQueue } from './probes.js'

export type Service = Listening & { ready: Ready; close: () => Promise<void> }

export async function openService(
  engines: Pick<Engines, 'elasticsearchUrl' | 'redisUrl'>,
  config: Config,
  log: Logger,
): Promise<Service> {
  const client = createElastic(engines.elasticsearchUrl)
  const metrics = createMetrics({ process: true })
  const queue = watchQueue(engines.redisUrl, config.prefix)
  metrics.watchQueue(queue)
  const search = measured(createSearch({ client, names: indexNames(config.prefix) }), metrics.search)
  const ready = createProbes(search, queue)
  const gate = createGate(createKeys(client, config.prefix), config.access)
  await gate.mayListen(config.host)
  const redis = connectOptional(engines.redisUrl)
  const limits = { perMinute: config.ratePerMinute, prefix: config.prefix, redis }
  const intake = await openIntake(engines, config, client, log)
  const trustProxy = config.trustProxy
  const app = await buildApp({ search, ready, log, gate, limits, metrics, trustProxy, intake })
  const figures = config.metricsPort > 0 ? await showMetrics(metrics, config, log) : undefined
  const listening = await listen(app, config)
  const close = async () => {
    await app.close()
    figures?.close()
    redis.disconnect()
    await client.close()
  }
  return { ...listening, ready, close }
}
