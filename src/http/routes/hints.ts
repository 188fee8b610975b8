/** What helps who asks: what is being typed may become, which paragraphs are like one, how a question was read. */
import Type from 'typebox'
import type { Language } from '../../model.js'
import { SearchParameters } from '../../search/parameters.js'
import type { Search } from '../../search/search.js'
import type { App } from '../app.js'
import { explainPage } from '../page/explain-page.js'
import { NAMES } from '../page/facets.js'
import { similarPage } from '../page/similar-page.js'
import { say } from '../page/words.js'
import { leaving, readerLanguage } from '../reader.js'
import { show } from '../show.js'

const Typed = Type.Object(
  {
    q: Type.String({
      default: '',
      maxLength: 200,
      description: 'What was typed so far: letters of any words.',
    }),
    size: Type.Integer({ default: 8, minimum: 1, maximum: 50, description: 'How many at most.' }),
    lang: SearchParameters.properties.lang,
  },
  { additionalProperties: false },
)

const Identified = Type.Object({ id: Type.String({ description: 'Id of a paragraph.' }) })
const Few = Type.Object(
  {
    size: Type.Integer({ default: 10, minimum: 1, maximum: 50, description: 'How many at most.' }),
    lang: SearchParameters.properties.lang,
  },
  { additionalProperties: false },
)

const Asked = Type.Object(
  {
    q: Type.String({ default: '', description: 'The question.' }),
    lang: SearchParameters.properties.lang,
  },
  { additionalProperties: false },
)

const config = { scope: 'search' as const }

export function addHints(app: App, search: Search): void {
  addSimilar(app, search)
  addExplain(app, search)
  app.get('/api/suggest', { config, schema: { querystring: Typed } }, async (request, reply) => {
    reply.header('vary', 'accept-language')
    const { q, size } = request.query
    const lang = readerLanguage(request)
    const found = await search.suggest({ q, size, lang })
    return { text: q, suggestions: found.map((one) => ({ ...one, kindLabel: kindLabel(one.kind, lang) })) }
  })
}

function addSimilar(app: App, search: Search): void {
  const schema = { params: Identified, querystring: Few }
  app.get('/api/paragraphs/:id/similar', { config, schema }, (request, reply) => {
    reply.header('vary', 'accept-language')
    const asked = { ...request.query, id: request.params.id, lang: readerLanguage(request) }
    return search.similar(asked, leaving(reply))
  })
  app.get('/similar/:id', { config, schema }, async (request, reply) => {
    const { size, lang } = request.query
    const language = readerLanguage(request)
    const found = await search.similar({ id: request.params.id, size, lang: language }, leaving(reply))
    return show(reply, similarPage(found, lang, language))
  })
}

function addExplain(app: App, search: Search): void {
  const schema = { querystring: Asked }
  app.get('/api/explain', { config, schema }, (request, reply) => {
    reply.header('vary', 'accept-language')
    return search.explain({ q: request.query.q, lang: readerLanguage(request) }, leaving(reply))
  })
  app.get('/explain', { config, schema }, async (request, reply) => {
    const { q, lang } = request.query
    const language = readerLanguage(request)
    return show(
      reply,
      explainPage(await search.explain({ q, lang: language }, leaving(reply)), lang, language),
    )
  })
}

function kindLabel(kind: Awaited<ReturnType<Search['suggest']>>[number]['kind'], language: Language): string {
  return say(kind === 'symbol' ? 'symbol' : NAMES[kind], language)
}
