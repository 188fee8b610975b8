/** How alike two texts are, by their signatures: held to what readers would call the same text. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { likeness, signatureOf } from '../../src/arabic/likeness.js'

const SAMPLES = join(import.meta.dirname, '../../samples')
const texts = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(join(SAMPLES, name), 'utf8') }))

/** Every nth letter misread. */
function misread(text: string, n: number): string {
  return [...text].map((letter, at) => (at % n === 0 && /\p{L}/u.test(letter) ? 'x' : letter)).join('')
}

describe.each(texts)('$name', ({ name, text }) => {
  const signature = signatureOf(text)

  test('marks, kashida, hamza, digits and blanks change nothing', () => {
    const typed = text.replace(/أ/g, 'ا').replace(/ال/g, 'الـ').replace(/\s+/g, ' ').replace(/1/g, '١')
    expect(likeness(signature, signatureOf(typed))).toBe(1)
  })

  test('a letter misread here and there leaves it the same text', () => {
    expect(likeness(signature, signatureOf(misread(text, 40)))).toBeGreaterThan(0.5)
  })

  test('any other text is another one', () => {
    const others = texts.filter((one) => one.name !== name)
    const alike = others.map((one) => likeness(signature, signatureOf(one.text)))
    expect(Math.max(...alike)).toBeLessThan(0.3)
  })
})

test('texts shorter than a run are compared too', () => {
  expect(likeness(signatureOf('one'), signatureOf('ONE'))).toBe(1)
  expect(likeness(signatureOf('one'), signatureOf('two'))).toBe(0)
})
