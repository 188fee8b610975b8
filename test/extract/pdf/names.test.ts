/** What stands a glyph for: the text that the file writes beside it, and names whose bytes were mixed up. */
import { expect, test } from 'vitest'
import { withActualText } from '../../../src/extract/pdf/actual-text.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'
import { withoutMixedBytes } from '../../../src/extract/pdf/mixed-bytes.js'

const SHADDA_FATHA = '\u0651\u064E'

function glyph(text: string, x0: number, x1: number, span?: number): Glyph {
  return {
    text,
    font: 'f',
    code: 1,
    x0,
    x1,
    y: 100,
    size: 10,
    order: x0,
    angle: 0,
    ...(span !== undefined && { span }),
  }
}

const read = (glyphs: Glyph[], texts: string[]) =>
  withActualText(glyphs, texts, 1).map(({ text, x0, x1 }) => [text, x0, x1])

test('the glyphs of a span are one, with its text and the room of its letter', () => {
  const glyphs = [glyph('', 6, 6, 0), glyph('\u0631', 5, 10, 0), glyph('a', 10, 15)]
  expect(read(glyphs, [`\u0631${SHADDA_FATHA}`])).toEqual([
    [`\u0631${SHADDA_FATHA}`, 5, 10],
    ['a', 10, 15],
  ])
})

test('a mark that is named after the whole letter is part of it, an equal letter beside is not', () => {
  const texts = ['\u0631\u0651', '\u0631\u0651', '\u0631\u0651']
  const glyphs = [glyph('', 6, 6, 0), glyph('\u0631', 5, 10, 1), glyph('\u0631', 10, 15, 2)]
  expect(read(glyphs, texts)).toEqual([
    ['\u0631\u0651', 5, 10],
    ['\u0631\u0651', 10, 15],
  ])
})

test('nor is a mark of the same name behind another letter', () => {
  const texts = ['\u062F\u064E', '\u062F\u064E']
  const glyphs = [glyph('', 1, 1, 0), glyph('\u062F', 0, 5, 0), glyph('\u0627', 5, 8), glyph('', 9, 9, 1)]
  expect(read(glyphs, texts).map(([text]) => text)).toEqual([texts[0], '\u0627', texts[1]])
})

test('a span of several words, or with a soft hyphen, stays as it is drawn', () => {
  const glyphs = [glyph('a', 0, 5, 0), glyph('-', 5, 10, 1)]
  expect(read(glyphs, ['two words', '\u00AD'])).toEqual([
    ['a', 0, 5],
    ['-', 5, 10],
  ])
})

test.each([
  ['\u6600\u6900', 'fi'],
  ['\u6600\u6600\u6900', 'ffi'],
  ['\u0644\u4427', '\u0644\u0627'],
  ['\u0644\u0627', '\u0644\u0627'],
  ['\u6600', '\u6600'],
])('%s stands for %s', (name, text) => {
  expect(withoutMixedBytes(name)).toBe(text)
})
