/**
 * Which Elasticsearch and Redis does this program speak to? Those of the URLs; else those that already run for this
 * folder; else it starts them. Whoever leaves last stops them. Engines that died are brought back while they are used.
 */
import { join } from 'node:path'
import { BayanError } from '../errors.js'
import { startDocker, stopDocker } from './docker.js'
import { type Found, findTools } from './find.js'
import { allAnswer } from './health.js'
import { countLeases, endLease, takeLease } from './leases.js'
import { allRun, isOutdated, startLocal, stopLocal, type Workshop } from './local.js'
import { withLock } from './lock.js'
import { engineUser } from './place.js'
import { type Needs, plan, THREE_WAYS } from './plan.js'
import { readState, removeState, type State, urlsOf, writeState } from './state.js'

const SUPERVISE_MS = 2_000

export type EngineOptions = {
  /** Absolute path of the folder that holds the assembled engines and, without `data`, their data. */
  home: string
  data?: string
  elasticsearchUrl?: string
  redisUrl?: string
  environment: NodeJS.ProcessEnv
  report: (line: string) => void
  /** Ends a start that is under way; what was started is stopped. */
  signal?: AbortSignal
}

export type Engines = {
  elasticsearchUrl: string
  redisUrl: string
  way: 'urls' | 'local' | 'docker'
  /** Says that this program needs them no more; the last one stops what was started. */
  release: () => Promise<void>
}

/** @throws BayanError ENGINES_MISSING, ENGINE_START_FAILED, or the reason of `signal` */
export async function useEngines(options: EngineOptions): Promise<Engines> {
  const { elasticsearchUrl, redisUrl } = options
  if (elasticsearchUrl && redisUrl)
    return { elasticsearchUrl, redisUrl, way: 'urls', release: async () => undefined }
  const needs = { elasticsearch: !elasticsearchUrl, redis: !redisUrl }
  const data = options.data ?? join(options.home, 'engines')
  const shop: Workshop = { ...options, home: join(options.home, 'engines'), data, user: await engineUser() }
  const { lease, state } = await withLock(join(data, 'lock'), () => enter(shop, needs), options.signal)
  const stopWatching = watch(shop, needs, state)
  const urls = urlsOf(state)
  return {
    elasticsearchUrl: elasticsearchUrl ?? urls.elasticsearch ?? '',
    redisUrl: redisUrl ?? urls.redis ?? '',
    way: state.way,
    release: async () => {
      await stopWatching()
      await withLock(join(data, 'lock'), () => leave(shop, lease))
    },
  }
}

async function enter(shop: Workshop, needs: Needs): Promise<{ lease: string; state: State }> {
  const lease = await takeLease(join(shop.data, 'leases'))
  try {
    return { lease, state: await bringUp(shop, needs) }
  } catch (error) {
    await leave(shop, lease)
    throw error
  }
}

async function leave(shop: Workshop, lease: string): Promise<void> {
  await endLease(lease)
  if ((await countLeases(join(shop.data, 'leases'))) > 0) return
  const state = await readState(shop.data)
  if (state?.way === 'local') await stopLocal(state)
  if (state?.way === 'docker') await stopDocker({ ...shop, command: 'docker', signal: undefined })
  await removeState(shop.data)
}

/** Call it under the lock. What already runs is left as it is. */
async function bringUp(shop: Workshop, needs: Needs): Promise<State> {
  const old = await readState(shop.data)
  if (old && (await serves(shop, old, needs))) return old
  const found = await findTools(shop)
  const { way, why } = plan(found, needs)
  if (way === 'none') throw new BayanError('ENGINES_MISSING', { reason: `${why}. Either ${THREE_WAYS}` })
  const start = way === 'docker' ? inDocker : locally
  const state = await start(shop, found, needs, old)
  await writeState(shop.data, state)
  return state
}

/** Local engines that were made from older sources are replaced when nobody else uses them. */
async function serves(shop: Workshop, old: State, needs: Needs): Promise<boolean> {
  if (old.way === 'local') {
    const alone = (await countLeases(join(shop.data, 'leases'))) === 1
    if (alone && (await isOutdated(old))) await stopLocal(old)
    if (!(await allRun(old, needs))) return false
  }
  return allAnswer(urlsOf(old), needs)
}

async function locally(shop: Workshop, found: Found, needs: Needs, old?: State): Promise<State> {
  return startLocal(shop, found, needs, old?.way === 'local' ? old : undefined)
}

async function inDocker(shop: Workshop, found: Found, needs: Needs, old?: State): Promise<State> {
  const command = found.docker?.command ?? 'docker'
  return startDocker({ ...shop, command }, needs, old?.way === 'docker' ? old : undefined)
}

/** Brings local engines back that ended unasked; Docker does that by itself. @returns what ends the watch */
function watch(shop: Workshop, needs: Needs, state: State): () => Promise<void> {
  let look: Promise<void> | undefined
  const timer = setInterval(() => {
    look ??= revive(shop, needs)
      .catch((error: Error) => shop.report(error.message))
      .finally(() => {
        look = undefined
      })
  }, SUPERVISE_MS).unref()
  if (state.way !== 'local') clearInterval(timer)
  return async () => {
    clearInterval(timer)
    await look
  }
}

async function revive(shop: Workshop, needs: Needs): Promise<void> {
  const state = await readState(shop.data)
  if (state?.way === 'local' && (await allRun(state, needs))) return
  shop.report('An engine ended; starting it again.')
  await withLock(join(shop.data, 'lock'), () => bringUp({ ...shop, signal: undefined }, needs))
}
