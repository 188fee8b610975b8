/** What is told of a request? Its route, outcome and time, counted and logged: never its key, its words or its text. */
import type { Metrics } from '../metrics.js'
import type { App } from './app.js'

/** Addresses that are asked all the time by whatever watches over the service, and say nothing of its use. */
const QUIET = /^\/(health|assets|metrics)/

/** As proxies write it: nobody was there to be answered, which is no fault of the service. */
const LEFT = 499

export function addWatch(app: App, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    const { method } = request
    const { code, message } = request.refusal ?? {}
    const left = code === 'ABORTED'
    const status = left ? LEFT : reply.statusCode
    const ms = Math.round(reply.elapsedTime)
    metrics.request(route, method, status, reply.elapsedTime / 1000)
    const level = status >= 500 ? 'warn' : left || QUIET.test(route) ? 'debug' : 'info'
    const key = request.holder?.id
    // A refusal may repeat what was asked; what went wrong on our side says only where.
    const reason = status >= 500 ? message : undefined
    request.log[level](
      { method, route, status, ms, key, code, reason },
      left ? 'The reader left before the answer.' : 'A request was answered.',
    )
  })
}
