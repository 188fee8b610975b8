/** `bayan analyse FILE`: what Bayan reads in one file, for a person or as JSON. Needs no engine and no network. */
import { realpath, stat } from 'node:fs/promises'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { readConfig } from '../src/config.js'
import { BayanError } from '../src/errors.js'
import { unreadable } from '../src/index/walk.js'
import type { Analysis, Document, Paragraph, Read } from '../src/model.js'
import { createReaders } from '../workers/readers/pool.js'

/** Columns of a terminal; a paragraph is cut to what is left of a line. */
const SHOWN_LETTERS = 100

/** Rows stand close together. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }

/** Adds the command to the program. */
export function analyseCommand(program: Command): void {
  program
    .command('analyse')
    .description('Show what is read in one file: facts with their evidence, and the paragraphs.')
    .argument('<file>', 'file to read')
    .option('--json', 'print JSON')
    .action(run)
}

async function run(path: string, { json }: { json?: boolean }): Promise<void> {
  const { extract, maxFileBytes } = readConfig()
  const { analyse, close } = createReaders({ ...extract, maxFileBytes })
  const analysis = await analyse({ name: path, path: await fileAt(path) }).finally(close)
  console.log(json ? JSON.stringify(analysis, null, 2) : report(analysis))
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

function report(analysis: Analysis): string {
  const warnings = analysis.warnings.map(({ code, message }) => `${code}: ${message}`)
  return [...analysis.documents.map(documentReport), ...warnings].join('\n\n')
}

function documentReport(document: Document): string {
  const facts = new Table({
    head: ['', 'read', 'printed'],
    style: { head: [], border: [] },
    chars: NO_RULES,
  })
  for (const [name, fact] of factsOf(document)) facts.push([name, String(fact.value), evidence(fact)])
  const paragraphs = document.paragraphs.map(paragraphLine)
  return [document.title?.value ?? document.key, document.key, facts.toString(), ...paragraphs].join('\n')
}

function factsOf(document: Document): [name: string, fact: Read<string | number>][] {
  const { symbol, type, organisation, subject, date, dateEnd, weekday, hijri, place, meeting } = document
  const named: [string, Read<string | number> | undefined][] = [
    ['language', { value: document.language }],
    ['symbol', symbol],
    ['type', type],
    ['organisation', organisation],
    ['body', meeting?.body],
    ['kind', meeting?.kind],
    ['level', meeting?.level],
    ['ordinal', meeting?.ordinal],
    ['name', meeting?.name],
    ['requested by', meeting?.requestedBy],
    ['subject', subject],
    ['date', date],
    ['last day', dateEnd],
    ['weekday', weekday],
    ['Hijri', hijri?.printed],
    ['city', place?.city],
    ['country', place?.country],
    ['venue', place?.venue],
  ]
  return named.filter((fact): fact is [string, Read<string | number>] => fact[1] !== undefined)
}

function evidence({ raw, derived }: Read<string | number>): string {
  const printed = raw?.replace(/\s+/g, ' ') ?? ''
  return derived ? `(derived) ${printed}` : printed
}

function paragraphLine({ label, role, page, text }: Paragraph): string {
  const cut = text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text
  return [
    label.padEnd(8),
    role.padEnd(9),
    page === undefined ? '' : `p. ${page} `,
    cut.replace(/\s+/g, ' '),
  ].join(' ')
}
