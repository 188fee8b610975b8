/** The page of the files: a list at `/files`, forms that send, retry and withdraw, and lead back to it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Files } from '../intake/files.js'
import { SearchParameters } from '../search/parameters.js'
import type { App } from './app.js'
import { type FilesAsked, filesLink, filesPage } from './page/files-page.js'
import { readerLanguage } from './reader.js'
import { receive, type Sent } from './receive.js'
import { FilesParameters, seeing, sending, withStreams } from './routes/files.js'
import { show } from './show.js'

const { lang } = SearchParameters.properties
const Asked = Type.Object({ ...FilesParameters.properties, lang }, { additionalProperties: false })
const Language = Type.Object({ lang }, { additionalProperties: false })
const Identified = Type.Object({ id: Type.String() })

export async function addFilePages(
  app: App,
  { files, limit }: { files: Files; limit: number },
): Promise<void> {
  app.get('/files', { config: seeing, schema: { querystring: Asked } }, (request, reply) =>
    showFiles(files, request, reply, request.query, []),
  )
  const change = { config: sending, schema: { querystring: Language } }
  app.post('/files/retry', change, async (request, reply) => {
    await files.retryFailed()
    return reply.redirect(filesLink(request.query), 303)
  })
  const changeOne = { config: sending, schema: { params: Identified, querystring: Language } }
  app.post('/files/:id/retry', changeOne, async (request, reply) => {
    await files.retry(request.params.id)
    return reply.redirect(filesLink(request.query), 303)
  })
  app.post('/files/:id/withdraw', changeOne, async (request, reply) => {
    await files.withdraw(request.params.id)
    return reply.redirect(filesLink(request.query), 303)
  })
  await withStreams(app, (here) => {
    const send = { config: { ...sending, slow: true }, schema: { querystring: Language } }
    here.post('/files', send, async (request, reply) => {
      const { sent, error } = await receive(request, files, limit)
      const refused = sent.files.filter(({ code, url }) => code && !url)
      if (refused.length === 0) return reply.redirect(filesLink(request.query), 303)
      if (error) reply.code(error.status)
      return showFiles(files, request, reply, { ...request.query, page: 1, size: PAGE }, refused)
    })
  })
}

const PAGE = 50

async function showFiles(
  files: Files,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FilesAsked,
  refused: Sent[],
): Promise<FastifyReply> {
  const { outcome, path, page, size } = asked
  const listed = await files.list({ outcome, path, page, size })
  const { byOutcome: all } = outcome || path ? await files.list({ page: 1, size: 0 }) : listed
  const mayChange = request.holder?.scopes.includes('ingest') ?? true
  return show(reply, filesPage({ listed, all, asked, refused, mayChange }, readerLanguage(request)))
}
