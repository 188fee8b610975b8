/** Does a glyph that the file does not name stay without a letter, and is a mark that has its name kept? */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { readGlyphs } from '../../../src/extract/pdf/glyphs.js'

const font = { name: 'F', scale: 0.001, names: () => true }

test('a letter without width that is the code itself is a mark of which nothing is known', () => {
  const glyph = (unicode: string, width: number, originalCharCode: number) => ({
    unicode,
    width,
    isSpace: false,
    originalCharCode,
  })
  const shown = [
    glyph('\u0627', 300, 0x0d),
    glyph('\u0440', 0, 0x0440),
    glyph('\u064b', 0, 0x064b),
    glyph('\u0440', 500, 0x0440),
    glyph('\0', 0, 7),
  ]
  const operations = { fnArray: [OPS.setFont, OPS.showText], argsArray: [['F', 12], [shown]] }
  const glyphs = readGlyphs(operations, [1, 0, 0, 1, 0, 0], () => font)
  expect(glyphs.map(({ text }) => text)).toEqual(['\u0627', '', '\u064b', '\u0440', ''])
})
