import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { STEMS } from '../../src/arabic/lexicon.js'
import { stem } from '../../src/arabic/stem.js'
import plurals from '../../src/reference/arabic/plurals.json' with { type: 'json' }

/** Kind, then words that are forms of one word. */
const SAME = readTable('same.tsv')
/** Two words that a reader takes for different ones. */
const DIFFERENT = readTable('different.tsv')

describe('forms of one word have one stem', () => {
  test.each(SAME)('%s: %s %s', (_, ...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })
})

describe('different words have different stems', () => {
  test.each(DIFFERENT)('%s %s', (one = '', other = '') => {
    expect(stem(one)).not.toBe(stem(other))
  })
})

test('every plural of the list meets its singular, alone, with the article, and behind "and for the"', () => {
  const apart = plurals.nouns.flatMap((line) => {
    const [singular = '', ...others] = line.split(' ')
    return others.filter((plural) => stem(plural) !== stem(singular)).map((plural) => `${singular} ${plural}`)
  })
  expect(plurals.nouns.length).toBeGreaterThan(1000)
  expect(apart).toEqual([])
})

test('the table leads to stems that it does not lead any further', () => {
  const chained = [...STEMS.values()].filter((value) => (STEMS.get(value) ?? value) !== value)
  expect(chained).toEqual([])
})

test('a long word costs no more than its letters', () => {
  const word = 'تهما'.repeat(2_000)
  expect(stem(word).length).toBeLessThanOrEqual(word.length)
})

function readTable(name: string): string[][] {
  const file = join(import.meta.dirname, '..', 'fixtures', 'arabic', name)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
}
