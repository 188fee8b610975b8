/** `bayan evaluate`: measures the search on a judged set, on word pairs, or beside all others, in indices of its own. */
import type { Command } from 'commander'
import { readConfig } from '../src/config.js'
import { createElastic } from '../src/elastic/client.js'
import { BayanError } from '../src/errors.js'
import { evaluatePairs, evaluateSet } from '../src/evaluate/evaluate.js'
import type { Report } from '../src/evaluate/ranking.js'
import { readPairs, readSet, sampled } from '../src/evaluate/sets.js'
import { settingNamed } from '../src/evaluate/settings.js'
import { compareAll, damages, readSources } from '../src/evaluate/table.js'
import { damageTable, pairTable, setTable, tableOf } from './evaluate/print.js'
import { record, writeTable } from './evaluate/record.js'

type Options = {
  set?: string
  pairs?: string
  table?: string
  setting: string
  against: string
  sample?: string
  damage?: boolean
  record?: boolean
  json?: boolean
}
type Client = ReturnType<typeof createElastic>

/** Adds the command to the program. */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('Measure how well the search finds what was judged right, beside other ways to search.')
    .option('--set <folder>', 'folder with passages.jsonl, queries.jsonl and qrels.tsv')
    .option('--pairs <file>', 'table of words that must and must not meet: query, document, 1 or 0')
    .option('--table <folder>', 'every setting on every set and table of pairs in a folder')
    .option('--setting <name>', 'what is measured', 'bayan')
    .option('--against <name>', 'what it is compared with', 'arabic')
    .option('--damage', 'with --set: also what damaged texts and slips of the keyboard cost')
    .option('--sample <number>', 'ask only so many of the questions of a set')
    .option('--record', 'add the figures to bench/relevance.json; a table also becomes bench/relevance.md')
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
  try {
    await measure(client, options, progressLines())
  } finally {
    await client.close()
  }
}

async function measure(client: Client, options: Options, report: Report): Promise<void> {
  if (options.table) return measureAll(client, options.table, options, report)
  if (options.set) return measureSet(client, options.set, options, report)
  if (!options.pairs) {
    throw new BayanError('USAGE', {
      reason: 'Say what to measure: --set FOLDER, --pairs FILE or --table FOLDER.',
    })
  }
  const setting = settingNamed(options.setting)
  finish(await evaluatePairs(client, readPairs(options.pairs), report, setting), pairTable, options)
}

async function measureSet(client: Client, folder: string, options: Options, report: Report): Promise<void> {
  const set = sampled(readSet(folder), Number(options.sample ?? Number.POSITIVE_INFINITY))
  const evaluation = await evaluateSet(client, set, options, report)
  if (!options.damage) return finish(evaluation, setTable, options)
  const damage = await damages(client, settingNamed(options.setting), set, evaluation.ndcg10, report)
  finish({ ...evaluation, damage }, (result) => `${setTable(result)}\n${damageTable(damage)}`, options)
}

async function measureAll(client: Client, folder: string, options: Options, report: Report): Promise<void> {
  const rows = await compareAll(client, readSources(folder, Number(options.sample ?? Infinity)), report)
  if (options.record) writeTable(rows)
  finish(rows, tableOf, options)
}

function finish<T extends object>(result: T, print: (result: T) => string, options: Options): void {
  if (options.record) record(result)
  console.log(options.json ? JSON.stringify(result, null, 2) : print(result))
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
