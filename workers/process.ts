/** How does a process of ours end? When it is told to, when whoever started it is gone, or with code 1 when it cannot go on. */
import { BayanError } from '../src/errors.js'
import type { Logger } from '../src/log.js'

/** Says why the process ends. */
export function fail(log: Logger, error: unknown): void {
  const known = error instanceof BayanError
  log.fatal(
    known ? { code: error.code } : { err: error },
    known ? error.message : 'The process cannot go on.',
  )
  process.exitCode = 1
}

/**
 * SIGTERM and SIGINT abort the signal, a second one ends the process at once.
 * @param name of the process, for the log
 */
export function onSignals(log: Logger, name: string): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1)
      log.info({ signal }, `The ${name} ends; once more ends it at once.`)
      stopping.abort()
    })
  }
  // Whoever started this process is gone, perhaps killed: nobody else would end it.
  process.on('disconnect', () => stopping.abort())
  process.channel?.unref()
  return stopping.signal
}

/** @throws BayanError SETTING_INVALID where the process was started without the address */
export function required(value: string | undefined, name: string): string {
  if (value) return value
  throw new BayanError('SETTING_INVALID', { name, reason: 'this process needs it' })
}
