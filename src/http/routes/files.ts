/** The routes for files: send them, list them, follow one, try again, take back. The work is done in `intake/`. */
import multipart from '@fastify/multipart'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { Files } from '../../intake/files.js'
import type { App } from '../app.js'
import { receive } from '../receive.js'

const OUTCOMES = ['waiting', 'working', 'indexed', 'duplicate', 'variant', 'suspect', 'failed', 'withdrawn']

export const FilesParameters = Type.Object(
  {
    outcome: Type.Optional(Type.Enum(OUTCOMES, { description: 'Only files with this outcome.' })),
    path: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'Only files with this in their path.' }),
    ),
    page: Type.Integer({ default: 1, minimum: 1, description: 'Page, from 1.' }),
    size: Type.Integer({ default: 50, minimum: 0, maximum: 500, description: 'Files on a page.' }),
  },
  { additionalProperties: false },
)
const Identified = Type.Object({ id: Type.String({ description: 'Id of a file.' }) })
const Failed = Type.Object(
  { outcome: Type.Enum(['failed'], { description: 'Those that failed: nothing else can be tried again.' }) },
  { additionalProperties: false },
)
const Named = Type.Object({
  name: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Name of a file that is sent as the body.' }),
  ),
})

/** Anyone who sends files may also see what became of them. */
export const seeing = { scope: 'search' as const, orScope: 'ingest' as const }
export const sending = { scope: 'ingest' as const }

export async function addFiles(app: App, { files, limit }: { files: Files; limit: number }): Promise<void> {
  app.get('/api/files', { config: seeing, schema: { querystring: FilesParameters } }, (request) =>
    files.list(request.query),
  )
  app.get('/api/files/:id', { config: seeing, schema: { params: Identified } }, (request) =>
    files.one(request.params.id),
  )
  app.post('/api/files/retry', { config: sending, schema: { querystring: Failed } }, async (_, reply) =>
    reply.code(202).send(await files.retryFailed()),
  )
  app.post(
    '/api/files/:id/retry',
    { config: sending, schema: { params: Identified } },
    async (request, reply) => {
      const { row, begun } = await files.retry(request.params.id)
      return reply.code(begun ? 202 : 200).send(row)
    },
  )
  app.delete('/api/files/:id', { config: sending, schema: { params: Identified } }, (request) =>
    files.withdraw(request.params.id),
  )
  await withStreams(app, (here) => {
    const options = { config: { ...sending, slow: true }, schema: { querystring: Named } }
    here.post('/api/files', options, async (request, reply) => {
      const { sent, error } = await receive(request, files, limit)
      if (error) throw error
      const [first] = sent.files
      if (sent.total === 1 && first?.url) reply.header('location', first.url)
      return reply.code(202).send(sent)
    })
  })
}

/**
 * Multipart is taken apart, anything else is handed on as it comes.
 * @param add routes of a place of its own: here a body is a stream of bytes, whatever its type says
 */
export async function withStreams(app: App, add: (here: App) => void): Promise<void> {
  await app.register(async (place) => {
    place.removeAllContentTypeParsers()
    await place.register(multipart)
    place.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    add(place.withTypeProvider<TypeBoxTypeProvider>())
  })
}
