/** What is being typed may become: from any word of a name, however it is spelt, with what choosing it leads to. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readQuestion } from '../../../src/search/request.js'
import { type SmallDocument, type SmallIndex, smallIndex } from '../../helpers/search-index.js'

const MANY: SmallDocument[] = Array.from({ length: 9 }, (_, n) => ({
  key: `un-letter-${n}.en`,
  language: 'en',
  title: `Letter ${n} on Palestinian affairs`,
  texts: ['Palestine.'],
}))
const DOCUMENTS: SmallDocument[] = [
  {
    key: 'oic-cfm-43.ar',
    language: 'ar',
    symbol: 'OIC/CFM-43/2016/FC/FINAL',
    title: 'إعلان طشقند بشأن التعليم',
    body: 'CFM',
    meeting: 'oic-cfm-43-2016',
    meetingOrdinal: 43,
    city: 'Tashkent',
    day: '2016-10-18',
    country: ['PS', 'SY', 'CI'],
    place: ['Aleppo'],
    verb: ['CONDEMN'],
    texts: ['يدين', 'سوريا'],
  },
  ...MANY,
]

let index: SmallIndex
beforeAll(async () => {
  index = await smallIndex(inject('elasticsearchUrl'), DOCUMENTS)
})
afterAll(() => index?.remove())

const suggest = (q: string, lang: 'ar' | 'en' | 'fr' = 'en', size = 8) =>
  index.search.suggest({ q, lang, size })

test.each([
  ['pal', 'country', 'PS'],
  ['فلس', 'country', 'PS'],
  ['سُورِي', 'country', 'SY'],
  ['والسوري', 'country', 'SY'],
  ['بفلسط', 'country', 'PS'],
  ['ووزراء للخارجية', 'body', 'CFM'],
  ['cote', 'country', 'CI'],
  ['ivoire', 'country', 'CI'],
  ['حلب', 'place', 'Aleppo'],
  ['condem', 'verb', 'CONDEMN'],
  ['وزراء', 'body', 'CFM'],
  ['foreign min', 'body', 'CFM'],
  ['tashk', 'meeting', 'oic-cfm-43-2016'],
  ['43', 'meeting', 'oic-cfm-43-2016'],
  ['اعلان', 'document', 'oic-cfm-43.ar'],
  ['تعليم طشق', 'document', 'oic-cfm-43.ar'],
  ['oic/cfm-43', 'symbol', 'oic-cfm-43.ar'],
  ['cfm 2016', 'symbol', 'oic-cfm-43.ar'],
])('%s may become the %s %s', async (q, kind, value) => {
  expect((await suggest(q)).map((one) => [one.kind, one.value])).toContainEqual([kind, value])
})

test('each has a label in the language of the reader, its paragraphs, and what choosing it gives', async () => {
  const [country] = await suggest('syr')
  expect(country).toEqual({
    kind: 'country',
    value: 'SY',
    label: 'Syria',
    language: 'en',
    count: 2,
    url: '/?country=SY',
    filter: { name: 'country', value: 'SY' },
  })
  const { name = '', value = '' } = country?.filter ?? {}
  expect((await index.search.search(readQuestion({ [name]: value }))).total.paragraphs).toBe(country?.count)
  expect((await suggest('سوري'))[0]?.label).toMatch(/سوري/)
  const [title] = await suggest('طشقند التعليم')
  expect(title).toMatchObject({ kind: 'document', url: '/d/oic-cfm-43.ar', language: 'ar', count: 2 })
  expect(title?.filter).toBeUndefined()
})

test('what begins with the very letters comes before what does so behind a particle', async () => {
  expect((await suggest('بيان', 'ar')).map(({ value }) => value)).not.toContain('SY')
  expect((await suggest('والتعل', 'ar')).map(({ value }) => value)).toEqual(['oic-cfm-43.ar'])
})

test('many documents do not hide the country, and no more come than were asked for', async () => {
  const found = await suggest('pal')
  expect(found.filter(({ kind }) => kind === 'document').length).toBeLessThan(9)
  expect(found.map(({ kind }) => kind)).toContain('country')
  expect((await suggest('pal', 'en', 2)).length).toBe(2)
})

test.each(['', ' ', '/', 'zzzz', 'pal zzzz', 'alestin'])('nothing for "%s"', async (q) => {
  expect(await suggest(q)).toEqual([])
})
