/** `bayan ingest PATH…`: notes what lies there, hands it to the workers and, with `--wait`, tells what became of it. */
import type { Command } from 'commander'
import { toFiles } from '../src/elastic/listing.js'
import { EXIT, say, withEngines } from './command.js'
import { printOutcomes } from './ingest/outcomes.js'
import { createProgress } from './ingest/progress.js'
import { ingestPaths } from './ingest/run.js'

type Options = { wait?: boolean; force?: boolean; json?: boolean }

/** Adds the command to the program. */
export function ingestCommand(program: Command): void {
  program
    .command('ingest')
    .description(
      'Bring files and folders into the index; folders that were named before are compared with it.',
    )
    .argument('<path...>', 'files and folders')
    .option('--wait', 'wait until every file has its outcome')
    .option('--force', 'withdraw what is gone even where most of a folder is gone at once')
    .option('--json', 'print JSON')
    .action(ingest)
}

async function ingest(
  paths: string[],
  { wait = false, force = false, json = false }: Options,
): Promise<void> {
  await withEngines(async (engines, config) => {
    const progress = createProgress()
    const rows = await ingestPaths({ engines, config, paths, wait, force, progress, say }).finally(
      progress.stop,
    )
    const report = toFiles(rows)
    if (json) console.log(JSON.stringify(report, null, 2))
    else printOutcomes(report)
    if (rows.some(({ outcome }) => outcome === 'failed')) process.exitCode = EXIT.failed
  })
}
