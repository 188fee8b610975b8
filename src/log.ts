/** The one logger: JSON lines on standard error, without keys or texts. */
import { destination, type Logger, pino } from 'pino'

export type { Logger }

/** @param level least severe line that is written, `silent` for none */
export function createLogger(level: string): Logger {
  const options = { level, base: {}, redact: ['*.authorization', '*.password', '*.key'] }
  return pino(options, destination({ dest: 2, sync: true }))
}
