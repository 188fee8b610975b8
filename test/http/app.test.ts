import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { indexNames } from '../../src/fields.js'
import type { App } from '../../src/http/app.js'
import { createReady } from '../../src/http/ready.js'
import { listen } from '../../src/http/server.js'
import { createSearch } from '../../src/search/search.js'
import { appOver, type Served, serving } from '../helpers/app.js'
import { communique } from '../helpers/search-index.js'

const EVIL = '<img src=x onerror=alert(1)>"\'</title><script>alert(2)</script>'
const HOSTILE = {
  key: 'hostile.en',
  language: 'en' as const,
  title: `Title ${EVIL}`,
  symbol: `"><script>alert(3)</script>`,
  body: `B${EVIL}`,
  meeting: `M${EVIL}`,
  city: `C${EVIL}`,
  texts: [`Aleppo ${EVIL} \uE000private\uE001 </mark>`, 'javascript:alert(4)'],
}
const KEY = 'oic-ex-com-emergency-2016-12-22-fc.ar'

const served: Served = serving([communique(), HOSTILE], {
  ready: createReady({ elasticsearch: (signal) => served.search.probe(signal) }),
})

function get(url: string, headers: Record<string, string> = {}) {
  return served.app.inject({ url, headers })
}

describe('the API', () => {
  test('answers a question', async () => {
    const response = await get(`/api/search?q=${encodeURIComponent('سوريين')}&year=2016`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toMatch('application/json')
    expect(response.json()).toMatchObject({
      query: { text: 'سوريين', relaxed: false },
      page: { number: 1, size: 20 },
    })
    expect(response.json().hits.length).toBeGreaterThan(0)
  })

  test('speaks the language of the reader', async () => {
    const label = async (url: string, headers = {}) =>
      (await get(url, headers)).json().facets.language.buckets[0].label
    expect(await label('/api/search')).toBe('العربية')
    expect(await label('/api/search', { 'accept-language': 'de, fr;q=0.8, en;q=0.9' })).toBe('Arabic')
    expect(await label('/api/search?lang=fr', { 'accept-language': 'en' })).toBe('Arabe')
  })

  test('lists documents, gives one with its paragraphs, and a paragraph', async () => {
    expect((await get('/api/documents')).json()).toMatchObject({ total: 2 })
    const { document, paragraphs } = (await get(`/api/documents/${KEY}`)).json()
    expect([document.key, paragraphs.length]).toEqual([KEY, 17])
    expect((await get(`/api/paragraphs/${paragraphs[5].id}`)).json().citation.ar).toMatch(
      'OIC/EX-COM/2016/FC',
    )
  })

  test.each([
    ['/api/search?colour=red', 400, 'QUERY_INVALID', 'colour'],
    ['/api/search?size=1000', 400, 'QUERY_INVALID', 'size'],
    ['/api/search?page=1.5', 400, 'QUERY_INVALID', '"page"'],
    ['/api/documents?q=x', 400, 'QUERY_INVALID', '"q"'],
    [`/api/search?q=${'%D8%A7'.repeat(10_000)}`, 400, 'QUERY_TOO_LONG', '10000'],
    ['/api/documents/nothing', 404, 'NOT_FOUND', 'nothing'],
    ['/api/paragraphs/nothing', 404, 'NOT_FOUND', 'nothing'],
    ['/api/nothing', 404, 'NOT_FOUND', '/api/nothing'],
    ['/api/search/%E0%A4%A', 400, 'QUERY_INVALID', ''],
  ])('a wrong request gets a sentence (%#)', async (url, status, code, part) => {
    const response = await get(url)
    expect([response.statusCode, response.json().error.code]).toEqual([status, code])
    expect(response.json().error.message).toContain(part)
  })

  test.each([
    '"',
    '"a',
    '%22%22%22',
    '%00',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '(((',
    '*:*',
    'a AND NOT',
    '-',
    '\\',
    '%E2%80%AE',
  ])('takes any text for a question: %s', async (q) => {
    expect((await get(`/api/search?q=${q}`)).statusCode).toBe(200)
  })
})

describe('pages', () => {
  test.each([
    '/',
    '/?q=Aleppo',
    '/?q=zzzz',
    '/?sort=newest',
    `/d/${KEY}`,
    '/d/hostile.en',
    '/nothing',
    '/?x=%3Cb%3E',
  ])('%s is a page in Arabic, and no text in it became a tag', async (url) => {
    const { body, headers } = await get(`${url}`)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toMatch('<html lang="ar" dir="rtl">')
    expect(body).not.toMatch(/<(script(?! src="\/assets\/page\.js" defer>)|img|b)\b/)
    expect(body).not.toMatch(/="[^"]*<\/title>/)
  })

  test('hostile text is shown as it is written', async () => {
    const { body } = await get('/?q=Aleppo')
    expect(body).toContain('<mark>Aleppo</mark> &lt;img src=x onerror=alert(1)&gt;')
    expect(body).toContain('\uE000private\uE001')
  })

  test('nothing but our own style may be loaded, and nothing run', async () => {
    const { headers } = await get('/')
    expect(headers['content-security-policy']).toMatch(
      "default-src 'none';style-src 'self';script-src 'self';connect-src 'self'",
    )
    expect(headers['content-security-policy']).not.toMatch('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    for (const unreadable of ['/%FF', `/d/${'a'.repeat(600)}`])
      expect((await get(unreadable)).headers).toMatchObject({
        'content-security-policy': headers['content-security-policy'],
        'x-content-type-options': 'nosniff',
      })
    expect((await get('/assets/page.css')).headers['content-type']).toMatch('text/css')
  })

  test('the words of the question are kept, marked and counted', async () => {
    const { body } = await get(`/?q=${encodeURIComponent('حلب')}&lang=en`)
    expect(body).toContain('value="حلب"')
    expect(body).toMatch(/<h1[^>]*>\d+ paragraphs<\/h1>/)
    expect(body).toContain('<mark>حلب</mark>')
    expect(body).toMatch(/href="\/\?q=%D8%AD%D9%84%D8%A8&amp;year=2016&amp;lang=en|href="\/\?[^"]*lang=en/)
  })

  test('a lasting link leads to the paragraph on the page of its document', async () => {
    const response = await get(`/d/${KEY}/6`)
    expect([response.statusCode, response.headers.location]).toEqual([302, `/d/${KEY}#p-6`])
    expect((await get(`/d/${KEY}`)).body).toContain('id="p-6"')
    expect((await get(`/d/${KEY}/99`)).statusCode).toBe(404)
  })

  test('where nothing is, one can search', async () => {
    const { body } = await get('/d/nothing?lang=en')
    expect(body).toContain('The document nothing is not here; check the address or search for it.')
    expect(body).toMatch(/<form class="search"[^>]*>/)
  })

  test.each(['/%FF', '/d/%E0%A4%A', `/d/${'x'.repeat(600)}`])(
    '%s is no address, and says so',
    async (url) => {
      const response = await get(url)
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.statusCode).toBeLessThan(500)
      expect(response.body).toMatch('<main')
    },
  )

  test('a symbol leads to the key', async () => {
    const response = await get(`/d/${encodeURIComponent('OIC/EX-COM/2016/FC')}`)
    expect(response.headers.location).toBe(`/d/${KEY}`)
  })
})

describe('health', () => {
  test('a service that runs is live, one whose engines answer is ready', async () => {
    expect((await get('/health/live')).json()).toEqual({ status: 'live' })
    expect((await get('/health/ready')).json()).toEqual({
      status: 'ok',
      reasons: [],
      parts: { elasticsearch: { ok: true } },
    })
  })
})

describe('without Elasticsearch', () => {
  const client = createElastic('http://user:secret@127.0.0.1:9')
  const search = createSearch({ client, names: indexNames('test') })
  let away: App
  beforeAll(async () => {
    away = await appOver(search, {
      ready: createReady({ elasticsearch: (signal) => search.probe(signal) }),
    })
  })
  afterAll(() => away?.close())

  test.each(['/api/search?q=x', '/api/documents', '/health/ready'])(
    '%s says so in one sentence',
    async (url) => {
      const response = await away.inject(url)
      expect([response.statusCode, response.json().error.code]).toEqual([503, 'ELASTICSEARCH_AWAY'])
      expect(response.json().error.message).toMatch('127.0.0.1:9')
      expect(response.body).not.toMatch('secret')
    },
  )

  test('the page says so too, and life goes on', async () => {
    const response = await away.inject('/')
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5'])
    expect(response.body).toMatch('محرك البحث لا يجيب الآن')
    expect((await away.inject('/health/live')).statusCode).toBe(200)
  })

  test('an index that nobody made is named', async () => {
    const missing = createSearch({
      client: createElastic(inject('elasticsearchUrl')),
      names: indexNames('test-none'),
    })
    await expect(missing.probe()).rejects.toMatchObject({ code: 'INDEX_MISSING' })
  })
})

describe('listening', () => {
  test('a taken port: the next free one is used, and said', async () => {
    const [first, second] = [await appOver(served.search), await appOver(served.search)]
    const { port } = await listen(first, { host: '127.0.0.1', port: 0 })
    const moved = await listen(second, { host: '127.0.0.1', port })
    expect(moved.moved).toBe(true)
    expect(moved.port).toBeGreaterThan(port)
    expect((await fetch(`${moved.url}/health/live`)).status).toBe(200)
    await Promise.all([first.close(), second.close()])
  })

  test.each([
    ['more than a question can be', `GET /?q=${'x'.repeat(400_000)} HTTP/1.1`, 'QUERY_TOO_LONG'],
    ['an address in bare Arabic', 'GET /api/search?q=سوريا HTTP/1.1', 'percent-encoded'],
  ])('%s gets a sentence as well', async (_, line, sentence) => {
    const app = await appOver(served.search)
    const { port } = await listen(app, { host: '127.0.0.1', port: 0 })
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(`${line}\r\nHost: localhost\r\n\r\n`))
      socket.on('data', (data) => {
        text += data
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
    })
    expect(answer).toMatch(sentence)
    await app.close()
  })
})
