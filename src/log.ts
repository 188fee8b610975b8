/** The one logger: JSON lines, without keys or texts. */
import { destination, type Logger, pino } from 'pino'

export type { Logger }

const STANDARD_ERROR = 2

/**
 * @param level least severe line that is written, `silent` for none
 * @param file that lines are appended to, instead of standard error
 */
export function createLogger(level: string, file?: string): Logger {
  const options = { level, base: {}, redact: ['*.authorization', '*.password', '*.key'] }
  return pino(options, destination({ dest: file ?? STANDARD_ERROR, append: true, sync: true }))
}
