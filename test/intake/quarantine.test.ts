import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createQuarantine, type Quarantine } from '../../src/intake/quarantine.js'
import { createStore } from '../../src/store.js'
import { sha256Of } from '../helpers/index.js'

let home: string
let quarantine: Quarantine

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bayan-quarantine-'))
  quarantine = createQuarantine(home, 10)
})
afterEach(() => rm(home, { recursive: true }))

async function* chunks(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) throw text
    yield Buffer.from(text)
  }
}

const left = () => readdir(join(home, 'quarantine'))

test('bytes lie where nobody else may enter until the store takes them over', async () => {
  const { draft, ...received } = await quarantine.receive(chunks('one ', 'two'), 'a.txt')
  expect(received).toEqual({ sha256: sha256Of('one two'), bytes: 7, head: Buffer.from('one two') })
  expect((await stat(join(home, 'quarantine'))).mode & 0o777).toBe(0o700)
  const store = createStore(home)
  await store.adopt(draft, received.sha256)
  expect(await left()).toEqual([])
  expect(await readFile(await store.locate(received.sha256), 'utf8')).toBe('one two')
})

test('what is too large is heard to its end, what breaks off is not kept; nothing is left of either', async () => {
  let heard = 0
  async function* counted() {
    for await (const chunk of chunks('12345', '67890', '1', 'the end')) {
      heard += chunk.length
      yield chunk
    }
  }
  await expect(quarantine.receive(counted(), 'a.txt')).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    status: 413,
  })
  expect(heard).toBe(18)
  await expect(quarantine.receive(chunks('one', new Error('gone')), 'a.txt')).rejects.toMatchObject({
    code: 'UPLOAD_BROKEN',
  })
  expect(await left()).toEqual([])
})

test('what a crash left is cleared away, what is coming in is not', async () => {
  expect(await quarantine.clear()).toBe(0)
  const { draft } = await quarantine.receive(chunks('young'), 'a.txt')
  const old = join(home, 'quarantine', 'old')
  await writeFile(old, 'old')
  await utimes(old, 1, 1)
  expect(await quarantine.clear()).toBe(1)
  expect(await left()).toEqual([draft.split('/').at(-1)])
})

test('where nothing can be written, that is said', async () => {
  await writeFile(join(home, 'file'), '')
  const closed = createQuarantine(join(home, 'file'), 10)
  await expect(closed.receive(chunks('one'), 'a.txt')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
})
