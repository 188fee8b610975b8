/** The local engines: which of them still run, and how are the others brought up? */
import { join } from 'node:path'
import { BayanError } from '../errors.js'
import { type Assembly, assemble, currentStamp } from './assemble.js'
import { startElasticsearch } from './elasticsearch.js'
import type { Found } from './find.js'
import { makeFolder, type User } from './place.js'
import { type EngineName, type Needs, namesOf, TITLES } from './plan.js'
import { isRunning, type Running, stop } from './processes.js'
import { redisOf, startRedis } from './redis.js'
import { type State, writeState } from './state.js'
import { waitFor } from './wait.js'

export type LocalState = Extract<State, { way: 'local' }>

export type Workshop = {
  /** Folder under which the assembled Elasticsearch lies. */
  home: string
  /** Folder of the data and of what is known of the running engines. */
  data: string
  environment: NodeJS.ProcessEnv
  user?: User
  report: (line: string) => void
  signal?: AbortSignal
}

/** Starts those of `needs` that do not run, keeping their ports. Call it under the lock of `data`. */
export async function startLocal(
  shop: Workshop,
  found: Found,
  needs: Needs,
  old?: LocalState,
): Promise<LocalState> {
  const mustAssemble = needs.elasticsearch || found.redis === undefined
  const assembly = mustAssemble ? await assemble(shop.home, { ...shop, found }) : undefined
  const place = await makeFolder(join(shop.data, 'local'), shop.user)
  const state: LocalState = { way: 'local', stamp: old?.stamp, engines: { ...old?.engines } }
  const bringUp = async (name: EngineName, start: (port?: number) => Promise<Running>) => {
    const before = state.engines[name]
    if (before && (await isRunning(before))) return
    shop.report(`Starting ${TITLES[name]} …`)
    state.engines[name] = await start(before && Number(new URL(before.url).port))
    if (name === 'elasticsearch') state.stamp = assembly?.stamp
    await writeState(shop.data, state)
  }
  if (needs.redis) await bringUp('redis', (port) => redis({ shop, found, assembly, place, port }))
  if (needs.elasticsearch)
    await bringUp('elasticsearch', (port) => elasticsearch({ shop, found, assembly, place, port }))
  await waitForAll(state, needs, place, shop)
  return state
}

/** Whether it runs from other sources than those that lie here now. */
export async function isOutdated({ stamp }: LocalState): Promise<boolean> {
  return stamp !== undefined && stamp !== (await currentStamp())
}

/** Whether each of `needs` still runs. */
export async function allRun({ engines }: LocalState, needs: Needs): Promise<boolean> {
  const checks = namesOf(needs).map(async (name) => {
    const running = engines[name]
    return running !== undefined && (await isRunning(running))
  })
  return (await Promise.all(checks)).every(Boolean)
}

export async function stopLocal({ engines }: LocalState): Promise<void> {
  await Promise.all(Object.values(engines).map(stop))
}

type Start = { shop: Workshop; found: Found; assembly?: Assembly; place: string; port?: number }

async function elasticsearch({ shop, found, assembly, place, port }: Start): Promise<Running> {
  if (!assembly || !found.java) throw new BayanError('ENGINES_MISSING', { reason: 'there is no JDK.' })
  const { environment, user } = shop
  return startElasticsearch({
    assembly,
    java: found.java,
    folder: join(place, 'elasticsearch'),
    environment,
    user,
    port,
  })
}

async function redis({ shop, found, assembly, place, port }: Start): Promise<Running> {
  const program = found.redis ?? (await redisOf(assembly?.folder ?? ''))
  return startRedis({
    program,
    folder: join(place, 'redis'),
    environment: shop.environment,
    user: shop.user,
    port,
  })
}

async function waitForAll(
  { engines }: LocalState,
  needs: Needs,
  place: string,
  shop: Workshop,
): Promise<void> {
  const waits = namesOf(needs).map(async (name) => {
    const running = engines[name]
    if (!running) return
    await waitFor({ name, running, log: join(place, `${name}.log`), signal: shop.signal })
    shop.report(`${TITLES[name]} answers at ${running.url}`)
  })
  await Promise.all(waits)
}
