/**
 * How well are scans read? Usage: tsx scripts/ocr-report.ts FILE.pdf… [--pages 2] [--engine program|package]
 * Draws the first pages of PDF files that have a good text layer (those of scripts/make-pdf-matrix.ts) as scanners would, at
 * several resolutions, turned, faint, noisy and in shadow, into PDF files of pictures alone, and compares what is read with the
 * text layer: word recall and seconds for a page.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import Table from 'cli-table3'
import { readConfig } from '../src/config.js'
import { BayanError } from '../src/errors.js'
import type { Gray } from '../src/extract/ocr/gray.js'
import { pdf } from '../src/extract/pdf.js'
import { pdfOfPictures } from './pdf-matrix/pictures.js'
import { SCANS } from './pdf-matrix/scans.js'
import { scoreOf } from './pdf-matrix/score.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '2' }, engine: { type: 'string', default: 'program' } },
})
const path = values.engine === 'program' ? (readConfig().extract.recognition?.path ?? '') : ''
const head = SCANS.map(({ name }) => name)
const table = new Table({ head: ['file', ...head], style: { head: [], border: [], compact: true } })
for (const file of positionals) table.push(await rowOf(file))
console.log(`Word recall, and seconds for a page.\n${table.toString()}`)

async function rowOf(file: string): Promise<string[]> {
  const bytes = readFileSync(file)
  const { pages } = await pdf({ name: file, bytes })
  const known = pages.slice(0, Number(values.pages)).map(({ lines }) => lines.filter(Boolean))
  const cells: string[] = []
  for (const { dots, of } of SCANS) {
    const scan = pdfOfPictures((await drawn(bytes, known.length, dots)).map(of), dots)
    const begun = performance.now()
    const read = await readScan(scan)
    const seconds = (performance.now() - begun) / 1000 / known.length
    cells.push(`${scoreOf([known.flat().join(' ')], read).recall.toFixed(3)} ${seconds.toFixed(1)} s`)
  }
  return [basename(file, '.pdf'), ...cells]
}

async function readScan(bytes: Uint8Array): Promise<string[]> {
  const limits = { pages: 100, secondsPerPage: 300, seconds: 3600, path }
  try {
    const { pages } = await pdf({ name: 'scan.pdf', bytes }, undefined, limits)
    return pages.flatMap(({ lines }) => lines)
  } catch (error) {
    if (error instanceof BayanError) return []
    throw error
  }
}

async function drawn(bytes: Uint8Array, pages: number, dots: number): Promise<Gray[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pictures: Gray[] = []
  for (let at = 0; at < pages; at++) {
    const { data, width, height } = await document
      .getPage(at)
      .render({ scale: dots / 72, colorSpace: 'Gray' })
    pictures.push({ data: Uint8Array.from(data), width, height })
  }
  document.destroy()
  library.destroy()
  return pictures
}
