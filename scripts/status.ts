/** `bayan status`: how the engines, the index and the queue stand. */
import Table from 'cli-table3'
import type { Command } from 'commander'
import { type Counts, type IndexStatus, readStatus } from '../src/elastic/status.js'
import type { QueueState } from '../src/queue/enqueue.js'
import { say } from './command.js'
import { withIndex } from './ingest/with-index.js'

type Status = Omit<IndexStatus, 'elasticsearch'> & {
  engines: { elasticsearch: object; redis: { answers: boolean; workers?: number } }
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

function print(status: Status): void {
  const table = new Table({
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    colWidths: [15, 85],
  })
  for (const [name, value] of Object.entries(rows(status))) if (value) table.push({ [name]: value })
  console.log(table.toString())
  for (const line of advice(status)) say(line)
}

/** Empty ones are left out. */
function rows({ engines, queue, outdated, ...index }: Status): Record<string, string> {
  const { elasticsearch, redis } = engines
  const old = [
    outdated.analysis && `${outdated.analysis} documents`,
    outdated.mapping && 'the mapping of the index',
  ]
  return {
    Elasticsearch: words(elasticsearch),
    Redis: redis.answers ? 'answers' : 'away',
    workers: `${redis.workers ?? ''}`,
    queue: redis.answers ? inWords(queue) : 'not known while Redis is away',
    documents: `${index.documents}, in ${index.paragraphs} paragraphs`,
    languages: words(index.byLanguage),
    bodies: words(index.byBody),
    files: words(index.byOutcome) || 'none',
    failures: words(index.byCode),
    outdated: old.filter(Boolean).join(', '),
  }
}

/** What an operator would do next. */
function advice({ engines, queue, byOutcome, outdated }: Status): string[] {
  const { failed = 0, suspect = 0 } = byOutcome
  const busy = queue.waiting + queue.working
  return [
    engines.redis.workers === 0 && busy > 0 && 'No worker is there: "bayan work" starts one.',
    failed > 0 && 'What failed: "bayan files --outcome failed"; to try it again: "bayan retry".',
    suspect > 0 && 'What looks damaged: "bayan files --outcome suspect".',
    outdated.mapping &&
      'The index is older than this code: "bayan reindex" builds it anew while searches go on.',
    outdated.analysis > 0 && busy === 0 && 'Documents that older code read are done again by the workers.',
  ].filter((line) => line !== false)
}

function inWords({ waiting, working, oldestSeconds }: QueueState): string {
  if (waiting + working === 0) return 'empty'
  return `${waiting} waiting, ${working} working, the oldest for ${duration(oldestSeconds)}`
}

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

/** The largest counts first. */
function words(counts: Counts | object): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => Number(b) - Number(a) || 0)
  return sorted.map(([name, value]) => `${name} ${value}`).join(', ')
}
