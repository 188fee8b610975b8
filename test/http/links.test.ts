import { describe, expect, test } from 'vitest'
import { anchor, documentLink, searchLink, toggled, unfiltered } from '../../src/http/page/links.js'
import { readQuestion } from '../../src/search/request.js'

const QUESTION = readQuestion({ q: 'حلب', year: ['2016', '-2015'], sort: 'newest', page: '3', lang: 'en' })

function read(link: string) {
  const raw: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(link.slice(2))) raw[name] = [...(raw[name] ?? []), value]
  return readQuestion(raw)
}

describe('searchLink', () => {
  test('leads back to the same question, on its first page', () => {
    expect(read(searchLink(QUESTION))).toEqual({ ...QUESTION, page: 1 })
    expect(read(searchLink(QUESTION, { page: 2 }))).toEqual({ ...QUESTION, page: 2 })
  })

  test('says nothing of what is usual', () => {
    expect(searchLink(readQuestion({}))).toBe('/')
    expect(searchLink(readQuestion({ q: 'a b' }))).toBe('/?q=a+b')
  })

  test('keeps signs that mean something in an address', () => {
    expect(read(searchLink(readQuestion({ q: 'a&b=c#d+e"f' }))).q).toBe('a&b=c#d+e"f')
  })
})

test('a value is chosen and given up by the same link', () => {
  expect(toggled(QUESTION, 'year', '2017')).toEqual({ year: ['2016', '-2015', '2017'] })
  expect(toggled(QUESTION, 'year', '2016')).toEqual({ year: ['-2015'] })
})

test('without filters the words stay', () => {
  expect(unfiltered(QUESTION)).toMatchObject({ q: 'حلب', year: [], lang: 'en', page: 1 })
})

test('a paragraph has a place on its page', () => {
  expect(anchor('4/44-POL op. 7')).toBe('p-4/44-POL_op._7')
  expect(documentLink('a-key.ar', { q: 'x y', label: 'III.2' })).toBe('/d/a-key.ar?q=x+y#p-III.2')
})
