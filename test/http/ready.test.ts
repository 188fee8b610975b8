import { describe, expect, test } from 'vitest'
import { createProbes } from '../../scripts/start/probes.js'
import { BayanError } from '../../src/errors.js'
import type { Search } from '../../src/search/search.js'
import { appOver } from '../helpers/app.js'

const QUEUE = { waiting: 0, working: 0, oldestSeconds: 0, workers: 1 }
type Queue = typeof QUEUE

async function readiness(queue: () => Promise<Queue>, away?: BayanError) {
  const probe = async () => {
    if (away) throw away
  }
  const search = { probe } as unknown as Search
  const app = await appOver(search, { ready: createProbes(search, queue) })
  const response = await app.inject('/health/ready')
  await app.close()
  return { http: response.statusCode, ...response.json() }
}

const redisAway = async () => {
  throw new BayanError('REDIS_AWAY', { url: 'redis:6379', reason: 'gone' })
}

describe('a service is', () => {
  test('ok where all is there', async () => {
    expect(await readiness(async () => QUEUE)).toMatchObject({ http: 200, status: 'ok', reasons: [] })
  })

  test.each<[string, () => Promise<Queue>, string, RegExp]>([
    ['Redis is away', redisAway, 'redis', /redis:6379/],
    ['no worker is there', async () => ({ ...QUEUE, workers: 0, waiting: 7 }), 'workers', /7 files wait/],
    ['work waits for long', async () => ({ ...QUEUE, oldestSeconds: 3600 }), 'queue', /60 minutes/],
  ])('degraded where %s, since it answers still', async (_, queue, part, message) => {
    const { http, status, reasons } = await readiness(queue)
    expect([http, status]).toEqual([200, 'degraded'])
    expect(reasons).toEqual([{ part, code: expect.any(String), message: expect.stringMatching(message) }])
  })

  test.each([
    new BayanError('ELASTICSEARCH_AWAY', { url: 'es:9200', reason: 'gone' }),
    new BayanError('INDEX_MISSING', { index: 'bayan-paragraphs' }),
  ])('unavailable where there would be no answer: $code', async (away) => {
    const answer = await readiness(redisAway, away)
    expect(answer).toMatchObject({ http: 503, status: 'unavailable', error: { code: away.code } })
    expect(answer.reasons.map(({ part }: { part: string }) => part)).toEqual(['elasticsearch', 'redis'])
  })
})
