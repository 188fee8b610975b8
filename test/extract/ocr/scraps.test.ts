/** What an engine puts into Arabic lines that is not there. */
import { expect, test } from 'vitest'
import { withoutScraps } from '../../../src/extract/ocr/scraps.js'

const word = (text: string, confidence = 0.6) => ({ text, confidence })
const clean = (words: { text: string; confidence: number }[]) => withoutScraps(words).map(({ text }) => text)

const ARABIC = ['دعا', 'الاجتماع', 'الدول', 'الأعضاء'].map((text) => word(text, 0.9))

test('unsure scraps of Latin and strokes are dropped from an Arabic line; symbols, addresses and sure words stay', () => {
  const words = [
    ...ARABIC,
    word('aly'),
    word('='),
    word('S/RES/2254'),
    word('UN'),
    word('www.oic.org'),
    word('de', 0.95),
  ]
  expect(clean(words).slice(4)).toEqual(['S/RES/2254', 'UN', 'www.oic.org', 'de'])
})

test('signs of an Arabic line are Arabic, but not inside numbers', () => {
  expect(clean([...ARABIC, word('2016,'), word('1,250'), word('حلب;')]).slice(4)).toEqual([
    '2016،',
    '1,250',
    'حلب؛',
  ])
})

test('a Latin line stays as it is', () => {
  const words = ['the', 'call,', 'to', 'act', '='].map((text) => word(text))
  expect(clean(words)).toEqual(['the', 'call,', 'to', 'act', '='])
})
