/**
 * Who keeps a worker, and a watcher, running beside the service? Processes of their own, so that a heavy file never
 * slows a search; started again when they die, and ended with whoever started them, even when that one is killed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const ENTRIES = {
  worker: new URL('../../workers/start.ts', import.meta.url),
  watcher: new URL('../../workers/watch.ts', import.meta.url),
}
/** Milliseconds: before a dead one is started again, and that a leaving one may take. */
const PAUSE = 1_000
const GRACE = 25_000

export type KeptProcess = {
  /** When a worker takes jobs for the first time. */
  ready: Promise<unknown>
  /** Lets it finish what it has in hand. */
  stop: () => Promise<void>
}

/**
 * @param environment its settings, the addresses of the engines among them
 * @param log file that its log is appended to
 */
export function keepProcess(
  kind: keyof typeof ENTRIES,
  environment: NodeJS.ProcessEnv,
  log: string,
  report: (line: string) => void,
): KeptProcess {
  const stopping = new AbortController()
  const started = new EventEmitter()
  const begin = () => launch(kind, environment, log).on('message', () => started.emit('ready'))
  const ready = once(started, 'ready', { signal: stopping.signal }).catch(() => undefined)
  let child = begin()
  const keep = async () => {
    for (;;) {
      const [code, signal] = await once(child, 'exit')
      if (stopping.signal.aborted) return
      report(`The ${kind} ended (${signal ?? `code ${code}`}); starting it again. Its log says why: ${log}`)
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
function launch(kind: keyof typeof ENTRIES, environment: NodeJS.ProcessEnv, log: string): ChildProcess {
  const output = openSync(log, 'a')
  try {
    return fork(ENTRIES[kind], {
      detached: true,
      env: environment,
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', output, output, 'ipc'],
    })
  } finally {
    closeSync(output)
  }
}
