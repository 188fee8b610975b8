import { describe, expect, test } from 'vitest'
import { isEmpty, languagesOf, readWords } from '../../src/search/words.js'

describe('readWords', () => {
  test.each([
    ['حلب', 'حلب', [], false],
    ['', '', [], false],
    ['  القصف   الجوي ', 'القصف الجوي', [], false],
    ['"مجلس الأمن" حلب', 'حلب', ['مجلس الأمن'], false],
    ['«مجلس الأمن» “Security Council”', '', ['مجلس الأمن', 'Security Council'], false],
    ['حلب "مجلس الأمن', 'حلب مجلس الأمن', [], true],
    ['"a b" c "d', 'c d', ['a b'], true],
    ['"" حلب', 'حلب', [], false],
    ['"!!!" ???', '', [], false],
    ["l'eau n'est", "l'eau n'est", [], false],
  ])('%j', (typed, loose, phrases, unbalanced) => {
    expect(readWords(typed)).toEqual({ loose, phrases, unbalanced })
  })

  test('signs alone hold no word', () => {
    expect(isEmpty(readWords('?! "…"'))).toBe(true)
    expect(isEmpty(readWords('"حلب"'))).toBe(false)
  })
})

describe('languagesOf', () => {
  test.each([
    ['حلب', ['ar']],
    ['Aleppo', ['en', 'fr']],
    ['2254', ['ar', 'en', 'fr']],
    ['القرار S/RES/2254', ['ar', 'en', 'fr']],
    ['', ['ar', 'en', 'fr']],
  ])('%j', (typed, languages) => {
    expect(languagesOf(typed)).toEqual(languages)
  })
})
