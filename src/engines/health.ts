/** Does the engine at this address answer, and which version is it? */
import { Client } from '@elastic/elasticsearch'
import { Redis } from 'ioredis'
import { BayanError } from '../errors.js'
import { type EngineName, type Needs, namesOf } from './plan.js'

const PATIENCE_MS = 5_000

/**
 * @returns its version
 * @throws BayanError ELASTICSEARCH_AWAY
 */
export async function checkElasticsearch(url: string): Promise<string> {
  const options = { node: url, requestTimeout: PATIENCE_MS, maxRetries: 0 }
  const client = openClient(options)
  try {
    await client.cluster.health({ wait_for_status: 'yellow', timeout: '1s' })
    const { nodes } = await client.nodes.info({ node_id: '_local', filter_path: 'nodes.*.version' })
    return Object.values(nodes)[0]?.version ?? 'unknown'
  } catch (error) {
    throw new BayanError('ELASTICSEARCH_AWAY', { url: withoutPassword(url), reason: reasonOf(error) }, error)
  } finally {
    await client.close()
  }
}

function openClient(options: ConstructorParameters<typeof Client>[0] & { node: string }): Client {
  try {
    return new Client(options)
  } catch (error) {
    throw new BayanError('SETTING_INVALID', { name: 'ELASTICSEARCH_URL', reason: reasonOf(error) }, error)
  }
}

/**
 * @returns its version
 * @throws BayanError REDIS_AWAY
 */
export async function checkRedis(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
  })
  redis.on('error', () => undefined) // told by the promise, too
  try {
    await redis.connect()
    const server = await redis.info('server')
    return /redis_version:(\S+)/.exec(server)?.[1] ?? 'unknown'
  } catch (error) {
    throw new BayanError('REDIS_AWAY', { url: withoutPassword(url), reason: reasonOf(error) }, error)
  } finally {
    redis.disconnect()
  }
}

/** Whether each of `needs` answers at its address. */
export async function allAnswer(urls: Partial<Record<EngineName, string>>, needs: Needs): Promise<boolean> {
  const checks = { elasticsearch: checkElasticsearch, redis: checkRedis }
  const all = namesOf(needs).map((name) => checks[name](urls[name] ?? ''))
  return (await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')
}

/** An address that may be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//***@')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] || error.name : String(error)
}
