/**
 * How much does the service add to what Elasticsearch needs? Both answer the same questions in turn, over HTTP: the
 * service its address, Elasticsearch the very request that the service sent for it.
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
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

const WARM_UP = 100
const FACETS = 'facets=body&facets=year&facets=country&facets=verb&facets=type'

type Options = { paragraphs: string; rounds: string; keep?: string; json?: boolean }
type Times = { p50: number; p99: number }
type Timed = { milliseconds: number; bytes: number }
type SearchBench = {
  paragraphs: number
  origin: string
  questions: number
  service: Times
  raw: Times
  over: Times
  bytes: { raw: number; service: number }
  requestsPerQuestion: number
  /** Share of the questions for which Elasticsearch was asked more than once. */
  askedAgain: number
}

export function benchSearchCommand(bench: Command): void {
  bench
    .command('search')
    .description('Time of the service over that of Elasticsearch alone: 20 hits, marks and 5 facets.')
    .option('--paragraphs <number>', 'size of the index that is made for it', '113616')
    .option('--rounds <number>', 'questions that are asked', '400')
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
  const timed = await timeQuestions(client, url, names, questions, Number(options.rounds))
  return { paragraphs, origin, questions: Number(options.rounds), ...timed }
}

/** The service is given a client that notes what it sends. */
async function timeQuestions(
  client: Client,
  url: string,
  names: IndexNames,
  questions: string[],
  rounds: number,
) {
  const sent: { path: string; body: string }[] = []
  const spied = spy(client, sent)
  const app = await buildApp({
    search: createSearch({ client: spied, names }),
    ready: createReady({}),
    log: createLogger('silent'),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const service = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const found: Record<'service' | 'raw' | 'over', number[]> = { service: [], raw: [], over: [] }
  const bytes = { raw: 0, service: 0 }
  let requests = 0
  let again = 0
  for (let n = -WARM_UP; n < rounds; n += 1) {
    const q = questions[(n + WARM_UP) % questions.length] ?? ''
    const address = `${service}/api/search?q=${encodeURIComponent(q)}&${FACETS}`
    sent.length = 0
    const first = await timed(agent, address)
    const bodies = [...sent]
    // Each is first as often as the other: what comes second finds everything warm.
    const mine = n % 2 === 0 ? first : undefined
    const raw = await timedAll(agent, url, bodies)
    const ours = mine ?? (await timed(agent, address))
    if (n < 0) continue
    found.service.push(ours.milliseconds)
    found.raw.push(raw.milliseconds)
    found.over.push(ours.milliseconds - raw.milliseconds)
    bytes.raw += raw.bytes / rounds
    bytes.service += ours.bytes / rounds
    requests += bodies.length
    if (bodies.length > 1) again += 1
  }
  agent.destroy()
  await app.close()
  const { service: ours, raw, over } = found
  return {
    service: times(ours),
    raw: times(raw),
    over: times(over),
    bytes,
    requestsPerQuestion: requests / rounds,
    askedAgain: again / rounds,
  }
}

async function timedAll(agent: Agent, url: string, all: { path: string; body: string }[]): Promise<Timed> {
  const sum = { milliseconds: 0, bytes: 0 }
  for (const { path, body } of all) {
    const one = await timed(agent, `${url}/${path}`, body)
    sum.milliseconds += one.milliseconds
    sum.bytes += one.bytes
  }
  return sum
}

function spy(client: Client, sent: { path: string; body: string }[]): Client {
  const send = client.transport.request.bind(client.transport) as unknown as Send
  const noting: Send = (params, options) => {
    const query = new URLSearchParams(params.querystring as Record<string, string>)
    const body = Array.isArray(params.bulkBody) ? lines(params.bulkBody) : JSON.stringify(params.body)
    sent.push({ path: `${params.path.slice(1)}?${query}`, body })
    return send(params, options)
  }
  client.transport.request = noting as unknown as typeof client.transport.request
  return client
}
type Sent = { path: string; querystring?: unknown; body?: unknown; bulkBody?: unknown }
type Send = (params: Sent, options?: unknown) => Promise<unknown>

function lines(parts: unknown[]): string {
  return parts.map((part) => `${JSON.stringify(part)}\n`).join('')
}

function timed(agent: Agent, url: string, body?: string): Promise<Timed> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const headers = body
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      : {}
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ milliseconds: performance.now() - started, bytes }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function times(all: number[]): Times {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

function table({
  paragraphs,
  questions,
  service,
  raw,
  over,
  bytes,
  requestsPerQuestion,
  askedAgain,
}: SearchBench): string {
  const rows = new Table({ head: ['ms', 'p50', 'p99'], style: { head: [], border: [] } })
  for (const [name, { p50, p99 }] of Object.entries({ 'raw _search': raw, service, over })) {
    rows.push([name, p50.toFixed(2), p99.toFixed(2)])
  }
  const sizes = `${Math.round(bytes.raw / 1024)} KB from Elasticsearch, ${Math.round(bytes.service / 1024)} KB from the service`
  return `${paragraphs} paragraphs, ${questions} questions, ${requestsPerQuestion.toFixed(2)} requests each, ${Math.round(askedAgain * 100)} % asked more than one; ${sizes}\n${rows}`
}
