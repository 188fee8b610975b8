/** Words typed with accents: found however they are written, first as they were typed. */
import { expect, test } from 'vitest'
import { readQuestion } from '../../../src/search/request.js'
import { searching } from '../../helpers/search-index.js'

const french = ['Le cote du port de Conakry.', 'Le coté du port de Conakry.', 'Le côté du port de Conakry.']
const english = ['A resume of the session.', 'A résumé of the session.']
const index = searching(
  [
    { key: 'accents.fr', language: 'fr', texts: french },
    { key: 'accents.en', language: 'en', texts: english },
  ],
  { lang: 'en' },
)

test.each([
  ['côté', ['3', '1', '2']],
  ['coté du port', ['2', '1', '3']],
  ['cote', ['1', '2', '3']],
  ['"côté du port"', ['3', '1', '2']],
  ['co\u0302te\u0301', ['3', '1', '2']],
  ['résumé', ['2', '1']],
])('%s', async (q, labels) => {
  const { hits } = await index.ask({ q })
  expect(hits.map(({ paragraph }) => paragraph.label)).toEqual(labels)
})

test('by the day alone where that is asked for', async () => {
  const { hits } = await index.search.search(readQuestion({ q: 'côté', sort: 'newest' }))
  expect(hits.map(({ paragraph }) => paragraph.label)).toEqual(['1', '2', '3'])
})
