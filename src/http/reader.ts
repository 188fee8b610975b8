/** Who is asking: in which language do they read, and are they still there? */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../model.js'

/** The first is what a reader gets who asked for none of them. */

/** @returns the language of `?lang=`, else the best one of Accept-Language, else Arabic */
export function readerLanguage(request: FastifyRequest): Language {
  // An address that cannot be read has no query at all.
  const query = request.query as { lang?: unknown } | null
  const asked = LANGUAGES.find((language) => language === query?.lang)
  return asked ?? accepted(request.headers['accept-language'] ?? '') ?? 'ar'
}

function accepted(header: string): Language | undefined {
  const wishes = header.split(',').map((wish) => {
    const [name = '', weight = 'q=1'] = wish.trim().split(/\s*;\s*/)
    return { language: name.slice(0, 2).toLowerCase(), weight: Number(weight.replace('q=', '')) || 0 }
  })
  const best = wishes
    .sort((a, b) => b.weight - a.weight)
    .find(({ language }) => LANGUAGES.some((one) => one === language))
  return LANGUAGES.find((language) => language === best?.language)
}

/** @returns a signal that ends the work when the reader has gone before the answer */
export function leaving(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
