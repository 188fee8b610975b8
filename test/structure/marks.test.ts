/** Which beginnings of a line are numbers, letters and bullets, and which only look so. */
import { describe, expect, test } from 'vitest'
import { readMark } from '../../src/structure/marks.js'

describe('numbers', () => {
  test.each([
    ['1. نص', '1', '1.'],
    ['1.In the', '1', '1.'],
    ['1 - نص', '1', '1 -'],
    ['9- نص', '9', '9-'],
    ['8 – نص', '8', '8 –'],
    ['1 ـ نص', '1', '1 ـ'],
    ['(1) نص', '1', '(1)'],
    ['1) نص', '1', '1)'],
    ['67 -', '67', '67 -'],
    ['65.', '65', '65.'],
    ['٦ - نص', '6', '٦ -'],
    ['١7 - نص', '17', '١7 -'],
    ['۱۲. نص', '12', '۱۲.'],
    ['.1 نص', '1', '.1'],
    ['199. The', '199', '199.'],
    ['1/ نص', '1', '1/'],
    ['1° Condamne', '1', '1°'],
    ['1°) Condamne', '1', '1°)'],
  ])('%s', (line, printed, mark) => {
    expect(readMark(line)).toMatchObject({
      kind: 'number',
      printed,
      value: Number(printed),
      length: mark.length,
    })
  })
})

describe('numbers put in behind others', () => {
  test.each([
    ['2 bis. Calls', '2 bis', '2 bis.'],
    ['2° bis Encourage', '2 bis', '2° bis'],
    ['2 مكرر - نص', '2 مكرر', '2 مكرر -'],
    ['٣ مكرراً) نص', '3 مكرراً', '٣ مكرراً)'],
  ])('%s', (line, printed, mark) => {
    expect(readMark(line)).toMatchObject({ kind: 'number', printed, length: mark.length })
  })
})

describe('others', () => {
  test.each([
    ['5.1. d’organiser', 'decimal', 5],
    ['2.1.3 text', 'decimal', 2],
    ['أ/ نص', 'letter', 1],
    ['أولاً: الشؤون السياسية', 'ordinal', 1],
    ['ثانيًا – نص', 'ordinal', 2],
    ['ثالثا- يقرر', 'ordinal', 3],
    ['أولاً :', 'ordinal', 1],
    ['أ) نص', 'letter', 1],
    ['ج ) نص', 'letter', 3],
    ['هـ) نص', 'letter', 5],
    ['(ب) نص', 'letter', 2],
    ['ألف - نص', 'letter', 1],
    ['(a) first', 'letter', 1],
    ['(iv) fourth', 'letter', 4],
    ['III. Cooperation', 'roman', 3],
    ['• point', 'bullet', 0],
    ['○ point', 'bullet', 0],
    ['- To request', 'bullet', 0],
    ['* نقطة', 'bullet', 0],
  ])('%s', (line, kind, value) => expect(readMark(line)).toMatchObject({ kind, value }))
})

test('the first letter is the same with and without its hamza', () => {
  expect(['ا) نص', '(ا) نص', 'أ- نص'].map((line) => readMark(line)?.printed)).toEqual(['أ', 'أ', 'أ'])
})

describe('no marks', () => {
  test.each([
    '14 - 15 أبريل 2016',
    '4 - 8 أغسطس 1991',
    '18-20 MAY 2010',
    '2254 (2015) بشأن سوريا',
    '(2016) الذي يطالب',
    '2 terrains',
    '1/44-POL',
    '4 / 8 / 2015م',
    '20-page report',
    '15 مارس 2006',
    'وذلك يوم الخميس',
    'أولئك الذين',
    'ثانية واحدة',
    'International law',
    'من أجل - السلام',
    '-5 degrees',
  ])('%s', (line) => expect(readMark(line)).toBeUndefined())
})
