/** When are the documents read again for what is told of them? Only when they are others. */
import type { estypes } from '@elastic/elasticsearch'
import { expect, test, vi } from 'vitest'
import { type Ask, asking } from '../../../src/search/engine.js'
import { createDirectory } from '../../../src/search/facets/directory.js'
import { underClock } from '../../helpers/clock.js'

const KEY = 'oic-ex-com-emergency-2016-12-22-fc.ar'
const MOMENT = 4_000

const here = underClock()
const { client } = here

/** A directory on the real engine; `reads` counts how often it read all documents. */
function directory() {
  const real = asking(client)
  const reads = vi.fn()
  const counting = async <T>(name: string, body: estypes.SearchRequest) => {
    if (body.docvalue_fields) reads()
    return real<T>(name, body)
  }
  const ask: Ask = Object.assign(counting, { together: real.together })
  const consult = createDirectory(ask, here.names.documents)
  return { reads, known: async (...keys: string[]) => (await consult({ keys, meetings: [] })).keys }
}

test('once, as long as they stay the same', async () => {
  const { reads, known } = directory()
  expect(await known(KEY)).toContain(KEY)
  vi.advanceTimersByTime(MOMENT)
  await known(KEY)
  await known(KEY, 'not-there.ar')
  expect(reads).toHaveBeenCalledTimes(1)
})

test('when one came, and when one went', async () => {
  const { reads, known } = directory()
  await known(KEY)
  const entry = { key: 'new.ar', language: 'ar', sha256: 'n', position: 1 }
  await client.index({ index: here.names.documents, id: 'new', document: entry, refresh: true })
  expect(await known('new.ar')).toContain('new.ar')
  await client.delete({ index: here.names.documents, id: 'new', refresh: true })
  expect(await known('other.ar')).not.toContain('new.ar')
  expect(reads).toHaveBeenCalledTimes(3)
})
