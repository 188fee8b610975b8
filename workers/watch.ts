/**
 * The watcher of the inbox as a process of its own: `node --import tsx workers/watch.ts`. Makes the inbox where it
 * is missing. SIGTERM and SIGINT end it; exit code 1 where it could not go on.
 */
import { mkdir } from 'node:fs/promises'
import { readConfig } from '../src/config.js'
import { createLogger } from '../src/log.js'
import { fail, onSignals, required } from './process.js'
import { runWatcher } from './watcher.js'

const config = readConfig()
const log = createLogger(config.logLevel)
const stopping = onSignals(log, 'watcher')

try {
  const { prefix, home, inbox, maxFileBytes: limit } = config
  const elasticsearchUrl = required(config.elasticsearchUrl, 'ELASTICSEARCH_URL')
  const redisUrl = required(config.redisUrl, 'REDIS_URL')
  await mkdir(inbox, { recursive: true })
  await runWatcher({ elasticsearchUrl, redisUrl, prefix, home, limit, folders: [inbox], log }, stopping)
} catch (error) {
  fail(log, error)
}
