/** Files over the wire, on real engines: sent, followed, tried again, taken back; and what happens when a part is away. */
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIntake } from '../../scripts/start/intake.js'
import { createElastic } from '../../src/elastic/client.js'
import type { App } from '../../src/http/app.js'
import { listen } from '../../src/http/server.js'
import { findWork } from '../../src/index/sweep.js'
import type { Gate } from '../../src/keys/gate.js'
import type { Scope } from '../../src/keys/key.js'
import { createLogger } from '../../src/log.js'
import { createSearch } from '../../src/search/search.js'
import { type RunningWorker, startWorker } from '../../workers/worker.js'
import { appOver } from '../helpers/app.js'
import { gateBefore } from '../helpers/gate.js'
import { analyseHere, openWorkplace, type Workplace, writeText } from '../helpers/ingest.js'
import { ownPrefix } from '../helpers/prefix.js'

const LIMIT = 2000
const LIMIT_MS = 240_000
const TEXT = 'Final Communiqué\n\n1. The Meeting condemned it.\n'
const EVIL = '<img src=x onerror=alert(1)>.txt'

const prefix = ownPrefix()
const log = createLogger('silent')
let place: Workplace
let app: App
let worker: RunningWorker | undefined

beforeAll(async () => {
  place = await openWorkplace(prefix)
  app = await appOn({})
}, LIMIT_MS)
afterAll(async () => {
  await worker?.close()
  await app?.close()
  await place?.remove()
})

async function appOn(urls: { elasticsearchUrl?: string; redisUrl?: string }, gate?: Gate): Promise<App> {
  const { elasticsearchUrl, redisUrl, home } = { ...place, ...urls }
  const client = createElastic(elasticsearchUrl)
  const intake = await openIntake({ redisUrl }, { prefix, home, maxFileBytes: LIMIT }, client, log)
  const search = createSearch({ client, names: place.index.names })
  return appOver(search, { intake, gate })
}

async function form(files: Record<string, string>) {
  const data = new FormData()
  for (const [name, text] of Object.entries(files)) data.append('file', new Blob([text]), name)
  const { headers, body } = new Request('http://x', { method: 'POST', body: data })
  const payload = Buffer.from(await new Response(body).arrayBuffer())
  return { headers: { 'content-type': headers.get('content-type') ?? '' }, payload }
}

const sendForm = async (files: Record<string, string>, to = app, url = '/api/files') =>
  to.inject({ method: 'POST', url, ...(await form(files)) })
const sendBody = (name: string, payload: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/api/files?name=${encodeURIComponent(name)}`, payload, headers })
const quarantined = () => readdir(join(place.home, 'quarantine')).catch(() => [])
const rows = async (query = '') => (await app.inject(`/api/files${query}`)).json()

async function until(url: string, ...outcomes: string[]): Promise<void> {
  while (!outcomes.includes((await app.inject(url)).json().outcome)) await sleep(100)
}

describe('a file that is sent', () => {
  test('in a form or as the body waits under an address of its own, and is work for a sweep', async () => {
    const response = await sendForm({
      '\u0628\u064A\u0627\u0646.txt': TEXT,
      '../b.txt': `${TEXT}b`,
      'c.txt': '',
    })
    expect(response.statusCode).toBe(202)
    const { total, byOutcome, files } = response.json()
    expect([total, byOutcome]).toEqual([3, { waiting: 2, failed: 1 }])
    expect(files.map(({ path, code }: { path: string; code?: string }) => code ?? path)).toEqual([
      '\u0628\u064A\u0627\u0646.txt',
      'b.txt',
      'FILE_EMPTY',
    ])
    const body = await sendBody('d.txt', `${TEXT}d`, { 'content-type': 'application/json' })
    expect(body.headers.location).toBe(body.json().files[0].url)
    expect((await app.inject(body.headers.location ?? '')).json()).toMatchObject({
      path: 'd.txt',
      outcome: 'waiting',
    })
    const named = await app.inject({
      method: 'POST',
      url: '/api/files',
      payload: `${TEXT}e`,
      headers: { 'x-file-name': encodeURIComponent('\u0647.txt') },
    })
    expect(named.json().files[0].path).toBe('\u0647.txt')
    expect(new Set((await findWork(place.index)).map(({ name }) => name))).toEqual(
      new Set(['\u0628\u064A\u0627\u0646.txt', 'b.txt', 'd.txt', '\u0647.txt']),
    )
  })

  test('and is refused leaves nothing behind', async () => {
    const before = await rows()
    const large = 'x'.repeat(LIMIT + 1)
    const refused = [
      [await sendBody('large.txt', large), 413, 'FILE_TOO_LARGE'],
      [await sendForm({ 'large.txt': large }), 413, 'FILE_TOO_LARGE'],
      [await sendBody('empty.txt', ''), 400, 'UPLOAD_MISSING'],
      [await sendForm({ 'empty.txt': '' }), 400, 'FILE_EMPTY'],
      [await sendForm({}), 400, 'UPLOAD_MISSING'],
      [await sendBody('form', 'x', { 'content-type': 'multipart/form-data' }), 400, 'QUERY_INVALID'],
      [
        await sendBody('form', 'x', { 'content-type': 'multipart/form-data; boundary=y' }),
        400,
        'QUERY_INVALID',
      ],
      [await app.inject({ method: 'POST', url: '/api/files' }), 400, 'UPLOAD_MISSING'],
    ] as const
    for (const [response, status, code] of refused)
      expect([response.statusCode, response.json().error.code]).toEqual([status, code])
    const gzip = Buffer.from([0x1f, 0x8b, 8, 0])
    const named = await app.inject({ method: 'POST', url: '/api/files?name=a.pdf', payload: gzip })
    expect([named.statusCode, named.json().error.code]).toEqual([400, 'FORMAT_UNKNOWN'])
    expect(await quarantined()).toEqual([])
    expect((await rows()).files).toMatchObject(before.files)
  })

  test('and did not arrive whole is to be sent again', async () => {
    const { headers, payload } = await form({ 'half.txt': TEXT })
    const cut = payload.toString().slice(0, -60)
    const response = await app.inject({
      method: 'POST',
      url: '/api/files',
      payload: cut,
      headers: { 'content-type': headers['content-type'] },
    })
    expect([response.statusCode, response.json().error]).toEqual([
      400,
      { code: 'UPLOAD_BROKEN', message: 'half.txt did not arrive whole; send it again.' },
    ])
    expect(await quarantined()).toEqual([])
  })

  test('and breaks off half-way leaves nothing behind', async () => {
    const served = await appOn({})
    const { port } = await listen(served, { host: '127.0.0.1', port: 0 })
    const { headers, payload } = await form({ 'half.txt': TEXT })
    for (const [type, part] of [
      ['text/plain', TEXT],
      [headers['content-type'], payload.toString().slice(0, -60)],
    ] as const) {
      const head = `POST /api/files?name=half.txt HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 1500\r\n\r\n`
      const socket = connect(port, '127.0.0.1', () => socket.write(head + part))
      while ((await quarantined()).length === 0) await sleep(20)
      socket.destroy()
      while ((await quarantined()).length > 0) await sleep(20)
    }
    expect((await rows('?path=half')).total).toBe(0)
    expect((await served.inject('/health/live')).statusCode).toBe(200)
    await served.close()
  })
})

describe('when an engine is away', () => {
  test('Redis: the file is accepted, and found by the sweep of a worker', { timeout: LIMIT_MS }, async () => {
    const without = await appOn({ redisUrl: 'redis://127.0.0.1:1' })
    const response = await sendForm({ 'patient.txt': `${TEXT}patient` }, without)
    expect([response.statusCode, response.json().files[0].outcome]).toEqual([202, 'waiting'])
    worker = await startWorker({ ...place, concurrency: 2, analyse: analyseHere, log })
    // Of texts that are nearly equal only one is the indexed one.
    await until(response.json().files[0].url, 'indexed', 'variant')
    await without.close()
  })

  test('Elasticsearch: 503, and nothing is left half-way', async () => {
    const gate = await gateBefore(place.elasticsearchUrl)
    const without = await appOn({ elasticsearchUrl: gate.url })
    gate.shut()
    const response = await sendForm({ 'refused.txt': `${TEXT}refused` }, without)
    expect([response.statusCode, response.json().error.code]).toEqual([503, 'ELASTICSEARCH_AWAY'])
    expect(response.headers['retry-after']).toBeDefined()
    expect(await quarantined()).toEqual([])
    expect((await rows('?path=refused')).total).toBe(0)
    await Promise.all([without.close(), gate.close()])
  })
})

describe('once a worker runs', () => {
  test('the same bytes again say so; what failed is tried again; an upload can be taken back', {
    timeout: LIMIT_MS,
  }, async () => {
    const [first] = (await rows('?path=patient')).files
    const again = await sendForm({ 'patient.txt': `${TEXT}patient`, 'z-copy.txt': `${TEXT}patient` })
    expect(again.json().files).toMatchObject([
      { id: first.id, outcome: 'unchanged', documents: first.documents },
      { outcome: 'duplicate', of: 'patient.txt' },
    ])
    const bad = (await sendBody(EVIL, '\u0000\u0001\u0002')).json().files[0]
    await until(bad.url, 'failed')
    const failed = await rows('?outcome=failed')
    expect(failed).toMatchObject({
      total: 1,
      byOutcome: { failed: 1 },
      files: [{ id: bad.id, upload: true }],
    })
    for (const url of [`${bad.url}/retry`, '/api/files/retry?outcome=failed']) {
      expect((await app.inject({ method: 'POST', url })).statusCode).toBe(202)
      await until(bad.url, 'failed')
    }
    expect((await app.inject({ method: 'POST', url: `/api/files/${first.id}/retry` })).statusCode).toBe(200)

    const { client, names } = place.index
    const documents = async () => {
      await client.indices.refresh({ index: names.documents })
      return (await client.count({ index: names.documents })).count
    }
    const before = await documents()
    const remove = (url: string) => app.inject({ method: 'DELETE', url })
    const copy = again.json().files[1]
    await until(copy.url, 'duplicate')
    expect((await remove(first.id && `/api/files/${first.id}`)).json()).toMatchObject({
      outcome: 'withdrawn',
    })
    expect(await documents()).toBe(before)
    await remove(copy.url)
    while ((await documents()) !== before - 1) await sleep(100)
    expect((await remove('/api/files/none')).json().error.code).toBe('NOT_FOUND')
    await writeText(place.inbox, 'in-folder.txt', 1)
    await place.ingest()
    const inFolder = (await rows('?path=IN-FOLDER')).files[0]
    expect((await remove(`/api/files/${inFolder.id}`)).json().error.code).toBe('FILE_IN_FOLDER')
  })

  test('the list is narrowed and paged', { timeout: LIMIT_MS }, async () => {
    const isDone = ({ byOutcome }: { byOutcome: object }) =>
      !/waiting|working/.test(JSON.stringify(byOutcome))
    while (!isDone(await rows())) await sleep(100)
    const all = await rows()
    expect(all.total).toBe(all.files.length)
    const [one, two] = [await rows('?size=2'), await rows('?size=2&page=2')]
    expect([...one.files, ...two.files]).toEqual(all.files.slice(0, 4))
    expect(one.page).toEqual({ number: 1, size: 2, last: Math.ceil(all.total / 2) })
    expect(await rows('?size=0')).toMatchObject({ total: all.total, files: [], page: { last: all.total } })
    expect((await rows('?path=*')).total).toBe(0)
    expect((await app.inject('/api/files/none')).statusCode).toBe(404)
    expect((await app.inject('/api/files?outcome=lost')).statusCode).toBe(400)
  })
})

describe('the page', () => {
  test('takes files by a plain form, shows what became of them, and no text of theirs becomes a tag', async () => {
    const sent = await sendForm({ 'page.txt': `${TEXT}page` }, app, '/files?lang=en')
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/files?lang=en'])
    const { body } = await app.inject('/files')
    expect(body).toMatch('<html lang="ar" dir="rtl">')
    expect(body).toContain('<input type="file" name="file" multiple required>')
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;.txt')
    expect(body).not.toMatch(/<(script(?! src="\/assets\/page\.js" defer>)|img)\b/)
    expect(body).toContain('action="/files/retry?lang=ar"')
    const refused = await sendForm({ 'large.txt': 'x'.repeat(LIMIT + 1) }, app, '/files')
    expect(refused.statusCode).toBe(413)
    expect(refused.body).toContain('<code>FILE_TOO_LARGE</code>')
    const [page] = (await rows('?path=page.txt')).files
    const back = await app.inject({ method: 'POST', url: `/files/${page.id}/withdraw` })
    expect([back.statusCode, back.headers.location]).toEqual([303, '/files'])
    expect((await rows('?path=page.txt&outcome=withdrawn')).total).toBe(1)
  })

  test('renews itself while something waits', async () => {
    await worker?.close()
    worker = undefined
    expect((await app.inject('/files')).body).not.toContain('http-equiv="refresh"')
    await sendBody('waits.txt', `${TEXT}waits`)
    const { body } = await app.inject('/files?outcome=failed&lang=fr')
    expect(body).toContain('<meta http-equiv="refresh" content="3;url=/files?outcome=failed&amp;lang=fr">')
    expect(body).toMatch(/<progress value="\d+" max="\d+"/)
  })
})

test('sending needs "ingest"; seeing needs that or "search"', async () => {
  const held: Record<string, Scope> = {
    [`${'a'.repeat(12)}`]: 'search',
    [`${'b'.repeat(12)}`]: 'ingest',
    [`${'c'.repeat(12)}`]: 'admin',
  }
  const gate: Gate = {
    isUndecided: false,
    isClosed: async () => true,
    admit: async ({ id }) => ({ id, scopes: [held[id] ?? 'admin'] }),
    mayListen: async () => undefined,
  }
  const closed = await appOn({}, gate)
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string) =>
    Promise.all(
      Object.keys(held).map(async (id) => {
        const headers = { authorization: `Bearer bayan_${id}_${'x'.repeat(43)}` }
        return (await closed.inject({ method, url, headers })).statusCode !== 403
      }),
    )
  for (const url of ['/api/files', '/api/files/none', '/files'])
    expect(await ask('GET', url)).toEqual([true, true, false])
  for (const url of [
    '/api/files',
    '/api/files/none/retry',
    '/api/files/retry?outcome=failed',
    '/files',
    '/files/retry',
    '/files/none/retry',
    '/files/none/withdraw',
  ])
    expect([url, await ask('POST', url)]).toEqual([url, [false, true, false]])
  expect(await ask('DELETE', '/api/files/none')).toEqual([false, true, false])
  await closed.close()
})
