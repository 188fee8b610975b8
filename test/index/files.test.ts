import { expect, test } from 'vitest'
import { contentId } from '../../src/index/access.js'
import { changeFiles, reportOutcome, wantersOf } from '../../src/index/files.js'
import { fileAt, sha256Of, testIndex, want } from '../helpers/index.js'

const index = testIndex()

test('of many writers at once none undoes another', async () => {
  const id = await want(index, 'counted.txt', sha256Of('counted'))
  const addOne = () =>
    changeFiles(index, [id], (entry) => entry && { ...entry, attempts: entry.attempts + 1 })
  await Promise.all(Array.from({ length: 8 }, addOne))
  expect(await fileAt(index, 'counted.txt')).toMatchObject({ attempts: 8 })
})

test('many that note the same new place make one entry, and all are told of it', async () => {
  await Promise.all(Array.from({ length: 6 }, () => want(index, 'new.txt', sha256Of('new'))))
  expect((await wantersOf(index, contentId(sha256Of('new')))).length).toBe(1)
})

test('a report on bytes that lie there no more is not written', async () => {
  const [old, now] = [sha256Of('old'), sha256Of('now')]
  await want(index, 'moved-on.txt', old)
  const wanters = await wantersOf(index, contentId(old))
  await want(index, 'moved-on.txt', now)
  await reportOutcome(index, old, wanters, { outcome: 'indexed', documents: [], attempts: 1, seconds: 1 })
  expect(await fileAt(index, 'moved-on.txt')).toMatchObject({ wanted: now, done: null, outcome: 'waiting' })
})
