/**
 * `bayan start`: everything on this machine with one command. Engines, indices, service and page, a worker, a
 * watcher, the samples the first time; then one address. Ctrl-C ends what it started and only that.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../src/config.js'
import { createElastic } from '../src/elastic/client.js'
import { ensureIndices, outdatedIndices } from '../src/elastic/indices.js'
import { patiently } from '../src/elastic/patience.js'
import { readStatus } from '../src/elastic/status.js'
import type { Engines } from '../src/engines/session.js'
import { ANALYSIS_VERSION } from '../src/fields.js'
import type { Index } from '../src/index/access.js'
import { reindex } from '../src/index/reindex/reindex.js'
import { createLogger } from '../src/log.js'
import { environmentOn, say, withEngines } from './command.js'
import { createBars } from './start/bars.js'
import { type KeptProcess, keepProcess } from './start/kept-process.js'
import { ingestSamples } from './start/samples.js'
import { openService } from './start/service.js'
import { aborted, stopSignal } from './start/stop-signal.js'

/** Milliseconds that Elasticsearch of a URL may be away before we say so and end. */
const PATIENCE = 15_000

/** Adds the command to the program. */
export function startCommand(program: Command): void {
  program
    .command('start')
    .description(
      'Start everything on this machine: engines, service, page, worker and the watch over the inbox; Ctrl-C ends it.',
    )
    .action(start)
}

async function start(): Promise<void> {
  const stopping = stopSignal(say)
  try {
    await withEngines((engines, config) => run(engines, config, stopping), stopping)
  } catch (error) {
    if (!stopping.aborted) throw error
  }
  say('Stopped.')
}

/** @returns when it was asked to stop and all that it started has ended */
async function run(engines: Engines, config: Config, stopping: AbortSignal): Promise<void> {
  const logFile = join(config.home, 'bayan.log')
  await mkdir(config.home, { recursive: true })
  await makeIndices(engines, config, stopping)
  const worker = keepProcess('worker', environmentOn(engines, config), logFile, say)
  let watcher: KeptProcess | undefined
  try {
    const service = await openService(engines, config, createLogger(config.logLevel, logFile))
    try {
      if (service.moved) say(`Port ${config.port} is taken; using ${service.port}.`)
      await worker.ready
      await ingestSamples(engines, config, say)
      watcher = keepProcess('watcher', environmentOn(engines, config), logFile, say)
      say(`The log is in ${logFile}`)
      say(`Files that are put into ${config.inbox} are indexed.`)
      say(`Bayan is ready: ${service.url}`)
      await aborted(stopping)
    } finally {
      await service.close()
    }
  } finally {
    await Promise.all([watcher?.stop(), worker.stop()])
  }
}

async function makeIndices(
  { elasticsearchUrl }: Engines,
  { prefix }: Config,
  signal: AbortSignal,
): Promise<void> {
  const client = createElastic(elasticsearchUrl)
  try {
    const onAway = (error: Error) => say(error.message)
    const patience = { signal, limit: PATIENCE, onAway }
    const names = await patiently(() => ensureIndices(client, prefix), patience)
    await bringUpToDate({ client, names, version: ANALYSIS_VERSION, patience: { signal, onAway } })
  } finally {
    await client.close()
  }
}

/** After an upgrade: the indices are built anew here, what older code read of the documents is read anew by the worker. */
async function bringUpToDate(index: Index): Promise<void> {
  const { client, names } = index
  if ((await outdatedIndices(client, names)).length > 0) {
    say('The index is older than this code: it is built anew, "bayan rollback" goes back.')
    const bars = createBars()
    await reindex(index, { onProgress: bars.show }).finally(bars.stop)
  }
  const { outdated } = await readStatus(client, names)
  if (outdated.analysis > 0)
    say(`${outdated.analysis} documents were read by older code; the worker reads them anew.`)
}
