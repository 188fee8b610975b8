/**
 * How well are the files of a PDF matrix read, beside other readers? Usage: tsx scripts/pdf-report.ts FOLDER [--peers]
 * One line for each file, as a Markdown table: word recall and precision, edit distance, share of paragraph numbers at the start of a
 * line, share of numbers and symbols that are whole; then how many paragraphs, those with a number and all, are those of the text
 * alone; and what is below the aim. A file whose letters the text layer does not give must be reported: it goes to text recognition.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inWords, LEGIBLE, legibility } from '../src/arabic/legibility.js'
import { repair } from '../src/arabic/repair.js'
import { analyse } from '../src/pipeline.js'
import { extrasFound } from './pdf-matrix/extras.js'
import { type Same, sameParagraphs, sum } from './pdf-matrix/paragraphs.js'
import { bayan, peers, type Reader } from './pdf-matrix/readers.js'
import { plain, type Score, scoreOf } from './pdf-matrix/score.js'
import type { PdfSpec } from './pdf-matrix/spec.js'

/** Of nine files in ten. */
const AIM = { words: 0.97, distance: 0.02 }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { peers: { type: 'boolean' } } })
const folder = positionals[0] ?? 'pdf-matrix'
const readers: Record<string, Reader> = { bayan, ...(values.peers ? await peers(folder) : {}) }
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
const scores = new Map<string, Score[]>(Object.keys(readers).map((reader) => [reader, []]))
const same: { reported: boolean; counts: Same }[] = []

const head = ['file', ...Object.keys(readers), 'numbered', 'all', 'below the aim']
print(head)
print(head.map(() => '---'))
for (const name of names) print([name, ...(await rowOf(name))])
for (const quantile of [0.5, 0.9, 1]) print([`quantile ${quantile}`, ...summaries(quantile), '', '', ''])
const blanks = Object.keys(readers).map(() => '')
print(['together', ...blanks, ...shares(sum(same.map(({ counts }) => counts))), ''])
const good = same.filter(({ reported }) => !reported).map(({ counts }) => counts)
print(['without those reported', ...blanks, ...shares(sum(good)), ''])

function print(cells: string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

async function rowOf(name: string): Promise<string[]> {
  const spec = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as PdfSpec
  const path = join(folder, `${name}.pdf`)
  const cells: string[] = []
  let text = ''
  for (const [reader, read] of Object.entries(readers)) {
    const lines = await read(path).catch((error: Error) => [error.message])
    if (reader === 'bayan') text = lines.join('\n')
    const score = scoreOf(
      [...spec.paragraphs, ...extraTexts(spec)],
      notesLast(
        lines.filter((line) => !isFurniture(line, spec)),
        spec,
      ),
    )
    scores.get(reader)?.push(score)
    cells.push(shown(score))
  }
  const { score: legible, reasons } = legibility(repair(text))
  const reported = legible < LEGIBLE
  const counts = await sameParagraphs(spec.paragraphs, path, readFileSync(path))
  same.push({ reported, counts })
  const remark = reported
    ? `reported: ${inWords(reasons.slice(0, 1))}`
    : belowAim(scores.get('bayan')?.at(-1) as Score)
  return [...cells, ...shares(counts), [remark, await extrasOf(spec, path)].filter(Boolean).join('; ')]
}

function extraTexts({ extras }: PdfSpec): string[] {
  return extras
    ? [...extras.rows.map((row) => row.join(' ')), ...extras.notes.map((note, at) => `[${at + 1}] ${note}`)]
    : []
}

/** Notes stand at the feet of their pages, and last in the known text. */
function notesLast(lines: string[], { extras }: PdfSpec): string[] {
  if (!extras) return lines
  const isNote = (line: string) => /^\[\d\] /.test(plain(line))
  return [...lines.filter((line) => !isNote(line)), ...lines.filter(isNote)]
}

async function extrasOf({ extras }: PdfSpec, path: string): Promise<string> {
  return extras
    ? extrasFound(extras, (await analyse({ name: path, bytes: readFileSync(path) })).documents)
    : ''
}

function belowAim(score: Score): string {
  const misses = [
    score.recall < AIM.words && 'recall',
    score.precision < AIM.words && 'precision',
    score.distance > AIM.distance && 'order',
    score.numbers < 1 && 'numbers',
    score.symbols < 1 && 'symbols',
  ]
  return misses.filter(Boolean).join(', ')
}

function isFurniture(line: string, spec: PdfSpec): boolean {
  return spec.head !== undefined && (plain(line) === spec.head || /^- \d+ -$/.test(plain(line)))
}

function shares({ numbered, numberedSame, all, allSame }: Same): [string, string] {
  return [`${numberedSame} of ${numbered}`, `${allSame} of ${all}`]
}

function shown({ recall, precision, distance, numbers, symbols }: Score): string {
  return [recall, precision, distance, numbers, symbols]
    .map((value) => (Number.isNaN(value) ? '  -  ' : value.toFixed(3)))
    .join(' ')
}

/** The value that this share of the files reaches or betters. */
function summaries(quantile: number): string[] {
  return [...scores.values()].map((list) => {
    const at = (of: keyof Score, better: 1 | -1) => {
      const sorted = list
        .map((score) => score[of])
        .filter((value) => !Number.isNaN(value))
        .sort((one, two) => better * (two - one))
      return sorted[Math.ceil(sorted.length * quantile) - 1] ?? Number.NaN
    }
    return shown({
      recall: at('recall', 1),
      precision: at('precision', 1),
      distance: at('distance', -1),
      numbers: at('numbers', 1),
      symbols: at('symbols', 1),
    })
  })
}
