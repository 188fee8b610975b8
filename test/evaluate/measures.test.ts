import { describe, expect, test } from 'vitest'
import { difference, ndcg10, recall10 } from '../../src/evaluate/measures.js'

const grades = new Map([
  ['a', 2],
  ['b', 1],
])

describe('ndcg10', () => {
  test.each([
    ['the best order', ['a', 'b'], 1],
    ['nothing right', ['x', 'y'], 0],
    // gains 1 and 2 at ranks 1 and 2, of 2 and 1
    ['the wrong order', ['b', 'a'], (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3))],
    ['right ones past the tenth', [...'0123456789', 'a', 'b'], 0],
  ])('%s', (_, ranking, expected) => {
    expect(ndcg10(ranking, grades)).toBeCloseTo(expected, 10)
  })
})

test('recall10 is the share of the right ones among the first ten, of ten at most', () => {
  expect(recall10(['x', 'b'], grades)).toBe(0.5)
  const many = new Map(Array.from({ length: 20 }, (_, i) => [String(i), 1]))
  expect(recall10([...many.keys()], many)).toBe(1)
})

describe('difference', () => {
  const theirs = Array.from({ length: 200 }, (_, i) => (i % 10) / 10)

  test('a gain on every question is beyond chance, and the draws repeat', () => {
    const ours = theirs.map((value, i) => value + (i % 3) / 10)
    const interval = difference(ours, theirs)
    expect(interval.low).toBeGreaterThan(0.08)
    expect(interval.high).toBeLessThan(0.12)
    expect(difference(ours, theirs)).toEqual(interval)
  })

  test('gains and losses that cancel are chance', () => {
    const { low, high } = difference(
      theirs.map((value, i) => value + (i % 2 ? 0.1 : -0.1)),
      theirs,
    )
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
  })
})
