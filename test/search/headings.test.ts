/** Of paragraphs that say the same, those come first whose document, or part of it, is called like the question. */
import { expect, test } from 'vitest'
import { searching } from '../helpers/search-index.js'

const SAID = 'The Meeting affirmed its support for Palestine.'
const calledLike = (key: string, title: string) => ({
  key,
  language: 'en' as const,
  title,
  texts: [SAID],
})

const index = searching([
  calledLike('one.en', 'On the situation in Yemen'),
  calledLike('two.en', 'On Palestinian rights'),
  calledLike('three.en', 'On the situation in Mali'),
])

test('a title lifts the paragraphs of its document, in other forms too', async () => {
  const { hits } = await index.ask({ q: 'palestinian rights palestine', words: 'any', repeats: 'listed' })
  expect(hits.map(({ document }) => document.key)).toEqual(['two.en', 'one.en', 'three.en'])
})
