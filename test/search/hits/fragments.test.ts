import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestOf } from '../../../src/search/hits/fragments.js'
import type { Segment } from '../../../src/search/hits/highlight.js'

function text(segments: Segment[]): string {
  return segments.map((segment) => segment.text).join('')
}

function marks(segments: Segment[]): string[] {
  return segments.filter(({ hit }) => hit).map((segment) => segment.text)
}

const FILLER = 'كلمة من الكلمات الكثيرة في نص طويل 𝒳𝒴 '.repeat(80)

describe('a very long paragraph', () => {
  test('shows where most different words were found, in the order of the text', () => {
    const segments = [FILLER, 'حلب', FILLER, 'حلب', ' و', 'إدلب', ' و', 'حماة', FILLER, 'إدلب', FILLER]
    const marked = segments.map((one) => ({ text: one, hit: !one.includes(' ') && one !== ' و' }))
    const { cut, segments: shown } = bestOf(marked)
    expect(cut).toBe(true)
    expect(marks(shown)).toEqual(['حلب', 'حلب', 'إدلب', 'حماة', 'إدلب'])
    expect(text(shown).length).toBeLessThan(2400)
  })

  test('of more places than are shown, those with fewer words are left out', () => {
    const [poor, rich] = [['حلب'], ['حلب', ' ', 'إدلب']]
    const parts = [poor, rich, poor, rich, poor, rich, poor].flatMap((words) => [FILLER, ...words])
    const { segments: shown } = bestOf(parts.map((one) => ({ text: one, hit: /^\p{L}+$/u.test(one) })))
    expect(marks(shown)).toEqual(['حلب', 'إدلب', 'حلب', 'إدلب', 'حلب', 'إدلب'])
  })

  test('without marks begins at its beginning', () => {
    const { cut, segments } = bestOf([{ text: FILLER, hit: false }])
    expect(cut).toBe(true)
    expect(FILLER.startsWith(text(segments).replace(/ … $/, ''))).toBe(true)
  })

  test('one of ordinary length is whole', () => {
    const segments = [
      { text: 'يدين', hit: true },
      { text: ' العدوان', hit: false },
    ]
    expect(bestOf(segments)).toEqual({ segments, cut: false })
  })
})

const word = fc.constantFrom('حلب', 'السلام', '𝒳𝒴𝒵', 'a', 'الفلسطينيين', '🕌')
const paragraph = fc
  .array(fc.record({ word, hit: fc.boolean(), gap: fc.constantFrom(' ', '', '\n', ' 🕌') }), {
    minLength: 1,
    maxLength: 900,
  })
  .map((words) =>
    words.flatMap(({ word, hit, gap }): Segment[] => [
      { text: word, hit },
      { text: gap || ' ', hit: false },
    ]),
  )

test('law: what is shown stands in the paragraph, and no sign is split', () => {
  fc.assert(
    fc.property(paragraph, (segments) => {
      const whole = text(segments)
      const { cut, segments: shown } = bestOf(segments)
      expect(() => encodeURIComponent(text(shown))).not.toThrow()
      for (const stretch of text(shown).split(' … ')) expect(whole).toContain(stretch)
      expect(marks(shown).every((mark) => marks(segments).includes(mark))).toBe(true)
      if (!cut) expect(shown).toEqual(segments)
      if (marks(segments).length > 0) expect(marks(shown).length).toBeGreaterThan(0)
    }),
    { numRuns: 150 },
  )
})
