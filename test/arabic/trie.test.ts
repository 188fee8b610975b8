import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneOf } from '../../src/arabic/trie.js'

test('matches these words, whole, and no other', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }))
  const other = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(words, other, (list, word) => {
      expect(new RegExp(`^${oneOf(list)}$`).test(word)).toBe(list.includes(word))
    }),
  )
})
