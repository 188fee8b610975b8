/** Pages that are pictures: read with the package, which needs no program; left alone without leave or beyond the limits. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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

test.each([
  ['the state of law', 'the etat of law', 'the state of law'],
  ['1etat de droit', 'l’état de droit', 'l’état de droit'],
])(
  'a page in Latin letters is read as French where that gives it accents: %s',
  async (english, french, expected) => {
    const folder = await mkdtemp(join(tmpdir(), 'bayan-test-'))
    const table = (text: string) =>
      text
        .split(' ')
        .map((word, at) => `5\t1\t1\t1\t1\t${at}\t${at}\t9\t9\t9\t90\t${word}`)
        .join('\n')
    const program = `#!/bin/sh
case "$*" in
*--version*) echo tesseract 5;;
*--list-langs*) printf 'List\nara\neng\nfra\n';;
*ara*) cat > /dev/null; cat <<'END'\n${table(english)}\nEND\n;;
*) cat > /dev/null; cat <<'END'\n${table(french)}\nEND\n;;
esac`
    await writeFile(join(folder, 'tesseract'), program, { mode: 0o755 })
    try {
      const { pages } = await extract(scan, undefined, { ...LIMITS, path: folder })
      expect(pages[0]?.lines[0]).toBe(expected)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)

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
