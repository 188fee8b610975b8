/** The pages and routes over a search, where nothing else of the service matters. */
import { type App, buildApp, type Service } from '../../src/http/app.js'
import { createLogger } from '../../src/log.js'
import type { Search } from '../../src/search/search.js'

/** @param more what a test is about: files, keys, limits */
export function appOver(search: Search, more: Partial<Service> = {}): Promise<App> {
  return buildApp({ search, ready: async () => ({}), log: createLogger('silent'), ...more })
}
