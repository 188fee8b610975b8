/** Who waits for an engine says so once, and once that it is back, however many pieces of work wait for it. */
import type { Patience } from '../src/elastic/patience.js'
import type { Logger } from '../src/log.js'

/** @param engine its name, for the log */
export function tellOnce(log: Logger, engine: string): Patience {
  let away = false
  return {
    onAway: (error) => {
      if (!away) log.warn({ code: error.code }, error.message)
      away = true
    },
    onBack: () => {
      if (away) log.info(`${engine} is back; work goes on.`)
      away = false
    },
  }
}
