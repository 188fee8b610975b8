/**
 * How well are the files of a PDF matrix read, beside other readers? Usage: tsx scripts/pdf-report.ts FOLDER [--peers]
 * One line for each file: word recall and precision, edit distance, share of paragraph numbers at the start of a line, share of
 * numbers and symbols that are whole, and what is below the aim. A file whose letters the text layer does not give must be reported: it goes to text recognition.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import Table from 'cli-table3'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { inWords, LEGIBLE, legibility } from '../src/arabic/legibility.js'
import { repair } from '../src/arabic/repair.js'
import { pdf } from '../src/extract/pdf.js'
import { plain, type Score, scoreOf } from './pdf-matrix/score.js'
import type { PdfSpec } from './pdf-matrix/spec.js'

/** Of nine files in ten. */
const AIM = { words: 0.97, distance: 0.02 }

type Reader = (path: string) => Promise<string[]>

const { values, positionals } = parseArgs({ allowPositionals: true, options: { peers: { type: 'boolean' } } })
const folder = positionals[0] ?? 'pdf-matrix'
const readers: Record<string, Reader> = { bayan, ...(values.peers ? { pdftotext, 'pdf.js': pdfJs } : {}) }
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
const scores = new Map<string, Score[]>(Object.keys(readers).map((reader) => [reader, []]))
const table = new Table({
  head: ['file', ...Object.keys(readers), 'below the aim'],
  style: { head: [], border: [], compact: true },
})
for (const name of names) table.push([name, ...(await rowOf(name))])
for (const quantile of [0.5, 0.9, 1]) table.push([`quantile ${quantile}`, ...summaries(quantile), ''])
console.log(table.toString())

async function rowOf(name: string): Promise<string[]> {
  const spec = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as PdfSpec
  const texts: string[][] = []
  const cells = await Promise.all(
    Object.entries(readers).map(async ([reader, read]) => {
      const lines = await read(join(folder, `${name}.pdf`)).catch((error: Error) => [error.message])
      if (reader === 'bayan') texts.push(lines)
      const score = scoreOf(
        spec.paragraphs,
        lines.filter((line) => !isFurniture(line, spec)),
      )
      scores.get(reader)?.push(score)
      return shown(score)
    }),
  )
  return [...cells, belowAim(scores.get('bayan')?.at(-1), texts.flat().join('\n'))]
}

/** What misses the aim, or the signs by which a lying map of letters is told. */
function belowAim(score: Score | undefined, text: string): string {
  const { score: legible, reasons } = legibility(repair(text))
  if (legible < LEGIBLE) return `reported: ${inWords(reasons.slice(0, 1))}`
  const misses = [
    score && score.recall < AIM.words && 'recall',
    score && score.precision < AIM.words && 'precision',
    score && score.distance > AIM.distance && 'order',
    score && score.numbers < 1 && 'numbers',
    score && score.symbols < 1 && 'symbols',
  ]
  return misses.filter(Boolean).join(', ')
}

function isFurniture(line: string, spec: PdfSpec): boolean {
  return spec.head !== undefined && (plain(line) === spec.head || /^- \d+ -$/.test(plain(line)))
}

function shown({ recall, precision, distance, numbers, symbols }: Score): string {
  return [recall, precision, distance, numbers, symbols]
    .map((value) => (Number.isNaN(value) ? '  -  ' : value.toFixed(3)))
    .join(' ')
}

/** The value that this share of the files reaches or betters. */
function summaries(quantile: number): string[] {
  return [...scores.values()].map((list) => {
    const at = (values: number[], better: 1 | -1) => {
      const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, two) => better * (two - one))
      return sorted[Math.ceil(sorted.length * quantile) - 1] ?? Number.NaN
    }
    return shown({
      recall: at(
        list.map(({ recall }) => recall),
        1,
      ),
      precision: at(
        list.map(({ precision }) => precision),
        1,
      ),
      distance: at(
        list.map(({ distance }) => distance),
        -1,
      ),
      numbers: at(
        list.map(({ numbers }) => numbers),
        1,
      ),
      symbols: at(
        list.map(({ symbols }) => symbols),
        1,
      ),
    })
  })
}

async function bayan(path: string): Promise<string[]> {
  const { pages } = await pdf({ name: path, bytes: readFileSync(path) })
  return pages.flatMap(({ lines }) => lines)
}

async function pdftotext(path: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('pdftotext', [path, '-'], { maxBuffer: 1 << 28 })
  return stdout.split(/[\n\f]/)
}

async function pdfJs(path: string): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .concat('\n')
  }
  await task.destroy()
  return text.split('\n')
}
