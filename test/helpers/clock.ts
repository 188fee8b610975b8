/** What is kept of an index, and for how long: the communiqué in an index, and a clock that the test turns. */
import { afterAll, afterEach, beforeAll, beforeEach, inject, vi } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import type { IndexNames } from '../../src/fields.js'
import { communique, type SmallIndex, smallIndex } from './search-index.js'

/** @returns a client to change the index with; `names` once the tests run */
export function underClock(): { client: ReturnType<typeof createElastic>; names: IndexNames } {
  const here = { client: createElastic(inject('elasticsearchUrl')), names: {} as IndexNames }
  let index: SmallIndex
  beforeAll(async () => {
    index = await smallIndex(inject('elasticsearchUrl'), [communique()])
    here.names = index.names
  })
  afterAll(async () => {
    await index?.remove()
    await here.client.close()
  })
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())
  return here
}
