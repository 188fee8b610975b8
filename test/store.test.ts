import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStore } from '../src/store.js'
import { sha256Of } from './helpers/index.js'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'bayan-store-'))
})
afterAll(() => rm(home, { recursive: true }))

test('bytes come back under their hash, however often they are kept', async () => {
  const store = createStore(home)
  const hashes = await Promise.all([1, 2, 3].map(() => store.put(Buffer.from('peace'))))
  expect(new Set(hashes)).toEqual(new Set([sha256Of('peace')]))
  expect((await store.get(sha256Of('peace'))).toString()).toBe('peace')
  expect(await readdir(join(home, 'store', sha256Of('peace').slice(0, 2)))).toEqual([sha256Of('peace')])
})

test('what was never kept, or is no longer the same, is missing', async () => {
  const store = createStore(home)
  await expect(store.get(sha256Of('never'))).rejects.toMatchObject({ code: 'BYTES_MISSING' })
  const hash = await store.put(Buffer.from('sound'))
  await writeFile(join(home, 'store', hash.slice(0, 2), hash), 'saund')
  await expect(store.get(hash)).rejects.toMatchObject({ code: 'BYTES_MISSING' })
})

test('where nothing can be written, that is said', async () => {
  await writeFile(join(home, 'file'), '')
  const store = createStore(join(home, 'file'))
  await expect(store.put(Buffer.from('peace'))).rejects.toMatchObject({
    code: 'STORE_UNWRITABLE',
    message: expect.stringContaining(`written into ${join(home, 'file')}: `),
  })
})
