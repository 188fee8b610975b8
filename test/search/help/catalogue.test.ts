/** When is what can be chosen read again? Only when the index is another one. */
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { createCatalogue } from '../../../src/search/help/catalogue.js'
import { underClock } from '../../helpers/clock.js'

const MOMENT = 16_000

const here = underClock()
const { client } = here

test('once as long as nothing changes, again after a change', async () => {
  const asked = vi.spyOn(client, 'search')
  const catalogue = createCatalogue(client, here.names)
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
  await client.index({ index: here.names.paragraphs, id: 'new-1', document, refresh: true })
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(MOMENT)
    expect(await symbols()).toHaveLength(2)
  })
})
