import { describe, expect, test } from 'vitest'
import { readingOf } from '../../../src/search/language/reading.js'
import { isEmpty, languagesOf } from '../../../src/search/matching/words.js'

describe('the words of a question', () => {
  test.each([
    ['حلب', 'حلب', []],
    ['', '', []],
    ['  القصف   الجوي ', 'القصف الجوي', []],
    ['"مجلس الأمن" حلب', 'حلب', ['مجلس الأمن']],
    ['«مجلس الأمن» “Security Council”', '', ['مجلس الأمن', 'Security Council']],
    ['حلب "مجلس الأمن', 'حلب مجلس الأمن', []],
    ['-حرب سلم (أ ب) country:SY', 'سلم', []],
    ['"a b" c "d', 'c d', ['a b']],
    ['"" حلب', 'حلب', []],
    ['"!!!" ???', '', []],
    ["l'eau n'est", "l'eau n'est", []],
  ])('%j', (typed, loose, phrases) => {
    expect(readingOf(typed).words).toEqual({ loose, phrases })
  })

  test('signs alone hold no word', () => {
    expect(isEmpty(readingOf('?! "…"').words)).toBe(true)
    expect(isEmpty(readingOf('"حلب"').words)).toBe(false)
  })
})

describe('languagesOf', () => {
  test.each([
    ['حلب', ['ar']],
    ['condemns', ['en', 'fr']],
    ['the', ['en', 'fr']],
    ['Aleppo', ['ar', 'en', 'fr']],
    ['Abu Dhabi', ['ar', 'en', 'fr']],
    ['attacks on Aleppo', ['en', 'fr']],
    ['2254', ['ar', 'en', 'fr']],
    ['\uFEDF\uFE91\uFEE8\uFE8E\uFEE5 in shaped letters', ['ar', 'en', 'fr']],
    ['OIC', ['ar', 'en', 'fr']],
    ['القرار S/RES/2254', ['ar', 'en', 'fr']],
    ['', ['ar', 'en', 'fr']],
  ])('%j', (typed, languages) => {
    expect(languagesOf(typed)).toEqual(languages)
  })
})
