/** When is what can be chosen read again? Only when the index is another one. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { createElastic } from '../../../src/elastic/client.js'
import { createCatalogue } from '../../../src/search/help/catalogue.js'
import { communique, type SmallIndex, smallIndex } from '../../helpers/search-index.js'

const MOMENT = 16_000

let index: SmallIndex
const client = createElastic(inject('elasticsearchUrl'))
beforeAll(async () => {
  index = await smallIndex(inject('elasticsearchUrl'), [communique()])
})
afterAll(async () => {
  await index?.remove()
  await client.close()
})
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('once as long as nothing changes, again after a change', async () => {
  const asked = vi.spyOn(client, 'search')
  const catalogue = createCatalogue(client, index.names)
  const symbols = async () => (await catalogue()).filter(({ kind }) => kind === 'symbol')
  expect((await symbols()).map(({ labels }) => labels.en)).toEqual(['OIC/EX-COM/2016/FC'])
  vi.advanceTimersByTime(MOMENT)
  asked.mockClear()
  await symbols()
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  await asked.mock.results[0]?.value
  await setImmediate()
  expect(asked).toHaveBeenCalledTimes(1)
  const document = { key: 'new.ar', language: 'ar', document: 'new', ordinal: 1, symbol: 'OIC/NEW' }
  await client.index({ index: index.names.paragraphs, id: 'new-1', document, refresh: true })
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(MOMENT)
    expect(await symbols()).toHaveLength(2)
  })
})
