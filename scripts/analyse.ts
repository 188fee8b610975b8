/** `bayan analyse FILE`: what Bayan reads in one file, for a person or as JSON. Needs no engine and no network. */
import { realpath, stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { readConfig } from '../src/config.js'
import { BayanError } from '../src/errors.js'
import { unreadable } from '../src/index/walk.js'
import { createReaders } from '../workers/readers/pool.js'
import { paintFor } from './analyse/colours.js'
import { report } from './analyse/report.js'

/** Adds the command to the program. */
export function analyseCommand(program: Command): void {
  program
    .command('analyse')
    .description(
      'Show what is read in one file: facts with their evidence, and each paragraph with what it states, cites and names.',
    )
    .argument('<file>', 'file to read')
    .option('--json', 'print JSON')
    .action(run)
}

async function run(path: string, { json }: { json?: boolean }): Promise<void> {
  const { extract, maxFileBytes } = readConfig()
  const { analyse, close } = createReaders({ ...extract, maxFileBytes })
  const analysis = await analyse({ name: path, path: await fileAt(path) }).finally(close)
  console.log(json ? JSON.stringify(analysis, null, 2) : report(analysis, paintFor(process.stdout)))
}

/** Where the file really lies: one that is named by hand may be a link. */
async function fileAt(path: string): Promise<string> {
  try {
    const real = await realpath(path)
    if (!(await stat(real)).isDirectory()) return real
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException)
  }
  throw new BayanError('FILE_IS_FOLDER', { path })
}
