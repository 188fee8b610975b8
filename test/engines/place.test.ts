import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canEnter, makeFolder, removeFolder } from '../../src/engines/place.js'

const NOBODY = { uid: 65534, gid: 65534 }
let root: string

beforeEach(async () => {
  root = await mkdtemp('/var/tmp/bayan-place-')
  await chmod(root, 0o755)
})

afterEach(() => rm(root, { recursive: true }))

test('under open folders the engines stay where they were wanted', async () => {
  expect(await makeFolder(join(root, 'a/b'), NOBODY)).toBe(join(root, 'a/b'))
})

test('whoever starts the engines for himself needs no other place', async () => {
  await chmod(root, 0o700)
  expect(await makeFolder(join(root, 'a'), undefined)).toBe(join(root, 'a'))
})

test('under a closed folder they go elsewhere, always to the same place, and a file says where', async () => {
  await chmod(root, 0o700)
  const wanted = join(root, 'engines')
  const place = await makeFolder(wanted, NOBODY)
  expect(place).toMatch(/^\/var\/tmp\/bayan-/)
  expect(place.startsWith(root)).toBe(false)
  expect(await canEnter(place, NOBODY)).toBe(true)
  expect(await readFile(`${wanted}.elsewhere`, 'utf8')).toBe(place)
  expect(await makeFolder(wanted, NOBODY)).toBe(place)
  await removeFolder(wanted)
  await expect(stat(place)).rejects.toThrow(/ENOENT/)
})

test('a note that leads to nothing, or to a folder that is not ours, is not followed', async () => {
  await chmod(root, 0o700)
  const wanted = join(root, 'engines')
  for (const path of ['/var/tmp/bayan-gone', '/etc']) {
    await writeFile(`${wanted}.elsewhere`, path)
    const place = await makeFolder(wanted, NOBODY)
    expect(place).not.toBe(path)
    await removeFolder(wanted)
  }
})

test('a closed folder far above counts, too', async () => {
  await mkdir(join(root, 'closed/open'), { recursive: true })
  await chmod(join(root, 'closed'), 0o700)
  expect(await canEnter(join(root, 'closed/open'), NOBODY)).toBe(false)
  expect(await canEnter(join(root, 'closed/open'), undefined)).toBe(true)
})
