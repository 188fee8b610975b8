/** How long until an engine that was started answers, and what does its log say when it never does? */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { BayanError } from '../errors.js'
import { allAnswer } from './health.js'
import { type EngineName, type Needs, TITLES } from './plan.js'
import { isRunning, type Running } from './processes.js'

const PATIENCE_MS = 180_000
const LOOK_AGAIN_MS = 200

export type Waiting = { name: EngineName; running: Running; log: string; signal?: AbortSignal }

/** @throws BayanError ENGINE_START_FAILED when it ended or took too long, or the reason of `signal` */
export async function waitFor({ name, running, log, signal }: Waiting): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await allAnswer({ [name]: running.url }, only(name)))) {
    const reason = Date.now() > end ? 'it does not answer' : !(await isRunning(running)) && 'it ended'
    if (reason)
      throw new BayanError('ENGINE_START_FAILED', {
        engine: TITLES[name],
        reason: `${reason}; ${await complaint(log)}`,
      })
    await sleep(LOOK_AGAIN_MS, undefined, { signal })
  }
}

function only(name: EngineName): Needs {
  return { elasticsearch: name === 'elasticsearch', redis: name === 'redis' }
}

/** The first line of the log that sounds like the cause, and where the rest is. */
async function complaint(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line.trim() !== '')
  const cause =
    lines.find((line) => /ERROR|FATAL|exception|error/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  return `${cause.trim()} (more in ${log}).`
}
