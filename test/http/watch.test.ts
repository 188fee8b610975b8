import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BayanError } from '../../src/errors.js'
import type { App } from '../../src/http/app.js'
import type { Gate } from '../../src/keys/gate.js'
import { makeKey } from '../../src/keys/key.js'
import { createLogger } from '../../src/log.js'
import { createMetrics } from '../../src/metrics.js'
import { measured } from '../../src/search/measured.js'
import type { Search } from '../../src/search/search.js'
import { appOver } from '../helpers/app.js'

const { id, key } = makeKey()
const gate: Gate = {
  isUndecided: false,
  isClosed: async () => true,
  admit: async (credential) => (credential.id === id ? { id, scopes: ['search', 'admin'] } : undefined),
  mayListen: async () => undefined,
}
const folder = mkdtempSync(join(tmpdir(), 'bayan-log-'))
const file = join(folder, 'bayan.log')
const headers = { authorization: `Bearer ${key}` }

describe('what is told of requests', () => {
  let app: App
  let figures: string
  let log: Record<string, unknown>[]
  beforeAll(async () => {
    const metrics = createMetrics()
    metrics.watchQueue(async () => ({ waiting: 3, working: 1, oldestSeconds: 8, workers: 2 }))
    const search = {
      documents: async () => ({ total: 0, documents: [] }),
      document: async () => {
        throw new BayanError('NOT_FOUND', { what: 'It' })
      },
      resolve: async () => {
        throw new BayanError('ELASTICSEARCH_AWAY', { url: 'http://es', reason: 'it is not ready' })
      },
    } as unknown as Search
    const service = { log: createLogger('info', file), gate, metrics }
    app = await appOver(measured(search, metrics.search), service)
    await app.inject({ url: '/api/documents?q2=secretword', headers })
    await app.inject({ url: '/api/documents?body=EX-COM', headers })
    await app.inject({ url: '/api/documents/secret-name', headers })
    await app.inject({ url: '/api/resolve?symbol=secret', headers })
    await app.inject({ url: '/secretpath' })
    await app.inject({ url: '/api/documents', headers: { 'x-api-key': 'secret-wrong' } })
    figures = (await app.inject({ url: '/metrics', headers })).body
    log = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  })
  afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true })
  })

  test('each is logged with its route, outcome, id and the id of its key', () => {
    const answered = log.filter(({ route }) => route !== undefined)
    expect(answered.map(({ route, status, key, code }) => [route, status, key, code])).toEqual([
      ['/api/documents', 400, id, 'QUERY_INVALID'],
      ['/api/documents', 200, id, undefined],
      ['/api/documents/:key', 404, id, 'NOT_FOUND'],
      ['/api/resolve', 503, id, 'ELASTICSEARCH_AWAY'],
      ['none', 404, undefined, 'NOT_FOUND'],
      ['/api/documents', 401, undefined, 'KEY_REFUSED'],
    ])
    expect(new Set(answered.map(({ reqId }) => reqId)).size).toBe(6)
    const reasons = answered.flatMap(({ reason }) => reason ?? [])
    expect(reasons).toEqual([expect.stringContaining('http://es')])
  })

  test('no key, no word and no name is in the log or in the figures', () => {
    const told = readFileSync(file, 'utf8') + figures
    expect(told).not.toMatch(/secret|EX-COM/)
    expect(told).not.toContain(key.slice(20))
  })

  test('they are counted by route and status, questions by outcome, and the queue is looked at', () => {
    expect(figures).toContain('bayan_http_seconds_count{route="/api/documents",method="GET",status="200"} 1')
    expect(figures).toContain('bayan_http_seconds_count{route="none",method="GET",status="404"} 1')
    expect(figures).toContain('bayan_search_seconds_count{question="documents",outcome="ok"} 1')
    expect(figures).toContain('bayan_search_seconds_count{question="document",outcome="NOT_FOUND"} 1')
    expect(figures).toContain('bayan_queue_jobs{state="waiting"} 3')
    expect(figures).toContain('bayan_queue_oldest_seconds 8')
    expect(figures).toContain('bayan_workers 2')
  })
})
