import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segments } from '../../src/search/highlight.js'

const OPEN = '\uE000'
const CLOSE = '\uE001'

function marks(text: string, marked: string): string[] {
  return segments(text, marked)
    .filter((segment) => segment.hit)
    .map((segment) => segment.text)
}

describe('segments', () => {
  test.each([
    ['the word that matched', 'على السوريين اليوم', 'على [السوريين] اليوم', ['السوريين']],
    [
      'a mark that stops before the last vowel sign',
      'القيادة السّوريّةِ هنا',
      'القيادة [السّوريّة]ِ هنا',
      ['السّوريّةِ'],
    ],
    ['a mark on a part of a word', 'للسوريين', 'لل[سوريين]', ['للسوريين']],
    ['each word of a phrase', 'مجلس الأمن الدولي', '[مجلس الأمن] الدولي', ['مجلس', 'الأمن']],
    ['no bare article', 'ال مجلس', '[ال] مجلس', []],
    ['no bare article with signs', 'اَلْ مجلس', '[اَلْ] [مجلس]', ['مجلس']],
    ['a number in a symbol', 'S/RES/2254 (2015)', 'S/RES/[2254] (2015)', ['2254']],
    ['an elided word', "la paix de l'eau", "la paix de [l'eau]", ["l'eau"]],
    ['letters beyond the basic plane', 'a 𝒳𝒴 b', 'a [𝒳𝒴] b', ['𝒳𝒴']],
    ['nothing where the texts differ', 'حلب', '[حمص]', []],
  ])('marks %s', (_, text, marked, expected) => {
    expect(marks(text, marked.replaceAll('[', OPEN).replaceAll(']', CLOSE))).toEqual(expected)
  })

  test('keeps private-use characters that stand in the text', () => {
    const text = `${OPEN}حلب${CLOSE} ${CLOSE}${OPEN}`
    const marked = `${OPEN}${OPEN}حلب${CLOSE}${CLOSE} ${CLOSE}${OPEN}`
    expect(
      segments(text, marked)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text)
    expect(marks(text, marked)).toEqual(['حلب'])
  })

  test('without a match gives the text as one piece', () => {
    expect(segments('نص', undefined)).toEqual([{ text: 'نص', hit: false }])
  })
})

const LETTERS = [...'ابتسوريينةأإ', 'ّ', 'َ', 'ـ', ' ', '،', '𝒳', '6', "'", OPEN, CLOSE, '\u200F', '\uD835']
const INSIDE = /[\p{L}\p{M}\p{N}]/u
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((letters) => letters.join(''))

/** Puts marks at random places, as an engine with its own idea of words might. */
const marked = fc.tuple(text, fc.array(fc.nat(60), { maxLength: 8 })).map(([plain, at]) => {
  const places = [...new Set(at.map((place) => Math.min(place, plain.length)))].sort((a, b) => a - b)
  const pairs = places.length % 2 === 0 ? places : places.slice(1)
  const pieces = pairs.map((place, n) => plain.slice(pairs[n - 1] ?? 0, place) + (n % 2 === 0 ? OPEN : CLOSE))
  return { plain, marked: pieces.join('') + plain.slice(pairs.at(-1) ?? 0) }
})

describe('law: a highlight without its marks is the paragraph', () => {
  test('letter for letter, with marks on whole words only', () => {
    fc.assert(
      fc.property(marked, ({ plain, marked }) => {
        const found = segments(plain, marked)
        expect(found.map((segment) => segment.text).join('')).toBe(plain)
        for (const [at, segment] of found.entries()) {
          if (!segment.hit) continue
          const before = [...(found[at - 1]?.text ?? '')].at(-1) ?? ' '
          const after = [...(found[at + 1]?.text ?? '')].at(0) ?? ' '
          expect(INSIDE.test(before)).toBe(false)
          expect(INSIDE.test(after)).toBe(false)
          expect(segment.text).toMatch(INSIDE)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
