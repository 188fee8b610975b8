/** Of paragraphs that say the same, those come first whose document, or part of it, is called like the question. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readQuestion } from '../../src/search/request.js'
import { type SmallIndex, smallIndex } from '../helpers/search-index.js'

const SAID = 'The Meeting affirmed its support for Palestine.'
const calledLike = (key: string, title: string) => ({
  key,
  language: 'en' as const,
  title,
  texts: [SAID],
})

let index: SmallIndex
beforeAll(async () => {
  index = await smallIndex(inject('elasticsearchUrl'), [
    calledLike('one.en', 'On the situation in Yemen'),
    calledLike('two.en', 'On Palestinian rights'),
    calledLike('three.en', 'On the situation in Mali'),
  ])
})
afterAll(() => index?.remove())

test('a title lifts the paragraphs of its document, in other forms too', async () => {
  const { hits } = await index.search.search(
    readQuestion({ q: 'palestinian rights palestine', words: 'any', repeats: 'listed' }),
  )
  expect(hits.map(({ document }) => document.key)).toEqual(['two.en', 'one.en', 'three.en'])
})
