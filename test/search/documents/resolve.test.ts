/** Any spelling of a symbol or number leads to its document; several where it is ambiguous; near ones where none bears it. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../src/model.js'
import { readQuestion } from '../../../src/search/request.js'
import { createSearch, type Search } from '../../../src/search/search.js'
import { analysisOf, testIndex, writeAll } from '../../helpers/index.js'

/** key, symbol as normalised by the analysis */
const DOCUMENTS: [key: string, symbol: string | undefined][] = [
  ['oic-ex-com-emergency-2016-12-22-fc.ar', 'OIC/EX-COM/2016/FC'],
  ['oic-cfm-44-res-pol-1.en', '1/44-POL'],
  ['oic-cfm-44-res-pol-1.ar', '1/44-POL'],
  ['oic-cfm-44-res-pal-1.en', '1/44-PAL'],
  ['oic-cfm-34-res-eco.en', 'OIC/ICFM/34-2007/ECO/RES/FINAL'],
  ['oic-summit-6-res-c-1.en', '1/6-C(IS)'],
  ['oic-cfm-6-res-c-1.en', '1/6-C'],
  ['oic-cfm-20-res-pol-38.ar', undefined],
  ['un-sc-res-2254.en', 'S/RES/2254 (2015)'],
  ['un-ga-69-res-160.fr', 'A/RES/69/160'],
  ['oic-cfm-40-pal-res-1-0a1b2c3d.en', '1/40-PAL'],
  ['oic-cfm-40-pal-res-1-99887766.en', '1/40-PAL'],
]

const index = testIndex()
let search: Search

beforeAll(async () => {
  search = createSearch(index)
  const analyses = DOCUMENTS.map(([key, symbol]) => {
    const analysis = analysisOf([`${key} says something`])
    const [document] = analysis.documents
    const language = key.slice(-2) as Language
    const read = { ...document, key, language, ...(symbol && { symbol: { value: symbol } }) }
    return { ...analysis, documents: [read] } as typeof analysis
  })
  await writeAll(index, analyses)
})

async function keys(symbol: string, lang?: Language): Promise<string[]> {
  return (await search.resolve({ symbol, lang })).candidates.map(({ key }) => key)
}

test.each([
  ['OIC/EX-COM /2016/FC.', 'oic-ex-com-emergency-2016-12-22-fc.ar'],
  ['oic ex-com 2016 fc', 'oic-ex-com-emergency-2016-12-22-fc.ar'],
  ['oic-ex-com-emergency-2016-12-22-fc', 'oic-ex-com-emergency-2016-12-22-fc.ar'],
  ['Resolution No. 1/44-PAL', 'oic-cfm-44-res-pal-1.en'],
  ['34-ICFM-ECO-RES/FINAL', 'oic-cfm-34-res-eco.en'],
  ['OIC/ICFM-34/2007//ECO/INDEX', 'oic-cfm-34-res-eco.en'],
  ['1/6-C (IS)', 'oic-summit-6-res-c-1.en'],
  ['1/6 - ث (ق. إ)', 'oic-summit-6-res-c-1.en'],
  ['1/6-C', 'oic-cfm-6-res-c-1.en'],
  ['قرار رقم ٣٨/٢٠ - س', 'oic-cfm-20-res-pol-38.ar'],
  ['38/20', 'oic-cfm-20-res-pol-38.ar'],
  ['القرار 2254 (2015)', 'un-sc-res-2254.en'],
  ['قرار مجلس الأمن رقم ٢٢٥٤', 'un-sc-res-2254.en'],
  ['69/160', 'un-ga-69-res-160.fr'],
])('%s is %s', async (symbol, key) => expect(await keys(symbol)).toEqual([key]))

test('the version in the language of the symbol or of the reader is meant, the others are named', async () => {
  const arabic = await search.resolve({ symbol: 'القرار 1/44 - س', lang: 'en' })
  expect(arabic.jump).toBe('/d/oic-cfm-44-res-pol-1.ar')
  const english = await search.resolve({ symbol: '1/44-POL', lang: 'en' })
  expect(english.jump).toBe('/d/oic-cfm-44-res-pol-1.en')
  expect(english.candidates[0]?.languages.map(({ language }) => language)).toEqual(['en', 'ar'])
})

describe('no single answer', () => {
  test('two documents with one number are both candidates, and nothing is jumped to', async () => {
    const { candidates, jump } = await search.resolve({ symbol: '1/40-PAL' })
    expect(candidates).toHaveLength(2)
    expect(jump).toBeUndefined()
  })

  test('a number without its series is borne by several', async () => {
    expect((await keys('1/44')).sort()).toEqual(['oic-cfm-44-res-pal-1.en', 'oic-cfm-44-res-pol-1.ar'])
  })

  test.each([
    ['S/RES/2245', 'un-sc-res-2254.en'],
    ['OIC/EX-COM/2015/FC', 'oic-ex-com-emergency-2016-12-22-fc.ar'],
    ['38/21-POL', 'oic-cfm-20-res-pol-38.ar'],
  ])('%s is not there: %s comes near', async (symbol, key) => {
    const { candidates, near, jump } = await search.resolve({ symbol })
    expect(candidates).toEqual([])
    expect(jump).toBeUndefined()
    expect(near[0]?.key).toBe(key)
  })

  test('words are no symbol', async () => {
    expect(await search.resolve({ symbol: 'the situation in Syria' })).toMatchObject({
      candidates: [],
      near: [],
    })
  })
})

test.each([
  ['S/RES/2254 (2015)', '/d/un-sc-res-2254.en'],
  ['OIC/EX-COM /2016/FC.', '/d/oic-ex-com-emergency-2016-12-22-fc.ar'],
  ['something', undefined],
  ['S/RES/2254 something', undefined],
])('a search for %s jumps to %s', async (q, jump) => {
  const answer = await search.search(readQuestion({ q }))
  expect(answer.query.jump).toBe(jump)
})
