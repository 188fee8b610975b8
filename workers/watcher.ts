/** What is a watcher? It keeps the index in step with folders; on one machine one process for each folder, the others stand by. */
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { createElastic } from '../src/elastic/client.js'
import { ensureIndices } from '../src/elastic/indices.js'
import { patiently } from '../src/elastic/patience.js'
import { withLock } from '../src/engines/lock.js'
import { ANALYSIS_VERSION } from '../src/fields.js'
import { unreadable } from '../src/index/walk.js'
import { handOver } from '../src/intake/hand-over.js'
import { type WatchOptions, watchFolder } from '../src/intake/inbox/watch.js'
import type { Logger } from '../src/log.js'
import { createStore } from '../src/store.js'
import { tellOnce } from './tell-once.js'

export type WatcherOptions = {
  elasticsearchUrl: string
  redisUrl: string
  prefix: string
  /** Folder of the content store, and of the locks. */
  home: string
  /** Largest file, in bytes. */
  limit: number
  folders: string[]
  log: Logger
}

/**
 * Ends when `signal` is aborted; waits for both engines as long as it takes.
 * @throws BayanError FILE_MISSING for a folder that is not there, INDEX_MISSING
 */
export async function runWatcher(options: WatcherOptions, signal: AbortSignal): Promise<void> {
  const { elasticsearchUrl, redisUrl, prefix, home, limit, log } = options
  const folders = await Promise.all(options.folders.map(realFolder))
  const client = createElastic(elasticsearchUrl)
  try {
    const patience = { ...tellOnce(log, 'Elasticsearch'), signal }
    const names = await patiently(() => ensureIndices(client, prefix), patience)
    const index = { client, names, version: ANALYSIS_VERSION, patience }
    const hand: WatchOptions['handOver'] = (work) => handOver(redisUrl, prefix, work)
    const watch = { index, store: createStore(home), limit, handOver: hand, log }
    await Promise.all(folders.map((folder) => watchAlone(watch, { home, prefix }, folder, signal)))
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await client.close()
  }
}

async function watchAlone(
  options: WatchOptions,
  { home, prefix }: { home: string; prefix: string },
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const name = createHash('sha256').update(`${prefix}\0${folder}`).digest('hex').slice(0, 20)
  const waits = setTimeout(
    () => options.log.info({ folder }, 'Another process watches here; this one stands by.'),
    1_000,
  )
  const work = async () => {
    clearTimeout(waits)
    options.log.info({ folder }, 'Watching.')
    await watchFolder(options, folder, signal)
  }
  await withLock(join(home, 'watch', `${name}.lock`), work, signal).finally(() => clearTimeout(waits))
}

/** @throws BayanError FILE_MISSING, FILE_UNREADABLE */
export async function realFolder(path: string): Promise<string> {
  return realpath(path).catch((error) => Promise.reject(unreadable(path, error)))
}
