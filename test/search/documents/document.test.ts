/** How a document stands to others: languages, counterparts, items of its file, who cites it; and what its paragraphs note. */
import { beforeAll, expect, test } from 'vitest'
import { documentPage } from '../../../src/http/page/document-page.js'
import { render } from '../../../src/http/page/html.js'
import type { Document, Language } from '../../../src/model.js'
import { createSearch, type Search } from '../../../src/search/search.js'
import { analysisOf, testIndex, writeAll } from '../../helpers/index.js'
import { analysedSample } from '../../helpers/samples.js'

const SEED = 'oic-ex-com-emergency-2016-12-22-fc.ar'
const SAMPLES = ['oic-ex-com-2016-fc.ar.txt', 'un-s-res-2201-2015.ar.txt', 'un-s-res-2201-2015.en.txt']

const index = testIndex()
let search: Search
beforeAll(async () => {
  search = createSearch(index)
  await writeAll(index, [
    ...(await Promise.all(SAMPLES.map(analysedSample))),
    container('ar', ['نص القرار الأول', 'نص الفقرة الثانية']),
    container('en', ['The first text', 'The second text', 'A third one']),
  ])
}, 120_000)

/** Two resolutions in one file; the first cites Security Council resolution 2201. */
function container(language: Language, texts: string[]) {
  const analysis = analysisOf(texts)
  const [document] = analysis.documents as [Document]
  const paragraphs = document.paragraphs.map((one, at) => ({
    ...one,
    cites: at === 0 ? [{ value: 'S/RES/2201' }] : [],
  }))
  const item = (number: number): Document => ({
    ...document,
    id: `${document.id.slice(0, -1)}${number}`,
    key: `oic-cfm-44-res-pol-${number}.${language}`,
    language,
    symbol: { value: `${number}/44-POL` },
    container: { key: `oic-cfm-44-res-pol.${language}`, title: 'Political', position: number },
    paragraphs,
  })
  return { ...analysis, documents: [item(1), item(2)] }
}

test('language versions are found by key, and paragraphs stand beside those of their number', async () => {
  const view = await search.document({ name: 'oic-cfm-44-res-pol-1.en', lang: 'en' })
  expect(view.languages).toEqual([
    { language: 'ar', key: 'oic-cfm-44-res-pol-1.ar', permalink: '/d/oic-cfm-44-res-pol-1.ar' },
  ])
  expect(view.paragraphs.map(({ counterparts }) => counterparts.map(({ label }) => label))).toEqual([
    ['1'],
    ['2'],
    [],
  ])
})

test('paragraphs without a number stand beside those in the same place, where both versions have as many', async () => {
  const { paragraphs } = await search.document({ name: 'un-sc-res-2201.en', lang: 'en' })
  const beside = paragraphs.map(({ paragraph, counterparts }) => [paragraph.label, counterparts[0]?.label])
  expect(beside.filter(([label]) => label?.startsWith('pre'))).toEqual(
    [1, 2, 3, 4].map((n) => [`pre-${n}`, `pre-${n}`]),
  )
  expect(beside.filter(([label]) => label?.startsWith('cover')).every(([, other]) => !other)).toBe(true)
})

test('the items of one file are listed in their order', async () => {
  const { items } = await search.document({ name: 'oic-cfm-44-res-pol-2.en', lang: 'en' })
  expect(items.map(({ symbol }) => symbol)).toEqual(['1/44-POL', '2/44-POL'])
})

test('who cites a resolution, and where what is cited can be read in the same language', async () => {
  const cited = await search.document({ name: 'un-sc-res-2201.en', lang: 'en' })
  expect(cited.citedBy).toEqual({ value: 'S/RES/2201', paragraphs: 4 })
  const citing = await search.document({ name: 'oic-cfm-44-res-pol-1.ar', lang: 'ar' })
  expect(citing.paragraphs[0]?.noted.cites[0]?.permalink).toBe('/d/un-sc-res-2201.ar')
})

test('a paragraph says what it does, cites and names', async () => {
  const { document, paragraphs } = await search.document({ name: SEED, lang: 'en' })
  expect(document.hijri).toEqual({ computed: '1438-03-23' })
  const seventh = paragraphs.find(({ paragraph }) => paragraph.label === '7')
  expect(seventh?.noted.statements.map(({ label }) => label)).toEqual(['Reaffirms', 'Welcomes', 'Takes note'])
  expect(seventh?.noted.cites).toContainEqual({ value: 'S/RES/2254', label: 'S/RES/2254', year: 2015 })
  expect(seventh?.noted.countries.map(({ value }) => value)).toEqual(['SY', 'IR', 'RU', 'TR'])
})

test('its page links each of them to the others that do the same, and shows two languages on request', async () => {
  const seed = await search.document({ name: SEED, lang: 'en' })
  const page = String(render(documentPage(seed, { q: '', lang: 'en' }, 'en')))
  expect(page).toContain('href="/?verb=CONDEMN&amp;lang=en"')
  expect(page).toContain('href="/?verbObject=CONDEMN%7CSY&amp;lang=en"')
  expect(page).toContain('href="/?cites=S%2FRES%2F2254&amp;lang=en"')
  expect(page).toContain('23 Rabi I 1438 AH (computed)')
  const [one, other] = await Promise.all(
    ['en', 'ar'].map((language) => search.document({ name: `oic-cfm-44-res-pol-1.${language}`, lang: 'en' })),
  )
  if (!one) throw new Error('no document')
  const both = String(render(documentPage(one, { q: '', lang: 'en', beside: 'ar' }, 'en', other)))
  expect(both).toMatch(/The second text.*نص الفقرة الثانية/s)
  expect(both.indexOf('A third one')).toBeGreaterThan(both.indexOf('نص الفقرة الثانية'))
})
