/**
 * Who keeps a worker running beside the service? A process of its own, so that a heavy file never slows a search;
 * started again when it dies, and ended with whoever started it, even when that one is killed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const ENTRY = new URL('../../workers/start.ts', import.meta.url)
/** Milliseconds: before a dead worker is started again, and that a leaving one may take. */
const PAUSE = 1_000
const GRACE = 25_000

export type WorkerProcess = {
  /** When it takes jobs for the first time. */
  ready: Promise<unknown>
  /** Lets the worker finish what it has in hand. */
  stop: () => Promise<void>
}

/**
 * @param environment settings of the worker, the addresses of the engines among them
 * @param log file that its log is appended to
 */
export function keepWorker(
  environment: NodeJS.ProcessEnv,
  log: string,
  report: (line: string) => void,
): WorkerProcess {
  const stopping = new AbortController()
  const started = new EventEmitter()
  const begin = () => launch(environment, log).on('message', () => started.emit('ready'))
  const ready = once(started, 'ready', { signal: stopping.signal }).catch(() => undefined)
  let child = begin()
  const keep = async () => {
    for (;;) {
      const [code, signal] = await once(child, 'exit')
      if (stopping.signal.aborted) return
      report(`The worker ended (${signal ?? `code ${code}`}); starting it again. Its log says why: ${log}`)
      await sleep(PAUSE, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      child = begin()
    }
  }
  const kept = keep()
  return {
    ready,
    stop: async () => {
      stopping.abort()
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), GRACE)
      await kept
      clearTimeout(late)
    },
  }
}

/** In a group of its own, so that Ctrl-C reaches it through `stop` alone; the channel tells it when we are gone. */
function launch(environment: NodeJS.ProcessEnv, log: string): ChildProcess {
  const output = openSync(log, 'a')
  try {
    return fork(ENTRY, {
      detached: true,
      env: environment,
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', output, output, 'ipc'],
    })
  } finally {
    closeSync(output)
  }
}
