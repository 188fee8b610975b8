/** What readers noted in real texts, and what is read in them: the figures that must hold. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FIELDS, readGold } from '../scripts/measure/gold.js'
import { measure } from '../scripts/measure/score.js'

const SEED = join(import.meta.dirname, 'fixtures', 'oic-ex-com-2016')
const UN = join(import.meta.dirname, 'gold')

describe('the communiqué of 22 December 2016', () => {
  const gold = readGold(SEED)
  const { scores, misses } = measure(gold)

  test('has its 33 statements, in order, paragraph by paragraph', () => {
    expect(scores.statements).toEqual({ right: 33, expected: 33, found: 33 })
  })

  test('cites and names what the reader noted, and once more the Summit by name', () => {
    expect(
      misses.map(({ paragraph, field, missing, extra }) => ({ paragraph, field, missing, extra })),
    ).toEqual([{ paragraph: '3', field: 'organisations', missing: [], extra: ['OIC-SUMMIT'] }])
  })
})

describe('resolutions in three languages', () => {
  const { scores, paragraphs } = measure(readGold(UN))

  test('there is enough to measure', () => {
    expect(paragraphs).toBeGreaterThan(300)
    expect(scores.statements.expected).toBeGreaterThan(200)
  })

  test.each(FIELDS)('%s', (field) => {
    const { right, expected, found } = scores[field]
    expect(right / expected).toBeGreaterThanOrEqual(0.97)
    expect(right / found).toBeGreaterThanOrEqual(0.97)
  })
})
