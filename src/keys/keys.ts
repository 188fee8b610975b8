/**
 * Which keys were given out? They lie in Elasticsearch, in a small index of their own: Redis may be lost, and every
 * process that answers sees the same ones. Looked up by id, which Elasticsearch answers without waiting for a refresh.
 */
import { readFile } from 'node:fs/promises'
import { type Client, errors, type estypes } from '@elastic/elasticsearch'
import { patiently } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import { makeKey, type Scope } from './key.js'

export type KeyEntry = {
  name: string
  scopes: Scope[]
  /** See `key.ts`: opens nothing by itself. */
  digest: string
  createdAt: string
  /** Without it the key does not end by itself. */
  expiresAt?: string
  revokedAt?: string
}
export type ListedKey = Omit<KeyEntry, 'digest'> & { id: string; state: 'valid' | 'expired' | 'revoked' }

/** Every question throws BayanError ELASTICSEARCH_AWAY. */
export type Keys = {
  /** @returns the key; it can never be shown again */
  create(wish: { name: string; scopes: Scope[]; expiresAt?: Date }): Promise<{ id: string; key: string }>
  list(): Promise<ListedKey[]>
  /** @throws BayanError KEY_UNKNOWN */
  revoke(id: string): Promise<void>
  find(id: string): Promise<KeyEntry | undefined>
  /** Whether a key was ever made; revoked and expired ones count. */
  any(): Promise<boolean>
}

const MAPPING = new URL('../../mappings/keys.json', import.meta.url)
const VERSION = 1
/** More keys than this are not listed. */
const MOST_KEYS = 1000
/** A reader waits behind each of these questions. */
const PROMPT = { requestTimeout: 3_000, maxRetries: 1 }

/** @param prefix first part of the name of the index, which is made with the first key */
export function createKeys(client: Client, prefix: string): Keys {
  const index = `${prefix}-keys`
  const ask = <T>(question: () => Promise<T>) => patiently(question, { limit: 0 })
  return {
    create: ({ name, scopes, expiresAt }) =>
      ask(async () => {
        await ensureIndex(client, index)
        const { id, key, digest } = makeKey()
        const dates = { createdAt: new Date().toISOString(), expiresAt: expiresAt?.toISOString() }
        await client.create({ index, id, document: { name, scopes, digest, ...dates }, refresh: true })
        return { id, key }
      }),
    list: async () => (await ask(() => everyKey(client, index))).map(toListed),
    revoke: (id) => ask(() => revoke(client, index, id)),
    find: (id) =>
      ask(async () => (await orMissing(client.get<KeyEntry>({ index, id }, PROMPT)))?._source ?? undefined),
    any: () => ask(async () => ((await orMissing(client.count({ index }, PROMPT)))?.count ?? 0) > 0),
  }
}

/** @returns why a key is not accepted, or `valid` */
export function stateOf({ expiresAt, revokedAt }: KeyEntry, now = Date.now()): ListedKey['state'] {
  if (revokedAt) return 'revoked'
  return expiresAt && Date.parse(expiresAt) <= now ? 'expired' : 'valid'
}

async function ensureIndex(client: Client, alias: string): Promise<void> {
  if (await client.indices.existsAlias({ name: alias })) return
  const mappings = JSON.parse(await readFile(MAPPING, 'utf8')) as estypes.MappingTypeMapping
  const { number_of_data_nodes: nodes } = await client.cluster.health()
  const settings = { number_of_shards: 1, number_of_replicas: nodes > 1 ? 1 : 0 }
  const made = { index: `${alias}-v${VERSION}`, mappings, settings, aliases: { [alias]: {} } }
  await client.indices.create(made, { ignore: [400] })
  await client.cluster.health({ index: alias, wait_for_status: 'yellow', timeout: '20s' })
}

async function everyKey(client: Client, index: string): Promise<estypes.SearchHit<KeyEntry>[]> {
  const sort = [{ createdAt: 'asc' as const }]
  const found = await orMissing(client.search<KeyEntry>({ index, size: MOST_KEYS, sort }))
  return found?.hits.hits ?? []
}

function toListed({ _id: id = '', _source: entry }: estypes.SearchHit<KeyEntry>): ListedKey {
  const { digest: _, ...shown } = entry as KeyEntry
  return { id, ...shown, state: stateOf(entry as KeyEntry) }
}

async function revoke(client: Client, index: string, id: string): Promise<void> {
  const doc = { revokedAt: new Date().toISOString() }
  const done = await orMissing(client.update({ index, id, doc, refresh: true }))
  if (!done) throw new BayanError('KEY_UNKNOWN', { id })
}

/** @returns undefined where there is no such key, or no index yet */
async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 404) return undefined
    throw error
  }
}
