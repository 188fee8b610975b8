/**
 * A worker as a process of its own: `node --import tsx workers/start.ts`. SIGTERM and SIGINT let it finish or
 * put back what it holds, a second one ends it at once. Exit code 1 where it could not go on.
 */
import { readConfig } from '../src/config.js'
import { BayanError } from '../src/errors.js'
import { createLogger, type Logger } from '../src/log.js'
import { createMetrics, showMetrics } from '../src/metrics.js'
import { createReaders } from './readers/pool.js'
import { startWorker } from './worker.js'

const config = readConfig()
const log = createLogger(config.logLevel)
const stopping = onSignals(log)

try {
  const { elasticsearchUrl, redisUrl, prefix, home, concurrency, maxFileBytes } = config
  if (!elasticsearchUrl)
    throw new BayanError('SETTING_INVALID', { name: 'ELASTICSEARCH_URL', reason: 'a worker needs it' })
  if (!redisUrl) throw new BayanError('SETTING_INVALID', { name: 'REDIS_URL', reason: 'a worker needs it' })
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

function fail(log: Logger, error: unknown): void {
  const known = error instanceof BayanError
  log.fatal(known ? { code: error.code } : { err: error }, known ? error.message : 'The worker cannot go on.')
  process.exitCode = 1
}

/** @returns a signal that is aborted when the process is told to end */
function onSignals(log: Logger): AbortSignal {
  const stopping = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1)
      log.info({ signal: name }, 'The worker ends; once more ends it at once.')
      stopping.abort()
    })
  }
  // Whoever started this process is gone, perhaps killed: nobody else would end it.
  process.on('disconnect', () => stopping.abort())
  process.channel?.unref()
  return stopping.signal
}
