/** The command line: `bayan COMMAND …`. One line for each command, its work is in its own file. */
import { Command } from 'commander'

const program = new Command('bayan')
  .description('Search the communiqués and resolutions of the Organisation of Islamic Cooperation.')
  .showHelpAfterError()

await program.parseAsync()
