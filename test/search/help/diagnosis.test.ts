/** Why was nothing found? Each word and each filter with its counts, and what the answer would be without it. */
import { expect, test } from 'vitest'
import { say, type Word } from '../../../src/http/page/words.js'
import { type RawQuestion, readQuestion } from '../../../src/search/request.js'
import { serving } from '../../helpers/app.js'
import type { SmallDocument } from '../../helpers/search-index.js'

const DOCUMENTS: SmallDocument[] = [
  {
    key: 'a.ar',
    language: 'ar',
    year: 2016,
    country: ['SY'],
    texts: ['حماية المدنيين', 'حماية اللاجئين', 'حلب'],
  },
  { key: 'b.ar', language: 'ar', year: 2017, country: ['PS'], texts: ['حماية القدس'] },
]

const served = serving(DOCUMENTS)

async function diagnosis(raw: RawQuestion) {
  return (await served.search.search(readQuestion({ facets: 'none', ...raw }))).query.diagnosis
}

test('the word that nothing holds is named, and what the others would find', async () => {
  expect(await diagnosis({ q: 'حماية زقزوق', words: 'all' })).toEqual({
    of: 'paragraphs',
    words: [
      { text: 'حماية', everywhere: 3, filtered: 3, without: { q: 'زقزوق', found: 0 } },
      { text: 'زقزوق', everywhere: 0, filtered: 0, without: { q: 'حماية', found: 3 } },
    ],
    filters: [],
    unfiltered: 0,
    anyWord: 3,
  })
})

test('the filter that leaves nothing is named', async () => {
  expect(await diagnosis({ q: 'القدس', year: '2016', country: ['SY', 'PS'] })).toEqual({
    of: 'paragraphs',
    words: [{ text: 'القدس', everywhere: 1, filtered: 0 }],
    filters: [
      { name: 'year', values: ['2016'], without: 1 },
      { name: 'country', values: ['SY', 'PS'], without: 0 },
    ],
    unfiltered: 1,
    anyWord: 0,
  })
  expect((await diagnosis({ q: 'القدس', to: '2016' }))?.filters).toEqual([
    { name: 'to', values: ['2016'], without: 1 },
  ])
})

test('unwanted words, quotations and fields are parts of their own', async () => {
  const { words = [] } = (await diagnosis({ q: '"حماية اللاجئين" -اللاجئين year:2016' })) ?? {}
  expect(words.map(({ text, without }) => [text, without?.found])).toEqual([
    ['"حماية اللاجئين"', 2],
    ['-اللاجئين', 1],
    ['year:2016', 0],
  ])
})

test('anywhere in a document, documents are counted', async () => {
  const found = await diagnosis({ q: 'حلب القدس', scope: 'document', words: 'all' })
  expect(found?.of).toBe('documents')
  expect(found?.words.map(({ everywhere }) => everywhere)).toEqual([1, 1])
})

test('who found something, or asked nothing, gets none', async () => {
  expect(await diagnosis({ q: 'حماية' })).toBeUndefined()
  expect(await diagnosis({ q: 'حماية', page: '9' })).toBeUndefined()
})

test('the page shows it as links, with another spelling', async () => {
  const { body } = await served.app.inject(`/?q=${encodeURIComponent('القدص')}&year=2016&lang=en`)
  expect(body).toMatch(/<strong><bdi>القدص<\/bdi><\/strong> is nowhere/)
  const spelt = (await served.app.inject(`/?q=${encodeURIComponent('القدص')}&lang=en`)).body
  expect(spelt).toMatch(/Did you mean: <a href="\/\?q=[^"]*"><bdi>القدس<\/bdi>/)
  const filtered = (await served.app.inject(`/?q=${encodeURIComponent('القدس')}&year=2016&lang=en`)).body
  expect(filtered).toMatch(/Without Year <bdi>2016<\/bdi>: <a href="[^"]*">1 paragraph</)
})

test.each([
  ['what no word is in', { q: 'زقزوق بقبوق', words: 'all' }, []],
  ['one word of two', { q: 'حماية زقزوق', words: 'all' }, ['anyWord']],
  ['both, but not together', { q: 'اللاجئين حلب', words: 'all' }, ['wholeDocument', 'anyWord']],
  ['what a day keeps away', { q: 'القدس', to: '2016' }, ['clear']],
])('only ways that lead somewhere are offered: %s', async (_, asked, offered) => {
  const { body } = await served.app.inject({ url: '/', query: { lang: 'en', ...asked } })
  const links = [...body.matchAll(/class="button" href="([^"]*)">([^<]*)/g)]
  expect(links.map(([, , text]) => text)).toEqual(offered.map((way) => say(way as Word, 'en')))
  for (const [, link = ''] of links) {
    const { total } = (await served.app.inject(`/api/search${link.slice(1).replaceAll('&amp;', '&')}`)).json()
    expect(total.paragraphs).toBeGreaterThan(0)
  }
})
