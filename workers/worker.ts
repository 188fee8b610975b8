/**
 * What is a worker? It takes jobs, and looks after the index: at its start, each time Redis is back and
 * every minute it compares what is wanted with what is there, so that work that got lost is found again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { errors } from '@elastic/elasticsearch'
import { createElastic } from '../src/elastic/client.js'
import { ensureIndices } from '../src/elastic/indices.js'
import { patiently } from '../src/elastic/patience.js'
import { BayanError } from '../src/errors.js'
import { ANALYSIS_VERSION } from '../src/fields.js'
import type { Index, Work } from '../src/index/access.js'
import { findWork, sweep } from '../src/index/sweep.js'
import type { Logger } from '../src/log.js'
import { createMetrics, type Metrics } from '../src/metrics.js'
import { type ConsumerOptions, startConsumer } from '../src/queue/consume.js'
import { openProducer } from '../src/queue/enqueue.js'
import { createStore } from '../src/store.js'
import { type Analyse, ingest } from './ingest.js'
import { measuring } from './measure.js'
import { tellOnce } from './tell-once.js'
import { untilCurrent } from './until-current.js'

export type WorkerOptions = {
  elasticsearchUrl: string
  redisUrl: string
  prefix: string
  /** Folder of the content store. */
  home: string
  concurrency: number
  analyse: Analyse
  log: Logger
  metrics?: Metrics
  analysisVersion?: number
}

export type RunningWorker = {
  /** Ends well after `close`, with an error where the worker cannot go on. */
  ended: Promise<void>
  /** @param grace milliseconds that work under way may take before it is put back */
  close(grace?: number): Promise<void>
}

/** Milliseconds. */
const SWEEP_EVERY = 60_000
const GRACE = 20_000

/** Waits for Elasticsearch as long as it takes, unless `signal` says to stop. */
export async function startWorker(options: WorkerOptions, signal?: AbortSignal): Promise<RunningWorker> {
  const { log, prefix, analyse, metrics = createMetrics() } = options
  const client = createElastic(options.elasticsearchUrl)
  const patience = { ...tellOnce(log, 'Elasticsearch'), signal, onOutcomes: metrics.bulk }
  const names = await patiently(() => ensureIndices(client, prefix), patience)
  await untilCurrent({ client, names, patience }, log)
  const version = options.analysisVersion ?? ANALYSIS_VERSION
  const index: Index = {
    client,
    names,
    version,
    patience,
    // Redis may be away: then the next sweep finds the work.
    handOn: (work) => handOn(options, version, work).catch(() => {}),
  }
  const parts = { index, store: createStore(options.home), analyse, log, metrics }
  const ending = endable()
  const sweeper = startSweeper(options, index)
  const redis = tellOnce(log, 'Redis')
  const consumer = startConsumer({
    ...consumerOptions(options),
    handle: (task) => measuring(task, metrics, (measured) => ingest(parts, measured)),
    onReady: () => {
      redis.onBack?.()
      sweeper.now()
    },
    onAway: (error) =>
      redis.onAway?.(
        new BayanError('REDIS_AWAY', { url: new URL(options.redisUrl).host, reason: error.message }),
      ),
    onError: ending.fail,
  })
  log.info({ prefix, concurrency: options.concurrency }, 'The worker is ready.')
  const close = async (grace = GRACE) => {
    sweeper.stop()
    await consumer.close(grace)
    await client.close()
    ending.end()
  }
  return { ended: ending.ended, close }
}

function consumerOptions({
  redisUrl: url,
  prefix,
  concurrency,
}: WorkerOptions): Pick<ConsumerOptions, 'url' | 'prefix' | 'concurrency'> {
  return { url, prefix, concurrency }
}

function endable(): { ended: Promise<void>; end: () => void; fail: (error: unknown) => void } {
  let end = () => {}
  let fail = (_: unknown) => {}
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  ended.catch(() => {})
  return { ended, end, fail }
}

function startSweeper(options: WorkerOptions, index: Index): { now(): void; stop(): void } {
  const stopping = new AbortController()
  let running = Promise.resolve()
  const now = () => {
    running = running
      .then(() => sweepOnce(options, index))
      .catch((error) => {
        if (stopping.signal.aborted) return
        const away = error instanceof BayanError || error instanceof errors.ElasticsearchClientError
        const why = away ? { reason: error.message } : { err: error }
        options.log.warn(why, 'The sweep could not be finished; it comes again.')
      })
  }
  const repeat = async () => {
    for (;;) {
      await sleep(SWEEP_EVERY, undefined, { signal: stopping.signal, ref: false })
      now()
    }
  }
  repeat().catch(() => {})
  return { now, stop: () => stopping.abort() }
}

async function sweepOnce(options: WorkerOptions, index: Index): Promise<void> {
  const { log } = options
  const { withdrawn, repaired } = await sweep(index)
  if (withdrawn + repaired > 0) log.info({ withdrawn, repaired }, 'The sweep put the index right.')
  const work = await findWork(index)
  if (work.length === 0) return
  await handOn(options, index.version, work)
  log.info({ contents: work.length }, 'The sweep found work.')
}

async function handOn(
  { redisUrl, prefix }: WorkerOptions,
  analysisVersion: number,
  work: Work[],
): Promise<void> {
  const producer = await openProducer(redisUrl, prefix)
  try {
    await producer.add(work.map((content) => ({ ...content, analysisVersion })))
  } finally {
    await producer.close()
  }
}
