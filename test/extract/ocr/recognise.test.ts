/** Pages that are pictures: read with the package, which needs no program; left alone without leave or beyond the limits. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pagesOf, pdfOf, streamOf } from '../../../scripts/hostile/pdfs.js'
import { scoreOf } from '../../../scripts/pdf-matrix/score.js'
import { extract } from '../../../src/extract/index.js'
import { linesOfTable } from '../../../src/extract/ocr/tsv.js'
import { analyse } from '../../../src/pipeline.js'

const ROOT = join(import.meta.dirname, '../../..')
const scan = { name: 'scan.pdf', bytes: readFileSync(join(ROOT, 'test/fixtures/pdf/scan.ar.pdf')) }
const LIMITS = { pages: 5, secondsPerPage: 300, seconds: 300, path: '' }
const PATIENCE_MS = 300_000

test('a scanned page is read, and says how sure each paragraph is', { timeout: PATIENCE_MS }, async () => {
  const { documents, warnings } = await analyse(scan, undefined, LIMITS)
  const known = readFileSync(join(ROOT, 'samples/un-udhr-1948.ar.txt'), 'utf8').split('\n').filter(Boolean)
  const paragraphs = documents[0]?.paragraphs ?? []
  const { precision } = scoreOf(
    known,
    paragraphs.map(({ text }) => text),
  )
  expect(precision).toBeGreaterThan(0.7)
  expect(paragraphs.every(({ confidence }) => confidence > 0.4 && confidence < 1)).toBe(true)
  expect(warnings.map(({ code }) => code)).toContain('TEXT_RECOGNISED')
})

/** @returns a folder with a program that reads the same off every picture */
async function tesseractThatReads(text: string, asFrench = text): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bayan-test-'))
  const table = (words: string) =>
    words
      .split(' ')
      .map((word, at) => `5\t1\t1\t1\t1\t${at}\t${at}\t9\t9\t9\t90\t${word}`)
      .join('\n')
  const program = `#!/bin/sh
case "$*" in
*--version*) echo tesseract 5;;
*--list-langs*) printf 'List\nara\neng\nfra\n';;
*ara*) cat > /dev/null; cat <<'END'\n${table(text)}\nEND\n;;
*) cat > /dev/null; cat <<'END'\n${table(asFrench)}\nEND\n;;
esac`
  await writeFile(join(folder, 'tesseract'), program, { mode: 0o755 })
  return folder
}

test.each([
  ['the state of law', 'the etat of law', 'the state of law'],
  ['1etat de droit', 'l’état de droit', 'l’état de droit'],
])(
  'a page in Latin letters is read as French where that gives it accents: %s',
  async (english, french, expected) => {
    const folder = await tesseractThatReads(english, french)
    try {
      const { pages } = await extract(scan, undefined, { ...LIMITS, path: folder })
      expect(pages[0]?.lines[0]).toBe(expected)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)

const PICTURE =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 9 >>\nstream\n00FFFF00>\nendstream'
const LATIN_FOR_ARABIC =
  'Bote eed gyiad gall odley jos sslgs geht eads drcendl udlly lladd ygaaglare bpings cclebabe lliiol'
const WELL =
  'The Council reaffirmed its firm position on the just cause and condemned all acts of aggression and occupation.'
const NEARLY = WELL.replace('position', 'posltxqon').replace(
  'aggression and',
  'aggrqssion, now as before, and',
)

/** A page with these words, over a picture of more. */
function scanWith(words: string, mode: number): Buffer {
  const objects = pagesOf(1)
  objects[3] = objects[3]?.replace('/Font', '/XObject << /P 6 0 R >> /Font') as string
  objects[4] = streamOf(`q 500 0 0 700 40 40 cm /P Do Q BT /F1 11 Tf ${mode} Tr 72 770 Td (${words}) Tj ET`)
  return pdfOf([...objects, PICTURE])
}

test.each([
  ['a page number upon a picture of text', 'Page 3 of 20', 0, true],
  ['as many words as the picture has', WELL, 0, false],
  ['a bad recognition beneath the picture', LATIN_FOR_ARABIC, 3, true],
  ['a fair recognition beneath the picture', NEARLY, 3, true],
  ['the same text where it is drawn', NEARLY, 0, false],
  ['a good recognition beneath the picture', WELL, 3, false],
])('%s: is the picture read?', async (_, words, mode, isRead) => {
  const folder = await tesseractThatReads(`${WELL} Read off the picture.`)
  try {
    const file = { name: 'scan.pdf', bytes: scanWith(words, mode) }
    const { pages } = await extract(file, undefined, { ...LIMITS, path: folder })
    expect(pages[0]?.lines[0]?.endsWith('Read off the picture.')).toBe(isRead)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('without leave, or without time, a scan has no text', async () => {
  await expect(analyse(scan)).rejects.toMatchObject({ code: 'FILE_NO_TEXT_LAYER' })
  await expect(analyse(scan, undefined, { ...LIMITS, seconds: -1 })).rejects.toMatchObject({
    code: 'FILE_NO_TEXT_LAYER',
  })
})

test('words of one line are joined in their order, with the mean of what is sure', () => {
  const row = (...cells: (string | number)[]) => cells.join('\t')
  const table = [
    row(
      'level',
      'page_num',
      'block_num',
      'par_num',
      'line_num',
      'word_num',
      'l',
      't',
      'w',
      'h',
      'conf',
      'text',
    ),
    row(4, 1, 1, 1, 1, 0, 0, 10, 90, 20, -1, ''),
    row(5, 1, 1, 1, 1, 1, 50, 12, 40, 18, 90, 'one'),
    row(5, 1, 1, 1, 1, 2, 0, 10, 40, 20, 70, 'two'),
    row(5, 1, 1, 2, 1, 1, 0, 40, 40, 20, 50, 'three'),
  ].join('\n')
  expect(linesOfTable(table)).toEqual([
    { text: 'one two', top: 10, height: 20, confidence: 0.8, ends: true },
    { text: 'three', top: 40, height: 20, confidence: 0.5, ends: true },
  ])
})
