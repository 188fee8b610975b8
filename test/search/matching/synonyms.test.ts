/** Are other names of the same thing found, after the name that was typed? */
import { expect, test } from 'vitest'
import type { Hit } from '../../../src/search/answer.js'
import { mayHaveSynonym } from '../../../src/search/matching/synonyms.js'
import { searching } from '../../helpers/search-index.js'

const TEXTS = {
  ar: [
    'يدين سياسة الفصل العنصري.',
    'نظام الأبارتايد',
    'اجتماع كانون الثاني',
    'فصل من كتاب عن العنصري',
    'قمة أبو ظبي',
  ],
  en: [
    'Recalls the decision of the United Nations Security Council.',
    'The Security Committee of the Council.',
  ],
  fr: ['Le Secrétaire général de l’Organisation de la Coopération islamique.'],
}

const documents = (['ar', 'en', 'fr'] as const).map((language) => ({
  key: `names.${language}`,
  language,
  texts: TEXTS[language],
}))
const index = searching(documents)

async function hits(q: string, match: 'inflected' | 'exact' = 'inflected'): Promise<Hit[]> {
  return (await index.ask({ q, match })).hits
}

function text(hit: Hit): string {
  return hit.segments.map((segment) => segment.text).join('')
}

test('after the name itself, marked, and with a word on how it was found', async () => {
  const found = await hits('الأبارتايد')
  expect(found.map(text)).toEqual([TEXTS.ar[1], TEXTS.ar[0]])
  expect(found.map(({ matched }) => matched)).toEqual([['exact'], ['synonym']])
  expect(found[1]?.segments.filter(({ hit }) => hit).map((segment) => segment.text)).toEqual([
    'الفصل',
    'العنصري',
  ])
})

test.each([
  ['يناير', TEXTS.ar[2]],
  ['اجتماعات جانفي', TEXTS.ar[2]],
  ['UNSC', TEXTS.en[0]],
  ["l'OCI", TEXTS.fr[0]],
  ['Abu Dhabi', TEXTS.ar[4]],
])('%s', async (typed, expected) => {
  expect((await hits(typed)).map(text)).toEqual([expected])
})

test('as typed means no other name', async () => {
  expect(await hits('يناير', 'exact')).toEqual([])
})

test('most questions are spared the second way', () => {
  expect(mayHaveSynonym('يدين العدوان على المدنيين', 'ar')).toBe(false)
  expect(mayHaveSynonym('بيان لمنظمة المؤتمر الإسلامي', 'ar')).toBe(true)
})
