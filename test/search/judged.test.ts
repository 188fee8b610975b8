/**
 * Does the search still find what it found? Questions in three languages on the texts of `samples/`, each with the
 * paragraphs that answer it, asked of the service on the real engine. The floors lie a little below what was measured.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { mean, ndcg10 } from '../../src/evaluate/measures.js'
import { paragraphId } from '../../src/index/access.js'
import { readQuestion } from '../../src/search/request.js'
import { createSearch } from '../../src/search/search.js'
import { testIndex, writeAll } from '../helpers/index.js'
import { analysedSample, SAMPLES } from '../helpers/samples.js'

const JUDGED = join(import.meta.dirname, '..', 'fixtures', 'relevance', 'samples.tsv')
const FLOORS = { ar: 0.89, en: 0.84, fr: 0.87 }

const index = testIndex()
/** Id of a paragraph, by its file and label. */
const ids = new Map<string, string>()

beforeAll(async () => {
  const analyses = await Promise.all(SAMPLES.map(analysedSample))
  await writeAll(index, analyses)
  for (const { file, documents } of analyses)
    for (const { id, paragraphs } of documents)
      for (const { label, ordinal } of paragraphs) ids.set(`${file.name}#${label}`, paragraphId(id, ordinal))
})

test.each(['ar', 'en', 'fr'] as const)(
  'questions in %s find the paragraphs that answer them',
  async (language) => {
    const search = createSearch(index)
    const asked = judged().filter(({ answers }) => answers[0]?.includes(`.${language}.`))
    expect(asked.length).toBeGreaterThanOrEqual(20)
    const scores = await Promise.all(
      asked.map(async ({ q, answers }) => {
        const { hits } = await search.search(readQuestion({ q, language, size: '10' }))
        return ndcg10(
          hits.map(({ id }) => id),
          new Map(answers.map((answer) => [ids.get(answer) ?? answer, 1])),
        )
      }),
    )
    const worst = asked.filter((_, at) => (scores[at] ?? 0) < 0.5).map(({ q }) => q)
    expect(mean(scores), worst.join(' · ')).toBeGreaterThanOrEqual(FLOORS[language])
  },
)

test('every paragraph that is named is there', () => {
  const named = judged().flatMap(({ answers }) => answers)
  expect(named.filter((answer) => !ids.has(answer))).toEqual([])
})

function judged(): { q: string; answers: string[] }[] {
  const lines = readFileSync(JUDGED, 'utf8').trim().split('\n').slice(2)
  return lines.map((line) => {
    const [q = '', answers = ''] = line.split('\t')
    return { q, answers: answers.split(' ') }
  })
}
