/** `bayan retry`: works once more on the files that failed, or of which pages are missing. */
import type { Command } from 'commander'
import { toFiles, toRow } from '../src/elastic/listing.js'
import { handOver } from '../src/intake/hand-over.js'
import { retryFailed } from '../src/intake/retry.js'
import { say } from './command.js'
import { printOutcomes } from './ingest/outcomes.js'
import { withIndex } from './ingest/with-index.js'

/** Adds the command to the program. */
export function retryCommand(program: Command): void {
  program
    .command('retry')
    .description(
      'Work once more on the files that failed and on scans of which pages are missing; files that cannot be read are ingested again where they lie.',
    )
    .option('--json', 'print JSON')
    .action(retry)
}

async function retry({ json }: { json?: boolean }): Promise<void> {
  await withIndex(async (index, queue) => {
    const { entries, work } = await retryFailed(index)
    await handOver(queue.url, queue.prefix, work)
    const report = toFiles(entries.map(({ id, entry }) => toRow(id, entry)))
    if (json) console.log(JSON.stringify(report, null, 2))
    else if (report.total > 0) printOutcomes(report)
    else say('No file failed that could be tried again.')
  })
}
