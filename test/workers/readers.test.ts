/** A file can harm its reader, never the service: each fault has its code, and the next file is read. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { analyse } from '../../src/pipeline.js'
import { createReaders, type Readers } from '../../workers/readers/pool.js'
import { sha256Of } from '../helpers/index.js'

const SAMPLE = join(import.meta.dirname, '../../samples/un-a-res-69-166.ar.txt')
const PROGRAM = join(import.meta.dirname, '../helpers/bad-reader.ts')
const LIMITS = { seconds: 20, megabytes: 256, maxFileBytes: 1_000_000, program: PROGRAM }

const folder = mkdtempSync(join(tmpdir(), 'bayan-readers-'))
const opened: Readers[] = []

function readers(options: Partial<typeof LIMITS> = {}): Readers {
  const made = createReaders({ ...LIMITS, ...options })
  opened.push(made)
  return made
}

afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const named = (name: string) => ({ name, path: SAMPLE })

test('what a reader says is what the pipeline says', async () => {
  const source = { name: 'a.txt', path: SAMPLE }
  expect(await readers({ program: undefined, megabytes: 1024 }).analyse(source)).toEqual(
    await analyse({ name: 'a.txt', bytes: readFileSync(SAMPLE) }),
  )
})

describe('a fault ends with its code, and the next file is read', () => {
  const pool = createReaders(LIMITS)
  afterAll(pool.close)

  test.each([
    ['objects', 'EXTRACT_MEMORY', '256 MB'],
    ['buffers', 'EXTRACT_MEMORY', '256 MB'],
    ['exit', 'EXTRACT_CRASHED', 'exit code 3'],
    ['segfault', 'EXTRACT_CRASHED', 'SIGSEGV'],
  ])('%s', async (name, code, says) => {
    await expect(pool.analyse(named(name))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    })
    expect(await pool.analyse(named('none'))).toEqual({ documents: [] })
  })

  test('an answer without end', async () => {
    await expect(readers({ megabytes: 1024 }).analyse(named('flood'))).rejects.toMatchObject({
      code: 'EXTRACT_OUTPUT_TOO_LARGE',
    })
  })

  test.each(['throw', 'later'])('%s: a fault of the program keeps its message', async (name) => {
    await expect(pool.analyse(named(name))).rejects.toThrow(/not foreseen|late/)
  })

  test('a library that prints disturbs nothing', async () => {
    expect(await pool.analyse(named('chatter'))).toEqual({ documents: [] })
  })

  test('it has an empty environment, and is used again until it fails', async () => {
    const first = await pool.analyse(named('itself'))
    expect(first).toEqual({ environment: {}, pid: expect.any(Number) })
    await expect(pool.analyse(named('throw'))).rejects.toThrow()
    expect(await pool.analyse(named('itself'))).toEqual(first)
    await expect(pool.analyse(named('exit'))).rejects.toThrow()
    expect(await pool.analyse(named('itself'))).not.toEqual(first)
  })

  test('one that was killed while it waited harms no file', async () => {
    const { pid } = (await pool.analyse(named('itself'))) as unknown as { pid: number }
    process.kill(pid, 'SIGKILL')
    while (isAlive(pid)) await sleep(20)
    await sleep(100)
    expect(await pool.analyse(named('none'))).toEqual({ documents: [] })
  })

  test('bytes that are lost from the store, or no longer the same, are missing', async () => {
    const sha256 = sha256Of('kept')
    const path = join(folder, sha256)
    await expect(pool.analyse({ name: 'a.txt', path, sha256 })).rejects.toMatchObject({
      code: 'BYTES_MISSING',
    })
    writeFileSync(path, 'kebt')
    await expect(pool.analyse({ name: 'a.txt', path, sha256 })).rejects.toMatchObject({
      code: 'BYTES_MISSING',
    })
    await expect(pool.analyse({ name: 'a.txt', path: `${path}-` })).rejects.toMatchObject({
      code: 'FILE_MISSING',
    })
  })
})

describe('what never ends', () => {
  test('is stopped at its time', async () => {
    const pool = readers({ seconds: 0.3 })
    await expect(pool.analyse(named('loop'))).rejects.toMatchObject({
      code: 'EXTRACT_TIMEOUT',
      message: expect.stringContaining('0.3 s'),
    })
  })

  test('is stopped when nobody wants it any more', async () => {
    const pool = readers()
    const stopping = new AbortController()
    const reading = pool.analyse(named('loop'), stopping.signal)
    await sleep(50)
    stopping.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    await expect(pool.analyse(named('none'), stopping.signal)).rejects.toThrow('enough')
  })

  test('ends with its service, even when that one is killed', async () => {
    const service = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '../helpers/lost-service.ts')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [pid] = await once(service.stdout, 'data')
    service.kill('SIGKILL')
    while (isAlive(Number(pid))) await sleep(50)
  })
})

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
