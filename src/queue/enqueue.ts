/** How is work handed in, and how does the queue stand? */
import { type Job, Queue } from 'bullmq'
import { connectProducer, redisAway } from './connection.js'
import { type IngestJob, jobId, QUEUE } from './jobs.js'

export type Working = { sha256: string; stage: string | undefined; attempts: number }
export type QueueState = { waiting: number; working: number; oldestSeconds: number }

export type Producer = {
  /** Handing in what is already there changes nothing. @throws BayanError REDIS_AWAY */
  add(jobs: IngestJob[]): Promise<void>
  /** The jobs that are being worked on. @throws BayanError REDIS_AWAY */
  working(): Promise<Working[]>
  /** @throws BayanError REDIS_AWAY */
  state(): Promise<QueueState>
  /** Number of workers that listen. @throws BayanError REDIS_AWAY */
  workers(): Promise<number>
  close(): Promise<void>
}

/** Jobs handed in with one command. */
const AT_ONCE = 500
/** Jobs leave Redis when they end: what became of a file is told in the files index. */
const OPTIONS = { removeOnComplete: true, removeOnFail: true }

/** @throws BayanError REDIS_AWAY */
export async function openProducer(url: string, prefix: string): Promise<Producer> {
  const connection = await connectProducer(url)
  const queue = new Queue<IngestJob>(QUEUE, { connection, prefix, skipWaitingForReady: true })
  queue.on('error', () => {})
  const ask = <T>(question: () => Promise<T>) =>
    question().catch((error: unknown) => {
      throw redisAway(url, error)
    })
  return {
    add: (jobs) => ask(() => addAll(queue, jobs)),
    working: () => ask(async () => (await queue.getActive()).filter(Boolean).map(toWorking)),
    state: () => ask(() => stateOf(queue)),
    workers: () => ask(() => queue.getWorkersCount()),
    close: async () => {
      await queue.close().catch(() => {})
      connection.disconnect()
    },
  }
}

async function addAll(queue: Queue<IngestJob>, jobs: IngestJob[]): Promise<void> {
  for (let at = 0; at < jobs.length; at += AT_ONCE) {
    const some = jobs.slice(at, at + AT_ONCE)
    await queue.addBulk(some.map((data) => ({ name: QUEUE, data, opts: { ...OPTIONS, jobId: jobId(data) } })))
  }
}

function toWorking({ data, progress, attemptsStarted }: Job<IngestJob>): Working {
  return {
    sha256: data.sha256,
    stage: typeof progress === 'string' ? progress : undefined,
    attempts: attemptsStarted,
  }
}

async function stateOf(queue: Queue<IngestJob>): Promise<QueueState> {
  const { active = 0, ...others } = await queue.getJobCounts(
    'wait',

    'delayed',
    'prioritized',
    'active',
  )
  const [oldest] = await queue.getJobs(['wait', 'active'], 0, 0, true)
  return {
    waiting: Object.values(others).reduce((sum, some) => sum + some, 0),
    working: active,
    oldestSeconds: oldest ? Math.max(0, (Date.now() - oldest.timestamp) / 1000) : 0,
  }
}
