/** Every facet counts the paragraphs and documents that have a value: held to a count by hand over the samples. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { ParagraphEntry } from '../../../src/fields.js'
import { toEntries } from '../../../src/index/entries.js'
import type { FacetCounts } from '../../../src/search/answer.js'
import { FACETS, type Facet } from '../../../src/search/facets/facets.js'
import { readQuestion } from '../../../src/search/request.js'
import { createSearch, type Search } from '../../../src/search/search.js'
import { testIndex, writeAll } from '../../helpers/index.js'
import { analysedSample } from '../../helpers/samples.js'

const FILES = ['oic-ex-com-2016-fc.ar.txt', 'un-s-res-2201-2015.ar.txt', 'un-a-res-69-170.en.txt']

const index = testIndex()
let search: Search
let entries: ParagraphEntry[]

beforeAll(async () => {
  search = createSearch(index)
  const analyses = await Promise.all(FILES.map(analysedSample))
  await writeAll(index, analyses)
  entries = analyses.flatMap((analysis) => toEntries(analysis, 1).paragraphs.map(({ entry }) => entry))
})

function valuesOf(entry: ParagraphEntry, facet: Facet): string[] {
  if (facet === 'month') return entry.day && entry.day.length > 4 ? [entry.day.slice(0, 7)] : []
  return [entry[facet] ?? []].flat().map(String)
}

/** value -> [paragraphs, documents] */
function counted(some: ParagraphEntry[], facet: Facet): Record<string, [number, number]> {
  const values = new Set(some.flatMap((entry) => valuesOf(entry, facet)))
  const count = (value: string): [number, number] => {
    const having = some.filter((entry) => valuesOf(entry, facet).includes(value))
    return [having.length, new Set(having.map(({ document }) => document)).size]
  }
  return Object.fromEntries([...values].map((value) => [value, count(value)]))
}

function given(facet: FacetCounts | undefined): Record<string, [number, number]> {
  return Object.fromEntries(
    (facet?.buckets ?? []).map(({ value, count, documents }) => [value, [count, documents]]),
  )
}

describe('over everything', () => {
  test.each(FACETS)('%s', async (facet) => {
    const { facets } = await search.search(readQuestion({ facets: facet }))
    expect(given(facets[facet])).toEqual(counted(entries, facet))
    expect(facets[facet]?.none).toBe(entries.filter((entry) => valuesOf(entry, facet).length === 0).length)
  })

  test('there was something to count', () => {
    expect(Object.keys(counted(entries, 'verbObject')).length).toBeGreaterThan(20)
    expect(counted(entries, 'cites')['S/RES/2254']).toEqual([2, 1])
  })
})

describe('a verb with its object', () => {
  test('is one statement, and narrows as a pair', async () => {
    const answer = await search.search(readQuestion({ verb: ['CONDEMN|ISIL'] }))
    const expected = entries.filter(({ verbObject }) => verbObject.includes('CONDEMN|ISIL'))
    expect(answer.total.paragraphs).toBe(expected.length)
    expect(answer.facets.verbObject?.buckets.find(({ selected }) => selected)?.value).toBe('CONDEMN|ISIL')
  })

  test('a verb of one statement and an object of another one are no pair', () => {
    // Paragraph 12 condemns ISIL and calls for something of Syria alone.
    const twelfth = entries.find(({ key, label }) => key.startsWith('oic') && label === '12')
    expect(twelfth?.verb).toContain('CALL')
    expect(twelfth?.organisation).toContain('ISIL')
    expect(twelfth?.verbObject).not.toContain('CALL|ISIL')
  })

  test('several values widen, several facets narrow, excluded ones go', async () => {
    const question = { verb: ['CONDEMN', 'REJECT'], country: ['SY'], role: ['-preamble'] }
    const answer = await search.search(readQuestion(question))
    const expected = entries.filter(
      ({ verb, country, role }) =>
        (verb.includes('CONDEMN') || verb.includes('REJECT')) &&
        country.includes('SY') &&
        role !== 'preamble',
    )
    expect(answer.total.paragraphs).toBe(expected.length)
    const without = entries.filter(({ country, role }) => country.includes('SY') && role !== 'preamble')
    expect(given(answer.facets.verb)).toEqual(counted(without, 'verb'))
  })
})

test('documents are narrowed by what any of their paragraphs has', async () => {
  const { documents } = await search.documents({
    ...readQuestion({ verb: ['CONDEMN'], cites: ['S/RES/2254'] }),
  })
  expect(documents.map(({ key }) => key)).toEqual(['oic-ex-com-emergency-2016-12-22-fc.ar'])
})

test.each([
  ['ar', 'أدان: سوريا', 'حلب', 'ميثاق الأمم المتحدة'],
  ['en', 'Condemns: Syria', 'Aleppo', 'Charter of the United Nations'],
  ['fr', 'Condamne : Syrie', 'Alep', 'Charte des Nations Unies'],
] as const)('values have names in %s', async (lang, pair, place, charter) => {
  const { facets } = await search.search(readQuestion({ lang }))
  const label = (facet: Facet, value: string) =>
    facets[facet]?.buckets.find((bucket) => bucket.value === value)?.label
  expect(label('verbObject', 'CONDEMN|SY')).toBe(pair)
  expect(label('place', 'Aleppo')).toBe(place)
  expect(label('cites', 'UN-CHARTER')).toBe(charter)
  const worded = ['verb', 'quality'] as const
  const bare = worded.flatMap((facet) => facets[facet]?.buckets.filter(({ label, value }) => label === value))
  expect(bare).toEqual([])
})
