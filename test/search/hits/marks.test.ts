/**
 * The second law on the real engine: a highlight without its marks is the paragraph, letter for letter; only whole
 * words are marked, and only words that match. Texts as files and typists leave them: with particles, vowel signs,
 * shaped letters, controls, letters beyond the basic plane.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/arabic/fold.js'
import { stem } from '../../../src/arabic/stem.js'
import words from '../../../src/reference/query-words.json' with { type: 'json' }
import type { Hit } from '../../../src/search/answer.js'
import type { RawQuestion } from '../../../src/search/request.js'
import { searching } from '../../helpers/search-index.js'

const NOUNS = ['مجلس', 'قرار', 'فلسطين', 'مدنيين', 'إدانة', 'قضية', 'أمن', 'مسؤولية', 'شعوب']
const PARTICLES = ['', '', 'ال', 'و', 'وال', 'ب', 'بال', 'وبال', 'لل', 'ف', 'ك']
const ODD = [
  'ال',
  '𝒳𝒴',
  '🕌',
  '\uE000',
  '\uE001',
  '(',
  '،',
  '؛',
  '—',
  '2254',
  'S/RES/2254',
  'l’eau',
  '\u2067',
  '<b>',
  '…',
]
/** What damage does to a word without making it another word. */
const DAMAGES: ((word: string) => string)[] = [
  (word) => word,
  (word) => [...word].map((letter) => `${letter}\u064E`).join(''),
  (word) => `${word.slice(0, 2)}\u0640\u0640${word.slice(2)}`,
  (word) => `\u200F${word}\u200E`,
  (word) => word.normalize('NFD'),
  (word) => [...word].map((letter) => SHAPED.get(letter) ?? letter).join(''),
]
const SHAPED = shapes()

/** A shaped letter of the block of presentation forms, for each letter that has one alone. */
function shapes(): Map<string, string> {
  const all = Array.from({ length: 0xfefd - 0xfe80 }, (_, n) => String.fromCharCode(0xfe80 + n))
  return new Map(
    all.filter((form) => form.normalize('NFKC').length === 1).map((form) => [form.normalize('NFKC'), form]),
  )
}

const word = fc
  .tuple(fc.constantFrom(...PARTICLES), fc.constantFrom(...NOUNS), fc.constantFrom(...DAMAGES))
  .map(([particle, noun, damage]) => damage(particle + noun))
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom(...ODD)), { minLength: 3, maxLength: 14 })
  .map((parts) => parts.join(' '))
const TEXTS = [...new Set(fc.sample(text, { numRuns: 120, seed: 7 }))]

const index = searching([{ key: 'odd.ar', language: 'ar', texts: TEXTS }], {
  size: '100',
  facets: 'none',
  repeats: 'listed',
})

const names = searching([{ key: 'bricks.ar', language: 'ar', texts: ['وضع لبنات السلام'] }])

async function hits(raw: RawQuestion): Promise<Hit[]> {
  return (await index.ask(raw)).hits
}

function marksOf(hit: Hit): string[] {
  return hit.segments.filter((segment) => segment.hit).map((segment) => segment.text)
}

/** Joined, the segments are the stored text, and no mark begins or ends within a word. */
function holdsLaw(hit: Hit): void {
  expect(hit.segments.map((segment) => segment.text).join('')).toBe(TEXTS[Number(hit.paragraph.label) - 1])
  for (const [at, segment] of hit.segments.entries()) {
    if (!segment.hit) continue
    expect([...(hit.segments[at - 1]?.text ?? ' ')].at(-1)).not.toMatch(/[\p{L}\p{M}\p{N}]/u)
    expect([...(hit.segments[at + 1]?.text ?? ' ')][0]).not.toMatch(/[\p{L}\p{M}\p{N}]/u)
    expect(segment.text).not.toMatch(/\s/)
    expect(bare(segment.text)).not.toBe('ال')
  }
}

/** As the index sees a word before it takes its stem. */
function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

const query = fc
  .tuple(fc.constantFrom('', 'ال', 'و', 'بال'), fc.constantFrom(...NOUNS))
  .map((parts) => parts.join(''))

describe('only what matches is marked', () => {
  test('words in all their forms', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(query, { minLength: 1, maxLength: 3 }), async (typed) => {
        const stems = typed.map((one) => stem(bare(one)))
        const found = await hits({ q: typed.join(' '), words: 'any' })
        expect(found.length).toBeGreaterThan(0)
        for (const hit of found) {
          holdsLaw(hit)
          expect(marksOf(hit).length).toBeGreaterThan(0)
          for (const mark of marksOf(hit)) expect(stems).toContain(stem(bare(mark)))
        }
      }),
      { numRuns: 20, seed: 1 },
    )
  })

  test('words that were meant, where the typed one is nowhere', async () => {
    const found = await hits({ q: 'فلسسطين' })
    expect(found.length).toBeGreaterThan(0)
    found.forEach(holdsLaw)
    const marks = new Set(found.flatMap(marksOf).map(bare))
    expect([...marks]).toEqual(['فلسطين'])
  })

  test('words as typed', async () => {
    for (const typed of ['مجلس', 'والقرار', 'بالفلسطين', 'أمن']) {
      for (const hit of await hits({ q: typed, match: 'exact' })) {
        holdsLaw(hit)
        expect(new Set(marksOf(hit).map(bare))).toEqual(new Set([bare(typed)]))
      }
    }
  })

  test('words that begin like this, particles apart', async () => {
    for (const typed of ['فلسط', 'مسؤول', 'قرا']) {
      const found = await hits({ q: `${typed}*` })
      const beginnings = ['', ...words.proclitics].map((particle) => bare(particle + typed))
      expect(found.length).toBeGreaterThan(3)
      for (const hit of found) {
        holdsLaw(hit)
        expect(marksOf(hit).length).toBeGreaterThan(0)
        for (const mark of marksOf(hit))
          expect(beginnings.some((start) => bare(mark).startsWith(start))).toBe(true)
      }
    }
  })

  test('words in quotes, where they stand together', async () => {
    const pairs = TEXTS.flatMap((one) =>
      [
        ...one.matchAll(/(?<=^| )[\u0621-\u063A\u0641-\u064A]{4,} [\u0621-\u063A\u0641-\u064A]{4,}(?= |$)/g),
      ].map(([pair]) => pair),
    )
    expect(pairs.length).toBeGreaterThan(10)
    for (const pair of pairs.slice(0, 10)) {
      const [first = '', second = ''] = pair.split(' ')
      const found = await hits({ q: `"${pair}"` })
      expect(found.length).toBeGreaterThan(0)
      for (const hit of found) {
        holdsLaw(hit)
        const marks = marksOf(hit).map(bare)
        expect(marks.length % 2).toBe(0)
        for (let at = 0; at < marks.length; at += 2)
          expect(marks.slice(at, at + 2)).toEqual([bare(first), bare(second)])
      }
    }
  })

  test('of words that may be misspelt those that nearly are it, of a name none', async () => {
    const marks = async (q: string, match = 'inflected') =>
      (await names.ask({ q, match })).hits.flatMap(marksOf)
    expect(await marks('لبنان السلام')).toEqual(['السلام'])
    expect(await marks('لبناتت السلام')).toEqual(['لبنات', 'السلام'])
    expect(await marks('لبناتت السلام', 'exact')).toEqual(['السلام'])
  })

  test('words near each other, not those between them', async () => {
    for (const hit of await hits({ q: '"مجلس فلسطين"~6' })) {
      holdsLaw(hit)
      expect(new Set(marksOf(hit).map((mark) => stem(bare(mark))))).toEqual(
        new Set(['مجلس', 'فلسطين'].map(stem)),
      )
    }
  })
})
