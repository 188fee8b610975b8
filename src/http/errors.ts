/**
 * What does a reader get when something went wrong? A code and a sentence: as JSON from the API, as a page
 * elsewhere. What nobody foresaw is logged under an id, and only the id is shown.
 */
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { BayanError } from '../errors.js'
import { showSignIn } from './access/sign-in.js'
import { errorPage } from './page/error-page.js'
import { readerLanguage } from './reader.js'
import { show } from './show.js'

/** Seconds after which an engine that was away may be back. */
const RETRY_AFTER = 5
/** What a program is told that speaks to us in a way of its own, by the code of the HTTP parser. */
const UNREADABLE: Record<string, string> = {
  HPE_INVALID_URL:
    'Letters outside ASCII have to be percent-encoded in an address; curl does so with -G --data-urlencode "q=…".',
}
/** Addresses that programs ask; all others are pages. */
export const FOR_PROGRAMS = /^\/(api\/|health\/|metrics|openapi\.json)/

export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const known = asOurs(error, request.id)
  if (known.code === 'INTERNAL') request.log.error({ id: request.id, err: error }, 'a request failed')
  return answer(known, request, reply)
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply) {
  const [path = ''] = request.url.split('?')
  return answer(new BayanError('NOT_FOUND', { what: path }), request, reply)
}

/** Requests that are no HTTP, or larger than a question can be, do not reach the application. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const known = tooLong
    ? new BayanError('QUERY_TOO_LONG', { length: 'too many', limit: 512 })
    : new BayanError('QUERY_INVALID', {
        reason: UNREADABLE[error.code ?? ''] ?? 'The request is not valid HTTP.',
      })
  const body = JSON.stringify(bodyOf(known))
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close`
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

/** The shape of every error on the wire. */
function bodyOf({ code, message, details }: BayanError) {
  const id = code === 'INTERNAL' ? { id: String(details.id) } : {}
  return { error: { code, message, ...id } }
}

function answer(error: BayanError, request: FastifyRequest, reply: FastifyReply) {
  if (error.retryable) reply.header('retry-after', String(error.details.seconds ?? RETRY_AFTER))
  if (error.status === 401) reply.header('www-authenticate', 'Bearer realm="bayan"')
  reply.code(error.status)
  request.refusal = error
  if (FOR_PROGRAMS.test(request.url)) return reply.send(bodyOf(error))
  if (error.status === 401) return showSignIn(request, reply, { next: request.url })
  return show(reply, errorPage(bodyOf(error).error, error.status, readerLanguage(request)))
}

/** Only the framework's own errors are about what was asked; a refusal by an engine is about how we asked it. */
function asOurs(error: FastifyError | Error, id: string): BayanError {
  if (error instanceof BayanError) return error
  const { code, statusCode = 500 } = error as Partial<FastifyError>
  if (code?.startsWith('FST_') && statusCode < 500)
    return new BayanError('QUERY_INVALID', { reason: `${error.message}.` }, error)
  return new BayanError('INTERNAL', { id }, error)
}
