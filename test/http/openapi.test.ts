import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/http/app.js'
import { ROUTES } from '../../src/http/openapi/routes.js'
import { ErrorShape } from '../../src/http/openapi/shapes.js'
import type { Files } from '../../src/intake/files.js'
import { createSearch } from '../../src/search/search.js'
import { appOver } from '../helpers/app.js'
import { testIndex, writeAll } from '../helpers/index.js'
import { analysedSample } from '../helpers/samples.js'

const SAMPLE = 'oic-ex-com-2016-fc.ar.txt'
const index = testIndex()
let app: App

/** The sample that the examples ask for, as a first start would have it. */
beforeAll(async () => {
  await writeAll(index, [await analysedSample(SAMPLE)])
  const ready = async () => ({ elasticsearch: { ok: true } })
  const row = ROUTES['GET /api/files/:id']?.sample
  const list = async () => ROUTES['GET /api/files']?.sample
  const files = { list, one: async () => row } as unknown as Files
  app = await appOver(createSearch(index), { ready, intake: { files, limit: 1000 } })
})
afterAll(() => app?.close())

const api = async () => (await app.inject('/openapi.json')).json()

describe('openapi.json', () => {
  test('tells of every route for programs: what it is for, what it answers, an example', async () => {
    const { paths } = await api()
    const routes = app.scopes.filter(
      ({ method, url }) => method !== 'HEAD' && /^\/(api\/|health|metrics)/.test(url),
    )
    expect(routes.length).toBeGreaterThan(6)
    for (const { method, url } of routes) {
      const told = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(Object.keys(ROUTES)).toContain(`${method} ${url}`)
      expect(told).toMatchObject({ summary: expect.any(String), 'x-example': expect.any(String) })
      expect(Object.keys(told.responses)).toEqual([
        expect.stringMatching(/^20[02]$/),
        '400',
        '401',
        '403',
        '404',
        '429',
        '503',
      ])
    }
    expect(Object.keys(ROUTES)).toHaveLength(routes.length + 1)
  })

  test('names the parameters with their meaning, from the schema that checks them', async () => {
    const { parameters } = (await api()).paths['/api/search'].get
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'q', in: 'query' }))
    for (const parameter of parameters)
      expect(parameter).toMatchObject({ description: expect.stringMatching(/\w/) })
  })

  test('what has a usual value need not be given', async () => {
    const { paths } = await api()
    const required = ({ parameters = [] }: { parameters?: { name: string; required?: boolean }[] }) =>
      parameters.filter((one) => one.required).map(({ name }) => name)
    expect(required(paths['/api/search'].get)).toEqual([])
    expect(required(paths['/api/resolve'].get)).toEqual(['symbol'])
    expect(required(paths['/api/facets/{name}'].get)).toEqual(['name'])
  })

  test('holds no page, and says which scope each route needs', async () => {
    const { paths, components } = await api()
    expect(Object.keys(paths).filter((path) => !/^\/(api\/|health\/|metrics|openapi)/.test(path))).toEqual([])
    expect(paths['/api/search'].get.security).toEqual([{ key: [] }])
    expect(paths['/health/live'].get.security).toEqual([])
    expect(components.securitySchemes.key.scheme).toBe('bearer')
  })
})

describe('examples', () => {
  const told = Object.entries(ROUTES).filter(([route]) => route.startsWith('GET '))

  test.each(told)(
    '%s answers its example in the shape that is told',
    async (_, { example, answer, sample, type }) => {
      const response = await app.inject(example)
      expect([response.statusCode, response.body]).toEqual([200, expect.any(String)])
      const body = type ? response.body : example === '/openapi.json' ? '' : response.json()
      expect([...Value.Errors(answer, body)]).toEqual([])
      if (sample) expect([...Value.Errors(answer, sample)]).toEqual([])
    },
  )

  test('the question of the example finds something', async () => {
    const { total } = (await app.inject(ROUTES['GET /api/search']?.example ?? '')).json()
    expect(total.paragraphs).toBeGreaterThan(0)
  })

  test('an error has the shape that is told', async () => {
    expect(Value.Check(ErrorShape, (await app.inject('/api/nothing')).json())).toBe(true)
  })
})

test('the page for people shows the same, in our style and without any script of others', async () => {
  const { body, headers } = await app.inject('/api?lang=en')
  expect(headers['content-type']).toMatch('text/html')
  for (const route of Object.keys(ROUTES)) {
    expect(body).toContain(route.replace(/:(\w+)/g, '{$1}'))
  }
  expect(body).toContain('hostCountry')
  expect(body).not.toMatch(/<script(?! src="\/assets\/page\.js" defer>)/)
})
