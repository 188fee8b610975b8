/** Pages as scanners give them: turned, in shadow, faint. They are made straight and clear before they are read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { decode } from 'fast-png'
import { beforeAll, expect, test } from 'vitest'
import { type Gray, halfTurned, quarterTurned, turned } from '../../../src/extract/ocr/gray.js'
import { evenlyLit } from '../../../src/extract/ocr/light.js'
import { createReader } from '../../../src/extract/ocr/reading.js'
import { straightened } from '../../../src/extract/ocr/skew.js'

const FILE = join(import.meta.dirname, '../../fixtures/office/oic-ex-com-2016-fc.ar.automatic.pdf')
let page: Gray

beforeAll(async () => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(readFileSync(FILE))
  const { data, width, height } = await document.getPage(0).render({ scale: 150 / 72, colorSpace: 'Gray' })
  page = { data: Uint8Array.from(data), width, height }
  library.destroy()
})

/** Share of the ink of the page that is not where it should be. */
function apart(picture: Gray): number {
  const sum = (of: (at: number) => number) => page.data.reduce((all, _, at) => all + of(at), 0)
  const ink = (gray?: number) => 255 - (gray ?? 255)
  const difference = sum((at) => Math.abs(ink(picture.data[at]) - ink(page.data[at])))
  return picture.width === page.width ? difference / sum((at) => ink(page.data[at])) : 1
}

test.each([-12, -7.3, -1, 0.4, 3, 11])('a page turned by %d degrees is turned back', (degrees) => {
  const crooked = turned(page, degrees)
  expect(apart(crooked)).toBeGreaterThan(0.5)
  expect(apart(straightened(crooked))).toBeLessThan(0.45)
})

test('a straight page is left as it is', () => {
  expect(straightened(page)).toEqual(page)
})

test('a page on its side stands up, or on its head', () => {
  const lying = quarterTurned(page)
  expect([lying.width, lying.height]).toEqual([page.height, page.width])
  expect(apart(halfTurned(straightened(lying)))).toBeLessThan(0.05)
  expect(apart(straightened(halfTurned(lying)))).toBeLessThan(0.05)
})

test.each<[string, (gray: number, across: number) => number]>([
  ['a shadow', (gray, across) => gray * (1 - 0.7 * across)],
  ['gray paper', (gray) => 60 + gray * 0.5],
  ['faint print', (gray) => 215 + gray * 0.1],
])('%s is taken away', (_, change) => {
  const { data, width } = page
  const scanned = { ...page, data: data.map((gray, at) => change(gray, (at % width) / width)) }
  expect(apart(scanned)).toBeGreaterThan(0.5)
  expect(apart(evenlyLit(scanned))).toBeLessThan(0.4)
})

test('an empty page stays empty', () => {
  const empty = { ...page, data: page.data.map((_, at) => 225 + (at % 7)) }
  expect(evenlyLit(empty).data.reduce((one, two) => Math.min(one, two))).toBeGreaterThan(160)
})

test('a page on its head is read the right way up, and the next one at once', async () => {
  const seen: boolean[] = []
  const reader = createReader({
    name: 'a stub',
    recognise: async (png) => {
      const { data, width } = decode(png)
      const isUp = data.slice(0, width).every((gray) => gray === 255)
      seen.push(isUp)
      return [{ text: isUp ? 'نص' : 'زز', confidence: isUp ? 0.9 : 0.4, top: 0, height: 1, ends: true }]
    },
    close: async () => undefined,
  })
  const onHead = { ...page, data: page.data.map((gray, at) => (at < page.width ? 0 : gray)) }
  const stop = new AbortController().signal
  const lines = [await reader(onHead, stop), await reader(onHead, stop), await reader(page, stop)]
  expect(lines.map(([line]) => line?.text)).toEqual(['نص', 'نص', 'نص'])
  expect(seen).toEqual([false, true, true, true])
})
