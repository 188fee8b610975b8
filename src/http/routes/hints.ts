/** What helps who asks: what is being typed may become. */
import Type from 'typebox'
import type { Language } from '../../model.js'
import { SearchParameters } from '../../search/request.js'
import type { Search } from '../../search/search.js'
import type { App } from '../app.js'
import { NAMES } from '../page/facets.js'
import { say } from '../page/words.js'
import { readerLanguage } from '../reader.js'

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

const config = { scope: 'search' as const }

export function addHints(app: App, search: Search): void {
  app.get('/api/suggest', { config, schema: { querystring: Typed } }, async (request, reply) => {
    reply.header('vary', 'accept-language')
    const { q, size } = request.query
    const lang = readerLanguage(request)
    const found = await search.suggest({ q, size, lang })
    return { text: q, suggestions: found.map((one) => ({ ...one, kindLabel: kindLabel(one.kind, lang) })) }
  })
}

function kindLabel(kind: Awaited<ReturnType<Search['suggest']>>[number]['kind'], language: Language): string {
  return say(kind === 'symbol' ? 'symbol' : NAMES[kind], language)
}
