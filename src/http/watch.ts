/** What is told of a request? Its route, outcome and time, counted and logged: never its key, its words or its text. */
import type { Metrics } from '../metrics.js'
import type { App } from './app.js'

/** Addresses that are asked all the time by whatever watches over the service, and say nothing of its use. */
const QUIET = /^\/(health|assets|metrics)/

export function addWatch(app: App, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    const { method } = request
    const status = reply.statusCode
    const ms = Math.round(reply.elapsedTime)
    metrics.request(route, method, status, reply.elapsedTime / 1000)
    const level = status >= 500 ? 'warn' : QUIET.test(route) ? 'debug' : 'info'
    const key = request.holder?.id
    request.log[level](
      { method, route, status, ms, key, code: request.refusal ?? undefined },
      'A request was answered.',
    )
  })
}
