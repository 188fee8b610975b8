/**
 * How much does the service add to what Elasticsearch needs? Both answer the same questions in turn, over HTTP: the
 * service its address, Elasticsearch the very requests that the service sent for it.
 */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Client } from '@elastic/elasticsearch'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices, versionedName } from '../../src/elastic/indices.js'
import type { IndexNames } from '../../src/fields.js'
import { buildApp } from '../../src/http/app.js'
import { createReady } from '../../src/http/ready.js'
import { createLogger } from '../../src/log.js'
import { createSearch } from '../../src/search/search.js'
import { say, withEngines } from '../command.js'
import { fillCorpus, readCorpus } from './corpus.js'
import { type Reply, type Timed, timeInTurn } from './in-turn.js'
import { spyOn } from './spy.js'

const FACETS = 'facets=body&facets=year&facets=country&facets=verb&facets=type'

type Options = { paragraphs: string; questions: string; rounds: string; keep?: string; json?: boolean }
/** Of all questions. */
type Times = { p50: number; p99: number }
type Compared = { service: Times; raw: Times; over: Times }
type SearchBench = {
  paragraphs: number
  origin: string
  questions: number
  rounds: number
  /** By the median of each question's rounds, and by the least: what it takes where no other work comes between. */
  median: Compared
  least: Compared
  /** Of a question. */
  bytes: { raw: number; service: number }
  /** To Elasticsearch, and how often it is waited for. */
  requests: number
  trips: number
}

export function benchSearchCommand(bench: Command): void {
  bench
    .command('search')
    .description('Time of the service over that of Elasticsearch alone: 20 hits, marks and 5 facets.')
    .option('--paragraphs <number>', 'size of the index that is made for it', '113616')
    .option('--questions <number>', 'questions that are asked', '100')
    .option('--rounds <number>', 'how often each is asked', '15')
    .option('--keep <prefix>', 'keep the indices under this prefix and use them again')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const result = await withEngines(({ elasticsearchUrl }) => measure(elasticsearchUrl, options))
      console.log(options.json ? JSON.stringify(result, null, 2) : table(result))
    })
}

async function measure(url: string, options: Options): Promise<SearchBench> {
  const client = createElastic(url)
  const names = await ensureIndices(client, options.keep ?? `bayan-bench-${randomBytes(4).toString('hex')}`)
  try {
    return await measureOn(client, url, names, options)
  } finally {
    if (!options.keep) await client.indices.delete({ index: Object.values(names).map(versionedName) })
    await client.close()
  }
}

async function measureOn(
  client: Client,
  url: string,
  names: IndexNames,
  options: Options,
): Promise<SearchBench> {
  const { origin, texts, questions } = readCorpus()
  say(`Texts: ${origin}`)
  const { count } = await client.count({ index: names.paragraphs })
  if (count === 0) {
    await fillCorpus(client, names, texts, Number(options.paragraphs), (done) => {
      if (done % 10_000 === 0) say(`indexed ${done}`)
    })
  }
  const { count: paragraphs } = await client.count({ index: names.paragraphs })
  const timed = await timeService(client, url, names, questions.slice(0, Number(options.questions)), options)
  return { paragraphs, origin, ...timed }
}

async function timeService(
  client: Client,
  url: string,
  names: IndexNames,
  questions: string[],
  options: Options,
) {
  const spy = spyOn(client, url)
  const app = await buildApp({
    search: createSearch({ client, names }),
    ready: createReady({}),
    log: createLogger('silent'),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const service = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const addresses = questions.map((q) => `${service}/api/search?q=${encodeURIComponent(q)}&${FACETS}`)
  const rounds = Number(options.rounds)
  const all = await timeInTurn(addresses, spy, rounds)
  await app.close()
  return { questions: questions.length, rounds, ...summed(all) }
}

function summed(all: Timed[]) {
  const mean = (of: (one: Timed) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length
  return {
    median: compared(all, 0.5),
    least: compared(all, 0),
    bytes: {
      raw: mean(({ raw }) => raw[0]?.bytes ?? 0),
      service: mean(({ service }) => service[0]?.bytes ?? 0),
    },
    requests: mean(({ trips }) => trips.flat().length),
    trips: mean(({ trips }) => trips.length),
  }
}

/** @param share of the rounds of a question that are as quick as what is taken for it */
function compared(all: Timed[], share: number): Compared {
  const of = (replies: Reply[]) =>
    at(
      share,
      replies.map(({ milliseconds }) => milliseconds),
    )
  const each = all.map(({ service, raw }) => ({ service: of(service), raw: of(raw) }))
  const times = (values: number[]) => ({ p50: at(0.5, values), p99: at(0.99, values) })
  return {
    service: times(each.map(({ service }) => service)),
    raw: times(each.map(({ raw }) => raw)),
    over: times(each.map(({ service, raw }) => service - raw)),
  }
}

function at(share: number, values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function table({
  paragraphs,
  questions,
  rounds,
  bytes,
  requests,
  trips,
  median,
  least,
}: SearchBench): string {
  const head = ['ms', 'p50', 'p99', 'p50, least of the rounds', 'p99, least']
  const rows = new Table({ head, style: { head: [], border: [] } })
  for (const name of ['raw', 'service', 'over'] as const) {
    const times = [median[name].p50, median[name].p99, least[name].p50, least[name].p99]
    rows.push([name === 'raw' ? 'raw _search' : name, ...times.map((time) => time.toFixed(2))])
  }
  const asked = `${paragraphs} paragraphs, ${questions} questions, the median of ${rounds} rounds each`
  const sent = `${requests.toFixed(2)} requests in ${trips.toFixed(2)} trips a question`
  const sizes = `${Math.round(bytes.raw / 1024)} KB from Elasticsearch, ${Math.round(bytes.service / 1024)} KB from the service`
  return `${asked}; ${sent}; ${sizes}\n${rows}`
}
