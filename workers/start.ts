/**
 * A worker as a process of its own: `node --import tsx workers/start.ts`. SIGTERM and SIGINT let it finish or
 * put back what it holds, a second one ends it at once. Exit code 1 where it could not go on.
 */
import { readConfig } from '../src/config.js'
import { createLogger } from '../src/log.js'
import { createMetrics, showMetrics } from '../src/metrics.js'
import { fail, onSignals, required } from './process.js'
import { createReaders } from './readers/pool.js'
import { startWorker } from './worker.js'

const config = readConfig()
const log = createLogger(config.logLevel)
const stopping = onSignals(log, 'worker')

try {
  const { prefix, home, concurrency, maxFileBytes } = config
  const elasticsearchUrl = required(config.elasticsearchUrl, 'ELASTICSEARCH_URL')
  const redisUrl = required(config.redisUrl, 'REDIS_URL')
  const { analyse, close } = createReaders({ ...config.extract, maxFileBytes })
  process.once('exit', close)
  const metrics = createMetrics({ process: true })
  if (config.metricsPort > 0) await showMetrics(metrics, config, log)
  const worker = await startWorker(
    { elasticsearchUrl, redisUrl, prefix, home, concurrency, analyse, log, metrics },
    stopping,
  )
  process.send?.('ready')
  const stop = () =>
    worker
      .close()
      .then(close)
      .then(() => log.info('The worker has ended.'))
  stopping.addEventListener('abort', () => void stop())
  await worker.ended.finally(stop)
} catch (error) {
  if (!stopping.aborted) fail(log, error)
}
