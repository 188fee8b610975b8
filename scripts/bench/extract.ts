/**
 * How many pages and bytes are read in a second, and how much memory does that need? Each format through a real reader, as a
 * worker does it; then many files in a row, for the memory of the service, and one PDF of many pages.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { readConfig } from '../../src/config.js'
import { createReaders, type Readers } from '../../workers/readers/pool.js'
import { FORMATS } from '../batch/formats.js'
import { watchMemory } from '../batch/memory.js'
import { textOf } from '../batch/texts.js'
import { pagesOf, pdfOf } from '../hostile/pdfs.js'

const MEGABYTE = 1024 * 1024
/** Texts in one file of a format: some hundred thousand letters. */
const TEXTS = 60
/** Letters that a page of paper holds, for formats without pages. */
const PAGE_LETTERS = 2000

type Options = { rounds: string; files: string; pages: string; json?: boolean }
type Row = {
  what: string
  megabytes: number
  seconds: number
  pagesPerSecond: number
  readerMegabytes: number
}
type ExtractBench = {
  formats: Row[]
  long: Row
  small: { files: number; perSecond: number; serviceGrowth: number }
}

/** Adds the part to `bayan bench`. */
export function benchExtractCommand(bench: Command): void {
  bench
    .command('extract')
    .description(
      'Pages per second and peak memory of each format, and the memory of the service over many files.',
    )
    .option('--rounds <number>', 'times that each file is read', '5')
    .option('--files <number>', 'small files in a row', '1000')
    .option('--pages <number>', 'pages of the long PDF', '1000')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const result = await measure(options)
      console.log(options.json ? JSON.stringify(result, null, 2) : table(result))
    })
}

async function measure({ rounds, files, pages }: Options): Promise<ExtractBench> {
  const folder = await mkdtemp(join(tmpdir(), 'bayan-bench-'))
  try {
    const formats: Row[] = []
    for (const format of Object.keys(FORMATS))
      formats.push(await measureFormat(folder, format, Number(rounds)))
    const path = join(folder, 'long.pdf')
    await writeFile(path, pdfOf(pagesOf(Number(pages))))
    const long = await measureFile(path, 1, `pdf of ${pages} pages`)
    return { formats, long, small: await measureMany(folder, Number(files)) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureFormat(folder: string, format: string, rounds: number): Promise<Row> {
  const language = format === 'pdf' ? 'en' : 'ar'
  const lines = Array.from(
    { length: format === 'pdf' ? 1 : TEXTS },
    (_, at) => textOf(at, language, 0).lines,
  ).flat()
  const path = join(folder, `file.${format}`)
  const write = FORMATS[format] as (typeof FORMATS)[string]
  await writeFile(path, format === 'pdf' ? pdfOf(pagesOf(50)) : write({ language, lines }))
  return measureFile(path, rounds, format)
}

/** The first reading, which loads what the format needs, is not counted. */
async function measureFile(path: string, rounds: number, what: string): Promise<Row> {
  return withReaders(async (readers) => {
    const peaks = watchMemory(process.pid)
    if (rounds > 1) await readers.analyse({ name: path, path })
    const begun = Date.now()
    let [bytes, pages] = [0, 0]
    for (let round = 0; round < rounds; round++) {
      const { file, documents } = await readers.analyse({ name: path, path })
      bytes += file.bytes
      pages += file.pages ?? documents.reduce((sum, { text }) => sum + text.length, 0) / PAGE_LETTERS
    }
    const seconds = (Date.now() - begun) / 1000
    return {
      what,
      megabytes: bytes / MEGABYTE,
      seconds,
      pagesPerSecond: pages / seconds,
      readerMegabytes: peaks().reader,
    }
  })
}

async function measureMany(folder: string, files: number): Promise<ExtractBench['small']> {
  const path = join(folder, 'small.txt')
  await writeFile(path, textOf(1, 'en', 0).lines.join('\n'))
  return withReaders(async (readers) => {
    const read = async (count: number) => {
      for (let at = 0; at < count; at++) await readers.analyse({ name: path, path })
      return resting()
    }
    const before = await read(Math.ceil(files / 10))
    const begun = Date.now()
    const after = await read(files)
    return { files, perSecond: files / ((Date.now() - begun) / 1000), serviceGrowth: after - before }
  })
}

/** Megabytes that this process holds. */
function resting(): number {
  return process.memoryUsage.rss() / MEGABYTE
}

async function withReaders<T>(work: (readers: Readers) => Promise<T>): Promise<T> {
  const { extract, maxFileBytes } = readConfig()
  const readers = createReaders({ ...extract, maxFileBytes })
  return work(readers).finally(readers.close)
}

function table({ formats, long, small }: ExtractBench): string {
  const rows = new Table({
    head: ['format', 'MB/s', 'pages/s', 'peak MB of the reader'],
    style: { head: [], border: [] },
  })
  for (const { what, megabytes, seconds, pagesPerSecond, readerMegabytes } of [...formats, long])
    rows.push([what, (megabytes / seconds).toFixed(2), pagesPerSecond.toFixed(0), readerMegabytes])
  const { files, perSecond, serviceGrowth } = small
  return `${rows.toString()}\n${files} small files: ${perSecond.toFixed(0)} a second, the service grew by ${serviceGrowth.toFixed(0)} MB`
}
