/** The pages and routes over a search, where nothing else of the service matters. */
import { afterAll, beforeAll } from 'vitest'
import { type App, buildApp, type Service } from '../../src/http/app.js'
import { createLogger } from '../../src/log.js'
import type { Search } from '../../src/search/search.js'
import { type Searching, type SmallDocument, searching } from './search-index.js'

/** @param more what a test is about: files, keys, limits */
export function appOver(search: Search, more: Partial<Service> = {}): Promise<App> {
  return buildApp({ search, ready: async () => ({}), log: createLogger('silent'), ...more })
}

export type Served = Searching & { app: App }

/** @returns the search over these documents, and its pages, as long as the tests of the file run */
export function serving(documents: SmallDocument[], more: Partial<Service> = {}): Served {
  const served = searching(documents) as Served
  beforeAll(async () => {
    served.app = await appOver(served.search, more)
  })
  afterAll(() => served.app?.close())
  return served
}
