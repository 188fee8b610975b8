/**
 * How often may one ask? Each key, and each address that shows none, has so many requests in a minute; failed keys
 * count apart and far lower. Counted in Redis for all processes together; while it is away each counts for itself.
 */
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Redis } from 'ioredis'
import { BayanError } from '../../errors.js'
import type { App } from '../app.js'

export type Limits = {
  perMinute: number
  /** Failed keys from one address in a minute. */
  failuresPerMinute: number
  /** A connection whose commands fail at once while Redis is away; without it each process counts for itself. */
  redis?: Redis
  prefix: string
}

export type Limiter = {
  /** @throws BayanError RATE_LIMITED */
  request(request: FastifyRequest): Promise<void>
  /** Has this address failed too often? Asked before a key is looked at. @throws BayanError RATE_LIMITED */
  beforeKey(request: FastifyRequest): Promise<void>
  failedKey(request: FastifyRequest): Promise<void>
}

type Count = ReturnType<FastifyInstance['createRateLimit']>
type Counters = { requests: Count; failures: Count }

const MINUTE = 60_000
/** Addresses and keys that one process remembers. */
const REMEMBERED = 10_000
/** Milliseconds for which Redis is not asked again once it did not answer. */
const PAUSE = 1_000

export async function createLimiter(app: App, limits: Limits): Promise<Limiter> {
  const local = await counters(app, limits)
  const shared = limits.redis && (await counters(app, limits, limits.redis))
  let pausedUntil = 0
  const count = async (kind: keyof Counters, request: FastifyRequest, increment = true) => {
    if (shared && Date.now() >= pausedUntil) {
      try {
        return check(await shared[kind](request, { increment }))
      } catch (error) {
        if (error instanceof BayanError) throw error
        pausedUntil = Date.now() + PAUSE
      }
    }
    check(await local[kind](request, { increment }))
  }
  return {
    request: (request) => count('requests', request),
    beforeKey: (request) => count('failures', request, false),
    failedKey: (request) => count('failures', request),
  }
}

/** In a context of its own, since the plugin keeps one store in each. */
async function counters(app: App, limits: Limits, redis?: Redis): Promise<Counters> {
  const made: Partial<Counters> = {}
  await app.register(async (context) => {
    const store = redis ? { redis, nameSpace: `${limits.prefix}:rate:` } : { cache: REMEMBERED }
    await context.register(rateLimit, { global: false, ...store })
    made.requests = context.createRateLimit({
      max: limits.perMinute,
      timeWindow: MINUTE,
      keyGenerator: whoAsks,
    })
    made.failures = context.createRateLimit({
      max: limits.failuresPerMinute,
      timeWindow: MINUTE,
      keyGenerator: (request) => `failed:${normalizeIP(request.ip)}`,
    })
  })
  return made as Counters
}

function whoAsks({ holder, ip }: FastifyRequest): string {
  return holder ? `key:${holder.id}` : `address:${normalizeIP(ip)}`
}

function check(counted: Awaited<ReturnType<Count>>): void {
  if (counted.isAllowed || !counted.isExceeded) return
  throw new BayanError('RATE_LIMITED', { seconds: Math.max(1, counted.ttlInSeconds) })
}
