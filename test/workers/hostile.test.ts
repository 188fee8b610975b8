/** Files that try to harm their reader, each through a real one: its own code, and the next file is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { HOSTILE } from '../../scripts/hostile/all.js'
import { BayanError } from '../../src/errors.js'
import { createReaders } from '../../workers/readers/pool.js'

const GOOD = join(import.meta.dirname, '../../samples/un-a-res-69-166.ar.txt')
const folder = mkdtempSync(join(tmpdir(), 'bayan-hostile-'))
const readers = createReaders({ seconds: 60, megabytes: 1024, maxFileBytes: 64 * 1024 * 1024 })

afterAll(() => {
  readers.close()
  rmSync(folder, { recursive: true })
})

test.each(HOSTILE.filter(({ large }) => !large))('$name', async ({ name, bytes, expected }) => {
  const path = join(folder, name)
  writeFileSync(path, bytes())
  const outcome = await readers.analyse({ name, path }).then(
    () => 'read',
    (error) => error,
  )
  if (outcome instanceof BayanError) expect(outcome.message).not.toMatch(/\{\w+\}|root:/)
  expect(expected).toContain(outcome instanceof BayanError ? outcome.code : outcome)
  rmSync(path)
})

test('after all of them, a good file is read', async () => {
  expect((await readers.analyse({ name: 'good.txt', path: GOOD })).documents).toHaveLength(1)
})
