import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { BayanError } from '../../src/errors.js'
import { evaluatePairs, evaluateSet } from '../../src/evaluate/evaluate.js'
import { openService } from '../../src/evaluate/service.js'
import { readPairs, readSet, sampled } from '../../src/evaluate/sets.js'
import { indexNames } from '../../src/fields.js'
import { ownPrefix } from '../helpers/prefix.js'

const prefix = ownPrefix()
const silent = () => () => {}
let folder: string
const client = createElastic(inject('elasticsearchUrl'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bayan-set-'))
  const passages = ['اجتمع الوزراء في جدة', 'القدس عاصمة فلسطين', 'نص آخر لا صلة له'].map((text, i) => ({
    id: `p${i}`,
    text,
  }))
  const lines = (values: object[]) => values.map((value) => JSON.stringify(value)).join('\n')
  await writeFile(join(folder, 'passages.jsonl.gz'), gzipSync(lines(passages)))
  await writeFile(
    join(folder, 'queries.jsonl'),
    lines([
      { id: 1, text: 'اجتماع وزير' },
      { id: 2, text: 'العاصمة الفلسطينية' },
      { id: 3, text: 'بلا جواب' },
    ]),
  )
  await writeFile(join(folder, 'qrels.tsv'), '1\tp0\t1\n2\tp1\t1\n3\tp2\t0\n')
  await writeFile(
    join(folder, 'pairs.tsv'),
    'query\tdocument\tmust\nوزير\tالوزراء\t1\nلبنان\tاللبن\t0\nقلم\tكتاب\t1\n',
  )
})
afterAll(async () => {
  await client.close()
  await rm(folder, { recursive: true })
})

test('ours beside the stock analyzer, on the questions that are judged', async () => {
  const result = await evaluateSet(client, readSet(folder), {}, silent)
  expect(result).toMatchObject({
    passages: 3,
    queries: 2,
    ndcg10: 1,
    recall10: 1,
    against: { name: 'arabic' },
  })
  expect(result.ndcg10).toBeGreaterThan(result.against.ndcg10)
})

test('indices that cannot all be made leave none behind', async () => {
  const { paragraphs } = indexNames(prefix)
  await client.indices.create({ index: paragraphs })
  await expect(openService(client, prefix, 'ar')).rejects.toThrow(paragraphs)
  expect(Object.keys(await client.indices.get({ index: `${prefix}*` }))).toEqual([paragraphs])
})

test('pairs that meet and must not, or must and do not, are named', async () => {
  expect(await evaluatePairs(client, readPairs(join(folder, 'pairs.tsv')), silent)).toEqual({
    must: { passed: 1, total: 2 },
    mustNot: { passed: 1, total: 1 },
    misses: [{ query: 'قلم', document: 'كتاب', must: true }],
  })
})

test('a sample is spread over the questions and asks no more than there are', () => {
  const set = readSet(folder)
  expect(sampled(set, 1).questions.map(({ id }) => id)).toEqual(['1'])
  expect(sampled(set, 9).questions.map(({ id }) => id)).toEqual(['1', '2'])
})

test('a missing set and a table without pairs are refused in words', () => {
  expect(() => readSet(join(folder, 'none'))).toThrow(BayanError)
  expect(() => readPairs(join(folder, 'queries.jsonl'))).toThrow(/tabs between/)
})
