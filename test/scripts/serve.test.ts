/** `bayan serve` as an operator starts it: it says that it is ready when it is, and before that what it waits for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { gateBefore } from '../helpers/gate.js'
import { openWorkplace } from '../helpers/ingest.js'
import { ownPrefix } from '../helpers/prefix.js'

const PROGRAM = join(import.meta.dirname, '../../scripts/bayan.js')

test('while Elasticsearch is away the service waits for it, and says so', { timeout: 120_000 }, async () => {
  const place = await openWorkplace(ownPrefix())
  const gate = await gateBefore(place.elasticsearchUrl)
  gate.shut()
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    env: {
      ...process.env,
      ELASTICSEARCH_URL: gate.url,
      REDIS_URL: place.redisUrl,
      BAYAN_PREFIX: place.prefix,
      BAYAN_HOME: place.home,
      BAYAN_PORT: '0',
      BAYAN_LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value
  expect(await next()).toMatch(/^Bayan listens at http:\S+ and waits: Elasticsearch at \S+ does not answer/)
  gate.open()
  expect(await next()).toMatch(/^Bayan is ready: http:/)
  child.kill('SIGTERM')
  await once(child, 'exit')
  await gate.close()
  await place.remove()
})
