/** Does a glyph that the file does not name stay without a letter, and does each stand where it is drawn? */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { readDrawing } from '../../../src/extract/pdf/drawing.js'

const font = { name: 'F', scale: 0.001, names: () => true }

type Shown = { unicode: string; width: number; isSpace: boolean; originalCharCode: number }

function glyph(unicode: string, width: number, originalCharCode = 1): Shown {
  return { unicode, width, isSpace: false, originalCharCode }
}

function read(shown: Shown[], matrix: number[], names = () => true) {
  const operations = {
    fnArray: [OPS.setFont, OPS.setTextMatrix, OPS.showText],
    argsArray: [['F', 10], [matrix], [shown]],
  }
  return readDrawing(operations, [1, 0, 0, -1, 0, 100], () => ({ ...font, names })).glyphs
}

const UPRIGHT = [1, 0, 0, 1, 0, 0]

test('a code for which the file has no letter has none, nor has one that is named nothing', () => {
  expect(
    read([glyph('\u0440', 0), glyph('\u0440', 500)], UPRIGHT, () => false).map(({ text }) => text),
  ).toEqual(['', ''])
  expect(read([glyph('\0', 0), glyph('\u064B', 0)], UPRIGHT).map(({ text }) => text)).toEqual(['', '\u064B'])
})

test('text that is turned over runs from the right and stands upright; its numbers run from the left', () => {
  const word = [...'\u0648\u0645 12.5'].map((letter) => glyph(letter, 500))
  const glyphs = read(word, [-1, 0, 0, 1, 50, 0])
  expect(new Set(glyphs.map(({ angle }) => angle))).toEqual(new Set([0]))
  expect(
    glyphs
      .toSorted((one, two) => one.x0 - two.x0)
      .map(({ text }) => text)
      .join(''),
  ).toBe('12.5 \u0645\u0648')
  expect(read(word, [-1, 0, 0, -1, 50, 0]).map(({ angle }) => Math.abs(angle))).toEqual(word.map(() => 180))
})
