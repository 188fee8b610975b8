/** What happens when paths are ingested: scan, hand over, wait, report. Nothing that was noted is lost if this ends early. */
import type { Config } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices } from '../../src/elastic/indices.js'
import { type FileRow, toRow } from '../../src/elastic/listing.js'
import { patiently } from '../../src/elastic/patience.js'
import { BayanError } from '../../src/errors.js'
import { ANALYSIS_VERSION, type FileEntry } from '../../src/fields.js'
import type { Index, Work } from '../../src/index/access.js'
import type { Noted } from '../../src/index/note.js'
import { type Problem, scan } from '../../src/index/scan.js'

import { keepFile } from '../../src/intake/content.js'
import { looksAway } from '../../src/intake/guard.js'
import { handOver } from '../../src/intake/hand-over.js'

import { createStore } from '../../src/store.js'
import type { Progress } from './progress.js'
import { createStandIn } from './stand-in.js'
import { readEntries, waitFor } from './wait.js'

export type IngestOptions = {
  engines: { elasticsearchUrl: string; redisUrl: string }
  config: Config
  paths: string[]
  /** Until every file has its outcome; a worker is started where none runs. */
  wait: boolean
  /** Withdraws what is gone even where most of a folder is gone at once. */
  force?: boolean
  progress: Progress
  /** Tells the person at the terminal. */
  say(line: string): void
}

/** Milliseconds that a command which does not wait bears with an engine that is away. */
const BEAR = 15_000

/** @throws BayanError ELASTICSEARCH_AWAY, INDEX_REFUSED */
export async function ingestPaths(options: IngestOptions): Promise<FileRow[]> {
  const { config, wait, say } = options
  const client = createElastic(options.engines.elasticsearchUrl)
  const told = new Set<string>()
  const sayOnce = (error: BayanError) => {
    if (!told.has(error.code)) say(`${error.code}: ${error.message}`)
    told.add(error.code)
  }
  const patience = {
    onAway: sayOnce,
    limit: wait ? undefined : BEAR,
    onBack: () => told.delete('ELASTICSEARCH_AWAY'),
  }
  try {
    const names = await patiently(() => ensureIndices(client, config.prefix), { ...patience, limit: BEAR })
    const index: Index = { client, names, version: ANALYSIS_VERSION, patience }
    return await ingestInto(index, options, sayOnce)
  } finally {
    await client.close()
  }
}

async function ingestInto(
  index: Index,
  options: IngestOptions,
  sayOnce: (error: BayanError) => void,
): Promise<FileRow[]> {
  const { engines, config, paths, wait, force, progress, say } = options
  const store = createStore(config.home)
  const byId = new Map<string, Noted>()
  const problems: Problem[] = []
  const pending = () => [...byId.values()].filter(({ state }) => state === 'pending').map(({ id }) => id)
  const show = (open: number) => {
    const total = byId.size + problems.length
    progress.show(total - open, total, problems.length)
  }
  await scan(
    {
      index,
      content: (path) => keepFile(store, config.maxFileBytes, path),
      vanished: (path, gone, known) => {
        if (force || !looksAway(gone.length, known)) return gone
        problems.push({ path, problem: new BayanError('FOLDER_EMPTIED', { path, gone: gone.length, known }) })
        return []
      },
      onNoted: (some) => {
        for (const one of some) if (!byId.has(one.id) || one.state === 'pending') byId.set(one.id, one)
        show(pending().length)
      },
      onProblem: (problem) => problems.push(problem),
      onWork: (work: Work[]) => handOver(engines.redisUrl, config.prefix, work).catch(sayOnce),
    },
    paths,
  )
  const open = pending()
  if (wait) await waitForAll(index, options, open, sayOnce, show)
  else if (open.length > 0)
    say(`${open.length} files wait for a worker; "bayan files" tells what becomes of them.`)
  return report(index, [...byId.values()], problems)
}

async function waitForAll(
  index: Index,
  options: IngestOptions,
  pending: string[],
  sayOnce: (error: BayanError) => void,
  show: (open: number) => void,
): Promise<void> {
  if (pending.length === 0) return
  const { engines, config } = options
  const standIn = createStandIn(options)
  try {
    await Promise.race([waitFor(index, { engines, config, standIn, pending, sayOnce, show }), standIn.failed])
  } finally {
    await standIn.close()
  }
}

async function report(index: Index, noted: Noted[], problems: Problem[]): Promise<FileRow[]> {
  const entries = await readEntries(
    index,
    noted.map(({ id }) => id),
  )
  const rows = noted.flatMap(({ id, state }) => {
    const entry = entries.get(id)
    return entry ? [rowOf(id, entry, state)] : []
  })
  return [...problems.map(toProblemRow), ...rows]
}

function rowOf(id: string, entry: FileEntry, state: Noted['state']): FileRow {
  const row = toRow(id, entry)
  return state === 'unchanged' ? { ...row, outcome: 'unchanged' } : row
}

function toProblemRow({ path, problem }: Problem): FileRow {
  const { code, message, retryable } = problem
  const nothing = { id: '', sha256: '', documents: [], attempts: 0, seconds: 0 }
  return { path, outcome: 'failed', code, message, retryable, stage: 'read', ...nothing }
}
