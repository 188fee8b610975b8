/** How well a file was read: what is wrong with it is said, and never called clean. */
import { expect, test } from 'vitest'
import { doubtAbout, qualityOf } from '../../src/index/quality.js'
import type { Analysis } from '../../src/model.js'

const read = (legibility: number, ...warnings: [code: string, message: string][]) => ({
  file: { legibility } as Analysis['file'],
  warnings: warnings.map(([code, message]) => ({ code, message })),
})
const RECOGNISED: [string, string] = ['TEXT_RECOGNISED', 'Read off pictures by tesseract: pages 1 to 100.']
const LEFT: [string, string] = ['PAGES_NOT_RECOGNISED', 'Not read off their pictures: pages 101 to 200.']
const DAMAGED: [string, string] = ['TEXT_SUSPECT', 'The text looks damaged: words in pieces 12 %.']

test.each([
  ['clean', read(0.9)],
  ['recognised', read(0.9, RECOGNISED)],
  ['suspect', read(0.9, RECOGNISED, LEFT)],
  ['suspect', read(0.3, DAMAGED)],
] as const)('%s', (quality, analysis) => {
  expect(qualityOf(analysis)).toBe(quality)
  expect(doubtAbout(analysis) === undefined).toBe(quality !== 'suspect')
})

test('the reason names the pages that are missing, or what is wrong with the letters', () => {
  expect(doubtAbout(read(0.9, LEFT))).toMatchObject({
    code: 'PAGES_NOT_RECOGNISED',
    message: expect.stringContaining('(pages 101 to 200)'),
  })
  expect(doubtAbout(read(0.3, DAMAGED, LEFT))?.message).toContain(
    'legibility 0.30 of 1, words in pieces 12 %',
  )
})
