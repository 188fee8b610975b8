import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repair } from '../../../src/arabic/repair.js'
import { segments } from '../../../src/search/hits/highlight.js'

const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'

function marks(marked: string): string[] {
  return segments(marked)
    .filter((segment) => segment.hit)
    .map((segment) => segment.text)
}

describe('segments', () => {
  test.each([
    ['the word that matched', 'على [السوريين] اليوم', ['السوريين']],
    ['a mark that stops before the last vowel sign', 'القيادة [السّوريّة]ِ هنا', ['السّوريّةِ']],
    ['a mark on a part of a word', 'لل[سوريين]', ['للسوريين']],
    ['each word of a phrase', '[مجلس الأمن] الدولي', ['مجلس', 'الأمن']],
    ['no bare article', '[ال] مجلس', []],
    ['no bare article with signs', '[اَلْ] [مجلس]', ['مجلس']],
    ['a number in a symbol', 'S/RES/[2254] (2015)', ['2254']],
    ['an elided word', "la paix de [l'eau]", ["l'eau"]],
    ['letters beyond the basic plane', 'a [𝒳𝒴] b', ['𝒳𝒴']],
    ['letters of private use', '\uE000 [حلب]\uE001', ['حلب']],
  ])('marks %s', (_, marked, expected) => {
    expect(marks(marked.replaceAll('[', OPEN).replaceAll(']', CLOSE))).toEqual(expected)
  })

  test('no text that was repaired holds the signs of a mark', () => {
    expect(repair(`a${OPEN}b${CLOSE}c`)).toBe('abc')
  })

  test('without a match gives the text as one piece', () => {
    expect(segments('نص')).toEqual([{ text: 'نص', hit: false }])
  })
})

const LETTERS = [...'ابتسوريينةأإ', 'ّ', 'َ', 'ـ', ' ', '،', '𝒳', '6', "'", '\uE000', '\u200F', '\uD835']
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
        const found = segments(marked)
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
