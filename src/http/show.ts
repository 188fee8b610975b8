/** How does a page reach a browser? As HTML in the language of its reader, on which every page depends. */
import type { FastifyReply } from 'fastify'
import { type Html, render } from './page/html.js'

export function show(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('vary', 'accept-language').send(render(page))
}
