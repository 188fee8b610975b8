/** How do we know that all is done? By asking the files index, which tells the truth even when Redis was lost. */
import { setTimeout as sleep } from 'node:timers/promises'
import { patiently } from '../../src/elastic/patience.js'
import type { BayanError } from '../../src/errors.js'
import type { FileEntry } from '../../src/fields.js'
import type { Index } from '../../src/index/access.js'
import { isSettled } from '../../src/index/files.js'
import { findWork } from '../../src/index/sweep.js'
import { handOver } from '../../src/intake/hand-over.js'
import type { StandIn } from './stand-in.js'

export type WaitOptions = {
  engines: { redisUrl: string }
  config: { prefix: string }
  standIn: StandIn
  /** Ids of the files that have no outcome yet. */
  pending: string[]
  /** @param open files that have no outcome yet */
  show(open: number): void
  sayOnce(error: BayanError): void
}

const AT_ONCE = 500
/** Milliseconds between two looks, and between two times that lost work and lost workers are made good. */
const LOOK_EVERY = 200
const MEND_EVERY = 5_000

/** Waits as long as it takes. In the end all that was written can be searched. */
export async function waitFor(index: Index, options: WaitOptions): Promise<void> {
  const { engines, config, standIn, show, sayOnce } = options
  await standIn.ensure()
  let open = options.pending
  let mended = Date.now()
  for (;;) {
    const before = open.length
    open = await stillOpen(index, open)
    show(open.length)
    if (open.length === 0) break
    if (open.length === before) await sleep(LOOK_EVERY)
    if (Date.now() - mended < MEND_EVERY) continue
    await standIn.ensure()
    await handOver(
      engines.redisUrl,
      config.prefix,
      await patiently(() => findWork(index), index.patience),
    ).catch(sayOnce)
    mended = Date.now()
  }
  await patiently(() => index.client.indices.refresh({ index: Object.values(index.names) }), index.patience)
}

/** The first ones are looked at: they were handed over first. */
async function stillOpen(index: Index, open: string[]): Promise<string[]> {
  const first = open.slice(0, AT_ONCE)
  const entries = await readEntries(index, first)
  const waiting = first.filter((id) => {
    const entry = entries.get(id)
    return entry && entry.wanted !== null && !isSettled(entry, index.version)
  })
  return [...waiting, ...open.slice(AT_ONCE)]
}

/** As they are now, not as they were at the last refresh. */
export async function readEntries(
  { client, names, patience }: Index,
  ids: string[],
): Promise<Map<string, FileEntry>> {
  const entries = new Map<string, FileEntry>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const { docs } = await patiently(
      () => client.mget<FileEntry>({ index: names.files, ids: some }),
      patience,
    )
    for (const doc of docs) if ('_source' in doc && doc._source) entries.set(doc._id, doc._source)
  }
  return entries
}
