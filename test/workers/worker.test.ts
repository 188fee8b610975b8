import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { versionedName } from '../../src/elastic/indices.js'
import type { FileRow } from '../../src/elastic/listing.js'
import { createLogger } from '../../src/log.js'
import { createMetrics } from '../../src/metrics.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { createStore } from '../../src/store.js'
import { ingest } from '../../workers/ingest.js'
import { type RunningWorker, startWorker, type WorkerOptions } from '../../workers/worker.js'
import { type FaultyProxy, faultyProxy } from '../helpers/faulty.js'
import { gateBefore } from '../helpers/gate.js'
import { idsIn } from '../helpers/index.js'
import {
  allDone,
  analyseHere as analyse,
  openWorkplace,
  untilFiles,
  type Workplace,
  writeText,
} from '../helpers/ingest.js'
import { deleteKeys, ownPrefix } from '../helpers/prefix.js'

const prefixes = Array.from({ length: 12 }, ownPrefix)
/** Milliseconds; a worker asks anew for a job after five seconds. */
const LONGER_THAN_A_WORKER_WAITS = 7_000
const LONGER_THAN_A_LOOK = 1_000
const workers: RunningWorker[] = []
let place: Workplace

beforeEach(async () => {
  place = await openWorkplace(prefixes.pop() ?? '')
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close(0)
  await place.remove()
})

async function work(options: Partial<WorkerOptions> = {}): Promise<RunningWorker> {
  const { elasticsearchUrl, redisUrl, prefix, home } = place
  const log = createLogger('silent')
  const worker = await startWorker({
    elasticsearchUrl,
    redisUrl,
    prefix,
    home,
    concurrency: 2,
    analyse,
    log,
    ...options,
  })
  workers.push(worker)
  return worker
}

/** Whichever index was in use, this one is now. */
async function leadTo(index: string): Promise<void> {
  const { client, names } = place.index
  const alias = names.paragraphs
  await client.indices.updateAliases({
    actions: [{ remove: { index: `${alias}-*`, alias } }, { add: { index, alias } }],
  })
}

async function done(): Promise<Record<string, FileRow>> {
  const { files } = await untilFiles(place, allDone)
  return Object.fromEntries(files.map((row) => [row.path, row]))
}

describe('every file has its outcome', () => {
  test('bad ones with a reason, and they stop nothing', async () => {
    await writeText(place.inbox, 'good.txt', 3)
    await writeFile(join(place.inbox, 'empty.txt'), '')
    await writeFile(join(place.inbox, 'spaces.txt'), ' \n\n ')
    await writeFile(
      join(place.inbox, 'binary.txt'),
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)),
    )
    await place.ingest()
    await work()
    const files = await done()
    expect(files['good.txt']).toMatchObject({ outcome: 'indexed', attempts: 1 })
    for (const name of ['empty.txt', 'spaces.txt']) {
      expect(files[name]).toMatchObject({
        outcome: 'failed',
        code: 'FILE_EMPTY',
        stage: 'analyse',
        retryable: false,
      })
    }
    expect(files['binary.txt']).toMatchObject({ outcome: 'failed', code: 'FILE_BINARY' })
  })

  test('a fault of the program is one too, with an id that the log explains', async () => {
    await writeText(place.inbox, 'a.txt', 1)
    await writeText(place.inbox, 'b.txt', 2)
    await place.ingest()
    await work({
      analyse: (file) => {
        if (file.name === 'a.txt') throw new TypeError('a fault')
        return analyse(file)
      },
    })
    const files = await done()
    expect(files['a.txt']).toMatchObject({
      outcome: 'failed',
      code: 'INTERNAL',
      message: expect.stringMatching(/id \S+/),
    })
    expect(files['b.txt']).toMatchObject({ outcome: 'indexed' })
  })

  test('one whose bytes are lost from the store says so', async () => {
    await writeText(place.inbox, 'a.txt', 1)
    await place.ingest()
    await rm(join(place.home, 'store'), { recursive: true })
    await work()
    expect((await done())['a.txt']).toMatchObject({ outcome: 'failed', code: 'BYTES_MISSING', stage: 'read' })
  })

  test('one over which workers die again and again is given up, those before it are not', async () => {
    await writeText(place.inbox, 'a.txt', 1)
    await place.ingest()
    const [row] = (await untilFiles(place, () => true)).files
    const log = createLogger('silent')
    const parts = {
      index: place.index,
      store: createStore(place.home),
      analyse,
      log,
      metrics: createMetrics(),
    }
    const job = { sha256: row?.sha256 ?? '', analysisVersion: 1, name: 'a.txt' }
    const task = { job, attempts: 6, deaths: 5, signal: new AbortController().signal, at: () => {} }
    await ingest(parts, task)
    expect((await done())['a.txt']).toMatchObject({ outcome: 'failed', code: 'FILE_POISONOUS', attempts: 6 })
    expect(await idsIn(place.index, place.index.names.documents)).toEqual([])
  })
})

describe('bad days', () => {
  test('work whose jobs were lost with Redis is found again at the start of a worker', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await writeText(place.inbox, name, name.charCodeAt(0) % 5)
    await place.ingest()
    await deleteKeys(place.prefix)
    await work()
    expect(await untilFiles(place, allDone)).toMatchObject({ byOutcome: { indexed: 3 } })
  })

  test('a worker that has to stop puts its job back, and the next one does it', async () => {
    await writeText(place.inbox, 'a.txt', 4)
    await place.ingest()
    let begun = () => {}
    const beginning = new Promise<void>((resolve) => {
      begun = resolve
    })
    const never = (_: unknown, signal?: AbortSignal) =>
      new Promise<never>((_, reject) => {
        begun()
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    const slow = await work({ analyse: never })
    await beginning
    await slow.close(0)
    const producer = await openProducer(place.redisUrl, place.prefix)
    expect(await producer.state()).toMatchObject({ waiting: 1, working: 0 })
    await producer.close()
    await work()
    expect((await done())['a.txt']).toMatchObject({ outcome: 'indexed', attempts: 2 })
  })

  describe('with Elasticsearch behind a proxy that fails', () => {
    let proxy: FaultyProxy

    beforeEach(async () => {
      proxy = await faultyProxy(inject('elasticsearchUrl'), /./)
    })
    afterEach(() => proxy.close())

    test('away for a while: the work waits, and no attempt is burned', async () => {
      for (const name of ['a.txt', 'b.txt', 'c.txt'])
        await writeText(place.inbox, name, name.charCodeAt(0) % 5)
      await place.ingest()
      let asked = 0
      await work({
        elasticsearchUrl: proxy.url,
        analyse: (file, signal) => {
          if (asked++ === 0) proxy.faults = Array(25).fill({ kind: 'reset' })
          return analyse(file, signal)
        },
      })
      const files = Object.values(await done())
      expect(files.map(({ outcome }) => outcome)).toEqual(['indexed', 'indexed', 'indexed'])
      expect(files.map(({ attempts }) => attempts)).toEqual([1, 1, 1])
      expect(proxy.faults).toEqual([])
    })

    test('away at the start: the worker waits for it', async () => {
      await writeText(place.inbox, 'a.txt', 2)
      await place.ingest()
      proxy.faults = Array(8).fill({ kind: 'status', status: 503 })
      await work({ elasticsearchUrl: proxy.url })
      expect((await done())['a.txt']).toMatchObject({ outcome: 'indexed' })
    })
  })

  test('Redis away, for longer than a worker waits for a job, and back without its jobs: all is done in the end', async () => {
    for (let at = 0; at < 6; at++) await writeText(place.inbox, `${at}.txt`, at + 1)
    await place.ingest()
    const gate = await gateBefore(inject('redisUrl'))
    let asked = 0
    await work({
      redisUrl: gate.url,
      concurrency: 1,
      analyse: (file, signal) => {
        if (++asked === 2) gate.shut()
        return analyse(file, signal)
      },
    })
    await untilFiles(place, ({ byOutcome }) => byOutcome.indexed === 2)
    await deleteKeys(place.prefix)
    await sleep(LONGER_THAN_A_WORKER_WAITS)
    gate.open()
    expect(await untilFiles(place, allDone)).toMatchObject({ byOutcome: { indexed: 6 } })
    for (const worker of workers.splice(0)) await worker.close(0)
    await gate.close()
  })

  test('under an index of an older mapping the work waits until that is built anew', async () => {
    const { client, names } = place.index
    const alias = names.paragraphs
    // What an older version left: an index that takes no field of today.
    const older = `${alias}-v0`
    await client.indices.create({ index: older, mappings: { dynamic: 'strict', properties: {} } })
    await writeText(place.inbox, 'a.txt', 2)
    await place.ingest()
    await leadTo(older)
    const starting = work()
    await sleep(LONGER_THAN_A_LOOK)
    expect(await untilFiles(place, () => true)).toMatchObject({ byOutcome: { waiting: 1 } })
    await leadTo(versionedName(alias))
    await starting
    await done()
    // Somebody goes back while the worker runs.
    await leadTo(older)
    await writeText(place.inbox, 'b.txt', 3)
    await place.ingest()
    await sleep(LONGER_THAN_A_LOOK)
    expect(await untilFiles(place, () => true)).toMatchObject({ byOutcome: { indexed: 1, waiting: 1 } })
    await leadTo(versionedName(alias))
    expect(await done()).toMatchObject({ 'a.txt': { outcome: 'indexed' }, 'b.txt': { outcome: 'indexed' } })
  })

  test('an index that was deleted stops the worker with its name', async () => {
    const worker = await work()
    await writeText(place.inbox, 'a.txt', 2)
    await place.ingest()
    const { client, names } = place.index
    await untilFiles(place, allDone)
    await client.indices.delete({ index: versionedName(names.paragraphs) })
    await writeText(place.inbox, 'b.txt', 3)
    await place.ingest()
    await expect(worker.ended).rejects.toMatchObject({ code: 'INDEX_MISSING' })
  })
})

test('the same file handed over many times by many is one', async () => {
  await writeText(place.inbox, 'a.txt', 5)
  await Promise.all(Array.from({ length: 10 }, () => place.ingest()))
  await Promise.all([work(), work()])
  await done()
  expect(await idsIn(place.index, place.index.names.paragraphs)).toHaveLength(
    (await done())['a.txt']?.documents[0]?.paragraphs ?? 0,
  )
})
