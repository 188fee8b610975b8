/** `bayan serve`: the service and its pages alone, on engines that are there; `bayan work`: one worker. For containers. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { type Config, readConfig } from '../src/config.js'
import type { Engines } from '../src/engines/session.js'
import { BayanError } from '../src/errors.js'
import { judge } from '../src/http/ready.js'
import { createLogger } from '../src/log.js'
import { say } from './command.js'
import { openService, type Service } from './start/service.js'
import { aborted, stopSignal } from './start/stop-signal.js'

/** Milliseconds. */
const LOOK_EVERY = 1_000

/** Adds the command to the program. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('Run the service and its pages alone, on the engines of ELASTICSEARCH_URL and REDIS_URL.')
    .action(serve)
}

/** Adds the command to the program. */
export function workCommand(program: Command): void {
  program
    .command('work')
    .description('Run one worker alone, on the engines of ELASTICSEARCH_URL and REDIS_URL.')
    .action(async () => void (await import('../workers/start.js')))
}

async function serve(): Promise<void> {
  const config = readConfig()
  const stopping = stopSignal(say)
  const service = await openService(enginesOf(config), config, createLogger(config.logLevel))
  await untilReady(service, stopping)
  if (!stopping.aborted) say(`Bayan is ready: ${service.url}`)
  await aborted(stopping)
  await service.close()
}

/** Says once what is missing. */
async function untilReady({ url, ready }: Service, stopping: AbortSignal): Promise<void> {
  for (let told = false; !stopping.aborted; told = true) {
    const { status, reasons } = judge(await ready())
    if (status !== 'unavailable') return
    if (!told) say(`Bayan listens at ${url} and waits: ${reasons.map(({ message }) => message).join(' ')}`)
    await sleep(LOOK_EVERY, undefined, { signal: stopping }).catch(() => {})
  }
}

/** @throws BayanError SETTING_INVALID */
function enginesOf({ elasticsearchUrl, redisUrl }: Config): Pick<Engines, 'elasticsearchUrl' | 'redisUrl'> {
  const missing = (name: string) =>
    new BayanError('SETTING_INVALID', { name, reason: 'it has to be set here' })
  if (!elasticsearchUrl) throw missing('ELASTICSEARCH_URL')
  if (!redisUrl) throw missing('REDIS_URL')
  return { elasticsearchUrl, redisUrl }
}
