/** Is lam-alef that a file swapped told and mended, and are good texts left alone? Good: the samples. Swapped: made from them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DAMAGES } from '../../scripts/measure/damages.js'
import { countLamAlefs, lamAlefMender } from '../../src/arabic/lam-alef.js'

const FOLDER = join(import.meta.dirname, '../../samples')
const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ar.txt'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
const swap = (text: string) => DAMAGES['alef before its lam']?.damage(text) ?? ''
const mend = (text: string) => lamAlefMender(text).mend(text)

test.each([
  ['اإلعالن', 1, 0],
  ['الإعلان', 0, 1],
  ['سالم والسالم', 1, 0],
  ['الفعل والعمل', 0, 0],
])('%s', (text, swapped, whole) => expect(countLamAlefs(text.split(' '))).toEqual({ swapped, whole }))

test('good text is left alone, also where one word of it is swapped', () => {
  expect(texts.map(mend)).toEqual(texts)
  const one = `${texts[0]} األول`
  expect(mend(one)).toBe(one)
})

test('most swapped words are mended, marks between included, and no other word is touched', () => {
  const counts = texts.map((text) => {
    const [good, bad, mended] = [text, swap(text), mend(swap(text))].map((one) => one.split(/\s+/))
    const swapped = (good ?? []).flatMap((word, at) => (bad?.[at] === word ? [] : [at]))
    const others = (good ?? []).filter((word, at) => bad?.[at] === word && mended?.[at] !== word)
    expect(others).toEqual([])
    return [swapped.length, swapped.filter((at) => mended?.[at] === good?.[at]).length]
  })
  const sum = (which: number) => counts.reduce((total, count) => total + (count[which] ?? 0), 0)
  expect(sum(0)).toBeGreaterThan(200)
  expect(sum(1) / sum(0)).toBeGreaterThan(0.85)
  expect(mend('اَألمم األمم اإلسالم')).toBe('اَلأمم الأمم الإسلام')
})
