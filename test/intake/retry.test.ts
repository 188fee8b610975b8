/** Which files are tried again: those that failed, and scans of which pages are missing. */
import { expect, test } from 'vitest'
import type { FileEntry } from '../../src/fields.js'
import { changeFiles } from '../../src/index/files.js'
import { retryFailed } from '../../src/intake/retry.js'
import { testIndex } from '../helpers/index.js'

const index = testIndex()
const entry = (path: string, outcome: string, code?: string) =>
  ({
    root: '/in',
    path,
    bytes: 1,
    wanted: 'a'.repeat(64),
    outcome,
    ...(code && { code, message: '.' }),
    attempts: 1,
    seenAt: new Date(0).toISOString(),
  }) as FileEntry

test('what failed and what is incomplete is tried again, what is read or damaged is not', async () => {
  const entries = new Map([
    ['failed', entry('failed', 'failed', 'FILE_DAMAGED')],
    ['missing', entry('missing', 'suspect', 'PAGES_NOT_RECOGNISED')],
    ['damaged', entry('damaged', 'suspect', 'TEXT_SUSPECT')],
    ['read', entry('read', 'indexed')],
  ])
  await changeFiles(index, [...entries.keys()], (_, id) => entries.get(id))
  const { entries: again, work } = await retryFailed(index)
  expect(again.map(({ id, entry: { outcome } }) => [id, outcome]).sort()).toEqual([
    ['failed', 'waiting'],
    ['missing', 'waiting'],
  ])
  expect(work.map(({ name }) => name).sort()).toEqual(['failed', 'missing'])
})
