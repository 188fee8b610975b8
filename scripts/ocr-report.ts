/**
 * How well are scans read? Usage: tsx scripts/ocr-report.ts FILE.pdf… [--pages 2]
 * Draws the first pages of PDF files that have a good text layer (those of scripts/make-pdf-matrix.ts) at 150 and 300 dots for an
 * inch, straight and turned by one degree, into PDF files of pictures alone, and compares what is read with the text layer:
 * word recall and seconds for a page, with the program `tesseract` where it is installed and with the package.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import Table from 'cli-table3'
import { readConfig } from '../src/config.js'
import { findTesseract } from '../src/extract/ocr/program.js'
import { pdf } from '../src/extract/pdf.js'
import { type Gray, pdfOfPictures, turned } from './pdf-matrix/pictures.js'
import { scoreOf } from './pdf-matrix/score.js'

const DOTS = [150, 300]
const DEGREES = [0, 1]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '2' } },
})
const path = readConfig().extract.recognition?.path ?? ''
const engines: Record<string, string> = {
  ...((await findTesseract(path)) && { tesseract: path }),
  'tesseract.js': '',
}
const columns = DOTS.flatMap((dots) => DEGREES.map((degrees) => ({ dots, degrees })))
const head = columns.map(({ dots, degrees }) => `${dots} dpi${degrees ? `, ${degrees} degree` : ''}`)
const table = new Table({ head: ['file', 'engine', ...head], style: { head: [], border: [], compact: true } })
for (const file of positionals)
  for (const engine of Object.keys(engines)) table.push(await rowOf(file, engine))
console.log(`Word recall, and seconds for a page.\n${table.toString()}`)

async function rowOf(file: string, engine: string): Promise<string[]> {
  const bytes = readFileSync(file)
  const { pages } = await pdf({ name: file, bytes })
  const known = pages.slice(0, Number(values.pages)).map(({ lines }) => lines.filter(Boolean))
  const cells: string[] = []
  for (const { dots, degrees } of columns) {
    const scan = pdfOfPictures(await drawn(bytes, known.length, dots, degrees), dots)
    const begun = performance.now()
    const read = await readScan(scan, engines[engine] as string)
    const seconds = (performance.now() - begun) / 1000 / known.length
    cells.push(`${scoreOf([known.flat().join(' ')], read).recall.toFixed(3)} ${seconds.toFixed(1)} s`)
  }
  return [basename(file, '.pdf'), engine, ...cells]
}

async function readScan(bytes: Uint8Array, programs: string): Promise<string[]> {
  const limits = { pages: 100, secondsPerPage: 300, seconds: 3600, path: programs }
  const { pages } = await pdf({ name: 'scan.pdf', bytes }, undefined, limits)
  return pages.flatMap(({ lines }) => lines)
}

async function drawn(bytes: Uint8Array, pages: number, dots: number, degrees: number): Promise<Gray[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pictures: Gray[] = []
  for (let at = 0; at < pages; at++) {
    const { data, width, height } = await document
      .getPage(at)
      .render({ scale: dots / 72, colorSpace: 'Gray' })
    pictures.push(turned({ data: Uint8Array.from(data), width, height }, degrees))
  }
  document.destroy()
  library.destroy()
  return pictures
}
