/** `bayan files`: what became of every file that was ever named. */
import { type Command, Option } from 'commander'
import { listFiles } from '../src/elastic/listing.js'
import { printOutcomes } from './ingest/outcomes.js'
import { withIndex } from './ingest/with-index.js'

const OUTCOMES = ['waiting', 'working', 'indexed', 'duplicate', 'variant', 'suspect', 'failed', 'withdrawn']

type Options = { outcome?: string; json?: boolean }

/** Adds the command to the program. */
export function filesCommand(program: Command): void {
  program
    .command('files')
    .description('List the files and what became of them.')
    .addOption(new Option('--outcome <outcome>', 'only these').choices(OUTCOMES))
    .option('--json', 'print JSON')
    .action(files)
}

async function files({ outcome, json }: Options): Promise<void> {
  await withIndex(async ({ client, names }, queue) => {
    const listed = await listFiles(client, names, (await queue.working()) ?? [], outcome)
    if (json) console.log(JSON.stringify(listed, null, 2))
    else printOutcomes(listed, outcome !== undefined)
  })
}
