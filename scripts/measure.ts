/** `bayan measure`: precision and recall of what is read in paragraphs, against files of what a careful reader notes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { BayanError } from '../src/errors.js'
import { FIELDS, readGold } from './measure/gold.js'
import { type Miss, measure, type Result, type Score } from './measure/score.js'

const TESTS = join(import.meta.dirname, '..', 'test')
const OWN_GOLD = [join(TESTS, 'gold'), join(TESTS, 'fixtures', 'oic-ex-com-2016')]

/** Adds the command to the program. */
export function measureCommand(program: Command): void {
  program
    .command('measure')
    .description('Compare what is read in paragraphs with what a careful reader noted, field by field.')
    .option('--gold <folder...>', 'folders with gold files', OWN_GOLD)
    .option('--json', 'print JSON')
    .action(run)
}

function run({ gold, json }: { gold: string[]; json?: boolean }): void {
  const missing = gold.find((folder) => !existsSync(folder))
  if (missing) throw new BayanError('FILE_MISSING', { path: missing })
  const result = measure(gold.flatMap(readGold))
  console.log(json ? JSON.stringify(result, null, 2) : report(result))
}

function report({ scores, misses, paragraphs }: Result): string {
  const table = new Table({
    head: ['field', 'precision', 'recall', 'right', 'expected', 'found'],
    style: { head: [], border: [] },
  })
  for (const field of FIELDS) table.push([field, ...row(scores[field])])
  return [`${paragraphs} paragraphs`, table.toString(), ...misses.map(missLine)].join('\n')
}

function row({ right, expected, found }: Score): string[] {
  return [share(right, found), share(right, expected), String(right), String(expected), String(found)]
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3)
}

function missLine({ file, paragraph, field, missing, extra }: Miss): string {
  const parts = [
    missing.length > 0 && `missing ${missing.join(', ')}`,
    extra.length > 0 && `too much ${extra.join(', ')}`,
  ]
  return `${file} ${paragraph} ${field}: ${parts.filter(Boolean).join('; ')}`
}
