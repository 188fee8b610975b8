/** How do we speak to Redis? Workers wait until it is back, whoever hands work in hears at once that it is away. */
import { Redis } from 'ioredis'
import { BayanError } from '../errors.js'

/** Milliseconds between attempts to connect again. Quicker ones can hang a blocking command, slower ones cost time. */
const RETRY_STEP = 500
const RETRY_LONGEST = 2_000
const CONNECT_TIMEOUT = 5_000
/** Milliseconds that a reader waits for what is only nice to have. */
const OPTIONAL_TIMEOUT = 250

const COMMON = {
  connectTimeout: CONNECT_TIMEOUT,
  retryStrategy: (times: number) => Math.min(RETRY_STEP * times, RETRY_LONGEST),
}

/** For workers: every command waits for Redis as long as it takes. Close with `disconnect()`. */
export function connectWorker(url: string): Redis {
  return silenced(new Redis(url, { ...COMMON, maxRetriesPerRequest: null }))
}

/**
 * For those that hand work in: commands fail at once while Redis is away. Close with `disconnect()`.
 * @throws BayanError REDIS_AWAY where it cannot be reached now
 */
export async function connectProducer(url: string): Promise<Redis> {
  const options = { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true }
  const redis = silenced(new Redis(url, { ...COMMON, ...options, commandTimeout: CONNECT_TIMEOUT }))
  // What `connect` throws says only that there is no connection.
  let reason: Error | undefined
  redis.once('error', (error) => {
    reason = error
  })
  try {
    await redis.connect()
    return redis
  } catch (error) {
    redis.disconnect()
    throw redisAway(url, reason ?? error)
  }
}

/**
 * For what can do without Redis: commands fail at once while it is away, and work again when it is back.
 * Close with `disconnect()`.
 */
export function connectOptional(url: string): Redis {
  const options = { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: OPTIONAL_TIMEOUT }
  return silenced(new Redis(url, { ...COMMON, ...options }))
}

/** @param url of Redis; its password is not repeated */
export function redisAway(url: string, error: unknown): BayanError {
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return new BayanError('REDIS_AWAY', { url: new URL(url).host, reason }, error)
}

/** An error of the connection is also given to each command; without a listener it would end the process. */
function silenced(redis: Redis): Redis {
  return redis.on('error', () => {})
}
