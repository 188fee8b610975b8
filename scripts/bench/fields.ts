/** What does each field of the text cost? Bytes on disk, and milliseconds of the same words asked of it alone. */
import type { estypes } from '@elastic/elasticsearch'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { readConfig } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import { BayanError } from '../../src/errors.js'
import { withCorpus } from '../../src/evaluate/corpus.js'
import { readSet, sampled } from '../../src/evaluate/sets.js'
import { settingNamed } from '../../src/evaluate/settings.js'

const QUESTIONS = 200
const MEGABYTE = 1024 * 1024

type Options = { set: string; language: string; json?: boolean }
type Cost = { field: string; bytes: number; ms: number }
type DiskUsage = Record<string, { fields: Record<string, { total_in_bytes: number }> }>

export function benchFieldsCommand(bench: Command): void {
  bench
    .command('fields')
    .description('Size and time of each field in which a text is searched.')
    .requiredOption('--set <folder>', 'folder with passages.jsonl, queries.jsonl and qrels.tsv')
    .option('--language <code>', 'of the passages', 'ar')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const costs = await fieldCosts(options)
      console.log(options.json ? JSON.stringify(costs, null, 2) : tableOf(costs))
    })
}

async function fieldCosts({ set: folder, language }: Options): Promise<Cost[]> {
  const { elasticsearchUrl } = readConfig()
  if (!elasticsearchUrl)
    throw new BayanError('USAGE', { reason: 'Set ELASTICSEARCH_URL to a running Elasticsearch.' })
  const client = createElastic(elasticsearchUrl)
  const set = sampled(readSet(folder), QUESTIONS)
  try {
    return await withCorpus(
      client,
      settingNamed('bayan'),
      set.passages,
      () => {},
      async ({ index }) => {
        const usage = (await client.indices.diskUsage({
          index,
          run_expensive_tasks: true,
        })) as unknown as DiskUsage
        const fields = Object.values(usage).flatMap((each) => Object.entries(each?.fields ?? {}))
        const costs: Cost[] = []
        for (const field of [language, `${language}.exact`, `${language}.gram`]) {
          const bytes = fields.find(([name]) => name === field)?.[1].total_in_bytes ?? 0
          const started = performance.now()
          for (const { text } of set.questions) await client.search({ index, ...asked(field, text) })
          costs.push({ field, bytes, ms: (performance.now() - started) / set.questions.length })
        }
        return costs
      },
    )
  } finally {
    await client.close()
  }
}

function asked(field: string, text: string): estypes.SearchRequest {
  return { query: { match: { [field]: text } }, size: 20, _source: false, track_total_hits: true }
}

function tableOf(costs: Cost[]): string {
  const table = new Table({ head: ['field', 'MB', 'ms per query'], style: { head: [], border: [] } })
  for (const { field, bytes, ms } of costs) table.push([field, (bytes / MEGABYTE).toFixed(2), ms.toFixed(2)])
  return table.toString()
}
