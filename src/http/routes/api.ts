/** The questions of the API: search, documents, one document, one paragraph. Their shapes are in `search/answer.ts`. */
import Type from 'typebox'
import {
  DocumentParameters,
  DocumentsParameters,
  FacetParameters,
  SearchParameters,
} from '../../search/parameters.js'
import type { Search } from '../../search/search.js'
import type { App } from '../app.js'
import { leaving, readerLanguage } from '../reader.js'

const Named = Type.Object({ key: Type.String({ description: 'Key, symbol or id of a document.' }) })
const Identified = Type.Object({ id: Type.String({ description: 'Id of a paragraph.' }) })
const Language = Type.Object({ lang: SearchParameters.properties.lang }, { additionalProperties: false })

const Written = Type.Object(
  {
    symbol: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'A symbol or resolution number, in any spelling.',
    }),
    lang: SearchParameters.properties.lang,
  },
  { additionalProperties: false },
)

/** A facet, and the question under which it is counted. */
const InFacet = Type.Object({ name: Type.String({ description: 'Name of a facet: country.' }) })

const config = { scope: 'search' as const }

export function addApi(app: App, search: Search): void {
  app.get('/api/search', { config, schema: { querystring: SearchParameters } }, (request, reply) => {
    reply.header('vary', 'accept-language')
    return search.search({ ...request.query, lang: readerLanguage(request) }, leaving(reply))
  })
  const facet = { config, schema: { params: InFacet, querystring: FacetParameters } }
  app.get('/api/facets/:name', facet, (request, reply) => {
    reply.header('vary', 'accept-language')
    const { find, ...question } = request.query
    const wanted = { facet: request.params.name, find, size: question.size }
    return search.facet({ ...question, lang: readerLanguage(request) }, wanted, leaving(reply))
  })
  app.get('/api/documents', { config, schema: { querystring: DocumentsParameters } }, (request, reply) => {
    reply.header('vary', 'accept-language')
    return search.documents({ ...request.query, lang: readerLanguage(request) }, leaving(reply))
  })
  const one = { config, schema: { params: Named, querystring: DocumentParameters } }
  app.get('/api/documents/:key', one, (request, reply) => {
    const asked = { name: request.params.key, q: request.query.q, lang: readerLanguage(request) }
    return search.document(asked, leaving(reply))
  })
  const paragraph = { config, schema: { params: Identified, querystring: Language } }
  app.get('/api/paragraphs/:id', paragraph, (request, reply) =>
    search.paragraph({ id: request.params.id, lang: readerLanguage(request) }, leaving(reply)),
  )
  app.get('/api/resolve', { config, schema: { querystring: Written } }, (request, reply) => {
    reply.header('vary', 'accept-language')
    return search.resolve({ symbol: request.query.symbol, lang: readerLanguage(request) }, leaving(reply))
  })
}
