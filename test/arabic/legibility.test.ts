/** Is good text called clean and damaged text damaged, with the sign that tells? Good: the samples. Damaged: made from them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DAMAGES, HARMLESS, LATIN_DAMAGES } from '../../scripts/measure/damages.js'
import { LEGIBLE, legibility, legibilityOfParts } from '../../src/arabic/legibility.js'
import { repair } from '../../src/arabic/repair.js'

const FOLDER = join(import.meta.dirname, '../../samples')
const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
const arabic = texts.filter((text) => /\p{Script=Arabic}{3}/u.test(text))

test('no sample is suspected, nor any of its longer lines', () => {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.split(' ').length > 15)
  expect(texts.filter((text) => legibility(text).score < LEGIBLE)).toEqual([])
  expect(lines.filter((line) => legibility(line).score < LEGIBLE).length / lines.length).toBeLessThan(0.01)
})

test('short texts are not suspected for a word that is rare', () => {
  const titles = [
    'OIC/CFM-44/2017/POL/RES/FINAL',
    'CNN',
    'الإعلان العالمي لحقوق الإنسان',
    'بي بي سي',
    'XXXIII',
  ]
  expect(titles.map((title) => legibility(title).score)).toEqual(titles.map(() => 1))
})

test('letters of Persian keyboards are no damage', () => {
  const persian = arabic.map((text) =>
    text.replace(/[\u064A\u0649]/gu, '\u06CC').replace(/\u0643/gu, '\u06A9'),
  )
  expect(persian.filter((text) => legibility(text).score < LEGIBLE)).toEqual([])
})

test('Persian is another language, not damaged Arabic', () => {
  const persian =
    '\u0628\u06CC\u0627\u0646\u06CC\u0647 \u067E\u0627\u06CC\u0627\u0646\u06CC \u0646\u0634\u0633\u062A \u0648\u0632\u06CC\u0631\u0627\u0646 \u0633\u0627\u0632\u0645\u0627\u0646 \u0647\u0645\u06A9\u0627\u0631\u06CC \u062F\u0631 \u0686\u06AF\u0648\u0646\u06AF\u06CC \u067E\u06CC\u06AF\u06CC\u0631\u06CC \u06AF\u0632\u0627\u0631\u0634 \u06AF\u0631\u0648\u0647 \u067E\u0698\u0648\u0647\u0634\u06AF\u0631\u0627\u0646'
  expect(legibility(Array(5).fill(persian).join(' ')).score).toBe(1)
})

test('pictures in the place of letters are lost letters', () => {
  const { score, reasons } = legibility('\u2714\u2701 \u2702\u2704\u2706 \u260E\u271D \u271E '.repeat(5))
  expect([score, reasons[0]?.sign]).toEqual([0, 'lost letters'])
  expect(legibility('\u2713 the first, \u2713 the second').score).toBe(1)
})

test('passages of thirty words and more are told too, but for one in fifty', () => {
  const passages = arabic.flatMap((text) => text.split('\n')).filter((line) => line.split(/\s+/).length >= 30)
  expect(passages.length).toBeGreaterThan(50)
  for (const kind of ['alef before its lam', 'words in pieces']) {
    const damaged = passages
      .map((good) => DAMAGES[kind]?.damage(good) ?? '')
      .filter((bad, at) => bad !== passages[at])
    const missed = damaged.filter((bad) => legibility(bad).score >= LEGIBLE)
    expect(missed.length / damaged.length, kind).toBeLessThan(0.02)
  }
})

test('the openings of paragraphs, of five words and more, are told from damaged ones', () => {
  const openings = arabic
    .flatMap((text) => text.split('\n'))
    .map((line) => line.split(/\s+/).slice(0, 12).join(' '))
    .filter((line) => line.split(' ').length >= 5)
  const alarms = openings.filter((line) => legibility(line).score < LEGIBLE)
  expect(alarms.length / openings.length).toBeLessThan(0.01)
  const damaged = openings
    .map((line) => [...line].reverse().join(''))
    .filter((line) => /\p{Script=Arabic}/u.test(line))
  const missed = damaged.filter((line) => legibility(line).score >= LEGIBLE)
  expect(missed.length / damaged.length).toBeLessThan(0.02)
})

test('decimals written with letters, and "and" apart from its word, are no pieces', () => {
  const text = 'بلغت نسبة النمو 4ر2 بالمائة و 3ر7 بالمائة و الصادرات و الواردات مليون دينار'
  expect(legibility(text).score).toBe(1)
})

test('nothing is not legible', () => {
  expect(legibility(' \n').score).toBe(0)
})

test.each(Object.entries(HARMLESS))('is no damage: %s', (_, change) => {
  expect(
    arabic.map((text) => repair(change(text))).filter((text) => legibility(text).score < LEGIBLE),
  ).toEqual([])
})

test('English and French are told from damaged ones', () => {
  const latin = texts.filter((text) => !arabic.includes(text))
  const kinds = [
    'space between letters',
    'letters for others',
    'words in reverse',
    'words run together',
    'letters lost',
  ]
  const missed = kinds.flatMap((kind) =>
    latin
      .map((text) => LATIN_DAMAGES[kind]?.(text) ?? '')
      .filter((text) => legibility(text).score >= LEGIBLE),
  )
  expect([latin.length > 10, missed]).toEqual([true, []])
})

test('a part that cannot be read is noticed in a long text', () => {
  const [good = ''] = arabic.filter((text) => text.split(/\s+/).length > 900)
  const bad = `${good} ${DAMAGES['letters for others']?.damage(good.slice(1000, 1700))} ${good}`
  expect(legibility(bad).score).toBeGreaterThanOrEqual(LEGIBLE)
  expect(legibilityOfParts(bad).score).toBeLessThan(LEGIBLE)
  expect(legibilityOfParts(good)).toEqual(legibility(good))
})

test('an abbreviation or a name that comes again is no damage', () => {
  const [good = ''] = arabic.filter((text) => text.split(/\s+/).length > 900)
  const money = 'بلغت الواردات 3 م د والصادرات 5 م د مقابل 9 م د في السنة الماضية، '
  const name = 'قالت ليال إن ليال تدعو ليال إلى زيارة ليال، '
  const scores = [money, name].map((text) => legibility(good.slice(1000, 1600) + text.repeat(3)).score)
  expect(scores.map((score) => score >= LEGIBLE)).toEqual([true, true])
})

describe.each(Object.entries(DAMAGES))('%s', (name, { damage, sign, from = 0 }) => {
  test('is noticed, and named', () => {
    const damaged = arabic.filter((text) => text.split(/\s+/).length >= from).map(damage)
    expect(damaged.length).toBeGreaterThan(1)
    const found = damaged.map(legibility)
    expect(
      found.map(({ score }) => score < LEGIBLE),
      name,
    ).toEqual(found.map(() => true))
    for (const { reasons } of found) expect(reasons.map((reason) => reason.sign)).toContain(sign)
  })
})
