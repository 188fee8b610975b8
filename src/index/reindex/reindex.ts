/**
 * How does a new mapping come in while searches and work go on? The next version of every index is filled from the entries of
 * the one in use, again and again until little differs. Then writing stops for a moment, for which every writer waits by
 * itself; the rest is copied, both are compared, and all aliases move at once. What was there before is kept for a way back.
 * Entries are copied as they are: fields that only a newer analysis fills are filled when the workers do the documents again.
 */
import { patiently } from '../../elastic/patience.js'
import { BayanError } from '../../errors.js'
import type { Index } from '../access.js'
import { type Copied, copyDifferences } from './copy.js'
import { currentIndex, keptVersions, prepareVersions, type Version } from './versions.js'

export type ReindexOptions = {
  /** Goes on although entries would be lost. */
  force?: boolean
  /** @param kind files, documents or paragraphs @param total entries of that kind */
  onProgress?(kind: string, done: number, total: number): void
  /** Called when writing stops, and when it goes on. */
  onFrozen?(frozen: boolean): void
}

export type Reindexed = { kind: string; from: string; to: string; entries: number }[]

/** Fewer changes than these are copied while nobody can write. */
const FEW = 500
/** Passes that try to catch up; more would follow writers who never pause. */
const MOST_PASSES = 5

/** May be begun again after it was broken off. @throws BayanError REINDEX_LOSES, ABORTED */
export async function reindex(index: Index, options: ReindexOptions = {}): Promise<Reindexed> {
  const versions = await prepareVersions(index)
  await clearAway(index, versions)
  for (const version of versions) await catchUp(index, version, options)
  await freeze(index, versions, true)
  options.onFrozen?.(true)
  try {
    const done: Reindexed = []
    for (const version of versions) done.push(await finish(index, version, options))
    await swap(index, versions)
    return done
  } catch (error) {
    await freeze(index, versions, false)
    throw error
  } finally {
    options.onFrozen?.(false)
  }
}

/** Goes back to the indices that the last reindex replaced. What was written since is lost to the searches until it is ingested again. */
export async function rollback({ client, names }: Index): Promise<Reindexed> {
  const moves = await Promise.all(
    Object.entries(names).map(async ([kind, alias]) => {
      const from = await currentIndex(client, alias)
      const to = (await keptVersions(client, alias)).at(-1)
      if (!to) throw new BayanError('ROLLBACK_MISSING', { alias })
      return { kind, alias, from, to }
    }),
  )
  await client.indices.putSettings({
    index: moves.map(({ to }) => to),
    settings: { 'index.blocks.write': null },
  })
  await client.indices.updateAliases({
    actions: moves.flatMap(({ alias, from, to }) => [
      { remove: { index: from, alias, must_exist: true } },
      { add: { index: to, alias } },
    ]),
  })
  const counted = moves.map(async ({ kind, from, to }) => ({
    kind,
    from,
    to,
    entries: (await client.count({ index: to })).count,
  }))
  return Promise.all(counted)
}

/** One earlier version is enough; the ones before make room. */
async function clearAway({ client }: Index, versions: Version[]): Promise<void> {
  for (const { alias } of versions) {
    const kept = await keptVersions(client, alias)
    if (kept.length > 0) await client.indices.delete({ index: kept })
  }
}

async function catchUp(index: Index, version: Version, options: ReindexOptions): Promise<void> {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const { changed, refused } = await pour(index, version, options)
    if (changed - refused.size < FEW) return
  }
}

async function pour(index: Index, version: Version, options: ReindexOptions, write = true): Promise<Copied> {
  const { client, patience } = index
  const { kind, current, next, nextAlias } = version
  const total = (await client.count({ index: current })).count
  const { [next]: found } = await client.indices.getMapping({ index: next })
  const fields = new Set(Object.keys(found?.mappings.properties ?? {}))
  // The entries of files have no external version: see `bulk.ts`.
  const external = kind === 'files' ? undefined : index.version
  const onProgress = (done: number) => options.onProgress?.(kind, done, total)
  return copyDifferences(
    { client, from: current, to: nextAlias, fields, version: external, patience, onProgress },
    write,
  )
}

/** Nobody writes now: what is copied stays equal. @throws BayanError REINDEX_LOSES */
async function finish(index: Index, version: Version, options: ReindexOptions): Promise<Reindexed[number]> {
  const { kind, current: from, next: to } = version
  const { refused } = await pour(index, version, options)
  const { entries, changed: missing } = await pour(index, version, options, false)
  if (missing > 0 && !options.force) {
    const [reason] = refused.values()
    throw new BayanError('REINDEX_LOSES', { index: to, missing, entries, reason: reason ?? 'they differ' })
  }
  return { kind, from, to, entries }
}

/** The indices in use take no writes, or take them again. */
async function freeze({ client, patience }: Index, versions: Version[], frozen: boolean): Promise<void> {
  const index = versions.map(({ current }) => current)
  const settings = { 'index.blocks.write': null }
  await patiently(
    async () =>
      frozen
        ? client.indices.addBlock({ index, block: 'write' })
        : client.indices.putSettings({ index, settings }),
    patience,
  )
}

/** In one step, so that no search meets an index that is half there; an answer that got lost is no reason to do it twice. */
async function swap({ client, patience }: Index, versions: Version[]): Promise<void> {
  const actions = versions.flatMap(({ alias, current, next, nextAlias }) => [
    { remove: { index: current, alias, must_exist: true } },
    { remove: { index: next, alias: nextAlias, must_exist: true } },
    { add: { index: next, alias } },
  ])
  const [first] = versions
  await patiently(async () => {
    if (first && (await currentIndex(client, first.alias)) === first.next) return
    await client.indices.updateAliases({ actions })
  }, patience)
}
