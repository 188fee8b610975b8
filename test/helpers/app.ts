/** The pages and routes over a search, where nothing else of the service matters. */
import { afterAll, beforeAll, inject } from 'vitest'
import { type App, buildApp, type Service } from '../../src/http/app.js'
import { createLogger } from '../../src/log.js'
import type { Search } from '../../src/search/search.js'
import { type SmallDocument, type SmallIndex, smallIndex } from './search-index.js'

/** @param more what a test is about: files, keys, limits */
export function appOver(search: Search, more: Partial<Service> = {}): Promise<App> {
  return buildApp({ search, ready: async () => ({}), log: createLogger('silent'), ...more })
}

type Served = Pick<SmallIndex, 'search'> & { app: App }

/** @returns the search over these documents, and its pages, as long as the tests of the file run */
export function serving(documents: SmallDocument[]): Served {
  const served = {} as Served
  let index: SmallIndex
  beforeAll(async () => {
    index = await smallIndex(inject('elasticsearchUrl'), documents)
    served.search = index.search
    served.app = await appOver(index.search)
  })
  afterAll(async () => {
    await served.app?.close()
    await index?.remove()
  })
  return served
}
