/** `bayan reindex` builds the indices anew while searches go on; `bayan rollback` goes back to what they were before. */
import type { Command } from 'commander'
import { type Reindexed, reindex, rollback } from '../src/index/reindex/reindex.js'
import { say } from './command.js'
import { withIndex } from './ingest/with-index.js'
import { createBars } from './start/bars.js'

type Options = { force?: boolean; json?: boolean }

/** Adds both commands to the program. */
export function reindexCommand(program: Command): void {
  program
    .command('reindex')
    .description('Build the indices anew with the mapping of today, while searches and work go on.')
    .option('--force', 'go on although entries would be lost')
    .option('--json', 'print JSON')
    .action((options: Options) =>
      withIndex(async (index) => {
        const bars = createBars()
        const patience = {}
        try {
          const done = await reindex({ ...index, patience }, { force: options.force, onProgress: bars.show })
          print(done, options)
          say('"bayan rollback" goes back to the indices that were there before.')
        } finally {
          bars.stop()
        }
      }),
    )
  program
    .command('rollback')
    .description('Go back to the indices that the last reindex replaced.')
    .option('--json', 'print JSON')
    .action((options: Options) => withIndex(async (index) => print(await rollback(index), options)))
}

function print(moves: Reindexed, { json }: Options): void {
  const lines = moves.map(({ kind, from, to, entries }) => `${kind}: ${entries} entries, ${from} -> ${to}`)
  console.log(json ? JSON.stringify(moves, null, 2) : lines.join('\n'))
}
