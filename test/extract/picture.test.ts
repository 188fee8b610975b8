/** Pictures as files: each way to pack one gives the same page, which is read as a scan. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import fc from 'fast-check'
import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { BayanError } from '../../src/errors.js'
import { extract } from '../../src/extract/index.js'
import { jpegPapers } from '../../src/extract/picture/jpeg.js'
import { type Paper, pdfOf } from '../../src/extract/picture/paper.js'
import { pngPapers } from '../../src/extract/picture/png.js'
import { tiffPapers } from '../../src/extract/picture/tiff.js'

const FOLDER = join(import.meta.dirname, '../fixtures/pictures')
const NAMES = readdirSync(FOLDER).filter((name) => !name.endsWith('.md'))
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)))
const PAPERS: Record<string, (bytes: Uint8Array) => Paper[]> = {
  jpg: jpegPapers,
  png: pngPapers,
  tif: tiffPapers,
}
const papersOf = (name: string) => (PAPERS[name.split('.').at(-1) ?? ''] as typeof tiffPapers)(bytesOf(name))

/** Points in the middle of the black and the white parts. */
const BLACK = [
  [20, 12],
  [70, 39],
]
const WHITE = [
  [60, 12],
  [20, 36],
  [50, 44],
]

test.each(NAMES)('%s is drawn as it is', async (name) => {
  const papers = papersOf(name)
  expect(papers.map(({ width, height }) => [width, height])).toEqual(papers.map(() => [80, 48]))
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdfOf(papers))
  const page = document.getPage(papers.length - 1)
  const { data, width, height } = await page.render({ scale: 1, colorSpace: 'Gray' })
  const at = ([x, y]: number[]) =>
    data[Math.floor(((y as number) * height) / 48) * width + Math.floor(((x as number) * width) / 80)]
  library.destroy()
  expect(BLACK.map((place) => (at(place) ?? 255) < 40)).toEqual([true, true])
  expect(WHITE.map((place) => (at(place) ?? 0) > 215)).toEqual([true, true, true])
})

test('the size of the paper is believed where it may be a page', () => {
  const box = (dots?: number) => {
    const paper = { width: 1654, height: 2339, ...(dots && { dots }), parts: [] }
    return /MediaBox \[0 0 (\S+) (\S+)\]/
      .exec(pdfOf([paper]).toString('latin1'))
      ?.slice(1)
      .map(Number)
      .map(Math.round)
  }
  expect(box(200)).toEqual([595, 842])
  expect(box()).toEqual([595, 842])
  expect(box(72)).toEqual([595, 842])
  expect(box(150)).toEqual([794, 1123])
})

test('pages of a file of pictures are read off them, each for itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bayan-test-'))
  const program = `#!/bin/sh
case "$*" in
*--version*) echo tesseract 5;;
*--list-langs*) printf 'List\\nara\\neng\\nfra\\n';;
*) cat > /dev/null; printf '5\\t1\\t1\\t1\\t1\\t1\\t5\\t9\\t9\\t9\\t90\\tread\\n';;
esac`
  await writeFile(join(folder, 'tesseract'), program, { mode: 0o755 })
  const limits = { pages: 5, secondsPerPage: 60, seconds: 60, path: folder }
  try {
    for (const [name, pages] of [
      ['two-pages.tif', 2],
      ['gray.jpg', 1],
      ['palette.png', 1],
    ] as const) {
      const file = { name, bytes: bytesOf(name) }
      const extracted = await extract(file, undefined, limits)
      expect([extracted.format, extracted.pages.map(({ lines }) => lines[0])]).toEqual([
        'pdf',
        Array(pages).fill('read'),
      ])
      await expect(extract(file)).rejects.toMatchObject({ code: 'FILE_NO_TEXT_LAYER' })
    }
    const file = { name: 'two-pages.tif', bytes: bytesOf('two-pages.tif') }
    const { warnings } = await extract(file, undefined, { ...limits, pages: 1 })
    const left = warnings.find(({ code }) => code === 'PAGES_NOT_RECOGNISED')
    expect(left?.message).toMatch(/: page 2\.$/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('what is not all there, too large or packed in another way is refused with its code', () => {
  const codeOf = (read: () => unknown) => {
    try {
      return read()
    } catch (error) {
      return error instanceof BayanError ? error.code : error
    }
  }
  const old = bytesOf('lzw.tif').map((byte, at, all) => (byte === 5 && all[at - 8] === 3 ? 6 : byte))
  expect(codeOf(() => tiffPapers(old))).toBe('FORMAT_UNKNOWN')
  expect(codeOf(() => jpegPapers(bytesOf('gray.jpg').subarray(0, 40)))).toBe('FILE_DAMAGED')
  expect(codeOf(() => pngPapers(bytesOf('colours.png').subarray(0, 20)))).toBe('FILE_DAMAGED')
  expect(codeOf(() => tiffPapers(bytesOf('lzw.tif').subarray(0, 8)))).toBe('FILE_DAMAGED')
})

test('a picture that unpacks to more than a page can have is refused', async () => {
  const bomb = encode({ width: 1, height: 1, data: new Uint8Array(1), channels: 1 })
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 60_000)
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(20, 60_000)
  await expect(extract({ name: 'bomb.png', bytes: bomb })).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' })
})

test('bytes that go wrong anywhere end in an error with a code', async () => {
  const places = fc.record({
    name: fc.constantFrom(...NAMES),
    at: fc.nat(),
    byte: fc.nat(255),
    cut: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(places, async ({ name, at, byte, cut }) => {
      const good = bytesOf(name)
      const place = 8 + (at % (good.length - 8))
      const bytes = cut ? good.subarray(0, place) : good.with(place, byte)
      const outcome = await extract({ name, bytes }).catch((error: unknown) => error)
      expect(outcome).toBeInstanceOf(BayanError)
      expect(outcome).not.toMatchObject({ code: 'EXTRACT_CRASHED' })
    }),
    { numRuns: 60 },
  )
})
