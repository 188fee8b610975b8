/** Names are found as whole words, the longest wins, each list for itself. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparableText } from '../../src/arabic/comparable.js'
import { ordinalBeginner } from '../../src/arabic/ordinals.js'
import { beginner, finder, finders } from '../../src/arabic/phrases.js'
import { countWords, lettersAlone, nextWord } from '../../src/arabic/word-bounds.js'

const WORDS = /[\p{L}\p{N}]+/gu

test('the longest name wins, behind particles too, and none lies within another', () => {
  const find = finder([
    ['قمة', 'summit'],
    ['قمة المنظمة', 'of the organisation'],
    ['مؤتمر', 'conference'],
  ])
  expect(find(comparableText('قمة المنظمة'))).toEqual([{ value: 'of the organisation', start: 0, end: 11 }])
  expect(find(comparableText('وبمؤتمر'))).toEqual([{ value: 'conference', start: 2, end: 7 }])
  expect(find(comparableText('مؤتمرات'))).toEqual([])
})

test('a name that ends in a tatweel goes on inside the word', () => {
  const find = finder([['دورة استثنائـ', 1]])
  expect(find(comparableText('دورة استثنائية'))).toEqual([{ value: 1, start: 0, end: 12 }])
})

test('lists are read together and do not hide the names of each other', () => {
  const { cities, bodies } = finders({
    cities: [['Jeddah', 'SA']],
    bodies: [['group of jeddah', 'G'] as const],
  })
  expect(cities('the group of jeddah')).toEqual([{ value: 'SA', start: 13, end: 19 }])
  expect(bodies('the group of jeddah')).toEqual([{ value: 'G', start: 4, end: 19 }])
})

test('what begins a text: the longest of each value, none further down', () => {
  const begin = beginner([
    ['having', 'a'],
    ['having met', 'a'],
    ['having', 'b'],
    ['met', 'c'],
  ])
  expect(begin('having met in')).toEqual([
    { value: 'a', start: 0, end: 10 },
    { value: 'b', start: 0, end: 6 },
  ])
})

test.each([
  ['forty-third session', 43],
  ['43rd session', 43],
  ['الثالثه والاربعون', 43],
  ['ال43', 43],
  ['session, the 43rd', undefined],
  ['والثالثه', undefined],
])('%s begins with the ordinal %s', (text, value) => expect(ordinalBeginner()(text)?.value).toBe(value))

test('words are runs of letters and digits of any script, pairs of surrogates among them', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'ب', '٤', ' ', '.', '\u{1D400}', '\u{1F600}', '\uD835', '\u0301'),
      }),
      (text) => {
        expect(countWords(text)).toBe(text.match(WORDS)?.length ?? 0)
        expect(lettersAlone(text)).toBe(text.match(WORDS)?.join('') ?? '')
        const first = nextWord(text, 0)
        expect(first && text.slice(first.start, first.end)).toBe(text.match(WORDS)?.[0])
      },
    ),
  )
})
