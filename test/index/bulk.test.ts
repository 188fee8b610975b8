import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import type { BayanError } from '../../src/errors.js'
import type { BulkItem } from '../../src/index/batches.js'
import { bulkWrite } from '../../src/index/bulk.js'
import { type FaultyProxy, faultyProxy } from '../helpers/faulty.js'
import { idsIn, openTestIndex, type TestIndex } from '../helpers/index.js'

let proxy: FaultyProxy
let index: TestIndex

beforeAll(async () => {
  proxy = await faultyProxy(inject('elasticsearchUrl'))
  index = await openTestIndex(proxy.url)
})
afterEach(async () => {
  proxy.faults = []
  const ids = await idsIn(index, index.names.paragraphs)
  await bulkWrite(
    index.client,
    ids.map((id) => ({ action: 'delete', index: index.names.paragraphs, id, version: 9 })),
  )
})
afterAll(async () => {
  await index.remove()
  await proxy.close()
})

let run = 0

/** Items under ids that no other test uses: Elasticsearch remembers the versions of deleted ones for a minute. */
function items(count: number, version = 1, text = 'peace'): BulkItem[] {
  run++
  return Array.from({ length: count }, (_, at) =>
    item(`run${run}-${String(at).padStart(4, '0')}`, version, text),
  )
}

function item(id: string, version: number, text: string): BulkItem {
  return {
    action: 'index',
    index: index.names.paragraphs,
    id,
    version,
    document: { document: 'd-1', en: text },
  }
}

/** Makes every n-th item of an answer say "not now", as a full write queue does. */
function refuseSome(n: number): (body: string) => string {
  return (body) => {
    const answer = JSON.parse(body)
    const rejected = {
      status: 429,
      error: { type: 'es_rejected_execution_exception', reason: 'queue is full' },
    }
    const changed = answer.items.map((one: object, at: number) => (at % n === 0 ? { index: rejected } : one))
    return JSON.stringify({ ...answer, items: changed })
  }
}

describe('every item has an outcome', () => {
  test('what is new is done, what is there is replaced', async () => {
    const some = items(3)
    expect(await bulkWrite(index.client, some)).toEqual(Array(3).fill({ kind: 'done', replaced: false }))
    expect(await bulkWrite(index.client, some)).toEqual(Array(3).fill({ kind: 'done', replaced: true }))
  })

  test('an older version is superseded and changes nothing', async () => {
    const [newer] = items(1, 7, 'new')
    await bulkWrite(index.client, [newer as BulkItem])
    expect(await bulkWrite(index.client, [item(newer?.id ?? '', 3, 'old')])).toEqual([{ kind: 'superseded' }])
    const { _source } = await index.client.get({ index: index.names.paragraphs, id: newer?.id ?? '' })
    expect(_source).toMatchObject({ en: 'new' })
  })

  test('one that does not fit the mapping is dead with its reason, the others are done', async () => {
    const some = items(5)
    const bad = { ...item('bad', 1, ''), document: { unknownField: 1 } }
    const outcomes = await bulkWrite(index.client, [...some.slice(0, 2), bad, ...some.slice(2)])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'dead', 'done', 'done', 'done'])
    expect(outcomes[2]).toMatchObject({ reason: expect.stringContaining('unknownField') })
  })

  test('deleting what is not there is done', async () => {
    const gone: BulkItem = { action: 'delete', index: index.names.paragraphs, id: 'never', version: 1 }
    expect(await bulkWrite(index.client, [gone])).toEqual([{ kind: 'done', replaced: false }])
  })

  test('a bad id stops everything before it is sent', async () => {
    const before = proxy.seen
    const bad = { ...item('x', 1, ''), id: 'ب' }
    const long = { ...item('x', 1, ''), id: 'x'.repeat(201) }
    await expect(bulkWrite(index.client, [...items(1), bad])).rejects.toMatchObject({ code: 'ID_TOO_LONG' })
    await expect(bulkWrite(index.client, [long])).rejects.toMatchObject({ code: 'ID_TOO_LONG' })
    expect(proxy.seen).toBe(before)
  })

  test('without its index the work stops', async () => {
    const lost = { ...item('x', 1, ''), index: `${index.prefix}-lost` }
    await expect(bulkWrite(index.client, [lost])).rejects.toMatchObject({ code: 'INDEX_MISSING' })
  })
})

describe('"not now" is waited for', () => {
  test.each([
    ['a storm of 429', Array(5).fill({ kind: 'status', status: 429 })],
    [
      '503',
      [
        { kind: 'status', status: 503 },
        { kind: 'status', status: 502 },
      ],
    ],
    ['a broken connection', [{ kind: 'reset' }, { kind: 'reset' }]],
    ['a connection that breaks after the work was done', [{ kind: 'reset after apply' }]],
    ['a third of the items refused', [{ kind: 'answer', change: refuseSome(3) }]],
    [
      'all items refused, twice',
      [
        { kind: 'answer', change: refuseSome(1) },
        { kind: 'answer', change: refuseSome(1) },
      ],
    ],
    ['an answer that is cut off', [{ kind: 'answer', change: (body: string) => body.slice(0, 40) }]],
  ])('%s', async (_, faults) => {
    const some = items(100)
    proxy.faults = faults
    const outcomes = await bulkWrite(index.client, some)
    expect(outcomes.every((outcome) => outcome.kind === 'done')).toBe(true)
    expect(await idsIn(index, index.names.paragraphs)).toEqual(some.map(({ id }) => id).sort())
    expect(proxy.faults).toEqual([])
  })

  test('deletes that are refused for now are sent again, each once', async () => {
    const some = items(50)
    await bulkWrite(index.client, some)
    proxy.faults = [{ kind: 'answer', change: refuseSome(2) }]
    const deletes = some.map(({ id }) => ({
      action: 'delete' as const,
      index: index.names.paragraphs,
      id,
      version: 1,
    }))
    expect(await bulkWrite(index.client, deletes)).toHaveLength(50)
    expect(await idsIn(index, index.names.paragraphs)).toEqual([])
  })

  test('an engine that never answers is left at the time limit and asked again', async () => {
    proxy.faults = [{ kind: 'hang' }]
    const hurried = createElastic(proxy.url).child({ requestTimeout: 200 })
    expect(await bulkWrite(hurried, items(2))).toHaveLength(2)
  })

  test('an index that is closed to writing, as by a full disk, opens again', async () => {
    const block = (on: boolean | null) =>
      index.client.indices.putSettings({
        index: index.names.paragraphs,
        settings: { 'index.blocks.read_only_allow_delete': on },
      })
    await block(true)
    let told = ''
    const patience = {
      onAway: (error: BayanError) => {
        told = error.code
        block(null).catch(() => {})
      },
    }
    expect(await bulkWrite(index.client, items(2), patience)).toHaveLength(2)
    expect(told).toBe('ELASTICSEARCH_AWAY')
  })

  test('it ends with ABORTED when told, with ELASTICSEARCH_AWAY at its limit', async () => {
    proxy.faults = Array(500).fill({ kind: 'status', status: 429 })
    const signal = AbortSignal.timeout(100)
    await expect(bulkWrite(index.client, items(1), { signal })).rejects.toMatchObject({ code: 'ABORTED' })
    await expect(bulkWrite(index.client, items(1), { limit: 50 })).rejects.toMatchObject({
      code: 'ELASTICSEARCH_AWAY',
    })
  })
})

test('large work goes out in requests of bounded size', async () => {
  const before = proxy.seen
  const some = items(40, 1, 'x '.repeat(50_000))
  expect(await bulkWrite(index.client, some)).toHaveLength(40)
  expect(proxy.seen - before).toBe(3)
})
