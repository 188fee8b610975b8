/** The commands as a person runs them: what they print and how they end. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { FORMATS } from '../../scripts/batch/formats.js'
import { textOf } from '../../scripts/batch/texts.js'
import { writeText } from '../helpers/ingest.js'
import { ownPrefix } from '../helpers/prefix.js'

const prefix = ownPrefix()
let folder: string
let inbox: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bayan-command-'))
  inbox = join(folder, 'inbox')
  await mkdir(inbox)
})
afterAll(() => rm(folder, { recursive: true }))

type Run = { code: number; out: string; err: string }

function bayan(args: string[], settings: NodeJS.ProcessEnv = {}): Promise<Run> {
  const env = {
    ...process.env,
    ELASTICSEARCH_URL: inject('elasticsearchUrl'),
    REDIS_URL: inject('redisUrl'),
    BAYAN_PREFIX: prefix,
    BAYAN_HOME: join(folder, 'home'),
    ...settings,
  }
  const program = join(import.meta.dirname, '../../scripts/bayan.js')
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

test('files go in, the same again change nothing, and the fingerprint stays', {
  timeout: 120_000,
}, async () => {
  for (const name of ['a.txt', 'b.txt']) await writeText(inbox, name, 4)
  const first = await bayan(['ingest', inbox, '--wait', '--json'])
  expect(first.code).toBe(0)
  expect(JSON.parse(first.out)).toMatchObject({
    total: 2,
    byOutcome: { indexed: 2 },
    files: [{ path: 'a.txt' }, { path: 'b.txt' }],
  })
  expect(first.err).toContain('No worker is running')

  const saved = join(folder, 'fingerprint.json')
  await writeFile(saved, (await bayan(['fingerprint', '--json'])).out)
  const again = await bayan(['ingest', inbox, '--wait'])
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing has changed: 2 files') })
  expect(await bayan(['fingerprint', '--against', saved])).toMatchObject({
    code: 0,
    out: expect.stringContaining('The same as before'),
  })

  await writeText(inbox, 'b.txt', 2)
  expect((await bayan(['ingest', inbox, '--wait'])).out).toContain('1 unchanged')
  const changed = await bayan(['fingerprint', '--against', saved])
  expect(changed.code).toBe(1)
  expect(changed.out).toMatch(/^extra {2}document /m)
  expect(changed.out).toMatch(/^missing {2}paragraph /m)
  const status = JSON.parse((await bayan(['status', '--json'])).out)
  expect(status).toMatchObject({
    queue: { waiting: 0, working: 0 },
    documents: 2,
    byLanguage: { en: 2 },
    byOutcome: { indexed: 2 },
    outdated: { analysis: 0, mapping: false },
  })
})

test('what is searched in place of what went is waited for, too', { timeout: 120_000 }, async () => {
  const pair = join(folder, 'pair')
  await mkdir(pair)
  const text = textOf(3, 'en', 0)
  for (const format of ['txt', 'html'])
    await writeFile(join(pair, `a.${format}`), FORMATS[format]?.(text) ?? '')
  const both = await bayan(['ingest', pair, '--wait', '--json'])
  expect(JSON.parse(both.out).byOutcome).toEqual({ indexed: 1, variant: 1 })
  await rm(join(pair, 'a.html'))
  const left = await bayan(['ingest', pair, '--wait', '--json'])
  expect(JSON.parse(left.out).byOutcome).toEqual({ indexed: 1, withdrawn: 1 })
})

test('what fails has a code and a sentence, is listed, and can be tried again', {
  timeout: 120_000,
}, async () => {
  await writeFile(join(inbox, 'empty.txt'), '')
  await writeText(inbox, 'a\n\u202Eb.txt', 3)
  const deep = join(inbox, 'n'.repeat(200))
  await mkdir(deep)
  await writeText(deep, 'b.txt', 7)
  const run = await bayan(['ingest', inbox, join(folder, 'none'), '--wait'])
  expect(run.code).toBe(1)
  expect(run.out).toContain('FILE_EMPTY: empty.txt holds no text')
  expect(run.out).toContain('FILE_MISSING: There is no file at')
  expect(run.out).toContain('a\\u000a\\u202eb.txt')
  expect(run.out).toMatch(/…n+\/b\.txt /)
  const failed = JSON.parse((await bayan(['files', '--outcome', 'failed', '--json'])).out)
  expect(failed).toMatchObject({
    total: 1,
    files: [{ path: 'empty.txt', code: 'FILE_EMPTY', retryable: false }],
  })
  expect(JSON.parse((await bayan(['retry', '--json'])).out)).toMatchObject({ byOutcome: { waiting: 1 } })
})

test('an engine that is away is named; what was noted waits for it', { timeout: 120_000 }, async () => {
  await writeText(inbox, 'late.txt', 3)
  const nowhere = 'redis://127.0.0.1:1'
  const noted = await bayan(['ingest', join(inbox, 'late.txt')], { REDIS_URL: nowhere })
  expect(noted.err).toContain('REDIS_AWAY: Redis at 127.0.0.1:1 does not answer')
  expect(noted.out).toContain('1 waiting')
  const done = await bayan(['ingest', join(inbox, 'late.txt'), '--wait', '--json'])
  expect(JSON.parse(done.out)).toMatchObject({ byOutcome: { indexed: 1 } })
  const away = await bayan(['files'], { ELASTICSEARCH_URL: 'http://127.0.0.1:1' })
  expect(away).toMatchObject({ code: 1, out: '' })
  expect(away.err).toMatch(/^ELASTICSEARCH_AWAY: Elasticsearch at http:\/\/127.0.0.1:1 does not answer/)
})

test('what measures says, too, in one line that Elasticsearch is away', async () => {
  const pairs = join(folder, 'pairs.tsv')
  await writeFile(pairs, 'query\tdocument\tmust\na\tb\t1\n')
  const away = await bayan(['evaluate', '--pairs', pairs], { ELASTICSEARCH_URL: 'http://127.0.0.1:1' })
  expect(away).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^ELASTICSEARCH_AWAY: .*127\.0\.0\.1:1 .*\n$/),
  })
})

test('a folder that is not there is not watched', async () => {
  const { code, err } = await bayan(['watch', join(folder, 'nowhere')])
  expect([code, err]).toEqual([1, expect.stringMatching(/^FILE_MISSING: There is no file at .*nowhere/)])
})

test('a command that is wrong is told how it is used', async () => {
  expect(await bayan(['ingest'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('missing required argument'),
  })
  expect(await bayan(['fingerprint', '--against', join(folder, 'none')])).toMatchObject({
    code: 2,
    err: expect.stringContaining('USAGE'),
  })
  for (const wrong of [
    ['--colour', 'red'],
    ['--year', 'soon'],
  ])
    expect(await bayan(['search', ...wrong])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/colour|year/),
    })
})

test('a word that is unwanted is no option', async () => {
  const { code, err } = await bayan(['search', '-zebra', '--size', '1'])
  expect([code, err]).toEqual([0, expect.stringMatching(/^\d+ paragraphs in/)])
})
