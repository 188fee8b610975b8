import { describe, expect, test } from 'vitest'
import { firstDay, lastDay } from '../../src/elastic/days.js'
import { BayanError } from '../../src/errors.js'
import { DocumentsParameters } from '../../src/search/parameters.js'
import { type RawQuestion, readParameters, readQuestion } from '../../src/search/request.js'

function refusal(ask: () => unknown): string {
  try {
    ask()
  } catch (error) {
    if (error instanceof BayanError) return `${error.code} ${error.status} ${error.message}`
    throw error
  }
  return 'accepted'
}

describe('readQuestion', () => {
  test('fills in what was not said', () => {
    expect(readQuestion({})).toMatchObject({
      q: '',
      year: [],
      match: 'inflected',
      sort: 'relevance',
      page: 1,
      size: 20,
    })
  })

  test('reads lists, numbers and exclusions', () => {
    const question = readQuestion({
      q: ' حلب ',
      body: ['EX-COM', '-CFM'],
      year: '2016',
      page: '2',
      size: '50',
    })
    expect(question).toMatchObject({ q: 'حلب', body: ['EX-COM', '-CFM'], year: ['2016'], page: 2, size: 50 })
  })

  test('a verb with its object is one of the pairs, and no verb', () => {
    const { verb, verbObject } = readQuestion({ verb: ['CONDEMN', 'CONDEMN|SY'], verbObject: 'CALL|SY' })
    expect([verb, verbObject]).toEqual([['CONDEMN'], ['CALL|SY', 'CONDEMN|SY']])
  })

  test('a time may have one end alone', () => {
    expect(readQuestion({ from: '2016' }).to).toBeUndefined()
    expect(readQuestion({ to: '2016-05' }).from).toBeUndefined()
    expect(readQuestion({ from: '2016', to: '2016' })).toMatchObject({ from: '2016', to: '2016' })
  })

  test('takes the empty fields of a form as not given', () => {
    expect(readQuestion({ q: 'x', from: '', year: ['', '2016'] })).toMatchObject({ year: ['2016'] })
  })

  test('mends half of a surrogate pair, which no engine could read', () => {
    expect(readQuestion({ q: 'a\uD835 b' }).q).toBe('a  b')
  })

  test.each<[string, RawQuestion, RegExp]>([
    ['an unknown parameter', { colour: 'red' }, /^QUERY_INVALID 400 .*"colour"/],
    ['a name that every object has', { constructor: 'x' }, /^QUERY_INVALID 400 .*"constructor"/],
    ['a single value given twice', { q: ['a', 'b'] }, /"q" can be given only once/],
    ['a year that is none', { year: 'abc' }, /"year" is wrong: it cannot be "abc". Year of/],
    ['a word for a number', { page: 'x' }, /"page" is wrong/],
    ['a page before the first', { page: '0' }, /"page" is wrong/],
    ['too large a page', { size: '101' }, /"size" is wrong/],
    ['too deep a page', { page: '51' }, /first 1000 results/],
    ['an unknown choice', { words: 'some' }, /"words" is wrong: it cannot be "some".*all, most, any/],
    ['a facet that is none', { facets: ['year', 'colour'] }, /"facets" is wrong: it cannot be "colour"/],
    ['a month that is none', { month: '2016-13' }, /"month" is wrong/],
    ['a day that is none', { from: '2016-02-30' }, /"from" is not a date/],
    ['days in the wrong order', { from: '2017', to: '2016-05' }, /"from" is later than "to"/],
    ['10,000 letters', { q: 'ا'.repeat(10_000) }, /^QUERY_TOO_LONG 400 .*10000.*512/],
  ])('refuses %s with a sentence', (_, raw, sentence) => {
    expect(refusal(() => readQuestion(raw))).toMatch(sentence)
  })

  test('one sign counts as the letters that it stands for', () => {
    expect(refusal(() => readQuestion({ q: '\uFDFA'.repeat(100) }))).toMatch(/QUERY_TOO_LONG.*1800/)
  })

  test('counts letters, not bytes', () => {
    expect(refusal(() => readQuestion({ q: '𝒳'.repeat(512) }))).toBe('accepted')
  })
})

test('documents are not asked by words', () => {
  expect(refusal(() => readParameters(DocumentsParameters, { q: 'x' }))).toMatch(/no parameter "q"/)
})

test.each([
  ['2016', '2016-01-01', '2016-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2016-12-22', '2016-12-22', '2016-12-22'],
])('%s lasts from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})
