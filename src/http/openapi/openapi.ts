/** What can be asked of the service, in a form that programs read? Made from the routes themselves. */
import swagger from '@fastify/swagger'
import type { RouteOptions } from 'fastify'
import type { App } from '../app.js'
import { FOR_PROGRAMS } from '../errors.js'
import { apiPage, type Described } from '../page/api-page.js'
import { readerLanguage } from '../reader.js'
import { show } from '../show.js'
import { ROUTES, type Told } from './routes.js'
import { ErrorShape } from './shapes.js'

const REFUSALS: Record<number, string> = {
  400: 'The question is wrong.',
  401: 'A valid key is needed.',
  403: 'The key lacks the scope.',
  404: 'It is not here.',
  429: 'Too many requests; Retry-After says when to come again.',
  503: 'An engine is away; Retry-After says when to come again.',
}

/** To be called before the routes are added. */
export async function describeRoutes(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Bayan',
        version: '1',
        description: 'Search the paragraphs of communiqués and resolutions, with facets and citations.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A key of "bayan keys create".' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, ...optional(schema?.querystring as Querystring), ...tell(url, route) },
      url,
    }),
  })
}

/** To be called after the routes were added. */
export function addOpenApi(app: App): void {
  const open = { config: { scope: 'open' as const } }
  app.get('/openapi.json', open, () => app.swagger())
  app.get('/api', open, (request, reply) =>
    show(reply, apiPage(app.swagger() as Described, readerLanguage(request))),
  )
}

type Querystring = { required?: string[]; properties: Record<string, { default?: unknown }> } | undefined

/** What has a usual value is there when a question was read, and need not be given. */
function optional(querystring: Querystring): object {
  if (!querystring) return {}
  const { required = [], properties } = querystring
  const missing = (name: string) => properties[name]?.default === undefined
  return { querystring: { ...querystring, required: required.filter(missing) } }
}

function tell(url: string, { method, config }: RouteOptions): object {
  if (!FOR_PROGRAMS.test(url)) return { hide: true }
  const told = ROUTES[`${method} ${url}`]
  const scope = config?.scope ?? 'open'
  return {
    summary: told?.summary,
    description:
      scope === 'open'
        ? 'Needs no key.'
        : `Where keys are needed: one with the scope ${[scope, config?.orScope].filter(Boolean).join(' or ')}.`,
    security: scope === 'open' ? [] : [{ key: [] }],
    'x-scope': scope,
    'x-example': told?.example,
    response: { ...(told && { [told.status ?? 200]: answer(told) }), ...refusals() },
  }
}

function answer({ answer: schema, sample, type = 'application/json' }: Told): object {
  const example = sample === undefined ? {} : { example: sample }
  return { description: 'The answer.', content: { [type]: { schema, ...example } } }
}

function refusals(): object {
  const each = ([status, description]: [string, string]) => [
    status,
    { description, content: { 'application/json': { schema: ErrorShape } } },
  ]
  return Object.fromEntries(Object.entries(REFUSALS).map(([status, why]) => each([status, why])))
}
