/** More than the costly query orders, and more values than a facet lists. */
import { describe, expect, test } from 'vitest'
import { searching } from '../helpers/search-index.js'

const ALIKE = 230
/** The same sentence again and again, as meetings repeat it: nothing but the order of ties tells them apart. */
const RECURRING = {
  key: 'recurring.en',
  language: 'en' as const,
  texts: Array.from({ length: ALIKE }, (_, n) => `Reaffirms its support${n % 3 === 0 ? ' for peace' : ''}.`),
}
const MEETINGS = Array.from({ length: 110 }, (_, n) => ({
  key: `meeting-${n}.en`,
  language: 'en' as const,
  meeting: `meeting-${String(n).padStart(3, '0')}`,
  texts: n < 105 ? ['One.', 'Two.'] : ['One.'],
}))
const COVER = { key: 'cover.en', language: 'en' as const, role: 'cover' as const, texts: ['Support'] }

const { ask } = searching([RECURRING, ...MEETINGS, COVER])

describe('past the first two hundred', () => {
  test.each(['relevance', 'newest'])('pages by %s neither repeat nor miss a paragraph', async (sort) => {
    const pages = [1, 2, 3, 4, 5, 6, 7, 8]
    const answers = await Promise.all(
      pages.map((page) => ask({ q: 'support', sort, size: '30', page: String(page) })),
    )
    const ids = answers.flatMap(({ hits }) => hits.map(({ id }) => id))
    expect(ALIKE).toBeGreaterThan(200)
    expect(ids.length).toBe(ALIKE + 1)
    expect(new Set(ids).size).toBe(ALIKE + 1)
    expect(answers[6]?.hits.every((hit) => hit.segments.some((segment) => segment.hit))).toBe(true)
  })

  test('equal scores stand in the order of the text', async () => {
    const { hits } = await ask({ q: 'support peace', size: '100' })
    const labels = hits.map((hit) => Number(hit.paragraph.label))
    expect(labels).toEqual([...labels].sort((a, b) => a - b))
    expect(labels.length).toBe(Math.ceil(ALIKE / 3))
  })
})

test('a cover comes after what was said, however short it is', async () => {
  const { hits } = await ask({ q: 'support', size: '100', page: '3' })
  expect(hits.at(-1)?.document.key).toBe('cover.en')
})

test('what is chosen is counted even where it is not among the values that are listed', async () => {
  const { facets } = await ask({ meeting: 'meeting-109' })
  const counts = facets.meeting
  expect(counts?.buckets.length).toBe(101)
  expect(counts?.buckets.at(-1)).toMatchObject({
    value: 'meeting-109',
    count: 1,
    documents: 1,
    selected: true,
  })
  expect(counts?.other).toBe(5 * 2 + 4)
})
