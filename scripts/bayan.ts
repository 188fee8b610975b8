/** The command line: `bayan COMMAND …`. One line for each command, its work is in its own file. */
import { Command } from 'commander'
import { analyseCommand } from './analyse.js'
import { benchCommand } from './bench.js'
import { explain } from './command.js'
import { doctorCommand } from './doctor.js'
import { evaluateCommand } from './evaluate.js'
import { filesCommand } from './files.js'
import { fingerprintCommand } from './fingerprint.js'
import { ingestCommand } from './ingest.js'
import { keysCommand } from './keys.js'
import { measureCommand } from './measure.js'
import { reindexCommand } from './reindex.js'
import { retryCommand } from './retry.js'
import { searchCommand } from './search.js'
import { serveCommand, workCommand } from './serve.js'
import { startCommand } from './start.js'
import { statusCommand } from './status.js'
import { watchCommand } from './watch.js'

const program = new Command('bayan')
  .description('Search the communiqués and resolutions of the Organisation of Islamic Cooperation.')
  .showHelpAfterError('"bayan help COMMAND" says how it is used.')
  .exitOverride()

startCommand(program)
serveCommand(program)
workCommand(program)
analyseCommand(program)
ingestCommand(program)
watchCommand(program)
filesCommand(program)
retryCommand(program)
statusCommand(program)
reindexCommand(program)
fingerprintCommand(program)
evaluateCommand(program)
measureCommand(program)
benchCommand(program)
searchCommand(program)
keysCommand(program)
doctorCommand(program)

// Whoever reads the first lines only, with "head", has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
