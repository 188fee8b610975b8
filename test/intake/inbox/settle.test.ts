import { appendFile, chmod, mkdtemp, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { take } from '../../../src/index/take.js'
import { createSettling, type Settling } from '../../../src/intake/inbox/settle.js'
import { createStore, type Store } from '../../../src/store.js'
import { sha256Of } from '../../helpers/index.js'

let folder: string
let file: string
let clock: number
let settling: Settling
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bayan-settle-'))
  file = join(folder, 'a.txt')
  clock = Date.now()
  store = createStore(join(folder, 'home'))
  settling = createSettling(
    store,
    (path) => take(path, 100),
    () => clock,
  )
})
afterEach(() => rm(folder, { recursive: true }))

/** Looks at the file some milliseconds later. @returns the hash, or undefined while it is not complete */
async function later(milliseconds: number, path = file): Promise<string | undefined> {
  clock += milliseconds
  settling.begin()
  return (await settling.read(path))?.sha256
}

describe('a file is complete', () => {
  test('when it has rested for a while', async () => {
    await writeFile(file, 'whole')
    expect([await later(0), await later(1100), await later(500)]).toEqual([undefined, undefined, undefined])
    expect(settling.open()).toBe(1)
    expect(await later(500)).toBe(sha256Of('whole'))
    expect(settling.open()).toBe(0)
  })

  test('later, the longer its writer was seen to pause', async () => {
    await writeFile(file, 'one')
    await later(0)
    await later(1500)
    await appendFile(file, ' two')
    expect(await later(200)).toBeUndefined()
    expect(await later(3000)).toBeUndefined()
    expect(await later(2000)).toBeUndefined()
    expect(await later(2000)).toBe(sha256Of('one two'))
  })

  test('at once when it was moved into place or is old', async () => {
    await writeFile(join(folder, '.draft'), 'moved')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await rename(join(folder, '.draft'), file)
    expect(await later(0)).toBe(sha256Of('moved'))
    const old = join(folder, 'old.txt')
    await writeFile(old, 'old')
    await utimes(old, 1, 1)
    expect(await later(0, old)).toBe(sha256Of('old'))
  })

  test('but not when it is empty: that is how copies begin', async () => {
    await writeFile(file, '')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await chmod(file, 0o640)
    expect(await later(0)).toBeUndefined()
  })

  test('not when its bytes changed while its dates did not', async () => {
    await writeFile(file, 'dated')
    let bytes = 'first'
    settling = createSettling(
      store,
      async () => Buffer.from(bytes),
      () => clock,
    )
    await later(0)
    await later(1100)
    bytes = 'other'
    expect([await later(900), await later(1000)]).toEqual([undefined, undefined])
    expect(await later(1000)).toBe(sha256Of('other'))
  })
})

test('what is known is not read again until it changes; the same size and date do not hide a change', async () => {
  await writeFile(file, 'before')
  await utimes(file, 1, 1)
  expect(await later(0)).toBe(sha256Of('before'))
  expect(await settling.isKnown(file)).toBe(true)
  await writeFile(file, 'change')
  await utimes(file, 1, 1)
  expect(await settling.isKnown(file)).toBe(false)
  expect(await later(0)).toBe(sha256Of('change'))
})

test('what is too large, or gone, is told; it does not count as being written', async () => {
  await writeFile(file, 'x'.repeat(101))
  await utimes(file, 1, 1)
  await expect(later(0)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  expect(settling.open()).toBe(0)
  await truncate(file, 10)
  await later(0)
  await rm(file)
  await expect(later(0)).rejects.toMatchObject({ code: 'FILE_MISSING' })
  expect(settling.unmet()).toBe(1)
})
