/** Which lines are printed on the paper of every page, and is that found in time that grows with the pages alone? */
import { expect, test } from 'vitest'
import { markFurniture, type Page } from '../../../src/extract/pdf/furniture.js'

/** @param texts of one page, each with its height */
function pagesOf(count: number, texts: (page: number) => [text: string, y: number][]): Page[] {
  return Array.from({ length: count }, (_, page) => ({
    lines: texts(page).map(([text, y]) => ({ text, y, size: 11 })),
    height: 800,
  }))
}

function marked(pages: Page[]): string[] {
  markFurniture(pages)
  return pages.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind === 'furniture').map(({ text }) => text),
  )
}

test('heads with the same figures and numbers that count the pages are furniture', () => {
  const pages = pagesOf(6, (page) => [
    ['Session 43', 30],
    [`${page + 7}. Decision of the year ${2000 + 3 * page}`, 60],
    ['Session 43', 400],
    [`Page ${page + 1} of 6`, 780 + (page % 2)],
  ])
  expect(marked(pages)).toEqual(pages.flatMap((_, page) => ['Session 43', `Page ${page + 1} of 6`]))
})

test('the number of the only page alone at its foot is furniture, another number is text', () => {
  const page = (number: string) =>
    pagesOf(1, () => [
      ['Adopted', 300],
      ['by', 320],
      ['consensus', 340],
      [number, 780],
    ])
  expect(marked(page('- 1 -'))).toEqual(['- 1 -'])
  expect(marked(page('2'))).toEqual([])
})

test('the same line at other heights is text', () => {
  expect(marked(pagesOf(8, (page) => [['Adopted', 20 + 10 * page]]))).toEqual([])
})

test('ten thousand pages of like lines take no longer for each page than a few', () => {
  const pages = pagesOf(10_000, (page) => [
    ['Session 43', 30],
    ...[60, 74, 88].map((y): [string, number] => [`${page * 30 + y}. Page ${page * y} of the decisions`, y]),
  ])
  expect(marked(pages)).toHaveLength(10_000)
})
