/** The command line: `bayan COMMAND …`. One line for each command, its work is in its own file. */
import { Command } from 'commander'
import { explain } from './command.js'
import { doctorCommand } from './doctor.js'
import { evaluateCommand } from './evaluate.js'

const program = new Command('bayan')
  .description('Search the communiqués and resolutions of the Organisation of Islamic Cooperation.')
  .showHelpAfterError()
  .exitOverride()

evaluateCommand(program)
doctorCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
