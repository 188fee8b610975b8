/** What every command shares: the engines for the time of its work, and one clear line when it fails. */
import { randomUUID } from 'node:crypto'
import { errors } from '@elastic/elasticsearch'
import { CommanderError } from 'commander'
import { type Config, readConfig } from '../src/config.js'
import { type Engines, useEngines } from '../src/engines/session.js'
import { BayanError, type ErrorCode } from '../src/errors.js'

/** Exit codes of every command. */
export const EXIT = { fine: 0, failed: 1, usage: 2 } as const

const ASKED_WRONGLY: ReadonlySet<ErrorCode> = new Set(['USAGE', 'QUERY_INVALID', 'QUERY_TOO_LONG'])

/** Runs `work` on the engines of the settings; local ones that nobody else uses end with it. */
export async function withEngines<T>(
  work: (engines: Engines, config: Config) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const config = readConfig()
  const engines = await useEngines({ ...config, environment: process.env, report: say, signal })
  try {
    return await work(engines, config)
  } finally {
    await engines.release()
  }
}

/** What a program that we start finds in its environment: ours, and the addresses of the engines. */
export function environmentOn(
  { elasticsearchUrl, redisUrl }: Engines,
  { home, environment }: Config,
): NodeJS.ProcessEnv {
  return { ...environment, ELASTICSEARCH_URL: elasticsearchUrl, REDIS_URL: redisUrl, BAYAN_HOME: home }
}

/** A line for the person at the terminal; standard output is for the result alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Says what went wrong in one line with its code. @returns the exit code */
export function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage
  const known = error instanceof BayanError ? error : (away(error) ?? unforeseen(error))
  say(`${known.code}: ${known.message}`)
  return ASKED_WRONGLY.has(known.code) ? EXIT.usage : EXIT.failed
}

/** What measures speaks to Elasticsearch itself. */
function away(error: unknown): BayanError | undefined {
  if (!(error instanceof errors.ConnectionError || error instanceof errors.TimeoutError)) return undefined
  const { elasticsearchUrl } = readConfig()
  // Not the whole address: it may hold a password.
  const url = elasticsearchUrl ? new URL(elasticsearchUrl).host : 'its address'
  return new BayanError('ELASTICSEARCH_AWAY', { url, reason: error.message }, error)
}

/** The stack of an error that nobody foresaw is worth having; it goes before the line. */
function unforeseen(error: unknown): BayanError {
  const id = randomUUID().slice(0, 8)
  say(`${id} ${error instanceof Error ? error.stack : String(error)}`)
  return new BayanError('INTERNAL', { id }, error)
}
