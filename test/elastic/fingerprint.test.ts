import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { compare, type Fingerprint, readFingerprint } from '../../src/elastic/fingerprint.js'
import { writeContent } from '../../src/index/write.js'
import { analysisOf, openTestIndex, type TestIndex } from '../helpers/index.js'

let index: TestIndex
let before: Fingerprint
let paragraph: string

beforeEach(async () => {
  index = await openTestIndex(inject('elasticsearchUrl'))
  const analyses = [analysisOf(['one', 'two', 'three']), analysisOf(['four'])]
  for (const analysis of analyses) await writeContent(index, analysis)
  paragraph = `${analyses[0]?.documents[0]?.id}-2`
  before = await readFingerprint(index.client, index.names)
})
afterEach(() => index.remove())

test('it counts what is there, and another index with the same contents has the same', async () => {
  expect(before).toMatchObject({ documents: 2, paragraphs: 4 })
  const other = await openTestIndex(inject('elasticsearchUrl'))
  for (const texts of [['four'], ['one', 'two', 'three']]) await writeContent(other, analysisOf(texts))
  expect(await readFingerprint(other.client, other.names)).toEqual(before)
  await other.remove()
})

test.each([
  ['dropped', 'missing', () => index.client.delete({ index: index.names.paragraphs, id: paragraph })],
  ['altered', 'different', () => alter({ en: 'tw0' })],
  ['given a number', 'different', () => alter({ number: '9' })],
])('a paragraph that is %s is reported as %s', async (_, kind, change) => {
  await change()
  const now = await readFingerprint(index.client, index.names)
  expect(now.sha256).not.toBe(before.sha256)
  const nothing = { extra: [], missing: [], different: [] }
  expect(compare(now, before)).toEqual({ ...nothing, [kind]: [`paragraph ${paragraph}`] })
})

test('a document too many is reported as extra, with its paragraphs', async () => {
  const more = analysisOf(['five'])
  await writeContent(index, more)
  const { extra } = compare(await readFingerprint(index.client, index.names), before)
  const id = more.documents[0]?.id
  expect(extra).toEqual([`document ${id}`, `paragraph ${id}-1`])
})

async function alter(fields: object): Promise<void> {
  const { client, names } = index
  const { _source } = await client.get<object>({ index: names.paragraphs, id: paragraph })
  await client.index({ index: names.paragraphs, id: paragraph, document: { ..._source, ...fields } })
}
