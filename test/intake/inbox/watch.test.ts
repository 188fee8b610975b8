/** The watch over an inbox as a person uses it: real files, real engines, a real worker; and what may go wrong on the way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../../../src/log.js'
import { runWatcher } from '../../../workers/watcher.js'
import { type RunningWorker, startWorker } from '../../../workers/worker.js'
import { gateBefore } from '../../helpers/gate.js'
import { analyseHere, openWorkplace, untilFiles, type Workplace, writeText } from '../../helpers/ingest.js'
import { ownPrefix } from '../../helpers/prefix.js'

const LIMIT_MS = 240_000

const prefix = ownPrefix()
let place: Workplace
let worker: RunningWorker

beforeAll(async () => {
  place = await openWorkplace(prefix)
  worker = await startWorker({ ...place, concurrency: 2, analyse: analyseHere, log: createLogger('silent') })
}, LIMIT_MS)
afterAll(async () => {
  await worker?.close()
  await place?.remove()
})

/** Watches the inbox while `work` goes on. */
async function watching(work: () => Promise<void>, urls: { elasticsearchUrl?: string } = {}): Promise<void> {
  const stopping = new AbortController()
  const log = createLogger('info', logFile())
  const options = { ...place, ...urls, limit: 1_000_000, folders: [place.inbox], log }
  const watcher = runWatcher(options, stopping.signal)
  await Promise.race([work(), watcher]).finally(() => stopping.abort())
  await watcher
}

/** Waits until the files have these outcomes, and no others. */
async function until(expected: Record<string, string>): Promise<void> {
  const same = (files: { path: string; outcome: string }[]) =>
    files.length === Object.keys(expected).length &&
    files.every(({ path, outcome }) => expected[path] === outcome)
  await untilFiles(place, ({ files }) => same(files))
}

const logFile = () => join(place.home, 'log')

async function untilLogged(text: string): Promise<void> {
  while (!(await readFile(logFile(), 'utf8').catch(() => '')).includes(text)) await sleep(100)
}

/** Number of different bytes that were ever taken for a whole file. */
async function kept(): Promise<number> {
  const folders = await readdir(join(place.home, 'store'), { recursive: true, withFileTypes: true })
  return folders.filter((entry) => entry.isFile()).length
}

async function documents(): Promise<number> {
  const { client, names } = place.index
  await client.indices.refresh({ index: names.documents })
  return (await client.count({ index: names.documents })).count
}

const at = (...path: string[]) => join(place.inbox, ...path)

const GONE = { 'a.txt': 'withdrawn', 'deep/b.txt': 'withdrawn' }

test('files come, change, move and go; a slow copy is taken when it is whole', {
  timeout: LIMIT_MS,
}, async () => {
  await watching(async () => {
    await writeText(place.inbox, 'a.txt', 3)
    await mkdir(at('deep'))
    await writeText(at('deep'), '.b.txt', 3)
    await rename(at('deep', '.b.txt'), at('deep', 'b.txt'))
    const slow = (async () => {
      for (let part = 1; part <= 5; part++) {
        await appendFile(at('slow.txt'), `${part}. The Meeting reaffirmed part ${part}.\n\n`)
        await sleep(500)
      }
    })()
    await slow
    await until({ 'a.txt': 'indexed', 'deep/b.txt': 'indexed', 'slow.txt': 'indexed' })
    expect(await kept()).toBe(3)

    await rename(at('a.txt'), at('deep', 'moved.txt'))
    let seen = await documents()
    const moved = until({
      'a.txt': 'withdrawn',
      'deep/moved.txt': 'indexed',
      'deep/b.txt': 'indexed',
      'slow.txt': 'indexed',
    })
    let isMoving = true
    void moved.then(() => {
      isMoving = false
    })
    while (isMoving) seen = Math.min(seen, await documents())
    expect(seen).toBe(3)

    await writeText(place.inbox, 'slow.txt', 2)
    await rm(at('deep', 'b.txt'))
    await until({ ...GONE, 'deep/moved.txt': 'indexed', 'slow.txt': 'indexed' })
    expect(await kept()).toBe(4)
  })
})

test('a folder that looks empty is left in peace, and said', { timeout: LIMIT_MS }, async () => {
  const names = await readdir(place.inbox)
  const before = await documents()
  await watching(async () => {
    for (const name of names) await rename(at(name), join(place.home, name))
    await untilLogged('FOLDER_EMPTIED')
    await sleep(4000)
    expect(await documents()).toBe(before)
    for (const name of names) await rename(join(place.home, name), at(name))
    await untilLogged('no longer missing')
  })
  expect(await documents()).toBe(before)
})

test('Elasticsearch is away while files come and go: the watcher waits and ends where it should', {
  timeout: LIMIT_MS,
}, async () => {
  const gate = await gateBefore(place.elasticsearchUrl)
  await watching(
    async () => {
      gate.shut()
      await writeText(place.inbox, 'away.txt', 2)
      await rm(at('slow.txt'))
      await untilLogged('ELASTICSEARCH_AWAY')
      gate.open()
      await until({ ...GONE, 'deep/moved.txt': 'indexed', 'slow.txt': 'withdrawn', 'away.txt': 'indexed' })
    },
    { elasticsearchUrl: gate.url },
  )
  await gate.close()
})

test('one watches, another stands by and takes over when the first is killed', {
  timeout: LIMIT_MS,
}, async () => {
  const env = {
    ...process.env,
    ELASTICSEARCH_URL: place.elasticsearchUrl,
    REDIS_URL: place.redisUrl,
    BAYAN_PREFIX: prefix,
    BAYAN_HOME: place.home,
    BAYAN_INBOX: place.inbox,
  }
  const entry = join(import.meta.dirname, '../../../workers/watch.ts')
  const first = spawn(process.execPath, ['--import', 'tsx', entry], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(first.stderr, 'data')
  await watching(async () => {
    await untilLogged('stands by')
    for (let n = 0; n < 6; n++) await writeText(place.inbox, `many-${n}.txt`, 2)
    await untilFiles(place, ({ total }) => total > 5)
    first.kill('SIGKILL')
    await untilFiles(place, ({ byOutcome }) => byOutcome.indexed === 8)
  })
})
