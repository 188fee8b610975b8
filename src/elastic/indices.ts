/**
 * Which indices are there? Each is made from `mappings/` under a versioned name and reached through an
 * alias, so that a later version can be built beside it. Making them twice, or by two at once, is harmless.
 */
import { readFile } from 'node:fs/promises'
import type { estypes } from '@elastic/elasticsearch'
import { type Client, errors } from '@elastic/elasticsearch'
import { type IndexNames, indexNames, MAPPING_VERSION } from '../fields.js'

const MAPPINGS = new URL('../../mappings/', import.meta.url)
/** Indices that hold texts of documents. */
const TEXTS = new Set(['documents', 'paragraphs'])

/**
 * @param prefix first part of every name
 * @returns the aliases, all of them there and ready
 */
export async function ensureIndices(client: Client, prefix: string): Promise<IndexNames> {
  const names = indexNames(prefix)
  const each = Object.entries(names).map(async ([kind, alias]) => {
    const settings = await indexSettings(client, TEXTS.has(kind))
    await ensureIndex(client, alias, { settings, mappings: await readMapping(kind) })
  })
  // Whoever takes them away again after a failure must not be overtaken by one that is still being made.
  await Promise.allSettled(each)
  await Promise.all(each)
  await client.cluster.health({ index: Object.values(names), wait_for_status: 'yellow', timeout: '20s' })
  return names
}

/** Makes an index with the mapping of today beside the others; making it twice is harmless. @param alias that leads to it for now */
export async function createVersion(
  client: Client,
  kind: string,
  index: string,
  alias: string,
): Promise<void> {
  const settings = await indexSettings(client, TEXTS.has(kind))
  const body = { settings, mappings: await readMapping(kind), aliases: { [alias]: {} } }
  try {
    await client.indices.create({ index, ...body })
  } catch (error) {
    if (!alreadyThere(error)) throw error
  }
  await client.cluster.health({ index, wait_for_status: 'yellow', timeout: '20s' })
}

/** True where the index has the mapping of today; one that was built again has a number behind its name. */
export function isCurrent(alias: string, index: string): boolean {
  return index === versionedName(alias) || index.startsWith(`${versionedName(alias)}.`)
}

/** @returns the indices in use whose mapping is not that of today */
export async function outdatedIndices(client: Client, names: IndexNames): Promise<string[]> {
  const found = await Promise.all(
    Object.values(names).map(async (alias) => {
      const indices = Object.keys(await client.indices.getAlias({ name: alias }))
      return indices.filter((index) => !isCurrent(alias, index))
    }),
  )
  return found.flat()
}

/** Name of the index that this version of the mappings has behind `alias`. */
export function versionedName(alias: string): string {
  return `${alias}-v${MAPPING_VERSION}`
}

async function ensureIndex(client: Client, alias: string, body: IndexBody): Promise<void> {
  if (await client.indices.existsAlias({ name: alias })) return
  const index = versionedName(alias)
  try {
    await client.indices.create({ index, ...body, aliases: { [alias]: {} } })
  } catch (error) {
    if (!alreadyThere(error)) throw error
    await client.indices.putAlias({ index, name: alias })
  }
}

type IndexBody = { settings: estypes.IndicesIndexSettings; mappings: estypes.MappingTypeMapping }

/** Of words near each other only these are marked, not all that lies between them. */
const MARKS = { 'highlight.weight_matches_mode.enabled': false }

/**
 * A copy of each shard needs a second node; without one the index would stay yellow for ever.
 * @param texts whether the index holds any, and needs the analysis for them
 */
async function indexSettings(client: Client, texts: boolean): Promise<estypes.IndicesIndexSettings> {
  const { number_of_data_nodes: nodes } = await client.cluster.health()
  const analysis = texts && (await readJson<estypes.IndicesIndexSettings>('analysis'))
  return { ...analysis, number_of_shards: 1, number_of_replicas: nodes > 1 ? 1 : 0, ...MARKS }
}

function readMapping(kind: string): Promise<estypes.MappingTypeMapping> {
  return readJson(kind)
}

/** @param name of a file in `mappings/`, without `.json` */
async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`${name}.json`, MAPPINGS), 'utf8')) as T
}

function alreadyThere(error: unknown): boolean {
  return (
    error instanceof errors.ResponseError && error.body?.error?.type === 'resource_already_exists_exception'
  )
}
