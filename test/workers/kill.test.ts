/** What is in the index does not depend on what happened on the way: the worker is killed in the middle of its work. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compare, readFingerprint } from '../../src/elastic/fingerprint.js'
import { sweep } from '../../src/index/sweep.js'
import { allDone, openWorkplace, untilFiles, type Workplace, writeText } from '../helpers/ingest.js'
import { ownPrefix } from '../helpers/prefix.js'

const FILES = 200
const LIMIT_MS = 400_000

const prefixes = { calm: ownPrefix(), rough: ownPrefix() }
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function startProcess({ elasticsearchUrl, redisUrl, prefix, home }: Workplace): ChildProcess {
  const environment = {
    ...process.env,
    ELASTICSEARCH_URL: elasticsearchUrl,
    REDIS_URL: redisUrl,
    BAYAN_PREFIX: prefix,
    BAYAN_HOME: home,
    BAYAN_LOG_LEVEL: 'fatal',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'workers/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  children.push(child)
  return child
}

async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code as number | null
}

test(`killed three times in the middle of ${FILES} files, the worker ends where it ends when left in peace`, {
  timeout: LIMIT_MS,
}, async () => {
  const [calm, rough] = [await openWorkplace(prefixes.calm), await openWorkplace(prefixes.rough)]
  for (const { inbox } of [calm, rough]) {
    for (let at = 0; at < FILES; at++) await writeText(inbox, `${at}.txt`, 1 + (at % 30))
  }
  await calm.ingest()
  const peaceful = startProcess(calm)
  await untilFiles(calm, allDone)
  expect(await kill(peaceful, 'SIGTERM')).toBe(0)

  await rough.ingest()
  for (const share of [0.2, 0.4, 0.6]) {
    const victim = startProcess(rough)
    await untilFiles(rough, ({ byOutcome }) => (byOutcome.indexed ?? 0) >= FILES * share)
    await kill(victim, 'SIGKILL')
  }
  expect(allDone(await untilFiles(rough, () => true))).toBe(false)
  startProcess(rough)
  const { byOutcome } = await untilFiles(rough, allDone)

  expect(byOutcome).toEqual({ indexed: FILES })
  const [expected, found] = await Promise.all(
    [calm, rough].map(({ index }) => readFingerprint(index.client, index.names)),
  )
  if (!expected || !found) throw new Error('no fingerprints')
  expect(expected.documents).toBe(FILES)
  expect(compare(found, expected)).toEqual({ extra: [], missing: [], different: [] })
  expect(found.sha256).toBe(expected.sha256)
  expect(await sweep(rough.index)).toEqual({ withdrawn: 0, repaired: 0 })
  for (const place of [calm, rough]) await place.remove()
})
