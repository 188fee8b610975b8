/** The indices are built anew under searches and writes: nothing fails, nothing is empty, nothing is lost. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { versionedName } from '../../../src/elastic/indices.js'
import { readStatus } from '../../../src/elastic/status.js'
import type { Index } from '../../../src/index/access.js'
import { reindex, rollback } from '../../../src/index/reindex/reindex.js'
import { currentIndex } from '../../../src/index/reindex/versions.js'
import { conclude, writeContent } from '../../../src/index/write.js'
import { readQuestion } from '../../../src/search/request.js'
import { createSearch } from '../../../src/search/search.js'
import { analysisOf, idsIn, openTestIndex, type TestIndex, want } from '../../helpers/index.js'
import { ownPrefix } from '../../helpers/prefix.js'

const MOST_AT_ONCE = 5

const prefix = ownPrefix()
let index: TestIndex
beforeAll(async () => {
  index = await openTestIndex(inject('elasticsearchUrl'), prefix)
  await Promise.all(Array.from({ length: 30 }, (_, at) => arrive(index, `first ${at}`)))
  // Else the first searches may come before Elasticsearch shows what was written.
  await index.client.indices.refresh({ index: index.names.paragraphs })
}, 180_000)
// The indices go with their prefix.
afterAll(() => index.client.close())

/** A file comes and is worked on, as by a scan and a worker. @returns ids of its paragraphs */
async function arrive(into: Index, name: string): Promise<string[]> {
  const analysis = analysisOf([`The Meeting supported ${name}.`, `It condemned what was done to ${name}.`])
  await want(into, name, analysis.file.sha256)
  const { documents } = await writeContent(into, analysis)
  await conclude(into, analysis.file.sha256, { outcome: 'indexed', documents, attempts: 1, seconds: 0 })
  return [1, 2].map((ordinal) => `${documents[0]?.id}-${ordinal}`)
}

/** @returns how many searches were answered, failed, or found nothing */
function searchAllTheTime(until: AbortSignal) {
  const search = createSearch(index)
  const counts = { asked: 0, failed: 0, empty: 0, errors: new Set<string>() }
  const ask = async () => {
    counts.asked += 1
    try {
      const answer = await search.search(readQuestion({ q: 'supported', size: '5' }))
      if (answer.hits.length === 0 || answer.total.paragraphs < 30) counts.empty += 1
    } catch (error) {
      counts.failed += 1
      counts.errors.add(String(error))
    }
  }
  const run = async () => {
    const under = new Set<Promise<void>>()
    while (!until.aborted) {
      // A machine that cannot keep up is not asked more and more.
      if (under.size < MOST_AT_ONCE) {
        const asking = ask().finally(() => under.delete(asking))
        under.add(asking)
      }
      await sleep(20)
    }
    await Promise.all(under)
    return counts
  }
  return run()
}

test('while searches and ingestion go on nothing fails, is empty or lost', async () => {
  const before = await currentIndex(index.client, index.names.paragraphs)
  const ending = new AbortController()
  const searching = searchAllTheTime(ending.signal)
  const written: string[] = []
  const writing = (async () => {
    for (let at = 0; !ending.signal.aborted; at += 1) written.push(...(await arrive(index, `during ${at}`)))
  })()
  const moves = await reindex(index).finally(async () => {
    await sleep(500)
    ending.abort()
    await writing
  })
  const counts = await searching
  expect(counts).toMatchObject({ failed: 0, empty: 0 })
  expect(counts.asked).toBeGreaterThan(25)
  const after = await currentIndex(index.client, index.names.paragraphs)
  expect(after).toBe(`${versionedName(index.names.paragraphs)}.2`)
  expect(moves.find(({ kind }) => kind === 'paragraphs')).toMatchObject({ from: before, to: after })
  expect(written.length).toBeGreaterThan(0)
  const ids = await idsIn(index, index.names.paragraphs)
  expect(ids).toHaveLength(60 + written.length)
  expect(ids).toEqual(expect.arrayContaining(written))
  expect((await idsIn(index, index.names.files)).length).toBe(30 + written.length / 2)
  const { outdated, byOutcome } = await readStatus(index.client, index.names)
  expect(outdated.mapping).toBe(false)
  expect(byOutcome).toEqual({ indexed: 30 + written.length / 2 })
}, 300_000)

describe('what goes wrong, one after the other', { timeout: 300_000 }, () => {
  test('a build that is broken off is taken up again', async () => {
    const stopping = new AbortController()
    const breaking = { ...index, patience: { signal: stopping.signal } }
    const broken = reindex(breaking, { onProgress: () => stopping.abort() })
    await expect(broken).rejects.toMatchObject({ code: 'ABORTED' })
    await arrive(index, 'after the break')
    const all = await idsIn(index, index.names.paragraphs)
    await reindex(index)
    expect(await idsIn(index, index.names.paragraphs)).toEqual(all)
    // One earlier version is kept, and nothing half built.
    const there = await index.client.indices.get({ index: `${index.names.paragraphs}-v*` })
    expect(Object.keys(there)).toHaveLength(2)
  })

  test('a rollback leads back to what was there before, and it takes writes', async () => {
    const { client, names } = index
    const there = Object.keys(await client.indices.get({ index: `${names.paragraphs}-v*` }))
    const now = await currentIndex(client, names.paragraphs)
    await rollback(index)
    expect(there.filter((name) => name !== now)).toEqual([await currentIndex(client, names.paragraphs)])
    const ids = await arrive(index, 'after the rollback')
    expect(await idsIn(index, names.paragraphs)).toEqual(expect.arrayContaining(ids))
  })

  test('entries that the new mapping refuses are not given up, and writing goes on', async () => {
    const { client, names } = index
    const old = await currentIndex(client, names.documents)
    // An index as an older mapping left it: a year that is no number.
    await client.indices.create({ index: `${names.documents}-v0`, mappings: { dynamic: true } })
    await client.index({
      index: `${names.documents}-v0`,
      id: 'a-1',
      document: { key: 'a', year: 'MMXVI' },
      refresh: true,
    })
    const move = (from: string, to: string) =>
      client.indices.updateAliases({
        actions: [
          { remove: { index: from, alias: names.documents } },
          { add: { index: to, alias: names.documents } },
        ],
      })
    await move(old, `${names.documents}-v0`)
    await expect(reindex(index)).rejects.toMatchObject({ code: 'REINDEX_LOSES' })
    expect(await currentIndex(client, names.documents)).toBe(`${names.documents}-v0`)
    expect((await readStatus(client, names)).outdated.mapping).toBe(true)
    await client.index({ index: names.documents, id: 'b-1', document: { key: 'b' }, refresh: true })
    const forced = await reindex(index, { force: true })
    expect(forced.find(({ kind }) => kind === 'documents')?.from).toBe(`${names.documents}-v0`)
    expect(await idsIn(index, names.documents)).toEqual(['b-1'])
  })
})
