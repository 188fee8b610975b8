/** `bayan bench WHAT`: how quick is a part of Bayan on this machine? Each part is measured in its own file. */
import type { Command } from 'commander'
import { benchDescribeCommand } from './bench/describe.js'
import { benchExtractCommand } from './bench/extract.js'
import { benchFieldsCommand } from './bench/fields.js'
import { benchSearchCommand } from './bench/search.js'

/** Adds the command with its parts to the program. */
export function benchCommand(program: Command): void {
  const bench = program.command('bench').description('Measure how quick a part of Bayan is on this machine.')
  benchDescribeCommand(bench)
  benchSearchCommand(bench)
  benchFieldsCommand(bench)
  benchExtractCommand(bench)
}
