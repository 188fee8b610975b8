/** Parsers see one spelling. */
import { expect, test } from 'vitest'
import { comparableText } from '../../src/arabic/comparable.js'

test.each([
  ['مقرّ الأمانة العامّة', 'مقر الامانه العامه'],
  ['ابوظبى فی کابول', 'ابوظبي في كابول'],
  ['الـ43 و1438هـ، 23 ـ 24', 'ال43 و1438ه, 23 - 24'],
  ['٢٠١٦ و۲۰۱۶', '2016 و2016'],
  ['İstanbul CÔTE D’IVOIRE 28 – 30', "istanbul cote d'ivoire 28 - 30"],
])('%s is seen as %s', (text, seen) => expect(comparableText(text)).toBe(seen))
