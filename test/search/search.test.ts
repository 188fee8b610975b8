import { describe, expect, test } from 'vitest'
import type { Answer, Hit } from '../../src/search/answer.js'
import { DocumentsParameters } from '../../src/search/parameters.js'
import { readParameters } from '../../src/search/request.js'
import { communique, searching } from '../helpers/search-index.js'

const SECURITY_COUNCIL = {
  issuer: 'UN',
  body: 'UNSC',
  type: 'resolution',
  year: 2015,
  hostCountry: 'US',
} as const
const OTHERS = [
  {
    ...SECURITY_COUNCIL,
    key: 'un-unsc-2015-2201.en',
    language: 'en' as const,
    day: '2015-02-15',
    date: { gte: '2015-02-15', lte: '2015-02-15' },
    texts: ['Deplores the attacks on civilians in Sana’a.', 'Demands that all parties cease hostilities.'],
  },
  {
    ...SECURITY_COUNCIL,
    key: 'un-unsc-2015-2201.fr',
    language: 'fr' as const,
    day: '2015-02-15',
    date: { gte: '2015-02-15', lte: '2015-02-15' },
    texts: [
      'Déplore les attaques contre les civils.',
      'Exige que toutes les parties cessent les hostilités.',
    ],
  },
  {
    key: 'oic-cfm-42-2015.ar',
    language: 'ar' as const,
    issuer: 'OIC',
    body: 'CFM',
    type: 'resolution' as const,
    year: 2015,
    day: '2015-05-27',
    date: { gte: '2015-05-27', lte: '2015-05-28' },
    hostCountry: 'KW',
    texts: [
      'يدين العدوان على المدنيين في حلب.',
      'يدعو مجلس الأمن إلى حماية المدنيين.',
      'يقرر <b>متابعة</b> الموضوع.',
    ],
  },
  { key: 'undated.ar', language: 'ar' as const, texts: ['حلب مدينة قديمة.'] },
]

const index = searching([communique(), ...OTHERS])
const { ask } = index

function marks(hit: Hit | undefined): string[] {
  return (hit?.segments ?? []).filter((segment) => segment.hit).map((segment) => segment.text)
}

function text(hit: Hit | undefined): string {
  return (hit?.segments ?? []).map((segment) => segment.text).join('')
}

function counts(answer: Answer, facet: string): Record<string, [number, number]> {
  const buckets = answer.facets[facet]?.buckets ?? []
  return Object.fromEntries(buckets.map(({ value, count, documents }) => [value, [count, documents]]))
}

describe('words', () => {
  test('another form of a word is found and marked whole', async () => {
    const { hits, query } = await ask({ q: 'سوريين' })
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.flatMap(marks)).toContain('السوريين')
    expect(query).toEqual({ text: 'سوريين', relaxed: false, notes: [] })
  })

  test('a hit tells where it stands and how to cite it', async () => {
    const [hit] = (await ask({ q: '"بالبراميل المتفجرة"' })).hits
    expect(hit).toMatchObject({
      permalink: '/d/oic-ex-com-emergency-2016-12-22-fc.ar/5',
      dir: 'rtl',
      matched: ['exact'],
      paragraph: { number: '5', label: '5', role: 'operative' },
      document: { symbol: 'OIC/EX-COM/2016/FC', body: 'EX-COM', date: '2016-12-22', hostCountry: 'SA' },
    })
    expect(marks(hit)).toEqual(['بالبراميل', 'المتفجرة'])
    expect(text(hit)).toBe(communique().texts[4])
    expect(hit?.citation.en).toMatch(
      /Executive Committee.*22 December 2016.*OIC\/EX-COM\/2016\/FC.*para\. \P{L}*5/u,
    )
  })

  test('quoted words stand as typed and in this order', async () => {
    expect((await ask({ q: '"مجلس الأمن"' })).total.paragraphs).toBeGreaterThan(1)
    expect((await ask({ q: '"الأمن مجلس"' })).total.paragraphs).toBe(0)
    expect((await ask({ q: '"سوريين"' })).total.paragraphs).toBe(0)
  })

  test('every word is required', async () => {
    const { hits, query } = await ask({ q: 'العدوان حلب المدنيين' })
    expect(query.relaxed).toBe(false)
    expect(hits.length).toBeGreaterThan(1)
    for (const word of ['عدوان', 'حلب', 'مدني'])
      expect(hits.every((hit) => text(hit).includes(word))).toBe(true)
    expect(hits[0]?.matched).toEqual(['exact'])
  })

  test('where no paragraph has every word, most will do, and the answer says so', async () => {
    const { hits, query } = await ask({ q: 'العدوان حلب زيتون', lang: 'en' })
    expect(query.relaxed).toBe(true)
    expect(query.notes).toEqual(['No paragraph has all of these words; these have some of them.'])
    expect(hits[0]?.matched).toEqual(['part'])
  })

  test('a small word alone does not make a paragraph an answer', async () => {
    const { hits, query } = await ask({ q: 'زيتون على حلب' })
    expect([query.relaxed, hits.length > 0]).toEqual([true, true])
    expect(hits.filter((hit) => !text(hit).includes('حلب'))).toEqual([])
  })

  test('a sentence that hardly any paragraph holds whole is filled up, the whole ones first', async () => {
    const q = 'يدعو "مجلس الأمن" إلى حماية المدنيين'
    const { hits, query, total } = await ask({ q, lang: 'en' })
    expect(hits[0]?.matched).not.toEqual(['part'])
    expect(hits.at(-1)?.matched).toEqual(['part'])
    expect([query.relaxed, total.paragraphs > 5]).toEqual([true, true])
    expect(query.notes[0]).toMatch(/^Paragraphs with all of these words: [1-4];/)
    expect((await ask({ q, words: 'all' })).total.paragraphs).toBeLessThan(5)
    expect((await ask({ q, sort: 'newest' })).query.relaxed).toBe(false)
  })

  test('a slip of the finger finds the word that was meant, where nothing else is found', async () => {
    const { hits, query } = await ask({ q: 'بالبراميل'.replace('ام', 'ما'), lang: 'en' })
    expect([hits[0]?.paragraph.label, hits[0]?.matched, query.relaxed]).toEqual(['5', ['part'], true])
    expect(query.notes[0]).toMatch(/^No paragraph has this word; these have words that are spelt nearly/)
    expect((await ask({ q: 'بالبراميل'.replace('ام', 'ما'), match: 'exact' })).hits).toEqual([])
  })

  test.each(['كشمير', 'ضميري', 'OIC/CFM-44', 'قرار 1/44'])(
    'what is a name, a word or a symbol is not taken for another one: %s',
    async (q) => {
      const { total, suggestion, query } = await ask({ q })
      expect([total.paragraphs, suggestion, query.relaxed]).toEqual([0, undefined, false])
    },
  )

  test('a reader who insists on all gets none', async () => {
    const { total, query } = await ask({ q: 'العدوان حلب زيتون', words: 'all' })
    expect([total.paragraphs, query.relaxed]).toEqual([0, false])
  })

  test('exact takes no other form', async () => {
    expect((await ask({ q: 'سوريين', match: 'exact' })).total.paragraphs).toBe(0)
    expect((await ask({ q: 'حلب', match: 'exact' })).total.paragraphs).toBeGreaterThan(1)
  })

  test('stop words decide nothing and are not marked', async () => {
    const { hits } = await ask({ q: 'في حلب' })
    expect(new Set(hits.flatMap(marks))).not.toContain('في')
  })

  test('Latin letters look into English and French', async () => {
    const { hits } = await ask({ q: 'parties' })
    expect(new Set(hits.map((hit) => hit.language))).toEqual(new Set(['en', 'fr']))
    expect((await ask({ q: 'parties', language: 'fr' })).hits.map((hit) => hit.language)).toEqual(['fr'])
  })

  test('digits of either script are the same number', async () => {
    const [western, eastern] = [await ask({ q: '2254' }), await ask({ q: '٢٢٥٤' })]
    expect(western.hits.map(({ id }) => id)).toEqual(eastern.hits.map(({ id }) => id))
    expect(marks(western.hits[0])).toContain('2254')
  })

  test('an open quote and signs without a word are said', async () => {
    expect((await ask({ q: 'حلب "الأمن', lang: 'en' })).query.notes[0]).toMatch(/quotation mark/)
    const { total, query } = await ask({ q: '?!', lang: 'en' })
    expect([total.paragraphs, query.notes.length]).toEqual([0, 1])
  })
})

describe('facets', () => {
  test('count paragraphs and documents', async () => {
    const answer = await ask({})
    expect(answer.total).toEqual({ paragraphs: 25, documents: 5, exact: true })
    expect(counts(answer, 'body')).toEqual({ 'EX-COM': [17, 1], UNSC: [4, 2], CFM: [3, 1] })
    expect(answer.facets.body?.none).toBe(1)
    expect(answer.facets.year?.buckets.map(({ value }) => value)).toEqual(['2016', '2015'])
  })

  test('values of one facet widen, facets narrow, and a facet ignores its own selection', async () => {
    const answer = await ask({ body: ['CFM', 'UNSC'], language: 'ar' })
    expect(answer.total).toMatchObject({ paragraphs: 3, documents: 1 })
    expect(counts(answer, 'body')).toEqual({ 'EX-COM': [17, 1], CFM: [3, 1], UNSC: [0, 0] })
    expect(counts(answer, 'language')).toEqual({ ar: [3, 1], en: [2, 1], fr: [2, 1] })
    expect(
      answer.facets.language?.buckets.filter((bucket) => bucket.selected).map(({ value }) => value),
    ).toEqual(['ar'])
  })

  test('a value can be excluded, and things without a value asked for', async () => {
    expect((await ask({ body: '-EX-COM' })).total.paragraphs).toBe(8)
    expect((await ask({ year: 'none' })).hits.map((hit) => hit.document.key)).toEqual(['undated.ar'])
    expect((await ask({ year: ['none', '2016'] })).total.paragraphs).toBe(18)
    expect((await ask({ year: '-none' })).total.paragraphs).toBe(24)
  })

  test('are labelled in the language of the reader', async () => {
    const label = async (lang: string, facet: string) =>
      (await ask({ lang })).facets[facet]?.buckets[0]?.label
    expect(await label('en', 'body')).toBe('Executive Committee')
    expect(await label('fr', 'language')).toBe('Arabe')
    expect(await label('en', 'hostCountry')).toBe('Saudi Arabia')
    expect(await label('en', 'meeting')).toBe('Executive Committee, emergency, Jeddah, 22 December 2016')
  })

  test('days that overlap are found', async () => {
    expect((await ask({ from: '2015-05-28', to: '2015' })).total).toMatchObject({ paragraphs: 3 })
    expect((await ask({ to: '2016-11' })).total).toMatchObject({ paragraphs: 7 })
  })

  test('one document can be index', async () => {
    const { total } = await ask({ q: 'حلب', document: 'oic-cfm-42-2015.ar' })
    expect(total).toMatchObject({ paragraphs: 1, documents: 1 })
  })
})

describe('order', () => {
  const KEYS_BY_DAY = ['oic-ex-com-emergency-2016-12-22-fc.ar', 'oic-cfm-42-2015.ar', 'un-unsc-2015-2201.en']

  test('without words the newest comes first, paragraph by paragraph', async () => {
    const { hits } = await ask({ size: '100' })
    expect(hits.slice(0, 3).map((hit) => hit.paragraph.label)).toEqual(['1', '2', '3'])
    expect([...new Set(hits.map((hit) => hit.document.key))].slice(0, 3)).toEqual(KEYS_BY_DAY)
    expect(hits.at(-1)?.document.key).toBe('undated.ar')
  })

  test('oldest turns it round; things without a day stay last', async () => {
    const { hits } = await ask({ size: '100', sort: 'oldest' })
    expect([hits[0]?.document.date, hits.at(-1)?.document.key]).toEqual(['2015-02-15', 'undated.ar'])
  })

  test.each(['relevance', 'newest'])('pages by %s neither repeat nor miss a paragraph', async (sort) => {
    const whole = (await ask({ q: 'حلب', size: '50', sort })).hits.map(({ id }) => id)
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => ask({ q: 'حلب', size: '3', page: `${page}`, sort })),
    )
    expect(whole.length).toBeGreaterThan(6)
    expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(whole.slice(0, 12))
    expect(pages[0]?.page).toEqual({ number: 1, size: 3, last: Math.ceil(whole.length / 3) })
  })
})

describe('documents', () => {
  test('are listed newest first under the same filters', async () => {
    const { total, documents } = await index.search.documents(
      readParameters(DocumentsParameters, { body: ['CFM', 'EX-COM'] }),
    )
    expect(total).toBe(2)
    expect(documents.map(({ key, paragraphs }) => [key, paragraphs])).toEqual([
      ['oic-ex-com-emergency-2016-12-22-fc.ar', 17],
      ['oic-cfm-42-2015.ar', 3],
    ])
  })

  test.each(['oic-ex-com-emergency-2016-12-22-fc.ar', 'OIC/EX-COM/2016/FC', '00000000000000000000-1'])(
    'one is read by key, symbol or id: %s',
    async (name) => {
      const { document, total, paragraphs } = await index.search.document({ name, q: 'سوريين' })
      expect([document.symbol, total, paragraphs.length]).toEqual(['OIC/EX-COM/2016/FC', 17, 17])
      expect(paragraphs.map((paragraph) => paragraph.paragraph.number)).toEqual(
        communique().texts.map((_, n) => `${n + 1}`),
      )
      expect(paragraphs.flatMap(marks)).toContain('السوريين')
    },
  )

  test('a paragraph is read by id, or by key and label', async () => {
    const byLabel = await index.search.paragraph({
      key: 'oic-ex-com-emergency-2016-12-22-fc.ar',
      label: '6',
    })
    const byId = await index.search.paragraph({ id: byLabel.id })
    expect(byId).toEqual(byLabel)
    expect(text(byId)).toBe(communique().texts[5])
  })

  test('what is not there is said', async () => {
    await expect(index.search.document({ name: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(index.search.paragraph({ id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
