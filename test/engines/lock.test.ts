import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countLeases, endLease, takeLease } from '../../src/engines/leases.js'
import { withLock } from '../../src/engines/lock.js'
import { startOf } from '../../src/engines/processes.js'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bayan-lock-'))
})

afterEach(() => rm(root, { recursive: true }))

/** What a program would have written that is gone now. */
async function deadOwner(): Promise<string> {
  const child = spawn('sleep', ['60'])
  await once(child, 'spawn')
  const owner = `${child.pid}-${await startOf(child.pid ?? 0)}`
  child.kill('SIGKILL')
  await once(child, 'exit')
  return owner
}

test('one at a time, and all get their turn', async () => {
  let inside = 0
  const most: number[] = []
  const work = async () => {
    most.push(++inside)
    await setImmediate()
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withLock(join(root, 'lock'), work)))
  expect(most).toEqual(Array(8).fill(1))
  expect(await readdir(root)).toEqual([])
})

test('a lock whose owner died is taken over, by one at a time', async () => {
  await writeFile(join(root, 'lock'), `${await deadOwner()} x`)
  let inside = 0
  const work = async () => {
    expect(++inside).toBe(1)
    await setImmediate()
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(join(root, 'lock'), work)))
  expect(await readdir(root)).toEqual([])
})

test('a number that was given to another program does not keep the lock', async () => {
  await writeFile(join(root, 'lock'), `${process.pid}-1 x`)
  expect(await withLock(join(root, 'lock'), async () => 'done')).toBe('done')
})

test('whoever waits for the lock can be called off', async () => {
  const stop = new AbortController()
  await withLock(join(root, 'lock'), async () => {
    const waiting = withLock(join(root, 'lock'), async () => undefined, stop.signal)
    stop.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
  })
})

test('work that fails gives the lock back', async () => {
  const failing = withLock(join(root, 'lock'), () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await readdir(root)).toEqual([])
})

test('leases of the living count, those of the dead are cleared away', async () => {
  const folder = join(root, 'leases')
  const [first, second] = [await takeLease(folder), await takeLease(folder)]
  await writeFile(join(folder, `${await deadOwner()}.x`), '')
  expect(await countLeases(folder)).toBe(2)
  expect(await readdir(folder)).toHaveLength(2)
  await endLease(first)
  await endLease(second)
  expect(await countLeases(folder)).toBe(0)
})
