/** Parsers see comparable letters and can point to what is printed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewOf } from '../../src/describe/view.js'

const TEXT = 'في مقرّ الأمانة\nالعامّة بجدّة'
const LINES: [number, number][] = [
  [0, 15],
  [16, TEXT.length],
]

test.each([
  ['مقر', 'مقرّ'],
  ['مقر الامانه العامه', 'مقرّ الأمانة\nالعامّة'],
  ['بجده', 'بجدّة'],
])('%s leads back to %s as it is printed, with its marks', (seen, printed) => {
  const view = viewOf(TEXT, LINES)
  const at = view.text.indexOf(seen)
  expect(view.raw(at, at + seen.length)).toBe(printed)
})

test('each line of the view leads back to its line', () => {
  const view = viewOf(TEXT, LINES)
  expect(view.lines.map((line) => view.span(...line))).toEqual(LINES)
})

test('every stretch lies in the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const view = viewOf(text, [[0, text.length]])
      const [start = 0, end = 0] = [a, b].map((n) => n % (view.text.length + 1)).sort((x, y) => x - y)
      const [from, to] = view.span(start, end)
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(text.length)
    }),
  )
})
