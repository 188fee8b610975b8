/** The query language on the real engine: each sign does what a reader expects of it. */
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/search/answer.js'
import { readQuestion } from '../../src/search/request.js'
import { type SmallDocument, searching } from '../helpers/search-index.js'

/** One paragraph each, named by its key. */
const PARAGRAPHS: Omit<SmallDocument, 'language'>[] = [
  {
    key: 'aleppo.ar',
    texts: ['يدين العدوان على المدنيين في حلب.'],
    country: ['SY'],
    verb: ['CONDEMN'],
    year: 2016,
    day: '2016-12-22',
    date: { gte: '2016-12-22', lte: '2016-12-24' },
    verbObject: ['CONDEMN|IL'],
  },
  {
    key: 'gaza.ar',
    texts: ['يدين الحصار المفروض على غزة، ويطالب بوقف العدوان.'],
    country: ['PS', 'IL'],
    verb: ['CONDEMN', 'DEMAND'],
    year: 2018,
    day: '2018-05-18',
    symbol: 'OIC/EX-CFM/2018/PAL',
  },
  {
    key: 'council.ar',
    texts: ['يدعو مجلس الأمن إلى حماية المدنيين، والفلسطينيين منهم.'],
    cites: ['S/RES/2254'],
    body: 'CFM',
    year: 2015,
  },
  { key: 'reverse.ar', texts: ['الأمن الذي يحققه مجلس الدول.'], cites: ['A/RES/377(V)'] },
  {
    key: 'peace.ar',
    texts: ['السلام والأمن والتنمية في المنطقة.'],
    body: 'SUMMIT',
    meeting: 'oic-summit-13-2016',
    meetingOrdinal: 13,
  },
]
const ENGLISH: SmallDocument = {
  key: 'syria.en',
  language: 'en',
  texts: ['Condemns terrorism in Syria.', 'Terrorist acts are deplored.'],
}
/** Its words stand in different paragraphs. */
const WHOLE: SmallDocument = {
  key: 'whole.ar',
  language: 'ar',
  texts: ['القدس الشريف عاصمة.', 'رعاية اللاجئين واجبة.', 'زيتون وحده.'],
}
const OTHER: SmallDocument = {
  key: 'other.ar',
  language: 'ar',
  texts: ['القدس الشريف والتمور.', 'رعاية اللاجئين في كل مكان.'],
}

const documents = PARAGRAPHS.map((document) => ({ ...document, language: 'ar' as const }))
const index = searching([...documents, ENGLISH, WHOLE, OTHER], { lang: 'en' })

function ask(q: string, more: Record<string, string> = {}): Promise<Answer> {
  return index.ask({ q, ...more })
}

async function keys(q: string, more: Record<string, string> = {}): Promise<string[]> {
  const { hits } = await ask(q, more)
  return [...new Set(hits.map(({ document }) => document.key.split('.')[0] ?? ''))].sort()
}

test.each([
  ['all words', 'العدوان المدنيين', ['aleppo']],
  ['one or the other', 'حلب OR غزة', ['aleppo', 'gaza']],
  ['the same with a bar', 'حلب | غزة', ['aleppo', 'gaza']],
  ['or beside what is required', 'يدين حلب|غزة', ['aleppo', 'gaza']],
  ['over two scripts', 'حلب OR Syria', ['aleppo', 'syria']],
  ['a group of words', '(العدوان حلب) OR (مجلس حماية)', ['aleppo', 'council']],
  ['an unwanted word', 'العدوان -غزة', ['aleppo']],
  ['an unwanted word in another form', 'المدنيين -فلسطيني', ['aleppo']],
  ['an unwanted group', 'العدوان NOT (غزة OR مصر)', ['aleppo']],
  ['nothing but unwanted', '-العدوان -مجلس -السلام -القدس -اللاجئين -زيتون', ['syria']],
  ['a quotation', '«مجلس الأمن»', ['council']],
  ['closeness in either order', '"مجلس الأمن"~5', ['council', 'reverse']],
  ['closeness that is too far', '"الحصار العدوان"~3', []],
  ['a beginning, also behind particles', 'فلسطين*', ['council']],
  ['a beginning in Latin letters', 'terror*', ['syria']],
  ['a country by its name', 'country:سوريا', ['aleppo']],
  ['a country by its name in French beside a word', 'pays:Palestine العدوان', ['gaza']],
  ['a verb', 'verb:يدين', ['aleppo', 'gaza']],
  ['a verb and its object', 'فعل:يدين|إسرائيل', ['aleppo']],
  ['two values', 'سنة:2015,2018', ['council', 'gaza']],
  ['a range of years', 'year:2015..2016', ['aleppo', 'council']],
  ['an open range', 'year:2017..', ['gaza']],
  ['an unwanted field', 'العدوان -year:2018', ['aleppo']],
  ['no value', 'verb:none language:ar -سنة:none', ['council']],
  ['days that overlap with a meeting', 'date:2016-12-24', ['aleppo']],
  ['a body', 'جهة:CFM', ['council']],
  ['a meeting by its key', 'meeting:oic-summit-13-2016', ['peace']],
  ['a meeting by its number', 'اجتماع:13', ['peace']],
  ['a symbol in small letters', 'symbol:oic/ex-cfm/2018/pal', ['gaza']],
  ['the beginning of a symbol', 'رمز:OIC/EX-CFM*', ['gaza']],
  ['a citation by its number', 'cites:2254', ['council']],
  ['a citation with its session', 'يستشهد:377', ['reverse']],
  ['fields joined by or', 'country:SY OR cites:2254', ['aleppo', 'council']],
])('%s: %s', async (_, q, expected) => {
  expect(await keys(q, { words: 'all', size: '50' })).toEqual(expected)
})

test.each(['\u202Bالعدوان\u202C -\u200Fغزة', 'الـعـدوان -غـزة', 'العُدْوانَ، -غزّة؟', 'العدوان ؛ -غزة'])(
  'signs of direction, of lengthening and of Arabic punctuation are harmless: %j',
  async (q) => {
    expect(await keys(q)).toEqual(await keys('العدوان -غزة'))
  },
)

describe('what does not parse', () => {
  test.each([
    ['country:Atlantis العدوان', /Atlantis.*no known value/],
    ['colour:red', /no field .*colour/],
    ['(العدوان', /bracket is not closed/],
    ['ab* العدوان', /too short/],
  ])('%s is index as words, and the answer says so', async (q, note) => {
    const { query } = await ask(q)
    expect(query.notes.some((sentence) => note.test(sentence))).toBe(true)
  })
})

describe('all words anywhere in the document', () => {
  const words = 'القدس اللاجئين'

  test('are found where no paragraph has them all, best paragraphs first', async () => {
    expect(await keys(words, { words: 'all' })).toEqual([])
    const { hits, total, query } = await ask(words, { scope: 'document' })
    expect(query.relaxed).toBe(false)
    expect(total).toMatchObject({ documents: 2, paragraphs: 4 })
    expect(hits.every(({ segments }) => segments.some(({ hit }) => hit))).toBe(true)
  })

  test('what is unwanted must not stand anywhere in it', async () => {
    expect(await keys(`${words} -زيتون`, { scope: 'document' })).toEqual(['other'])
    expect(await keys('القدس -زيتون')).toEqual(['other', 'whole'])
  })

  test('filters and fields hold too', async () => {
    expect(await keys('العدوان year:2018', { scope: 'document' })).toEqual(['gaza'])
    expect(await keys('العدوان', { scope: 'document', country: 'SY' })).toEqual(['aleppo'])
  })
})

test.each([
  ['anywhere in the document', { q: 'القدس اللاجئين', scope: 'document' }],
  ['where most words will do', { q: 'العدوان كوكب' }],
])('the values of one facet are counted as in the answer: %s', async (_, asked) => {
  const question = readQuestion(asked)
  const { facets } = await index.search.search(question)
  const { buckets } = await index.search.facet(question, { facet: 'language', find: '', size: 10 })
  expect(buckets).toEqual(facets.language?.buckets)
  expect(buckets[0]?.count).toBeGreaterThan(0)
})

test('how each part was found is told', async () => {
  const matched = async (q: string) => (await ask(q)).hits[0]?.matched
  expect(await matched('العدوان')).toEqual(['exact'])
  expect(await matched('عدوان')).toEqual(['inflected'])
  expect(await matched('المدنيين (فلسطيني | مصري)')).toEqual(['exact', 'inflected'])
})
