/** What does the layout of pages tell: heads and page numbers, notes, ends of paragraphs, cells of tables? */
import { expect, test } from 'vitest'
import { endsParagraph } from '../../../src/extract/pdf/ends.js'
import { markFurniture } from '../../../src/extract/pdf/furniture.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'
import { linesOfPage, type PageLine } from '../../../src/extract/pdf/page.js'
import type { Row } from '../../../src/extract/pdf/rows.js'

const SIZE = 10
const line = (text: string, y: number): PageLine => ({ text, y, size: SIZE })

/** One glyph of 5 points for each letter. */
function glyphs(text: string, x: number, y: number, size = SIZE): Glyph[] {
  return [...text].map((letter, at) => ({
    text: letter,
    font: 'f',
    code: letter.codePointAt(0) as number,
    x0: x + 5 * at,
    x1: x + 5 * at + 5,
    y,
    size,
    angle: 0,
    order: y * 1000 + x + at,
  }))
}

function row(text: string, x: number, y: number): Row {
  return { y, size: SIZE, clusters: glyphs(text, x, y).map(({ angle: _, ...cluster }) => cluster) }
}

test('heads that return and numbers that count the pages are furniture, words that return in the text are not', () => {
  const pages = [1, 2, 3].map((page) => ({
    height: 800,
    lines: [
      line('OIC/CFM-44', 40),
      line(`Article ${page * 5}`, 80),
      line('same words', 400),
      line(`- ${page} -`, 780),
    ],
  }))
  markFurniture(pages)
  for (const { lines } of pages)
    expect(lines.map(({ kind }) => kind)).toEqual(['furniture', undefined, undefined, 'furniture'])
})

test('a line that had room for the next word ends its paragraph', () => {
  const rows = [row('aaaa bbbb cccc dddd', 0, 10), row('eeee ffff', 0, 20), row('gggg hhhh iiii jjjj', 0, 30)]
  expect(rows.map((_, at) => endsParagraph(rows, at, 'ltr'))).toEqual([false, true, false])
})

test('a raised figure whose note stands below in small letters is a call', () => {
  const body = [
    ...glyphs('It recalls the plan', 0, 100),
    ...glyphs('1', 95, 96, 6),
    ...glyphs('of the states', 105, 100),
  ]
  const lines = linesOfPage([...body, ...glyphs('1 See the annex', 0, 700, 8)]).filter(({ text }) => text)
  expect(lines.map(({ text, kind }) => [text, kind])).toEqual([
    ['It recalls the plan[1] of the states', undefined],
    ['[1] See the annex', 'note'],
  ])
})

test('without a note below a raised figure stays a figure', () => {
  const lines = linesOfPage([...glyphs('an area of ten m', 0, 100), ...glyphs('2', 80, 96, 6)])
  expect(lines.map(({ text }) => text)).toEqual(['an area of ten m2'])
})

test('wide white parts the cells of a row', () => {
  const [first] = linesOfPage([...glyphs('state', 0, 100), ...glyphs('12', 100, 100)])
  expect(first?.text).toBe('state\t12')
})
