/** `bayan evaluate`: measures the search on a judged set or on word pairs, in an index of its own. */
import Table from 'cli-table3'
import type { Command } from 'commander'
import { readConfig } from '../src/config.js'
import { createElastic } from '../src/elastic/client.js'
import { BayanError } from '../src/errors.js'
import {
  type Evaluation,
  evaluatePairs,
  evaluateSet,
  type PairResult,
  type Ranking,
  type Report,
} from '../src/evaluate/evaluate.js'
import { readPairs, readSet, sampled } from '../src/evaluate/sets.js'

type Options = { set?: string; pairs?: string; sample?: string; json?: boolean }

/** Adds the command to the program. */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('Measure how well the search finds what was judged right, beside the stock Arabic analyzer.')
    .option('--set <folder>', 'folder with passages.jsonl, queries.jsonl and qrels.tsv')
    .option('--pairs <file>', 'table of words that must and must not meet: query, document, 1 or 0')
    .option('--sample <number>', 'ask only so many of the questions')
    .option('--json', 'print JSON')
    .action(evaluate)
}

async function evaluate(options: Options): Promise<void> {
  const { elasticsearchUrl } = readConfig()
  if (!elasticsearchUrl) {
    throw new BayanError('USAGE', {
      reason: 'Set ELASTICSEARCH_URL to a running Elasticsearch; "bayan start" prints one.',
    })
  }
  const client = createElastic(elasticsearchUrl)
  const report = progressLines()
  try {
    if (options.set) {
      const set = readSet(options.set)
      const chosen = options.sample ? sampled(set, Number(options.sample)) : set
      print(await evaluateSet(client, chosen, report), setTable, options)
    } else if (options.pairs) {
      print(await evaluatePairs(client, readPairs(options.pairs), report), pairTable, options)
    } else {
      throw new BayanError('USAGE', { reason: 'Say what to measure: --set FOLDER or --pairs FILE.' })
    }
  } finally {
    await client.close()
  }
}

function print<T>(result: T, table: (result: T) => string, { json }: Options): void {
  console.log(json ? JSON.stringify(result, null, 2) : table(result))
}

function setTable(result: Evaluation): string {
  const table = new Table({
    head: ['', 'nDCG@10', 'recall@10', 'ms per query'],
    style: { head: [], border: [] },
  })
  const row = (name: string, { ndcg10, recall10, msPerQuery }: Ranking) =>
    table.push([name, ndcg10.toFixed(4), recall10.toFixed(4), msPerQuery.toFixed(2)])
  row('Bayan', result)
  row(`Bayan, every word required (${result.service.relaxed} relaxed)`, result.service)
  row(`stock "${result.against.name}"`, result.against)
  const gain = result.ndcg10 - result.against.ndcg10
  const interval = `${signed(result.against.low)} to ${signed(result.against.high)}`
  const size = `${result.set}: ${result.passages} passages, ${result.queries} questions`
  return `${size}\n${table}\nBayan over stock: ${signed(gain)} nDCG@10, 95 % between ${interval} (paired bootstrap)`
}

function pairTable({ must, mustNot, misses }: PairResult): string {
  const lines = misses.map((pair) => `  ${pair.query} ${pair.must ? 'misses' : 'finds'} ${pair.document}`)
  return [
    `must meet: ${must.passed} of ${must.total}`,
    `must not meet: ${mustNot.passed} of ${mustNot.total}`,
    ...lines,
  ].join('\n')
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(4)}`
}

/** A line on the error stream for every tenth of a step, so that standard output holds the result alone. */
function progressLines(): Report {
  return (what) => {
    let tenth = 0
    return (done, total) => {
      const now = Math.floor((done / total) * 10)
      if (now > tenth) process.stderr.write(`${what}: ${done} of ${total}\n`)
      tenth = now
    }
  }
}
