/** `bayan status`: how the engines, the index and the queue stand. */
import Table from 'cli-table3'
import type { Command } from 'commander'
import { type Counts, type IndexStatus, readStatus } from '../src/elastic/status.js'
import type { QueueState } from '../src/queue/enqueue.js'
import { withIndex } from './ingest/with-index.js'

type Status = Omit<IndexStatus, 'elasticsearch'> & {
  engines: { elasticsearch: object; redis: object }
  queue: QueueState
}

/** Adds the command to the program. */
export function statusCommand(program: Command): void {
  program
    .command('status')
    .description('Say how the engines, the index and the queue stand.')
    .option('--json', 'print JSON')
    .action(status)
}

async function status({ json }: { json?: boolean }): Promise<void> {
  await withIndex(async ({ client, names }, queue) => {
    const { elasticsearch, ...index } = await readStatus(client, names)
    const state = await queue.state()
    const workers = await queue.workers()
    const redis = state ? { answers: true, workers } : { answers: false }
    const nothing = { waiting: 0, working: 0, oldestSeconds: 0 }
    const status = { engines: { elasticsearch, redis }, ...index, queue: state ?? nothing }
    if (json) console.log(JSON.stringify(status, null, 2))
    else print(status)
  })
}

function print({
  engines,
  queue,
  documents,
  paragraphs,
  byLanguage,
  byBody,
  byOutcome,
  outdated,
}: Status): void {
  const table = new Table({ style: { head: [], border: [], compact: true } })
  table.push(
    { Elasticsearch: words(engines.elasticsearch) },
    { Redis: words(engines.redis) },
    {
      queue: `${queue.waiting} waiting, ${queue.working} working, oldest ${Math.round(queue.oldestSeconds)} s`,
    },
    { documents: `${documents} (${words(byLanguage)})` },
    { paragraphs: String(paragraphs) },
    { bodies: words(byBody) },
    { files: words(byOutcome) },
    { outdated: `${outdated.analysis} documents${outdated.mapping ? ', and the mapping of the index' : ''}` },
  )
  console.log(table.toString())
}

function words(counts: Counts | object): string {
  const parts = Object.entries(counts).map(([name, value]) => `${name} ${value}`)
  return parts.join(', ') || 'none'
}
