/** A part of the engines that belongs to one test file: nothing else is ever deleted, so any cluster may be used. */
import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'

export function randomPrefix(): string {
  return `test-${randomBytes(6).toString('hex')}`
}

/** @returns a random prefix; when the file ends, its indices and keys are deleted */
export function ownPrefix(): string {
  const prefix = randomPrefix()
  afterAll(async () => {
    await deleteIndices(prefix)
    await deleteKeys(prefix)
  })
  return prefix
}

async function deleteIndices(prefix: string): Promise<void> {
  const client = createElastic(inject('elasticsearchUrl'))
  const names = Object.keys(await client.indices.get({ index: `${prefix}*`, ignore_unavailable: true }))
  if (names.length > 0) await client.indices.delete({ index: names })
  await client.close()
}

/** Keys of BullMQ may begin with its own word, so the prefix is looked for anywhere. */
export async function deleteKeys(prefix: string): Promise<void> {
  const redis = new Redis(inject('redisUrl'))
  for await (const keys of redis.scanStream({ match: `*${prefix}*` })) {
    if (keys.length > 0) await redis.del(...keys)
  }
  await redis.quit()
}
