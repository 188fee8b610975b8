/** How a question was read: parts, forms as the engine makes them, other names, paragraphs for each. */
import { describe, expect, test } from 'vitest'
import { stem } from '../../../src/arabic/stem.js'
import { serving } from '../../helpers/app.js'

const served = serving([
  {
    key: 'a.ar',
    language: 'ar',
    year: 2016,
    texts: ['السوريون في حلب', 'حماية المدنيين', 'قرار مجلس الأمن'],
  },
  { key: 'b.en', language: 'en', year: 2017, texts: ['Condemns the attacks on Syrians.'] },
])

const explain = (q: string) => served.search.explain({ q, lang: 'en' })

describe('the parts', () => {
  test('are words with their stems, quotations, fields, groups, and what is unwanted', async () => {
    const { parts, notes } = await explain('السوريين -"مجلس الأمن" year:2016 (حلب OR دمشق) condem*')
    expect(notes).toEqual([])
    expect(parts.map(({ kind, wanted, paragraphs }) => [kind, wanted, paragraphs])).toEqual([
      ['word', true, 1],
      ['phrase', false, 1],
      ['field', true, 3],
      ['any', true, 1],
      ['prefix', true, 1],
    ])
    expect(parts[0]?.forms).toEqual([{ language: 'ar', typed: ['السوريين'], stems: [stem('السوريين')] }])
    expect(parts[2]).toMatchObject({ field: 'year', values: [{ from: '2016', to: '2016' }] })
    expect(parts[3]?.of?.map(([one]) => [one?.text, one?.paragraphs])).toEqual([
      ['حلب', 1],
      ['دمشق', 0],
    ])
    expect(parts[4]?.forms?.map(({ language }) => language)).toEqual(['en', 'fr'])
  })

  test('each have their own forms, also where one has none', async () => {
    const { parts } = await explain('the attacks on Syrians')
    expect(parts.map(({ text, forms }) => [text, forms?.[0]?.typed, forms?.[0]?.stems])).toEqual([
      ['the', ['the'], []],
      ['attacks', ['attacks'], ['attack']],
      ['on', ['on'], []],
      ['Syrians', ['syrians'], [expect.stringMatching(/^syria/)]],
    ])
  })
})

test('other names of what was asked for are named', async () => {
  const { synonyms } = await explain('الأمم المتحدة UN')
  expect(synonyms.some(({ stems }) => stems.length > 0)).toBe(true)
  expect((await explain('حماية')).synonyms).toEqual([])
})

test('what could not be read is said, and nothing is nothing', async () => {
  expect((await explain('"حلب')).notes.length).toBe(1)
  expect(await explain('')).toEqual({ text: '', notes: [], parts: [], synonyms: [] })
})

test('the page shows values as one may type them', async () => {
  const q = 'year:2015 - 2018 from:2016 verb:condemn|syria cites:2254 symbol:OIC* body:none'
  const { body } = await served.app.inject({ url: '/explain', query: { q, lang: 'en' } })
  const values = [...body.matchAll(/<code>([^<]*)<\/code> <code>([^<]*)/g)].map(([, ...pair]) =>
    pair.join(':'),
  )
  expect(values).toEqual([
    'year:2015..2018',
    'date:2016..',
    'verb:CONDEMN|SY',
    'cites:2254',
    'symbol:OIC*',
    'body:none',
  ])
})

test('the page shows the stems, and is a link from help and results', async () => {
  const q = encodeURIComponent('السوريين')
  const { body } = await served.app.inject(`/explain?q=${q}&lang=en`)
  expect(body).toContain(`<code dir="auto">${stem('السوريين').replace('_', '')}</code>`)
  expect((await served.app.inject(`/?q=${q}&lang=en`)).body).toContain(`href="/explain?q=${q}&amp;lang=en"`)
  expect((await served.app.inject('/help?lang=en')).body).toContain('href="/explain?lang=en"')
  expect((await served.app.inject(`/api/explain?q=${'a'.repeat(600)}`)).json().error.code).toBe(
    'QUERY_TOO_LONG',
  )
})

test('many readers at once are all answered, and none is a leak that the process is warned of', async () => {
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.on('warning', note)
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => served.app.inject('/api/explain?q=OIC/EX-COM')),
  )
  process.off('warning', note)
  expect([...new Set(answers.map(({ statusCode }) => statusCode))]).toEqual([200])
  expect(warnings).toEqual([])
})
