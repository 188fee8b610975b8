/** How are all the answers taken away? One address, the parameters of a search, and a form. */
import type { FastifyRequest } from 'fastify'
import type { Exported } from '../../search/export.js'
import { ExportParameters } from '../../search/parameters.js'
import type { Search } from '../../search/search.js'
import type { App } from '../app.js'
import { FORMS } from '../export-formats.js'
import { leaving, readerLanguage } from '../reader.js'

const config = { scope: 'search' as const }

export function addExport(app: App, search: Search): void {
  app.get('/api/export', { config, schema: { querystring: ExportParameters } }, async (request, reply) => {
    const { format, ...question } = request.query
    const language = readerLanguage(request)
    const found = await begun(search.everyAnswer({ ...question, lang: language }, leaving(reply)))
    const { type, file, write } = FORMS[format]
    return reply
      .type(type)
      .header('vary', 'accept-language')
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(write(found, { language, origin: originOf(request) }))
  })
}

/** Waits for the first one, so that what goes wrong at the start is still told by a status. */
async function begun(found: AsyncGenerator<Exported>): Promise<AsyncGenerator<Exported>> {
  const first = await found.next()
  return (async function* () {
    try {
      if (!first.done) yield first.value
      yield* found
    } finally {
      await found.return(undefined)
    }
  })()
}

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}
