/** What readers noted in real texts, and what is read in them: the figures that must hold. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGold } from '../scripts/measure/gold.js'
import { FIELDS, type Field, measure, type Score } from '../scripts/measure/score.js'

const SEED = join(import.meta.dirname, 'fixtures', 'oic-ex-com-2016')
const UN = join(import.meta.dirname, 'gold')

describe('the communiqué of 22 December 2016', async () => {
  const { scores, misses } = await measure(readGold(SEED))

  test('has its 17 paragraphs and 33 statements, in order', () => {
    expect(scores.paragraphs).toEqual({ right: 17, expected: 17, found: 17 })
    expect(scores.statements).toEqual({ right: 33, expected: 33, found: 33 })
  })

  test('is read as the reader read it', () => {
    expect(misses).toEqual([])
  })
})

describe('resolutions in three languages', async () => {
  const { scores, paragraphs } = await measure(readGold(UN))

  test('there is enough to measure', () => {
    expect(paragraphs).toBeGreaterThan(300)
    expect(scores.statements.expected).toBeGreaterThan(200)
  })

  test.each(measured(scores))('%s', (field) => {
    holds(scores[field], 0.97)
  })
})

describe('covers of real documents', async () => {
  const { scores, documents } = await measure(readGold(join(UN, 'headers')))

  test('there is enough to measure', () => expect(documents).toBeGreaterThanOrEqual(60))

  test.each(measured(scores))('%s', (field) => holds(scores[field], 0.98))
})

describe('whole texts in the shapes of the family', async () => {
  const { scores, documents } = await measure(readGold(join(UN, 'texts')))

  test('there is enough to measure', () => expect(documents).toBeGreaterThanOrEqual(40))

  test.each(measured(scores))('%s', (field) => holds(scores[field], 0.97))
})

function holds({ right, expected, found }: Score, floor: number): void {
  expect(right / expected).toBeGreaterThanOrEqual(floor)
  expect(right / found).toBeGreaterThanOrEqual(floor)
}

function measured(scores: Record<Field, { expected: number }>): Field[] {
  return FIELDS.filter((field) => scores[field].expected > 0)
}
