import { describe, expect, test } from 'vitest'
import { isTransliterated, transliterations } from '../../../src/search/matching/transliterations.js'

describe('transliterations', () => {
  test.each([
    ['abu dhabi', 'أبوظبي'],
    ['kuala lumpur', 'كوالالمبور'],
    ['al-quds', 'القدس'],
    ["côte d'ivoire", 'كوت ديفوار'],
    ["cote d'ivoire", 'كوت ديفوار'],
    ['hamas', 'حماس'],
    ['rohingya', 'الروهينغيا'],
    ['guterres', 'غوتيريش'],
  ])('%s is %s', (typed, name) => {
    expect(transliterations().find(({ latin }) => latin.includes(typed))?.arabic).toContain(name)
  })

  test('none has words that the index passes over', () => {
    expect(transliterations().flatMap(({ arabic }) => arabic.filter((name) => / في /.test(name)))).toEqual([])
  })
})

test.each([
  ['Abu Dhabi', true],
  ['Hamas Gaza', true],
  ['of', false],
  ['attacks on Gaza', false],
  ['', false],
])('isTransliterated(%s) = %s', (text, expected) => {
  expect(isTransliterated(text)).toBe(expected)
})
