import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { App } from '../../../src/http/app.js'
import type { Gate } from '../../../src/keys/gate.js'
import { makeKey } from '../../../src/keys/key.js'
import { createLogger } from '../../../src/log.js'
import { connectOptional } from '../../../src/queue/connection.js'
import type { Search } from '../../../src/search/search.js'
import { appOver } from '../../helpers/app.js'
import { gateBefore } from '../../helpers/gate.js'
import { ownPrefix } from '../../helpers/prefix.js'

const prefix = ownPrefix()
const [good, other, bad] = [makeKey(), makeKey(), makeKey()]
/** Lets two keys in, whatever they ask. */
const gate: Gate = {
  isUndecided: false,
  isClosed: async () => true,
  admit: async ({ id }) => ([good.id, other.id].includes(id) ? { id, scopes: ['search'] } : undefined),
  mayListen: async () => undefined,
}
const search = { documents: async () => ({ total: 0, documents: [] }) } as unknown as Search

const opened: { close(): unknown }[] = []
afterAll(async () => {
  for (const each of opened) await each.close()
})

async function appWith(settings: {
  perMinute: number
  failuresPerMinute?: number
  redis?: Redis
  log?: Logger
  at: string
}) {
  const { at, log, ...limits } = settings
  const app = await appOver(search, {
    ...(log && { log }),
    gate,
    limits: { ...limits, prefix: `${prefix}:${at}` },
    trustProxy: ['127.0.0.1'],
  })
  opened.push(app)
  return app
}

async function redisAt(url: string): Promise<Redis> {
  const redis = connectOptional(url)
  opened.push({ close: () => redis.disconnect() })
  await new Promise((resolve) => redis.once('ready', resolve))
  return redis
}

async function ask(
  app: App,
  key: string | undefined,
  from = '10.0.0.1',
  url = '/api/documents',
): Promise<number> {
  const authorization = key && { authorization: `Bearer ${key}` }
  return (await app.inject({ url, headers: { 'x-forwarded-for': from, ...authorization } })).statusCode
}

describe.each(['in Redis', 'in the process'])('requests counted %s', (where) => {
  const appFor = async (at: string, perMinute: number, failuresPerMinute = 3) =>
    appWith({
      at: `${where} ${at}`,
      perMinute,
      failuresPerMinute,
      redis: where === 'in Redis' ? await redisAt(inject('redisUrl')) : undefined,
    })

  test('each key has its own, whatever address it comes from', async () => {
    const app = await appFor('keys', 2)
    expect(await ask(app, good.key, '10.0.0.1')).toBe(200)
    expect(await ask(app, good.key, '10.0.0.2')).toBe(200)
    expect(await ask(app, good.key, '10.0.0.3')).toBe(429)
    expect(await ask(app, other.key, '10.0.0.3')).toBe(200)
  })

  test('the answer says when to come again, in the shape of every error', async () => {
    const app = await appFor('shape', 0)
    const headers = { authorization: `Bearer ${good.key}` }
    const {
      statusCode,
      headers: answered,
      ...response
    } = await app.inject({ url: '/api/documents', headers })
    expect([statusCode, response.json().error.code]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(answered['retry-after'])).toBeGreaterThan(0)
    expect(response.json().error.message).toContain(`${answered['retry-after']} seconds`)
    expect((await app.inject('/?lang=en')).body).toContain('Too many requests')
  })

  test('addresses that lead nowhere and the sign-in page count for the address', async () => {
    const app = await appFor('nowhere', 2)
    expect(await ask(app, undefined, '10.0.0.1', '/nothing')).toBe(404)
    expect(await ask(app, undefined, '10.0.0.1', '/sign-in')).toBe(200)
    expect(await ask(app, undefined, '10.0.0.1', '/nothing')).toBe(429)
    expect(await ask(app, undefined, '10.0.0.2', '/nothing')).toBe(404)
  })

  test('failed keys are few, and then a right one does not help from there', async () => {
    const app = await appFor('failures', 100)
    const failed = [bad.key, 'x', bad.key].map((key) => ask(app, key))
    expect(await Promise.all(failed)).toEqual([401, 401, 401])
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '10.0.0.1' }
    const signIn = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: form,
      payload: `key=${bad.key}`,
    })
    expect(signIn.statusCode).toBe(429)
    expect(await ask(app, good.key, '10.0.0.1')).toBe(429)
    expect(await ask(app, good.key, '10.0.0.2')).toBe(200)
  })
})

test('several processes count together in Redis', async () => {
  const url = inject('redisUrl')
  const [one, two] = [
    await appWith({ at: 'together', perMinute: 2, redis: await redisAt(url) }),
    await appWith({ at: 'together', perMinute: 2, redis: await redisAt(url) }),
  ]
  expect([await ask(one, good.key), await ask(two, good.key)]).toEqual([200, 200])
  expect([await ask(one, good.key), await ask(two, good.key)]).toEqual([429, 429])
})

test('while Redis is away each process counts for itself, and nobody waits for it', async () => {
  const door = await gateBefore(inject('redisUrl'))
  opened.push(door)
  const app = await appWith({ at: 'away', perMinute: 2, redis: await redisAt(door.url) })
  expect(await ask(app, good.key)).toBe(200)
  door.shut()
  expect([await ask(app, good.key), await ask(app, good.key)]).toEqual([200, 200])
  expect(await ask(app, good.key)).toBe(429)
})

test('only a named proxy is believed', async () => {
  const app = await appWith({ at: 'proxy', perMinute: 1 })
  const from = (remoteAddress: string, forwarded: string) =>
    app.inject({ url: '/nothing', remoteAddress, headers: { 'x-forwarded-for': forwarded } })
  expect((await from('10.9.9.9', '10.0.0.1')).statusCode).toBe(404)
  expect((await from('10.9.9.9', '10.0.0.2')).statusCode).toBe(429)
})

test('readers who leave before they are counted are no fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-left-'))
  const file = join(folder, 'bayan.log')
  const app = await appWith({ at: 'left', perMinute: 1000, log: createLogger('info', file) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  for (let n = 0; n < 50; n += 1) await leaveAtOnce(port)
  expect(await ask(app, good.key)).toBe(200)
  const log = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  expect(log).not.toMatch(/"level":"(?:warn|error)"/)
})

/** Sends a request and is gone, so that its socket has no address when the request is read. */
function leaveAtOnce(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /api/documents HTTP/1.1\r\nHost: localhost\r\n\r\n', () => socket.resetAndDestroy())
    })
    socket.on('close', () => resolve()).on('error', () => undefined)
  })
}
