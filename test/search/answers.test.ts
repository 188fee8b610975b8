/** What an answer offers around its hits: groups, repeats, versions, months, children, values by name. */
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/search/answer.js'
import { type RawQuestion, readQuestion } from '../../src/search/request.js'
import { type SmallDocument, searching } from '../helpers/search-index.js'

const CFM = { body: 'CFM', meetingOrdinal: 43, city: 'Tashkent', hostCountry: 'UZ' } as const
const SAID = 'يؤكد المجلس مركزية قضية فلسطين.'
const DOCUMENTS: SmallDocument[] = [
  {
    ...CFM,
    key: 'oic-cfm-43.ar',
    language: 'ar',
    meeting: 'oic-cfm-43-2016',
    year: 2016,
    day: '2016-10-18',
    date: { gte: '2016-10-18', lte: '2016-10-19' },
    country: ['PS'],
    texts: [SAID, 'فلسطين ١', 'فلسطين ٢', 'فلسطين ٣', SAID],
  },
  {
    ...CFM,
    key: 'oic-cfm-43.en',
    language: 'en',
    meeting: 'oic-cfm-43-2016',
    year: 2016,
    day: '2016-10-18',
    country: ['PS'],
    texts: ['Reaffirms the centrality of the cause of Palestine.'],
  },
  {
    key: 'oic-cfm-44.ar',
    language: 'ar',
    body: 'CFM',
    meeting: 'oic-cfm-44-2017',
    year: 2017,
    day: '2017-07-10',
    country: ['PS', 'SY'],
    texts: ['يُؤَكِّد المجلسُ مركزيّة قضيّة فلسطين', 'سوريا'],
  },
  {
    key: 'oic-summit-13.ar',
    language: 'ar',
    body: 'SUMMIT',
    meeting: 'oic-summit-13-2016',
    year: 2016,
    day: '2016-04-14',
    country: ['CI'],
    texts: [`${SAID}`],
  },
  { key: 'year-only.ar', language: 'ar', year: 2016, day: '2016', texts: ['فلسطين دائماً'] },
]

const index = searching(DOCUMENTS, { lang: 'en' })
const { ask } = index

describe('what several documents say in the same words', () => {
  test('stands under one, with the others by name', async () => {
    const { hits, total, page } = await ask({ q: 'مركزية قضية' })
    expect(total).toMatchObject({ paragraphs: 4, documents: 3 })
    const [folded] = hits.filter(({ same }) => same)
    expect(folded?.same?.count).toBe(2)
    const addresses = folded?.same?.paragraphs.map(({ permalink }) => permalink)
    const all = [...(addresses ?? []), folded?.permalink]
    expect(all.sort()).toEqual(['/d/oic-cfm-43.ar/1', '/d/oic-cfm-44.ar/1', '/d/oic-summit-13.ar/1'])
    expect(page.last).toBe(1)
  })

  test('one document never hides what it says twice', async () => {
    const { hits } = await ask({ q: 'مركزية قضية' })
    expect(hits.length).toBe(2)
    expect(hits.some(({ permalink }) => permalink === '/d/oic-cfm-43.ar/5')).toBe(true)
  })

  test('can be listed, and is where one document or everything is read', async () => {
    expect((await ask({ q: 'مركزية قضية', repeats: 'listed' })).hits.length).toBe(4)
    expect((await ask({ q: 'مركزية قضية', document: 'oic-cfm-43.ar' })).hits.length).toBe(2)
    expect((await ask({})).hits.length).toBe(10)
  })

  test('is counted under the same choices, the newest first', async () => {
    const repeats = async (raw: RawQuestion) =>
      (await ask({ q: 'مركزية قضية', ...raw })).hits.flatMap(({ same }) => same ?? [])
    expect((await repeats({ year: '2016' })).map(({ count }) => count)).toEqual([1])
    expect(await repeats({ year: '2017' })).toEqual([])
    const [all] = await repeats({})
    const days = all?.paragraphs.map(({ date }) => date) ?? []
    expect(days.length).toBe(2)
    expect(days).toEqual([...days].sort().reverse())
  })

  test('pages count texts, not repeats', async () => {
    expect((await ask({ q: 'مركزية قضية', size: '1' })).page.last).toBe(2)
    expect((await ask({ q: 'مركزية قضية', size: '1', page: '2' })).hits.length).toBe(1)
  })
})

describe('grouped by document', () => {
  test('each has its three best paragraphs and says how many more there are', async () => {
    const { groups, hits, page } = await ask({ q: 'فلسطين', group: 'document' })
    expect(groups?.map(({ document }) => document.key).sort()).toEqual([
      'oic-cfm-43.ar',
      'oic-cfm-44.ar',
      'oic-summit-13.ar',
      'year-only.ar',
    ])
    const group = groups?.find(({ document }) => document.key === 'oic-cfm-43.ar')
    expect([group?.hits.length, group?.more]).toEqual([3, 2])
    expect(groups?.every((one) => one.hits.every(({ segments }) => segments.some(({ hit }) => hit)))).toBe(
      true,
    )
    expect(hits.map(({ id }) => id)).toEqual(groups?.map((one) => one.hits[0]?.id))
    expect(page.last).toBe(1)
  })

  test('in the order of the best paragraphs as they stand without groups', async () => {
    const grouped = await ask({ q: 'فلسطين', group: 'document' })
    const { hits } = await ask({ q: 'فلسطين', repeats: 'listed' })
    const order = [...new Set(hits.map(({ document }) => document.key))]
    expect(grouped.groups?.map(({ document }) => document.key)).toEqual(order)
  })

  test('is paged by documents', async () => {
    const pages = await Promise.all(
      ['1', '2'].map((page) => ask({ q: 'فلسطين', group: 'document', size: '2', page })),
    )
    expect(new Set(pages.flatMap(({ groups = [] }) => groups.map(({ document }) => document.key))).size).toBe(
      4,
    )
    expect(pages[0]?.page.last).toBe(2)
  })
})

test('the document is offered in its other languages', async () => {
  const { hits } = await ask({ q: 'مركزية قضية', document: 'oic-cfm-43.ar' })
  expect(hits[0]?.versions).toEqual([{ language: 'en', key: 'oic-cfm-43.en', permalink: '/d/oic-cfm-43.en' }])
  const [single] = (await ask({ q: 'مركزية قضية', document: 'oic-cfm-44.ar' })).hits
  expect(single?.versions).toBeUndefined()
})

describe('facets', () => {
  const counts = (answer: Answer, facet: string) =>
    Object.fromEntries(
      answer.facets[facet]?.buckets.map(({ value, count, documents }) => [value, [count, documents]]) ?? [],
    )

  test('months are counted within a year, and narrow like other facets', async () => {
    expect((await ask({})).facets.month).toBeUndefined()
    const year = await ask({ year: '2016' })
    expect(counts(year, 'month')).toEqual({ '2016-10': [6, 2], '2016-04': [1, 1] })
    expect(year.facets.month?.none).toBe(1)
    expect(year.facets.month?.buckets[0]?.label).toBe('October 2016')
    const month = await ask({ year: '2016', month: '2016-04' })
    expect(month.total.paragraphs).toBe(1)
    expect(counts(month, 'month')).toEqual(counts(year, 'month'))
    expect((await ask({ month: 'none' })).hits.map(({ document }) => document.key)).toEqual(['year-only.ar'])
    expect((await ask({ month: '-2016-10', year: '2016' })).total.paragraphs).toBe(2)
  })

  test('a body has its meetings beneath it, by name', async () => {
    const { facets } = await ask({})
    const [cfm] = facets.body?.buckets ?? []
    expect(cfm?.value).toBe('CFM')
    expect(cfm?.children?.map(({ value, count, documents }) => [value, count, documents])).toEqual([
      ['oic-cfm-43-2016', 6, 2],
      ['oic-cfm-44-2017', 2, 1],
    ])
    expect(cfm?.children?.[0]?.label).toMatch(/Council of Foreign Ministers.*43.*Tashkent/)
  })

  test('only those that are asked for are counted', async () => {
    expect(Object.keys((await ask({ facets: ['year', 'body'] })).facets)).toEqual(['body', 'year'])
    expect((await ask({ facets: 'none' })).facets).toEqual({})
    expect((await ask({ facets: 'none', year: '2016' })).total).toMatchObject({
      paragraphs: 8,
      documents: 4,
    })
  })

  test.each([
    ['country', 'pales', ['PS']],
    ['country', 'سور', ['SY']],
    ['country', 'côte', ['CI']],
    ['country', 'zz', []],
    ['meeting', 'foreign 2017', ['oic-cfm-44-2017']],
  ])('values of %s that are called %s', async (facet, find, values) => {
    const { buckets } = await index.search.facet(readQuestion({ lang: 'en' }), { facet, find, size: 10 })
    expect(buckets.map(({ value }) => value)).toEqual(values)
  })

  test('found values are counted under the question, but for their own facet', async () => {
    const wanted = { facet: 'country', find: '', size: 1 }
    const found = await index.search.facet(readQuestion({ year: '2016', country: 'SY' }), wanted)
    expect(found.buckets).toMatchObject([{ value: 'PS', count: 6, documents: 2, selected: false }])
    expect(found.other).toBe(1)
    await expect(index.search.facet(readQuestion({}), { ...wanted, facet: 'colour' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
