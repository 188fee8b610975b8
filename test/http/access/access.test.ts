import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../../src/elastic/client.js'
import { ensureIndices } from '../../../src/elastic/indices.js'
import { BayanError } from '../../../src/errors.js'
import type { App } from '../../../src/http/app.js'
import type { Files } from '../../../src/intake/files.js'
import { createGate, isLoopback } from '../../../src/keys/gate.js'
import { SCOPES, type Scope } from '../../../src/keys/key.js'
import { createKeys, type Keys } from '../../../src/keys/keys.js'
import { createSearch } from '../../../src/search/search.js'
import { appOver } from '../../helpers/app.js'
import { ownPrefix } from '../../helpers/prefix.js'

const prefix = ownPrefix()
const limits = { perMinute: 100_000, failuresPerMinute: 100_000 }

let client: Client
let keys: Keys
let closed: App
const keyFor: Partial<Record<Scope | 'all', string>> = {}
beforeAll(async () => {
  client = createElastic(inject('elasticsearchUrl'))
  await ensureIndices(client, prefix)
  keys = createKeys(client, prefix)
})
beforeAll(async () => {
  expect(await keys.any()).toBe(false)
  for (const scope of SCOPES) keyFor[scope] = (await keys.create({ name: scope, scopes: [scope] })).key
  keyFor.all = (await keys.create({ name: 'all', scopes: [...SCOPES] })).key
  closed = await appWith('auto')
})
afterAll(async () => {
  await closed?.close()
  await client?.close()
})

function appWith(mode: 'auto' | 'keys' | 'open', elastic = client): Promise<App> {
  const names = { documents: `${prefix}-documents`, paragraphs: `${prefix}-paragraphs` }
  const gate = createGate(createKeys(elastic, prefix), mode)
  const files = new Proxy({} as Files, { get: () => async () => Promise.reject(new BayanError('NOT_FOUND')) })
  const intake = { files, limit: 1000 }
  return appOver(createSearch({ client: elastic, names }), { intake, gate, limits })
}

function bearer(key = ''): Record<string, string> {
  return { authorization: `Bearer ${key}` }
}

describe('every route', () => {
  test('says its scope, and enough of them need one', () => {
    expect(closed.scopes.filter(({ scope }) => scope !== 'open').length).toBeGreaterThan(20)
    const open = closed.scopes.filter(({ scope, method }) => scope === 'open' && method !== 'HEAD')
    expect(
      open.map(({ url }) => url).filter((url) => !/^\/(health|assets|sign-|openapi.json$|api$)/.test(url)),
    ).toEqual([])
  })

  test('one without a scope stops the program', () => {
    expect(() => closed.route({ method: 'GET', url: '/forgotten', handler: () => '' })).toThrow('/forgotten')
  })

  test('is refused to a key without its scope, to a wrong key and to none, and to nobody else', async () => {
    for (const { method, url, scope, orScope } of closed.scopes) {
      const path = url.replace(/:\w+|\*/g, 'nothing')
      const status = async (headers = {}) =>
        (await closed.inject({ method: method as 'GET', url: path, headers })).statusCode
      const refused = [401, 403]
      for (const each of SCOPES) {
        const expected = [scope, orScope].includes(each) || scope === 'open' ? 'passes' : 403
        const answered = await status(bearer(keyFor[each]))
        expect([method, url, each, answered === 403 ? 403 : 'passes']).toEqual([method, url, each, expected])
        expect(answered).not.toBe(401)
      }
      if (scope === 'open') continue
      expect([method, url, await status()]).toEqual([method, url, 401])
      expect(await status(bearer(`bayan_000000000000_${'x'.repeat(43)}`))).toBe(401)
      expect(refused).not.toContain(await status(bearer(keyFor.all)))
    }
  })
})

describe('a key', () => {
  const ask = (headers: Record<string, string>, url = '/api/search') => closed.inject({ url, headers })

  test('may come in either header, and never in the address', async () => {
    expect((await ask({ 'x-api-key': keyFor.search ?? '' })).statusCode).toBe(200)
    expect((await ask(bearer(keyFor.search))).statusCode).toBe(200)
    expect((await ask({}, `/api/search?key=${keyFor.search}`)).statusCode).toBe(401)
  })

  test('missing, malformed, unknown, wrong, expired and revoked: all get the same answer', async () => {
    const expired = await keys.create({
      name: 'old',
      scopes: ['search'],
      expiresAt: new Date(Date.now() - 1),
    })
    const revoked = await keys.create({ name: 'gone', scopes: ['search'] })
    await keys.revoke(revoked.id)
    const wrong = `${keyFor.search?.slice(0, -1)}${keyFor.search?.endsWith('A') ? 'Q' : 'A'}`
    const tried = ['', 'x', wrong, `bayan_ffffffffffff_${'x'.repeat(43)}`, expired.key, revoked.key]
    const answers = await Promise.all(tried.map((key) => ask(bearer(key))))
    const bodies = [await ask({}), ...answers].map(({ statusCode, body, headers }) =>
      JSON.stringify([statusCode, body, headers['www-authenticate']]),
    )
    expect([...new Set(bodies)]).toHaveLength(1)
    expect(bodies[0]).toMatch(/^\[401,.*KEY_REFUSED/)
  })

  test('ends within a second of its revocation, in every process', async () => {
    const other = await appWith('keys')
    const { id, key } = await keys.create({ name: 'brief', scopes: ['search'] })
    const status = async (app: App) =>
      (await app.inject({ url: '/api/search', headers: bearer(key) })).statusCode
    expect([await status(closed), await status(other)]).toEqual([200, 200])
    await keys.revoke(id)
    await sleep(600)
    expect([await status(closed), await status(other)]).toEqual([401, 401])
    await other.close()
  })

  test('is listed without its secret; revoking an unknown one is an error', async () => {
    const listed = await keys.list()
    expect(listed.find(({ name }) => name === 'all')).toMatchObject({ scopes: [...SCOPES], state: 'valid' })
    expect(JSON.stringify(listed)).not.toMatch('digest')
    await expect(keys.revoke('nothing')).rejects.toMatchObject({ code: 'KEY_UNKNOWN' })
  })
})

describe('a browser', () => {
  const form = (key: string, next = '/?q=x', headers = {}) =>
    closed.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ key, next }).toString(),
    })

  test('is asked for a key where a page needs one, and comes back to it', async () => {
    const page = await closed.inject('/?q=Aleppo&lang=en')
    expect([page.statusCode, page.headers['cache-control']]).toEqual([401, 'no-store'])
    expect(page.body).toContain('name="next" value="/?q=Aleppo&amp;lang=en"')
  })

  test('gets a session for its key, which ends with signing out', async () => {
    const signedIn = await form(keyFor.search ?? '')
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/?q=x'])
    const header = String(signedIn.headers['set-cookie'])
    expect(header).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect(header).not.toContain(keyFor.search?.slice(-20))
    const [cookie = ''] = header.split(';')
    expect((await closed.inject({ url: '/', headers: { cookie } })).statusCode).toBe(200)
    expect((await closed.inject({ url: '/sign-in?lang=en', headers: { cookie } })).body).toContain('Sign out')
    const out = await closed.inject({ method: 'POST', url: '/sign-out', headers: { cookie } })
    expect(out.headers['set-cookie']).toMatch(/^bayan=; .*Max-Age=0/)
  })

  test('with a wrong key is told so', async () => {
    const refused = await form('bayan_wrong')
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([401, undefined])
    expect(refused.body).toContain('role="alert"')
  })

  test.each([
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '\\\\evil',
  ])('is never sent to %s', async (next) => {
    expect((await form(keyFor.search ?? '', next)).headers.location).toMatch(/^\/(?![/\\])/)
  })

  test('is not led to change anything by a page of somebody else', async () => {
    const foreign = await form(keyFor.search ?? '', '/', { origin: 'https://evil.example' })
    expect(foreign.statusCode).toBe(403)
    expect((await form(keyFor.search ?? '', '/', { origin: 'http://localhost:80' })).statusCode).toBe(303)
  })
})

describe('without any key', () => {
  const other = ownPrefix()
  const gate = () => createGate(createKeys(client, other), 'auto')

  test('everything is open on this machine, and to no other name for it', async () => {
    const open = await appWith('open')
    expect((await open.inject('/api/search')).statusCode).toBe(200)
    const names = { documents: `${prefix}-documents`, paragraphs: `${prefix}-paragraphs` }
    const search = createSearch({ client, names })
    const undecided = await appOver(search, { gate: gate() })
    expect((await undecided.inject('/api/search')).statusCode).toBe(200)
    const named = await undecided.inject({ url: '/api/search', headers: { host: 'bayan.example' } })
    expect([named.statusCode, named.json().error.code]).toEqual([403, 'ACCESS_UNDECIDED'])
    await Promise.all([open.close(), undecided.close()])
  })

  test('listening for others has to be decided', async () => {
    await expect(gate().mayListen('0.0.0.0')).rejects.toMatchObject({ code: 'ACCESS_UNDECIDED' })
    await gate().mayListen('127.0.0.1')
    for (const mode of ['keys', 'open'] as const)
      await createGate(createKeys(client, other), mode).mayListen('::')
    await createKeys(client, other).create({ name: 'first', scopes: ['admin'] })
    await gate().mayListen('0.0.0.0')
  })

  test.each([
    ['localhost', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.0.0.1.evil.example', false],
    ['10.0.0.1', false],
  ])('%s is this machine: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})

test('while Elasticsearch is away nobody is let in, and everybody hears why', async () => {
  const away = await appWith('keys', createElastic('http://127.0.0.1:9'))
  const answer = await away.inject({ url: '/api/search', headers: bearer(keyFor.all) })
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'ELASTICSEARCH_AWAY'])
  expect((await away.inject('/health/live')).statusCode).toBe(200)
  expect((await away.inject('/api/search')).statusCode).toBe(401)
  await away.close()
})
