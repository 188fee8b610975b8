/** What is done for one job? Bytes, analysis, index, outcome. The faults of a file end here, as its outcome. */
import { randomUUID } from 'node:crypto'
import { BayanError } from '../src/errors.js'
import { contentId, type Index } from '../src/index/access.js'
import { isSettled, type Report, wantersOf } from '../src/index/files.js'
import { doubtAbout } from '../src/index/quality.js'
import { removeContent, withdrawUnwanted } from '../src/index/withdraw.js'
import { conclude, type Written, writeContent } from '../src/index/write.js'
import type { Logger } from '../src/log.js'
import type { Metrics } from '../src/metrics.js'
import type { Analysis } from '../src/model.js'
import type { Task } from '../src/queue/consume.js'
import { jobId, type Stage } from '../src/queue/jobs.js'
import type { Store } from '../src/store.js'
import type { Source } from './readers/messages.js'
import { untilCurrent } from './until-current.js'

export type Analyse = (source: Source, signal?: AbortSignal) => Promise<Analysis>

export type IngestParts = {
  index: Index
  store: Store
  analyse: Analyse
  log: Logger
  metrics: Pick<Metrics, 'file'>
}

/** A file over which this many workers ended is given up; the next one might end too. */
const MOST_DEATHS = 5

type Found = Omit<Report, 'attempts' | 'seconds'>

/** @throws BayanError ABORTED, INDEX_MISSING and whatever else is not the fault of the file */
export async function ingest(parts: IngestParts, task: Task): Promise<void> {
  const begun = Date.now()
  const { sha256, name: path } = task.job
  const index = { ...parts.index, patience: { ...parts.index.patience, signal: task.signal } }
  const log = parts.log.child({ job: jobId(task.job), path, attempt: task.attempts })
  if (await nothingToDo(index, sha256)) return log.debug('Nothing to do.')
  for (;;) {
    const found = await lookInto({ ...parts, index, log }, task)
    task.at('conclude')
    const report = { ...found, attempts: task.attempts, seconds: (Date.now() - begun) / 1000 }
    const end = await conclude(index, sha256, report)
    if (end === 'again') continue
    parts.metrics.file(end === 'kept' ? report.outcome : end, report.code ?? '', report.seconds)
    return tell(log, report, end === 'kept')
  }
}

/**
 * A job may come late, or twice: then the content is settled already, or nobody wants it any more. Mostly it is not, which an
 * old look can say as well, without the time that a new one takes.
 */
async function nothingToDo(index: Index, sha256: string): Promise<boolean> {
  const before = await wantersOf(index, contentId(sha256), false)
  if (before.some(({ entry }) => !isSettled(entry, index.version))) return false
  const wanters = await wantersOf(index, contentId(sha256))
  if (wanters.length === 0) return withdrawUnwanted(index, contentId(sha256))
  return wanters.every(({ entry }) => isSettled(entry, index.version))
}

async function lookInto(parts: IngestParts, task: Task): Promise<Found> {
  let stage: Stage = 'read'
  const at = (next: Stage) => {
    stage = next
    task.at(next)
  }
  try {
    if (task.deaths >= MOST_DEATHS) {
      throw new BayanError('FILE_POISONOUS', { path: task.job.name, times: task.deaths })
    }
    return await workOn(parts, task, at)
  } catch (error) {
    if (task.signal.aborted) throw new BayanError('ABORTED', {}, error)
    if (isNotOfTheFile(error)) throw error
    await removeContent(parts.index, contentId(task.job.sha256), new Set())
    return toFailure(asBayanError(error, parts.log), stage)
  }
}

async function workOn(
  { index, store, analyse, log }: IngestParts,
  task: Task,
  at: (stage: Stage) => void,
): Promise<Found> {
  at('read')
  const { name, sha256 } = task.job
  const path = await store.locate(sha256)
  at('analyse')
  const analysis = await analyse({ name, path, sha256 }, task.signal)
  at('write')
  const { documents, refused } = await writeWhenCurrent(index, analysis, log)
  const [first] = refused
  if (first) return { ...toFailure(new BayanError('INDEX_REFUSED', first), 'write'), documents }
  const doubt = doubtAbout(analysis)
  if (!doubt) return { outcome: 'indexed', documents }
  return { outcome: 'suspect', code: doubt.code, message: doubt.message, documents }
}

/** An older index refuses any file. */
async function writeWhenCurrent(index: Index, analysis: Analysis, log: Logger): Promise<Written> {
  const written = await writeContent(index, analysis)
  if (written.refused.length === 0 || !(await untilCurrent(index, log))) return written
  return writeContent(index, analysis)
}

/** What waiting, another worker or an operator mends; the file is not to blame. */
function isNotOfTheFile(error: unknown): boolean {
  return error instanceof BayanError && (error.retryable || error.code === 'INDEX_MISSING')
}

function asBayanError(error: unknown, log: Logger): BayanError {
  if (error instanceof BayanError) return error
  const id = randomUUID()
  log.error({ err: error, id }, 'A fault of the program, not of the file.')
  return new BayanError('INTERNAL', { id }, error)
}

function toFailure({ code, message, retryable }: BayanError, stage: Stage): Found {
  return { outcome: 'failed', code, message, retryable, stage, documents: [] }
}

/** One line for each job, a warning where an operator should look. */
function tell(
  log: Logger,
  { outcome, code, stage, message, documents, seconds }: Report,
  kept: boolean,
): void {
  const paragraphs = documents.reduce((sum, document) => sum + document.paragraphs, 0)
  const ids = documents.map(({ id }) => id)
  if (!kept) log.info({ seconds }, 'Withdrawn: no file has these bytes any more.')
  else if (outcome === 'indexed') log.info({ seconds, documents: ids, paragraphs }, 'Indexed.')
  else log.warn({ seconds, outcome, code, stage, documents: ids }, message)
}
