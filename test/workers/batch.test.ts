/** A mixed batch, with damaged, locked and misnamed files, goes through real readers: the right outcome for each, also after changes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBatch, wrongOutcomes } from '../../scripts/batch/batch.js'
import { createLogger } from '../../src/log.js'
import { createReaders } from '../../workers/readers/pool.js'
import { type RunningWorker, startWorker } from '../../workers/worker.js'
import { allDone, openWorkplace, untilFiles, type Workplace } from '../helpers/ingest.js'
import { ownPrefix } from '../helpers/prefix.js'

const FILES = 40
const prefix = ownPrefix()
const readers = createReaders({ seconds: 60, megabytes: 1024, maxFileBytes: 64 * 1024 * 1024 })
let place: Workplace
let worker: RunningWorker

beforeAll(async () => {
  place = await openWorkplace(prefix)
  const { analyse } = readers
  worker = await startWorker({ ...place, concurrency: 2, analyse, log: createLogger('silent') })
})
afterAll(async () => {
  await worker.close(0)
  readers.close()
  await place.remove()
})

async function settled() {
  await place.ingest()
  return (await untilFiles(place, allDone)).files
}

test('each file has its outcome; the same again changes nothing; changed and removed ones are followed', {
  timeout: 240_000,
}, async () => {
  const manifest = await writeBatch(place.inbox, FILES)
  expect(Object.keys(manifest)).toHaveLength(FILES)
  const first = await settled()
  expect(wrongOutcomes(manifest, first)).toEqual([])
  expect(await settled()).toEqual(first)
  const changed = await writeBatch(place.inbox, FILES, 1)
  const second = await settled()
  const there = second.filter(({ outcome }) => outcome !== 'withdrawn')
  expect(wrongOutcomes(changed, second)).toEqual([])
  expect(there.map(({ path }) => path).sort()).toEqual(Object.keys(changed).sort())
  expect(there.length).toBeLessThan(FILES)
})
