/** Parsers see one spelling and can point to the other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, comparableText } from '../../src/arabic/comparable.js'

test.each([
  ['مقرّ الأمانة العامّة', 'مقر الامانه العامه'],
  ['ابوظبى فی کابول', 'ابوظبي في كابول'],
  ['الـ43 و1438هـ، 23 ـ 24', 'ال43 و1438ه, 23 - 24'],
  ['٢٠١٦ و۲۰۱۶', '2016 و2016'],
  ['İstanbul CÔTE D’IVOIRE 28 – 30', "istanbul cote d'ivoire 28 - 30"],
])('%s is seen as %s', (text, seen) => expect(comparableText(text)).toBe(seen))

test('a stretch leads back to what is printed, with its marks', () => {
  const text = 'في مقرّ الأمانة العامّة بجدّة'
  const seen = comparable(text)
  const at = seen.text.indexOf('مقر')
  expect(text.slice(...seen.span(at, at + 3))).toBe('مقرّ')
})

test('every stretch lies in the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const seen = comparable(text)
      const [start, end] = [a % (seen.text.length + 1), b % (seen.text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ]
      const [from, to] = seen.span(start, end)
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(text.length)
    }),
  )
})
