/**
 * Which figures can be seen from outside? All of them are named here, in Prometheus' format. A process makes one set;
 * the service shows it at `/metrics`, and where a port is set every process shows its own there.
 */
import { createServer } from 'node:http'
import type { Logger } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

type QueueFigures = { waiting: number; working: number; oldestSeconds: number; workers: number }

export type Metrics = {
  /** @param route as it was written, never the address that was asked */
  request(route: string, method: string, status: number, seconds: number): void
  search(question: string, outcome: string, seconds: number): void
  stage(stage: string, seconds: number): void
  /** A file's work has ended. */
  file(outcome: string, code: string, seconds: number): void
  /** Changes of the index, by what became of them. */
  bulk(outcomes: Record<string, number>): void
  /** Asked each time somebody looks; where it throws, nobody knows (`NaN`). */
  watchQueue(read: () => Promise<QueueFigures>): void
  read(): Promise<{ type: string; text: string }>
}

const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SLOW = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]
/** Ports that are tried, one after the other. */
const ATTEMPTS = 20

/** @param options `process` adds memory, processor time and delays of this process */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  if (options.process) collectDefaultMetrics({ register: registry })
  const histogram = <T extends string>(name: string, help: string, labelNames: T[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers: [registry] })
  const requests = histogram('bayan_http_seconds', 'Requests answered.', ['route', 'method', 'status'], QUICK)
  const searches = histogram('bayan_search_seconds', 'Questions answered.', ['question', 'outcome'], QUICK)
  const stages = histogram('bayan_stage_seconds', 'Stages of the work on files.', ['stage'], SLOW)
  const files = histogram('bayan_file_seconds', 'Files worked on.', ['outcome', 'code'], SLOW)
  const changes = new Counter({
    name: 'bayan_index_changes_total',
    help: 'Changes sent to the index, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return {
    request: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    search: (question, outcome, seconds) => searches.observe({ question, outcome }, seconds),
    stage: (stage, seconds) => stages.observe({ stage }, seconds),
    file: (outcome, code, seconds) => files.observe({ outcome, code }, seconds),
    bulk: (outcomes) => {
      for (const [outcome, count] of Object.entries(outcomes)) changes.inc({ outcome }, count)
    },
    watchQueue: (read) => void watchQueue(registry, read),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}

function watchQueue(registry: Registry, read: () => Promise<QueueFigures>): void {
  const gauge = (name: string, help: string, show: (queue: QueueFigures | undefined, gauge: Gauge) => void) =>
    new Gauge({
      name,
      help,
      labelNames: name === 'bayan_queue_jobs' ? ['state'] : [],
      registers: [registry],
      async collect() {
        show(await read().catch(() => undefined), this)
      },
    })
  gauge('bayan_queue_jobs', 'Jobs in the queue.', (queue, jobs) => {
    jobs.set({ state: 'waiting' }, queue?.waiting ?? Number.NaN)
    jobs.set({ state: 'working' }, queue?.working ?? Number.NaN)
  })
  gauge('bayan_queue_oldest_seconds', 'Age of the oldest job.', (queue, age) => {
    age.set(queue?.oldestSeconds ?? Number.NaN)
  })
  gauge('bayan_workers', 'Workers that take jobs.', (queue, workers) => {
    workers.set(queue?.workers ?? Number.NaN)
  })
}

/**
 * Shows the figures of a process at `/metrics` of a port of their own, without a key: for a monitor beside it.
 * A taken port is passed over, so that several processes of one machine can share the setting; the log says which it is.
 */
export async function showMetrics(
  metrics: Metrics,
  { host, metricsPort: port }: { host: string; metricsPort: number },
  log: Pick<Logger, 'info'>,
): Promise<{ close: () => void }> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    const { type, text } = await metrics.read()
    response.writeHead(200, { 'content-type': type }).end(text)
  })
  // Nobody waits for a monitor: a worker that has ended its work ends.
  server.unref()
  for (let attempt = 0; ; attempt += 1) {
    const taken = await new Promise<Error | undefined>((resolve) => {
      server.once('error', resolve)
      server.listen(port + attempt, host, () => resolve(undefined))
    })
    if (!taken) {
      log.info({ host, port: port + attempt }, 'The figures are at /metrics.')
      return { close: () => void server.close() }
    }
    if (attempt + 1 === ATTEMPTS) throw taken
  }
}
