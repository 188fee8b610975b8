/** Did you mean: Arabic and Latin misspellings of words of an index lead to those words, and to nothing else. */
import { describe, expect, test } from 'vitest'
import { articleForms, distance, partings, tolerance } from '../../../src/search/help/spelling.js'
import type { RawQuestion } from '../../../src/search/request.js'
import { type SmallDocument, searching } from '../../helpers/search-index.js'

const DOCUMENTS: SmallDocument[] = [
  {
    key: 'a.ar',
    language: 'ar',
    year: 2016,
    country: ['PS'],
    cites: ['S/RES/2254'],
    texts: [
      'تدين المنظمة الاستيطان في القدس المحتلة.',
      'يؤكد المجلس ضرورة حماية المدنيين في فلسطين.',
      'تدعو المنظمة إلى ظروف أفضل للاجئين.',
      'المسؤولية مشتركة بين الدول الأعضاء.',
      'مستشفى حلب دُمّر.',
    ],
  },
  {
    key: 'b.ar',
    language: 'ar',
    year: 2017,
    texts: ['أعرب المؤتمر عن تضامنه مع الصومال.', 'تطوير التعاون الاقتصادي'],
  },
  { key: 'c.en', language: 'en', year: 2016, texts: ['Condemns the settlements in occupied Palestine.'] },
  {
    key: 'd.fr',
    language: 'fr',
    year: 2016,
    country: ['LB'],
    texts: ['Réaffirme la souveraineté du Liban.'],
  },
]

const index = searching(DOCUMENTS, { facets: 'none' })

async function suggestion(raw: RawQuestion): Promise<string | undefined> {
  return (await index.ask(raw)).suggestion
}

describe('another spelling that finds something', () => {
  test.each([
    ['a letter of the same sound', 'المنضمة', 'المنظمة'],
    ['another one', 'فلصطين', 'فلسطين'],
    ['with the words around it', 'الاستيتان في القدس', 'الاستيطان في القدس'],
    ['two letters swapped', 'الاسيتطان', 'الاستيطان'],
    ['a doubled letter', 'فلسسطين', 'فلسطين'],
    ['a letter left out', 'الصوال', 'الصومال'],
    ['in a short word', 'حلبب', 'حلب'],
    ['a missing hamza', 'المسولية', 'المسؤولية'],
    ['no space', 'القدسالمحتلة', 'القدس المحتلة'],
    ['a space too many', 'التع اون الاقتصادي', 'التعاون الاقتصادي'],
    ['within quotes', '"القدث المحتلة"', '"القدس المحتلة"'],
    ['no article, as typed', '"قدس المحتلة"', '"القدس المحتلة"'],
    ['behind a field', 'year:2016 مستشفا', undefined],
    ['a value of a field', 'country:فلسسطين', 'country:فلسطين'],
    ['a value that words are beside', 'حماية country:Palestnie', 'حماية country:Palestine'],
    ['a resolution that is only cited', 'قرار 2254', 'cites:S/RES/2254'],
    ['a name that mostly texts of another language name', 'لبنان', 'country:لبنان'],
    ['the same, of several words', 'الجمهورية اللبنانية', 'country:"الجمهورية اللبنانية"'],
    ['a name in Latin letters that Arabic texts name, found without help', 'Palestine', undefined],
    ['a name that none of them names', 'Syrie', undefined],
    ['two words at once', 'ضروف افضل للاجئن', 'ظروف افضل للاجئين'],
    ['English', 'setlements', 'settlements'],
    ['English, swapped', 'Palestnie', 'Palestine'],
    ['French, without its accent', 'souveranete', 'souveraineté'],
  ])('%s: %s', async (_, q, expected) => {
    expect(await suggestion({ q })).toBe(expected)
  })

  test.each(['المنظمة', 'القدس', 'حنب', 'دلي', 'زقزوق', 'xyzzyx', '12345', ''])(
    'nothing for %s',
    async (q) => {
      expect(await suggestion({ q })).toBeUndefined()
    },
  )

  test('only where it finds something with what was chosen', async () => {
    expect(await suggestion({ q: 'فلصطين', year: '2016' })).toBe('فلسطين')
    expect(await suggestion({ q: 'فلصطين', year: '2017' })).toBeUndefined()
  })
})

test.each([
  ['منضمه', 'منظمه', 0.5],
  ['abc', 'abc', 0],
  ['abc', 'acb', 0.5],
  ['abc', 'abbc', 0.5],
  ['abc', 'xbc', 1],
  ['abc', '', 3],
])('%s and %s are %s apart', (a, b, apart) => {
  expect(distance(a, b)).toBe(apart)
  expect(distance(b, a)).toBe(apart)
})

test.each([
  [3, 0.5],
  [4, 1],
  [5, 1],
  [6, 1.5],
  [8, 1.5],
  [9, 2],
])('in %s letters %s may be wrong', (letters, expected) => {
  expect(tolerance(letters)).toBe(expected)
})

test('an Arabic word is looked for with its article, too', () => {
  expect(articleForms('قدس')).toContain('القدس')
  expect(articleForms('بالمنظمه')).toContain('المنظمه')
  expect(articleForms('word')).toEqual(['word'])
})

test('words part at each place that leaves two letters', () => {
  expect(partings('abcde')).toEqual([
    ['ab', 'cde'],
    ['abc', 'de'],
  ])
  expect(partings('abcd')).toEqual([])
})
