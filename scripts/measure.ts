/** `bayan measure`: precision and recall of everything that is read, against files of what a careful reader notes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import { type Command, Option } from 'commander'
import { BayanError } from '../src/errors.js'
import { readGold } from './measure/gold.js'
import { legibilityTable, measureLegibility } from './measure/legibility.js'
import { FIELDS, type Miss, measure, type Result, type Score } from './measure/score.js'

const TESTS = join(import.meta.dirname, '..', 'test')
const GOLD = join(TESTS, 'gold')
const OWN_GOLD = [
  GOLD,
  join(GOLD, 'texts'),
  join(GOLD, 'headers'),
  join(TESTS, 'fixtures', 'oic-ex-com-2016'),
]

/** Rows stand close together. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }

/** Adds the command to the program. */
export function measureCommand(program: Command): void {
  program
    .command('measure')
    .description(
      'Compare what is read with what a careful reader noted: precision and recall of each field, and each miss.',
    )
    .addOption(
      new Option('--gold <folder...>', 'folders with NAME.json, each beside its NAME.txt').default(
        OWN_GOLD,
        'those of test/',
      ),
    )
    .option('--legibility', 'instead: how often good text is called damaged, and damaged text good')
    .option('--for-rules', 'with --legibility: on the half of the texts on which rules may be made')
    .option('--json', 'print JSON')
    .action(run)
}

type Options = { gold: string[]; legibility?: boolean; forRules?: boolean; json?: boolean }

async function run({ gold, legibility, forRules, json }: Options): Promise<void> {
  if (legibility) {
    const errors = measureLegibility(forRules ? 'for rules' : 'held out')
    console.log(json ? JSON.stringify(errors, null, 2) : legibilityTable(errors))
    return
  }
  const missing = gold.find((folder) => !existsSync(folder))
  if (missing) throw new BayanError('FILE_MISSING', { path: missing })
  const result = await measure(gold.flatMap(readGold))
  console.log(json ? JSON.stringify(result, null, 2) : report(result))
}

function report({ scores, misses, documents, paragraphs }: Result): string {
  const table = new Table({
    head: ['field', 'precision', 'recall', 'right', 'expected', 'found'],
    style: { head: [], border: [] },
    chars: NO_RULES,
  })
  const measured = FIELDS.filter((field) => scores[field].expected + scores[field].found > 0)
  for (const field of measured) table.push([field, ...row(scores[field])])
  return [`${documents} documents, ${paragraphs} paragraphs`, table.toString(), ...misses.map(missLine)].join(
    '\n',
  )
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
  return `${file} ${paragraph ?? ''} ${field}: ${parts.filter(Boolean).join('; ')}`
}
