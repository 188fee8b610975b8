/** The one logger: JSON lines, without keys or texts. */
import { destination, type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger }

const STANDARD_ERROR = 2

/**
 * @param level least severe line that is written, `silent` for none
 * @param file that lines are appended to, instead of standard error
 */
export function createLogger(level: string, file?: string): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { path: visible },
    redact: ['*.authorization', '*.password', '*.cookie'],
  }
  return pino(options, destination({ dest: file ?? STANDARD_ERROR, append: true, sync: true }))
}

/** Names of files may hold signs that move what a terminal shows. */
function visible(path: unknown): string {
  const escaped = (sign: string) => `\\u{${sign.codePointAt(0)?.toString(16)}}`
  return String(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}
