/** What the pages offer besides the hits: drawing, groups, repeats, languages, values by name, help. */
import { describe, expect, test } from 'vitest'
import help from '../../src/http/page/help.json' with { type: 'json' }
import { parse } from '../../src/search/language/parse.js'
import { serving } from '../helpers/app.js'
import type { SmallDocument } from '../helpers/search-index.js'

const YEARS = [2012, 2013, 2015, 2016]
const DOCUMENTS: SmallDocument[] = YEARS.map((year) => ({
  key: `oic-cfm-${year}.ar`,
  language: 'ar',
  title: `مجلس ${year}`,
  symbol: `OIC/CFM-${year}`,
  body: 'CFM',
  meeting: `oic-cfm-${year}`,
  meetingOrdinal: year - 1973,
  year,
  day: `${year}-05-27`,
  country: year === 2016 ? ['SY', 'PS'] : ['PS'],
  texts: ['يؤكد المجلس دعمه.', `فلسطين ${year}`, 'فلسطين أيضاً', 'فلسطين دائماً', `فلسطين، سنة ${year}`],
}))
const FRENCH: SmallDocument = {
  ...DOCUMENTS[3],
  key: 'oic-cfm-2016.fr',
  language: 'fr',
  texts: ['Réaffirme.'],
}

const served = serving([...DOCUMENTS, FRENCH])

async function page(url: string): Promise<string> {
  const response = await served.app.inject(url)
  expect(response.statusCode).toBe(200)
  return response.body
}

const PALESTINE = encodeURIComponent('فلسطين')

test('years are drawn as bars that lead to them, without style or a script in the page', async () => {
  const body = await page(`/?q=${PALESTINE}&lang=en`)
  const bars = [...body.matchAll(/<a href="([^"]*)" aria-label="(\d{4}): [^"]*"><title>/g)]
  expect(bars.map(([, , year]) => Number(year))).toEqual(YEARS)
  expect(bars[0]?.[1]).toContain('year=2012')
  expect(body).not.toMatch(/style=|<script(?! src="\/assets\/page\.js" defer>)/)
})

test('Arabic nouns have the form that their place in the sentence wants', async () => {
  const question = `q=${PALESTINE}&year=2015&year=2016&lang=ar`
  expect(await page(`/?${question}`)).toMatch('في وثيقتين')
  expect(await page(`/?q=${encodeURIComponent('سنة')}+zebra&words=all&year=2016&year=2015&lang=ar`)).toMatch(
    'ترد في 4 فقرات',
  )
})

test('meetings stand beneath their body', async () => {
  const body = await page(`/?q=${PALESTINE}&lang=en`)
  expect(body).toMatch(/class="beneath"><summary>Meetings \(4\)/)
  expect(body).toMatch(/href="[^"]*meeting=oic-cfm-2015[^"]*"/)
})

test('only words can be close to something: fields alone are answered by the newest', async () => {
  const fields = await page('/?q=year%3A2016&lang=en')
  expect(fields).not.toContain('>Closest<')
  expect(fields).toMatch(/aria-current="true">Newest</)
  expect(await page(`/?q=${PALESTINE}+year%3A2016&lang=en`)).toMatch(/aria-current="true">Closest</)
})

test('a relaxed answer says which word is nowhere, and offers all words once', async () => {
  const body = await page(`/?q=${encodeURIComponent('فلسطين زعفران country:Atlantis')}&lang=en`)
  expect(body).toMatch(/<strong><bdi>زعفران<\/bdi><\/strong> is nowhere\./)
  expect(body.match(/All words only/g)?.length).toBe(1)
  expect(body).toContain('Atlantis')
})

test('grouped by document, the rest of each document is a link away', async () => {
  const body = await page(`/?q=${PALESTINE}&lang=en&group=document`)
  expect(body.match(/class="hit group"/g)?.length).toBe(4)
  expect(body).toMatch(/href="\/\?q=[^"]*document=oic-cfm-2016\.ar[^"]*">In this document also 1 paragraph/)
  expect(body).toMatch(/group=document[^>]*aria-current="true">By document/)
})

test('what is repeated stands under one, and other languages are offered', async () => {
  const body = await page(`/?q=${encodeURIComponent('دعمه')}&lang=en`)
  expect(body).toMatch(/In the same words, or nearly, in 3 documents/)
  expect(body).toMatch(/<a href="\/d\/oic-cfm-2015\.ar\?lang=en#p-1"><bdi>OIC\/CFM-2015 · 2015<\/bdi>/)
  expect(await page(`/?q=${encodeURIComponent('"فلسطين ٢٠١٦"')}&lang=en`)).toMatch(/hreflang="fr">Français/)
})

test('a facet has a page of its own, where its values are found by name', async () => {
  const body = await page(`/facets/country?q=${PALESTINE}&lang=en&find=syr`)
  expect(body).toMatch(/<bdi>Syria<\/bdi><span class="count">4</)
  expect(body).not.toContain('<bdi>Palestine')
  expect(body).toMatch(/name="q" value="فلسطين"/)
  expect((await served.app.inject('/facets/colour')).statusCode).toBe(404)
})

test('what was chosen has its name, also where nothing has it', async () => {
  const chips = await page(`/?q=${PALESTINE}&lang=en&language=-en&country=-MM&hostCountry=QA`)
  for (const name of ['English', 'Myanmar', 'Qatar']) expect(chips).toContain(`<bdi>${name}</bdi> <span`)
  expect(chips).toMatch(/without the filter Country mentioned <bdi>− Myanmar|Without/)
})

test('where nothing is found, ways that may help are links', async () => {
  const body = await page(`/?q=${encodeURIComponent('فلسطين يؤكد')}&words=all&lang=en&year=2012`)
  for (const way of [/scope=document/, /words=any/, /href="\/help\?lang=en"/, /Clear filters/])
    expect(body).toMatch(way)
})

test('the box is reached by its key and says how to ask', async () => {
  expect(await page('/?q=x')).toMatch(/accesskey="\/"[\s\S]*class="help"/)
})

describe('help', () => {
  test.each(['ar', 'en', 'fr'] as const)('stands in %s, each example a link', async (language) => {
    const body = await page(`/help?lang=${language}`)
    expect(body).toContain(help[language].title)
    expect(body.match(/class="chip"/g)?.length).toBeGreaterThan(25)
  })

  test('every example says what it means to say', () => {
    const examples = [...help.ways.map((way) => way.examples), ...help.fields.map((field) => field.example)]
    for (const example of examples.flatMap((one) => Object.values(one))) {
      const { problems, all } = parse(example)
      expect([example, problems]).toEqual([example, []])
      expect(all.length).toBeGreaterThan(0)
    }
    for (const { example } of help.fields) {
      for (const one of Object.values(example)) expect(parse(one).all[0]?.term.kind).toBe('field')
    }
  })
})
