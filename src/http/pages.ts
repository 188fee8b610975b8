/** Which addresses lead to a page? The search at `/`, a document at `/d/…`, a paragraph's lasting link into it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Facet } from '../search/facets/facets.js'
import {
  DocumentPageParameters,
  DocumentParameters,
  FacetParameters,
  type Question,
  SearchParameters,
} from '../search/parameters.js'
import type { Search } from '../search/search.js'
import type { App } from './app.js'
import { documentPage } from './page/document-page.js'
import { facetPage } from './page/facet-page.js'
import { helpPage } from './page/help-page.js'
import { COUNTED, homePage } from './page/home-page.js'
import { documentLink, isFiltered } from './page/links.js'
import { resultsPage } from './page/results-page.js'
import { leaving, readerLanguage } from './reader.js'
import { show } from './show.js'

const Key = Type.Object({ key: Type.String() })
const InFacet = Type.Object({ name: Type.String() })
const Language = Type.Object({ lang: SearchParameters.properties.lang }, { additionalProperties: false })
const LATEST = 6
/** Values of a facet on its own page. */
const MANY_VALUES = 200
const config = { scope: 'search' as const }

export function addPages(app: App, search: Search): void {
  addQuestions(app, search)
  addDocuments(app, search)
  app.get('/help', { config, schema: { querystring: Language } }, (request, reply) =>
    show(reply, helpPage(request.query.lang, readerLanguage(request))),
  )
  addAsset(app, 'page.css', 'text/css; charset=utf-8', readStyle())
  addAsset(app, 'page.js', 'text/javascript; charset=utf-8', readPart('page.js'))
  addAsset(app, 'icon.svg', 'image/svg+xml', readPart('icon.svg'))
}

function addQuestions(app: App, search: Search): void {
  app.get('/', { config, schema: { querystring: SearchParameters } }, async (request, reply) => {
    const question = request.query
    if (!isAsked(question)) return show(reply, await home(search, request, reply, question))
    const answer = await search.search({ ...question, lang: readerLanguage(request) }, leaving(reply))
    // A symbol was typed, and nothing else chosen: the document itself is the answer.
    const { jump } = answer.query
    if (jump && isPlain(question)) return reply.redirect(withLanguage(jump, question.lang))
    return show(reply, resultsPage(answer, question, readerLanguage(request)))
  })

  const values = { config, schema: { params: InFacet, querystring: FacetParameters } }
  app.get('/facets/:name', values, async (request, reply) => {
    const language = readerLanguage(request)
    const { find, ...question } = request.query
    const wanted = { facet: request.params.name, find, size: MANY_VALUES }
    const counts = await search.facet({ ...question, lang: language }, wanted, leaving(reply))
    return show(reply, facetPage(request.params.name as Facet, counts, request.query, language))
  })
}

function addDocuments(app: App, search: Search): void {
  const document = { config, schema: { params: Key, querystring: DocumentPageParameters } }
  app.get('/d/:key', document, async (request, reply) => {
    const language = readerLanguage(request)
    const asked = request.query
    const read = (name: string) => search.document({ name, q: asked.q, lang: language }, leaving(reply))
    const view = await read(request.params.key)
    const { key } = view.document
    if (key !== request.params.key) return reply.redirect(documentLink(key, asked))
    const other = view.languages.find((version) => version.language === asked.beside)
    return show(reply, documentPage(view, asked, language, other && (await read(other.key))))
  })

  // A label may hold slashes, and not every proxy leaves them encoded.
  app.get('/d/:key/*', { config, schema: { querystring: DocumentParameters } }, async (request, reply) => {
    const { key = '', '*': label = '' } = request.params as Record<string, string>
    const { paragraph, document } = await search.paragraph({ key, label }, leaving(reply))
    return reply.redirect(documentLink(document.key, { ...request.query, label: paragraph.label }))
  })
}

async function home(search: Search, request: FastifyRequest, reply: FastifyReply, question: Question) {
  const language = readerLanguage(request)
  const signal = leaving(reply)
  const asked = { ...question, lang: language }
  const [answer, latest] = await Promise.all([
    search.search({ ...asked, size: 1, facets: COUNTED }, signal),
    search.documents({ ...asked, size: LATEST }, signal),
  ])
  return homePage(answer, latest, question, language)
}

function isAsked(question: Question): boolean {
  return question.q !== '' || isFiltered(question) || question.sort !== 'relevance' || question.page > 1
}

/** Words and nothing that narrows, orders or insists: `words=all` asks for paragraphs, whatever the words. */
function isPlain(question: Question): boolean {
  return !isFiltered(question) && question.words === undefined && question.page === 1
}

function withLanguage(path: string, lang: string | undefined): string {
  return lang ? `${path}?lang=${lang}` : path
}

/** One question each; of rules that weigh the same the later one counts. */
const STYLE = [
  ...['base', 'top', 'parts', 'home', 'results', 'facets', 'histogram'],
  ...['document', 'noted', 'help', 'files', 'api', 'print'],
]

function readStyle(): string {
  return STYLE.map((name) => readPart(`style/${name}.css`)).join('\n')
}

/** @param name of a file in `page/` */
function readPart(name: string): string {
  return readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8')
}

/** Browsers ask again each time and hear whether it has changed. */
function addAsset(app: App, name: string, type: string, content: string): void {
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`
  app.get(`/assets/${name}`, { config: { scope: 'open' } }, (request, reply) => {
    reply.headers({ etag, 'cache-control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type(type).send(content)
  })
}
