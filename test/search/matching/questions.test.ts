/** Questions as people ask them: what they are about is found, and nothing by the small words of asking. */
import { expect, test } from 'vitest'
import { searching } from '../../helpers/search-index.js'

const index = searching(
  [
    {
      key: 'questions.en',
      language: 'en',
      texts: [
        'Reaffirms the right of Kashmir to self-determination.',
        'No one shall be held guilty of what did not constitute an offence when it was done.',
        'Welcomes what the WHO has said about vaccines.',
      ],
    },
    {
      key: 'questions.fr',
      language: 'fr',
      texts: ['Réaffirme le droit du Cachemire.', 'Quand et comment agir sera dit à propos de cela.'],
    },
  ],
  { lang: 'en' },
)

test.each([
  ['What did the Organisation say about Kashmir?', ['questions.en/1']],
  ['when did it speak of Kashmir and why', ['questions.en/1']],
  ['Comment a-t-elle agi à propos du Cachemire ?', ['questions.fr/1']],
  ['WHO', ['questions.en/3']],
  ['"what did"', ['questions.en/2']],
])('%s', async (q, expected) => {
  const { hits } = await index.ask({ q })
  expect(hits.map(({ document, paragraph }) => `${document.key}/${paragraph.label}`)).toEqual(expected)
})
