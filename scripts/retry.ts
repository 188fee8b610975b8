/** `bayan retry`: works once more on the files that failed. */
import type { Command } from 'commander'
import { toFiles, toRow } from '../src/elastic/listing.js'
import { everyHit } from '../src/elastic/pages.js'
import type { FileEntry } from '../src/fields.js'
import type { Index } from '../src/index/access.js'
import { changeFiles, waiting } from '../src/index/files.js'
import { handOver } from '../src/intake/hand-over.js'
import { say } from './command.js'
import { printOutcomes } from './ingest/outcomes.js'
import { withIndex } from './ingest/with-index.js'

/** Adds the command to the program. */
export function retryCommand(program: Command): void {
  program
    .command('retry')
    .description(
      'Work once more on the files that failed; those that cannot be read are ingested again where they lie.',
    )
    .option('--json', 'print JSON')
    .action(retry)
}

async function retry({ json }: { json?: boolean }): Promise<void> {
  await withIndex(async (index, queue) => {
    const entries = await markFailed(index)
    const work = entries.flatMap(({ wanted, path }) => (wanted ? [{ sha256: wanted, name: path }] : []))
    await handOver(queue.url, queue.prefix, work)
    const report = toFiles(entries.map((entry) => toRow(entry)))
    if (json) console.log(JSON.stringify(report, null, 2))
    else if (report.total > 0) printOutcomes(report)
    else say('No file failed that could be tried again.')
  })
}

async function markFailed(index: Index): Promise<FileEntry[]> {
  const query = { bool: { filter: [{ term: { outcome: 'failed' } }, { exists: { field: 'wanted' } }] } }
  await index.client.indices.refresh({ index: index.names.files })
  const ids: string[] = []
  for await (const { id } of everyHit(index.client, index.names.files, false, query)) ids.push(id)
  const changes = await changeFiles(index, ids, (entry) =>
    entry?.outcome === 'failed' ? waiting(entry) : undefined,
  )
  return [...changes.values()].flatMap(({ after }) => after ?? [])
}
