/**
 * How is work taken? One job at a time for each place of a worker. A job is never failed for a reason that
 * is not its own: what cannot be done now goes back into the queue, and a worker that dies leaves its job to another.
 */
import { type Job, WaitingError, Worker } from 'bullmq'
import { BayanError } from '../errors.js'
import { connectWorker } from './connection.js'
import { checkJob, type IngestJob, QUEUE, type Stage } from './jobs.js'

export type Task = {
  job: IngestJob
  /** How often the work was begun, this time included. */
  attempts: number
  /** How often a worker died, or fell silent, over it. */
  deaths: number
  /** Says that the work has to end: the worker stops, or lost the job to another one. */
  signal: AbortSignal
  /** Tells whoever watches how far the work has come. */
  at(stage: Stage): void
}

export type Consumer = {
  /** Takes no more jobs and waits for those under way; after `grace` milliseconds they are put back. */
  close(grace: number): Promise<void>
}

export type ConsumerOptions = {
  url: string
  prefix: string
  concurrency: number
  /** An error that it throws puts the job back. */
  handle(task: Task): Promise<void>
  /** Redis can be reached, at first or again. */
  onReady(): void
  onAway(error: Error): void
  /** `handle` threw something else than ABORTED. */
  onError(error: unknown): void
}

/**
 * Milliseconds. A dead worker's jobs are taken over once their lock has run out and two looks were taken: under 15 s.
 */
const LOCK = 10_000
const LOOK_FOR_STALLED = 5_000
/** BullMQ would fail a job for good after this many deaths of its worker; we judge that ourselves, far below. */
const MOST_STALLS = 1_000
const LOST_JOB = /could not renew lock/i
/** Milliseconds that closing may take after the jobs have ended. */
const CLOSE_LIMIT = 3_000

export function startConsumer(options: ConsumerOptions): Consumer {
  const { url, prefix, concurrency } = options
  const connection = connectWorker(url)
  const stopping = new AbortController()
  connection.on('ready', options.onReady)
  connection.on('error', options.onAway)
  const worker = new Worker<IngestJob>(
    QUEUE,
    (job, token, signal) =>
      take(options, job, token, AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])])),
    {
      connection,
      prefix,
      concurrency,
      lockDuration: LOCK,
      stalledInterval: LOOK_FOR_STALLED,
      maxStalledCount: MOST_STALLS,
    },
  )
  // A job that another worker has taken over says nothing of Redis.
  worker.on('error', (error) => LOST_JOB.test(error.message) || options.onAway(error))
  return {
    close: async (grace) => {
      const end = setTimeout(() => stopping.abort(), grace)
      await Promise.race([worker.close(), after(stopping.signal, grace)])
      clearTimeout(end)
      connection.disconnect()
    },
  }
}

/** Redis may be away for good: closing must not wait for it. */
function after(stopped: AbortSignal, grace: number): Promise<void> {
  return new Promise((resolve) => {
    stopped.addEventListener('abort', () => setTimeout(resolve, CLOSE_LIMIT).unref())
    setTimeout(resolve, grace + CLOSE_LIMIT).unref()
  })
}

async function take(
  options: ConsumerOptions,
  job: Job<IngestJob>,
  token = '',
  signal: AbortSignal,
): Promise<void> {
  const task: Task = {
    job: checkJob(job.data),
    attempts: job.attemptsStarted,
    deaths: job.stalledCounter,
    signal,
    at: (stage) => void job.updateProgress(stage).catch(() => {}),
  }
  try {
    await options.handle(task)
  } catch (error) {
    if (!(error instanceof BayanError && error.code === 'ABORTED')) options.onError(error)
    await job.moveToWait(token)
    throw new WaitingError()
  }
}
