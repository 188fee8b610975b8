/**
 * The engines of a test run: those of ELASTICSEARCH_URL and REDIS_URL, else engines of its own, with their data in a
 * temporary folder that goes when the run ends. What a run left that was killed is cleared away by the next one.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../src/config.js'
import { stopLocal } from '../../src/engines/local.js'
import { isAlive, thisProcess } from '../../src/engines/owner.js'
import { removeFolder } from '../../src/engines/place.js'
import { useEngines } from '../../src/engines/session.js'
import { readState, type State, stateFile } from '../../src/engines/state.js'

const PREFIX = 'bayan-test-'

declare module 'vitest' {
  interface ProvidedContext {
    elasticsearchUrl: string
    redisUrl: string
  }
}

/** @returns what to do at the end of the run; vitest leaves it out when Ctrl-C ends the run, so there is a second way */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearUnused()
  const { home, elasticsearchUrl, redisUrl, environment } = readConfig()
  const data = await mkdtemp(join(tmpdir(), `${PREFIX}${await thisProcess()}-`))
  process.once('exit', () => clearAtOnce(data))
  const report = (line: string) => console.log(line)
  const engines = await useEngines({ home, data, elasticsearchUrl, redisUrl, environment, report }).catch(
    async (error) => {
      await clear(data)
      throw error
    },
  )
  project.provide('elasticsearchUrl', engines.elasticsearchUrl)
  project.provide('redisUrl', engines.redisUrl)
  return async () => {
    await engines.release()
    await clear(data)
  }
}

async function clearUnused(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const unused = name.startsWith(PREFIX) && !(await isAlive(name.slice(PREFIX.length)))
    if (unused) await clear(join(tmpdir(), name)).catch(() => undefined) // another user's
  }
}

/** For the last moment, when nothing can be waited for. The data are of no use to anybody, so no engine is asked. */
function clearAtOnce(folder: string): void {
  if (!existsSync(folder)) return
  const state =
    existsSync(stateFile(folder)) && (JSON.parse(readFileSync(stateFile(folder), 'utf8')) as State)
  const engines = state && state.way === 'local' ? Object.values(state.engines) : []
  for (const { pid } of engines) killGroup(pid)
  const elsewhere = `${join(folder, 'local')}.elsewhere`
  const folders = existsSync(elsewhere) ? [readFileSync(elsewhere, 'utf8'), folder] : [folder]
  for (const each of folders) rmSync(each, { recursive: true, force: true, maxRetries: 20 })
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {} // it ended before
}

async function clear(folder: string): Promise<void> {
  const state = await readState(folder)
  if (state?.way === 'local') await stopLocal(state)
  await removeFolder(join(folder, 'local'))
  await removeFolder(folder)
}
