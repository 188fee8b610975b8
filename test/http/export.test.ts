/** Everything that answers leaves as a file: whole, once each, in one order, in each form. */
import { describe, expect, test } from 'vitest'
import { serving } from '../helpers/app.js'
import { communique } from '../helpers/search-index.js'

/** Over two pages of what is read at once. */
const MANY = 1100
const UNDATED = {
  key: 'undated.en',
  language: 'en' as const,
  texts: Array.from({ length: MANY }, (_, n) => `Support number ${n}.`),
}
const OLD = {
  key: 'old.en',
  language: 'en' as const,
  title: '=HYPERLINK("x"), "quoted"',
  date: { gte: '1969-09-25', lte: '1969-09-25' },
  day: '1969-09-25',
  country: ['SY', 'PS'],
  texts: ['Support of old,\nover two lines.', 'Another thing.'],
}

const served = serving([UNDATED, OLD, communique()])

async function take(query: string): Promise<{ body: string; headers: Record<string, unknown> }> {
  const answer = await served.app.inject(`/api/export?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer
}

async function lines(query: string) {
  const { body } = await take(`format=jsonl&${query}`)
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('all of it', () => {
  test('past every page, each once: dated ones by day, then by document and place', async () => {
    const found = await lines('q=support')
    const ids = found.map(({ id }) => id)
    expect(ids).toHaveLength(MANY + 1)
    expect(new Set(ids).size).toBe(MANY + 1)
    expect(found[0].document.key).toBe('old.en')
    expect(found.slice(1).map(({ paragraph }) => paragraph.label)).toEqual(
      UNDATED.texts.map((_, n) => `${n + 1}`),
    )
  })

  test('newest first, or oldest, and what was chosen and excluded is heeded', async () => {
    const days = async (query: string) => (await lines(query)).map(({ document }) => document.date)
    const all = await days('from=1900')
    expect([all[0], all.at(-1)]).toEqual(['2016-12-22', '1969-09-25'])
    expect((await days('from=1900&sort=oldest'))[0]).toBe('1969-09-25')
    expect(await days('country=SY&q=-another')).toEqual(['1969-09-25'])
  })

  test('where no paragraph has every word, those with most, as on the page; nothing is an empty file', async () => {
    expect(await lines('q=another+zebra+thing')).toMatchObject([{ text: 'Another thing.' }])
    expect((await take('format=jsonl&q=zebra')).body).toBe('')
    expect((await take('q=zebra')).body).toMatch(/^\uFEFFdate,.*permalink\r\n$/)
  })
})

test('words anywhere in the document lead to its paragraphs, as on the page', async () => {
  const question = 'q=support+another&scope=document'
  const { hits } = (await served.app.inject(`/api/search?${question}`)).json()
  const labels = (await lines(question)).map(({ paragraph }) => paragraph.label)
  expect(labels).toEqual(['1', '2'])
  expect(hits).toHaveLength(labels.length)
})

describe('forms', () => {
  test('a table opens in a spreadsheet: sign of UTF-8, names, quotes, no formula', async () => {
    const { body, headers } = await take('q=support&country=SY&lang=en')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('bayan.csv')
    expect(body).toContain(`"'=HYPERLINK(""x""), ""quoted"""`)
    expect(body).toContain('"Support of old,\nover two lines."')
    expect(body).toMatch(/Syria; Palestine/)
    expect(body).toMatch(/http:\/\/localhost(:\d+)?\/d\/old\.en\/1/)
  })

  test('citations in the language of the reader, symbols in isolates', async () => {
    const { body } = await take('format=citations&q=حلب&lang=ar')
    expect(body).toMatch(/^منظمة التعاون الإسلامي.*\u2068OIC\/EX-COM\/2016\/FC\u2069/)
    expect(body.trim().split('\n\n').length).toBeGreaterThan(5)
  })

  test('a wrong form is refused in one sentence', async () => {
    const answer = await served.app.inject('/api/export?format=xlsx')
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toContain('csv, jsonl, citations')
  })
})
