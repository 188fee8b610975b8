/** Do words meet that a reader expects to meet, and stay apart that are different words? On the real engine. */
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { evaluatePairs } from '../../src/evaluate/evaluate.js'
import { readPairs } from '../../src/evaluate/sets.js'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'arabic')
const client = createElastic(inject('elasticsearchUrl'))
afterAll(() => client.close())

test.each([
  ['pairs-tuned.tsv', 0.95, 0.95],
  ['pairs-kept.tsv', 0.945, 0.95],
  ['pairs-fresh.tsv', 0.96, 0.97],
  ['pairs-wide.tsv', 0.96, 0.96],
  ['pairs-damaged.tsv', 0.99, 1],
])('of %s so many meet and so many stay apart', async (file, must, mustNot) => {
  const result = await evaluatePairs(client, readPairs(join(FIXTURES, file)), () => () => {})
  expect(result.must.passed / result.must.total).toBeGreaterThanOrEqual(must)
  expect(result.mustNot.passed / result.mustNot.total).toBeGreaterThanOrEqual(mustNot)
})
