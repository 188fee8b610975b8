/** How the words of a line stand on paper, from the left, and how they are read. */
import { expect, test } from 'vitest'
import { inReadingOrder } from '../../../src/extract/ocr/order.js'

const read = (line: string) =>
  inReadingOrder(line.split(' ').map((text, at) => ({ text, left: at * 100 })))
    .map(({ text }) => text)
    .join(' ')

test.each([
  ['الاجتماع دعا .1', '1. دعا الاجتماع'],
  ['2016 أكتوبر 19 في', 'في 19 أكتوبر 2016'],
  ['المجلس الوزاري OIC/EX-COM FC 2016 القرار', 'القرار OIC/EX-COM FC 2016 الوزاري المجلس'],
  ['بشأن S/RES 2254 القرار', 'القرار S/RES 2254 بشأن'],
  ['الأعضاء الدول .دعا', 'دعا الدول الأعضاء.'],
  ['the Meeting 2016 رقم', 'the Meeting 2016 رقم'],
])('%s', (onPaper, expected) => expect(read(onPaper)).toBe(expected))
