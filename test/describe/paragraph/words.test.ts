import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../../src/describe/paragraph/index.js'
import { phraseBook } from '../../../src/describe/paragraph/phrases.js'
import { isAnyOf, perForm, wordReader } from '../../../src/describe/paragraph/words.js'

const read = wordReader()

describe('words', () => {
  test('what is asked of a spelling is asked once, each question for itself', () => {
    const asked: string[] = []
    const length = perForm(({ text }) => asked.push(text) && text.length)
    const isCouncil = isAnyOf(new Set(['مجلس']))
    const words = read('ومجلس قرار ومجلس')
    expect(words.map(({ form }) => length(form))).toEqual([5, 4, 5])
    expect(words.map(({ form }) => isCouncil(form))).toEqual([true, false, true])
    expect(asked).toEqual(['ومجلس', 'قرار'])
  })

  test.each<[text: string, stem: string]>([
    ['وبالكويت', 'الكويت'],
    ['للأمم', 'الامم'],
    ['لليمن', 'اليمن'],
    ['فلسوريا', 'سوريا'],
    ['السّوريّة', 'السوريه'],
    ['الإســلامــي', 'الاسلامي'],
    ['Koweït', 'koweit'],
  ])('%s holds %s', (text, stem) => {
    expect(read(text)[0]?.form.stems).toContain(stem)
  })

  test('cover no letter or digit twice and leave none out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const words = read(text)
        words.reduce((end, word) => {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(end, word.start)).not.toMatch(/[\p{Nd}]/u)
          return word.end
        }, 0)
      }),
    )
  })
})

describe('phrases', () => {
  const book = phraseBook([
    ['مجلس الأمن', 'council'],
    ['مجلس', 'any'],
    ['Guinea-Bissau', 'GW'],
    ['Guinea', 'GN'],
  ])

  test('the longest wins, particles and hyphens do not matter', () => {
    const found = (text: string) => book.all(read(text)).map(({ value }) => value)
    expect(found('ومجلس الأمن، ومجلس الوزراء')).toEqual(['council', 'any'])
    expect(found('Guinea Bissau, Guinea - Bissau and Guinea')).toEqual(['GW', 'GW', 'GN'])
  })
})

test('whatever the text, every span lies in it and holds what was read', () => {
  const pieces = fc.constantFrom(
    'وأكد ',
    'الاجتماع ',
    'قرار مجلس الأمن رقم ',
    '2254 ',
    '(2015) ',
    'و',
    '، ',
    '. ',
    'سوريا ',
    '14 ',
    'أبريل ',
    'The ',
    'A/RES/',
    'ميثاق ',
    'المنظمة ',
    'ـ',
    '🙂',
    'أعرب عن ',
    'قلقه ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const { statements, ...lists } = describeParagraph(text, { language: 'ar', organisation: 'OIC' })
      const reads = [...statements.map(({ verb }) => verb), ...Object.values(lists).flat()]
      for (const { raw, span = [-1, -1] } of reads) expect(text.slice(...span)).toBe(raw)
    }),
  )
})
