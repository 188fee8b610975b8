/** What does a question cost Elasticsearch? Requests for paragraphs are counted, and one whose reader has left is taken back. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { listen } from '../../src/http/server.js'
import { type RawQuestion, readQuestion } from '../../src/search/request.js'
import { createSearch, type Search } from '../../src/search/search.js'
import { appOver } from '../helpers/app.js'
import { type FaultyProxy, faultyProxy } from '../helpers/faulty.js'
import { communique, type SmallIndex, smallIndex } from '../helpers/search-index.js'

describe('requests', () => {
  let index: SmallIndex
  let proxy: FaultyProxy
  let search: Search
  let close: () => Promise<void>
  beforeAll(async () => {
    const twice = ['2016', '2017'].map((day) => ({
      ...{ key: `oic-${day}.ar`, language: 'ar' as const, day },
      texts: ['قضية مركزية'],
    }))
    const often = ['أولى', 'ثانية', 'ثالثة', 'رابعة', 'خامسة'].map((nth) => `قمة القدس الشريف العاجلة ${nth}`)
    const summits = { key: 'oic-summits.ar', language: 'ar' as const, texts: often }
    index = await smallIndex(inject('elasticsearchUrl'), [communique(), summits, ...twice])
    proxy = await faultyProxy(inject('elasticsearchUrl'), /paragraphs\/_search|_msearch/)
    const client = createElastic(proxy.url)
    close = () => client.close()
    search = createSearch({ client, names: index.names })
  })
  afterAll(async () => {
    await close?.()
    await proxy?.close()
    await index?.remove()
  })

  async function requestsOf(raw: RawQuestion): Promise<number> {
    const before = proxy.seen
    await search.search(readQuestion(raw))
    return proxy.seen - before
  }

  test.each<[string, RawQuestion, number]>([
    ['words with facets and marks', { q: 'العدوان حلب' }, 1],
    ['words that two documents have in the same sentence', { q: 'قضية مركزية' }, 2],
    ['the same sentence, each time by itself', { q: 'قضية مركزية', repeats: 'listed' }, 1],
    ['a choice in several facets', { q: 'حلب', year: '2016', body: 'EX-COM', verb: '-CALL' }, 1],
    ['a group by documents', { q: 'حلب', group: 'document' }, 1],
    ['a list without words', { sort: 'newest' }, 1],
    ['a sentence, strictly and loosely at once', { q: 'ما الذي قاله الاجتماع في شأن مدينة حلب' }, 1],
    ['four words that enough paragraphs have', { q: 'قمة القدس الشريف العاجلة', repeats: 'listed' }, 1],
    ['five words that too few have', { q: 'قمة القدس الشريف العاجلة الثالثة', repeats: 'listed' }, 2],
    ['words that have to be relaxed, and why', { q: 'حلب زيتون' }, 3],
    ['words anywhere in a document', { q: 'حلب العدوان', scope: 'document' }, 1],
  ])('%s', async (_, raw, requests) => {
    expect(await requestsOf(raw)).toBe(requests)
  })
})

describe('a reader who leaves', () => {
  let stop: () => Promise<unknown> = async () => undefined
  afterEach(() => stop())

  test('takes the request to Elasticsearch along, which had a limit of time', async () => {
    const { url, asked, left, close } = await silentEngine()
    const client = createElastic(url)
    const names = { documents: 'd', paragraphs: 'p' }
    const app = await appOver(createSearch({ client, names }))
    const service = await listen(app, { host: '127.0.0.1', port: 0 })
    stop = () => Promise.all([app.close(), client.close(), close()])
    const reader = new AbortController()
    const answer = fetch(`${service.url}/api/search?q=x`, { signal: reader.signal }).catch(() => 'left')
    expect(await asked).toMatch(/timeout/)
    reader.abort()
    await left
    expect(await answer).toBe('left')
  })
})

/** Takes questions and answers none; tells what it was asked, and that the asker has gone. */
async function silentEngine() {
  const server = createServer()
  const asked = once(server, 'request').then(async ([request]) => {
    const message = request as IncomingMessage
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    return `${message.url} ${Buffer.concat(chunks)}`
  })
  const left = once(server, 'request').then(([, response]) => once(response, 'close'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, left, close }
}
