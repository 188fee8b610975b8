/** Which glyphs belong to a line, and in which order, where producers drew over each other or over the edge? Lines that are drawn. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { readDrawing } from '../../../src/extract/pdf/drawing.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'
import { glyphsOnPaper } from '../../../src/extract/pdf/paper.js'
import { fromTheLeft } from '../../../src/extract/pdf/pieces.js'

/** Five points for each letter, drawn from the left. */
function drawn(text: string, x: number, font = 'f', y = 100): Glyph[] {
  return [...text].map((letter, at) => ({
    text: letter,
    font,
    code: 1,
    x0: x + 5 * at,
    x1: x + 5 * at + 5,
    y,
    size: 10,
    angle: 0,
    order: 0,
  }))
}

const inFile = (glyphs: Glyph[]) => glyphs.map((glyph, order) => ({ ...glyph, order }))
const textOf = (glyphs: { text: string }[]) => glyphs.map(({ text }) => text).join('')

test('pieces that lie over each other are read one after the other', () => {
  const glyphs = inFile([...drawn('abcdef', 10), ...drawn('1437', 13, 'digits'), ...drawn('xyz', 50)])
  expect(textOf(fromTheLeft(glyphs))).toBe('abcdef1437xyz')
})

test('glyphs that only touch stand by their places, whatever their order in the file', () => {
  const glyphs = inFile([...drawn('def', 25), ...drawn('abc', 11)])
  expect(textOf(fromTheLeft(glyphs))).toBe('abcdef')
})

test('spaces that were drawn before the letters stand between them', () => {
  const glyphs = inFile([...drawn('  ', 12, 'blank'), ...drawn('abcd', 10)])
  expect(textOf(fromTheLeft(glyphs))).toBe('a b cd')
})

test('a line that runs over an edge of the paper is read to its end, what lies beside the paper is not', () => {
  const glyphs = [...drawn('over the edge', 72), ...drawn('beside', 200), ...drawn('beside', 105, 'f', 50)]
  expect(textOf(glyphsOnPaper(glyphs, 100, 200))).toBe('over the edge')
  expect(textOf(glyphsOnPaper(drawn('edge', -13), 100, 200))).toBe('edge')
})

const rules = (operation: number, ...path: number[]) =>
  readDrawing(
    {
      fnArray: [OPS.save, OPS.transform, OPS.constructPath, OPS.restore],
      argsArray: [[], [1, 0, 0, 1, 100, 0], [operation, [Float32Array.from(path)], null], []],
    },
    [1, 0, 0, 1, 0, 0],
    () => ({ name: '', scale: 0.001, names: () => true }),
  ).rules

test('upright and level lines are rules: drawn ones, sides of frames, thin shapes', () => {
  expect(rules(OPS.stroke, 0, 5, 10, 1, 5, 40)).toEqual([{ x0: 105, x1: 105, y0: 10, y1: 40 }])
  expect(rules(OPS.stroke, 0, 5, 10, 1, 50, 10, 1, 50, 40, 1, 5, 40, 4).map(({ x0 }) => x0)).toEqual([
    105, 150, 105, 105,
  ])
  expect(rules(OPS.fill, 0, 5, 10, 1, 6, 10, 1, 6, 40, 1, 5, 40, 4)).toEqual([
    { x0: 105, x1: 106, y0: 10, y1: 40 },
  ])
})

test('leaning lines, wide shapes, curves and what only cuts off are none', () => {
  expect(rules(OPS.stroke, 0, 5, 10, 1, 50, 20)).toEqual([])
  expect(rules(OPS.fill, 0, 5, 10, 1, 50, 10, 1, 50, 40, 4)).toEqual([])
  expect(rules(OPS.stroke, 0, 5, 10, 2, 0, 0, 0, 0, 50, 40)).toEqual([])
  expect(rules(OPS.endPath, 0, 5, 10, 1, 5, 40)).toEqual([])
})
