/** Which engines did we start last in this folder? Kept in a file, to be found again by the next program. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './place.js'
import type { EngineName } from './plan.js'
import type { Running } from './processes.js'

export type State =
  | { way: 'local'; stamp?: string; engines: Partial<Record<EngineName, Running>> }
  | { way: 'docker'; project: string; ports: Partial<Record<EngineName, number>> }

/** Undefined when there is none, or it cannot be read (then it is as good as none). */
export async function readState(folder: string): Promise<State | undefined> {
  try {
    return JSON.parse(await readFile(stateFile(folder), 'utf8')) as State
  } catch {
    return undefined
  }
}

export async function writeState(folder: string, state: State): Promise<void> {
  await writeWhole(stateFile(folder), JSON.stringify(state))
}

export async function removeState(folder: string): Promise<void> {
  await rm(stateFile(folder), { force: true })
}

export function urlsOf(state: State): Partial<Record<EngineName, string>> {
  if (state.way === 'local')
    return { elasticsearch: state.engines.elasticsearch?.url, redis: state.engines.redis?.url }
  const { elasticsearch, redis } = state.ports
  return {
    ...(elasticsearch && { elasticsearch: `http://127.0.0.1:${elasticsearch}` }),
    ...(redis && { redis: `redis://127.0.0.1:${redis}` }),
  }
}

export function stateFile(folder: string): string {
  return join(folder, 'running.json')
}
