/** When does the person want us to stop? At Ctrl-C or a request to end; a second one, later, ends at once. */

/** npm hands on the Ctrl-C that the terminal has already sent: what comes this soon is the same one. */
const SAME_MS = 1_000

/** @returns a signal that aborts when the program is asked to stop */
export function stopSignal(report: (line: string) => void): AbortSignal {
  const stopping = new AbortController()
  let asked = 0
  const ask = (name: NodeJS.Signals) => {
    if (asked > 0 && Date.now() - asked > SAME_MS) process.exit(1)
    if (asked > 0) return
    asked = Date.now()
    report(`\nStopping (${name}); once more ends at once.`)
    stopping.abort(name)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)
  return stopping.signal
}

/** @returns when the signal says so */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
