import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLEAN, clean } from '../../src/arabic/clean.js'
import { FOLDS, fold } from '../../src/arabic/fold.js'

const arabicText = fc.string({
  unit: fc
    .oneof(
      fc.integer({ min: 0x600, max: 0x6ff }),
      fc.integer({ min: 0xfb50, max: 0xfdff }),
      fc.integer({ min: 0xfe70, max: 0xfefc }),
      fc.constantFrom(0x20, 0x61, 0x200c, 0x200f, 0xad, 0x31),
    )
    .map((code) => String.fromCodePoint(code)),
  maxLength: 12,
})

test.each([
  ['shaped letters', 'ﻣﻨﻈﻤﺔ', 'منظمة'],
  ['a ligature of a whole word', 'ﷲ', 'الله'],
  ['shaped lam-alef', 'ﻻﺟﺊ', 'لاجئ'],
  ['a shaped mark, which must not become a space', 'ﹶقرار', 'قرار'],
  ['marks', 'مُنَظَّمَةُ', 'منظمة'],
  ['dagger alef', 'الرحمٰن', 'الرحمن'],
  ['kashida', 'منظمـــة', 'منظمة'],
  ['RLM behind a word', 'فلسطين\u200f', 'فلسطين'],
  ['ZWNJ inside', 'المؤ\u200cتمر', 'المؤتمر'],
  ['Farsi yeh and keheh', 'الإسلامی کتاب', 'الإسلامي كتاب'],
  ['alef wasla', 'ٱلقرآن', 'القرآن'],
  ['decomposed hamza behind marks', 'رُؤَّساء'.normalize('NFD'), 'رؤساء'],
  ['decomposed madda', 'القرآن'.normalize('NFD'), 'القرآن'],
])('clean: %s', (_, text, expected) => {
  expect(clean(text)).toBe(expected)
})

test.each([
  ['hamza on alef', 'إجراءات', 'اجراءات'],
  ['hamza on waw and yeh', 'مسؤول', fold('مسئول')],
  ['the two spellings of "body"', 'هيأة', fold('هيئة')],
  ['the two spellings of "hundred"', 'خمسمائة', fold('خمسمئة')],
  ['Arabic and Persian digits', '٢٠١٦ ۱۴', '2016 14'],
  ['digits that only an Arabic comma parts', '٢٠١٦،٢٠١٧', '2016 2017'],
  ['letters of borrowed names', 'ڤيينا پاريس', 'فيينا باريس'],
])('fold: %s', (_, text, expected) => {
  expect(fold(text)).toBe(expected)
})

test('clean and fold change nothing the second time', () => {
  fc.assert(fc.property(arabicText, (text) => clean(clean(text)) === clean(text)))
  fc.assert(fc.property(arabicText, (text) => fold(fold(text)) === fold(text)))
})

test('no table gives back one of its own keys, so one pass is enough', () => {
  for (const table of [CLEAN, FOLDS]) {
    const keys = [...table.keys()].filter((key) => key.length === 1)
    const values = new Set([...table.values()].join(''))
    expect(keys.filter((key) => values.has(key))).toEqual([])
  }
})
