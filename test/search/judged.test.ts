/**
 * Does the search still find what it found? Questions in three languages on the texts of `samples/`, each with the
 * paragraphs that answer it, asked of the service on the real engine. The floors lie a little below what was measured.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices, versionedName } from '../../src/elastic/indices.js'
import { mean, ndcg10 } from '../../src/evaluate/measures.js'
import { ANALYSIS_VERSION, type IndexNames } from '../../src/fields.js'
import { toEntries } from '../../src/index/entries.js'
import { analyse } from '../../src/pipeline.js'
import { readQuestion } from '../../src/search/request.js'
import { createSearch } from '../../src/search/search.js'

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples')
const JUDGED = join(import.meta.dirname, '..', 'fixtures', 'relevance', 'samples.tsv')
const FLOORS = { ar: 0.89, en: 0.84, fr: 0.87 }

const client = createElastic(inject('elasticsearchUrl'))
/** Id of a paragraph, by its file and label. */
const ids = new Map<string, string>()
let names: IndexNames

beforeAll(async () => {
  names = await ensureIndices(client, `test-${randomBytes(6).toString('hex')}`)
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))
  const operations = (await Promise.all(files.map(entriesOf))).flat()
  const { errors } = await client.bulk({ operations, refresh: true })
  expect(errors).toBe(false)
})
afterAll(async () => {
  await client.indices.delete({ index: Object.values(names).map(versionedName) })
  await client.close()
})

async function entriesOf(name: string): Promise<object[]> {
  const { paragraphs } = toEntries(
    await analyse({ name, bytes: readFileSync(join(SAMPLES, name)) }),
    ANALYSIS_VERSION,
  )
  return paragraphs.flatMap(({ id, entry }) => {
    ids.set(`${name}#${entry.label}`, id)
    return [{ index: { _index: names.paragraphs, _id: id } }, entry]
  })
}

test.each(['ar', 'en', 'fr'] as const)(
  'questions in %s find the paragraphs that answer them',
  async (language) => {
    const search = createSearch({ client, names })
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
