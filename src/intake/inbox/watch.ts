/**
 * What lies in the inbox, and does the index know it? Looks again and again: at everything now and then, which is
 * the truth, and sooner at what is new when an event or an unfinished file gives a reason to.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { BayanError } from '../../errors.js'
import type { Index, Work } from '../../index/access.js'
import { scan } from '../../index/scan.js'
import { take } from '../../index/take.js'
import type { Logger } from '../../log.js'
import type { Store } from '../../store.js'
import { createHints } from './hints.js'
import { createSettling, type Settling } from './settle.js'
import { createTelling, type Telling } from './telling.js'
import { createVanishing, type Vanishing } from './vanish.js'

export type WatchOptions = {
  index: Index
  store: Store
  /** Largest file, in bytes. */
  limit: number
  /** Hands contents to the workers. @throws BayanError REDIS_AWAY */
  handOver(work: Work[]): Promise<void>
  log: Logger
}

/** Milliseconds: between two looks at everything, and between any two. */
const EVERYTHING_EVERY = 30_000
const LOOK_EVERY = 1_000
/** So many times as long as a look took is rested after it, so that a file that grows all day costs little; never longer than this. */
const REST_FACTOR = 4
const LONGEST_REST = 10_000

type Watch = WatchOptions & { folder: string; settling: Settling; vanishing: Vanishing; telling: Telling }

/**
 * Ends when `signal` is aborted; waits for Elasticsearch as long as it takes. Two of them on one folder do the
 * same twice, and no harm: every note is compare-and-set and every job has the name of its content.
 * @param folder absolute, without links
 * @throws BayanError INDEX_MISSING
 */
export async function watchFolder(options: WatchOptions, folder: string, signal: AbortSignal): Promise<void> {
  const { store, limit, log } = options
  const settling = createSettling(store, (path) => take(path, limit))
  const watch = {
    ...options,
    folder,
    settling,
    vanishing: createVanishing(),
    telling: createTelling(log, folder),
  }
  const hints = createHints(folder, (err) =>
    log.warn({ folder, reason: (err as Error).message }, 'No events can be had of a part; the looks go on.'),
  )
  try {
    for (let everythingAt = 0; !signal.aborted; ) {
      const begun = Date.now()
      const everything = begun >= everythingAt
      const done = await lookPatiently(watch, everything, signal)
      if (everything) everythingAt = begun + EVERYTHING_EVERY
      if (!done || isSomethingMissing(watch)) everythingAt = begun
      const took = Date.now() - begun
      await rest(Math.min(LONGEST_REST, Math.max(LOOK_EVERY, REST_FACTOR * took)), signal)
      if (settling.open() > 0) continue
      await hints.next(Math.max(0, everythingAt - Date.now()), signal)
      // The disk may be back.
      if (watch.vanishing.state().held) everythingAt = 0
    }
  } finally {
    await hints.close()
  }
}

/** What is wrong with one look, a full disk for example, may be right at the next one. @returns whether all went well */
async function lookPatiently(watch: Watch, everything: boolean, signal: AbortSignal): Promise<boolean> {
  try {
    await look(watch, everything)
    return true
  } catch (error) {
    if (signal.aborted) return false
    if (error instanceof BayanError && error.code === 'INDEX_MISSING') throw error
    watch.log.error({ err: error, folder: watch.folder }, 'A look was not finished; another one follows.')
    return false
  }
}

/** @param everything or only what is new since the last look */
async function look(watch: Watch, everything: boolean): Promise<void> {
  const { index, folder, settling, vanishing, telling, handOver } = watch
  settling.begin()
  await scan(
    {
      index,
      content: async (path) => {
        if (!everything && (await settling.isKnown(path))) return undefined
        return settling.read(path)
      },
      vanished: everything
        ? (_, gone, known) => vanishing.judge(gone, known, settling.open() > 0)
        : undefined,
      onNoted: telling.noted,
      onProblem: telling.problem,
      onWork: (work) => handOver(work).then(() => telling.handedOver(), telling.handedOver),
    },
    [folder],
  )
  telling.looked(everything, vanishing.state())
}

function isSomethingMissing({ settling, vanishing }: Watch): boolean {
  const { missing, held } = vanishing.state()
  return settling.unmet() > 0 || (missing > 0 && !held)
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => {})
}
