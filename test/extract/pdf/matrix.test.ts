/** Are PDF files of seven producers read as a person reads them? Files and known texts: test/fixtures/pdf/README.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sameParagraphs } from '../../../scripts/pdf-matrix/paragraphs.js'
import { plain, scoreOf } from '../../../scripts/pdf-matrix/score.js'
import type { PdfSpec } from '../../../scripts/pdf-matrix/spec.js'
import { pdf } from '../../../src/extract/pdf.js'

const FOLDER = join(import.meta.dirname, '../../fixtures/pdf/matrix')
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => name.slice(0, -4))
const LATIN = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}/.@-]+[\p{Script=Latin}\p{Nd}]/gu

async function read(name: string): Promise<{ spec: PdfSpec; lines: string[] }> {
  const spec = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as PdfSpec
  const { pages } = await pdf({ name, bytes: readFileSync(join(FOLDER, `${name}.pdf`)) })
  const lines = pages.flatMap((page) => page.lines)
  return { spec, lines: lines.filter((line) => plain(line) !== spec.head && !/^- \d+ -$/.test(plain(line))) }
}

test('there are files of seven producers', () => {
  expect(new Set(names.map((name) => name.split('_')[0])).size).toBe(7)
})

describe.each(names)('%s', (name) => {
  test('has its words, in order, with the numbers in front', async () => {
    const { spec, lines } = await read(name)
    const score = scoreOf(spec.paragraphs, lines)
    expect(score.recall).toBeGreaterThanOrEqual(0.98)
    expect(score.precision).toBeGreaterThanOrEqual(0.98)
    expect(score.distance).toBeLessThanOrEqual(0.01)
    expect(score.numbers).toBe(1)
  })

  test('has its symbols, numbers and addresses whole', async () => {
    const { spec, lines } = await read(name)
    const found = new Set(lines.flatMap((line) => plain(line).match(LATIN) ?? []))
    const wanted = spec.paragraphs.flatMap((text) => plain(text).match(LATIN) ?? [])
    expect(wanted.filter((word) => !found.has(word))).toEqual([])
  })
})

test.each(names)('%s has the numbered paragraphs of the same text as plain text', async (name) => {
  const { spec } = await read(name)
  const bytes = readFileSync(join(FOLDER, `${name}.pdf`))
  const { numbered, numberedSame, all, allSame } = await sameParagraphs(spec.paragraphs, name, bytes)
  expect(numberedSame).toBe(numbered)
  expect(allSame).toBeGreaterThanOrEqual(all - 2)
})

test('marks of which only the text beside the glyphs tells are read', async () => {
  const { lines } = await read('pango_Amiri_mixed-ar_justified')
  expect(lines.map(plain).join(' ')).toContain(plain('وَلَقَدْ كَرَّمْنَا بَنِي آدَمَ'))
})
