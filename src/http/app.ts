/**
 * How is the search offered over the wire? One application: the API, the pages, the health routes, one handler
 * for every error. It listens nowhere, so that tests can inject requests.
 */
import { randomUUID } from 'node:crypto'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import helmet from 'helmet'
import type { TObject } from 'typebox'
import { BayanError } from '../errors.js'
import type { Files } from '../intake/files.js'
import { type Gate, OPEN_GATE } from '../keys/gate.js'
import { createMetrics, type Metrics } from '../metrics.js'
import { type RawQuestion, readParameters } from '../search/request.js'
import type { Search } from '../search/search.js'
import { addAccess } from './access/access.js'
import { createLimiter, type Limits } from './access/limits.js'
import { addSignIn } from './access/sign-in.js'
import { answerClientError, answerError, answerNotFound } from './errors.js'
import { addFilePages } from './file-pages.js'
import { addOpenApi, describeRoutes } from './openapi/openapi.js'
import { addPages } from './pages.js'
import type { Ready } from './ready.js'
import { addApi } from './routes/api.js'
import { addExport } from './routes/export.js'
import { addFiles } from './routes/files.js'
import { addHealth } from './routes/health.js'
import { addHints } from './routes/hints.js'
import { addWatch } from './watch.js'

export type Service = {
  search: Search
  ready: Ready
  log: FastifyBaseLogger
  /** Without it everything is open. */
  gate?: Gate
  limits?: Partial<Limits>
  /** Addresses of proxies whose word on where a request comes from is taken. */
  trustProxy?: string[]
  metrics?: Metrics
  /** Without it no files are taken; `limit` is the largest file, in bytes. */
  intake?: { files: Files; limit: number }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body may be a large file on a slow line. */
    slow?: boolean
  }
}

export type App = ReturnType<typeof createApp>

/** Bytes of a request's line and headers; a question of 10,000 letters still gets a sentence for an answer. */
const MAX_HEADER_BYTES = 256 * 1024
/** Milliseconds in which a request must have arrived: its head, all of it, and a file that it brings. */
const HEAD_TIMEOUT = 15_000
const BODY_TIMEOUT = 15_000
const FILE_TIMEOUT = 15 * 60_000
const LIMITS: Limits = { perMinute: 1200, failuresPerMinute: 20, prefix: 'bayan' }
const NOTHING_BUT_OURSELVES = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

const headers = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: NOTHING_BUT_OURSELVES },
  strictTransportSecurity: false,
  // Not "no-referrer": a browser would then hide from us, too, that a form is our own.
  referrerPolicy: { policy: 'same-origin' },
})

function secure(request: FastifyRequest, reply: FastifyReply): void {
  headers(request.raw, reply.raw, () => undefined)
}

/** @returns the application, ready to listen or to be injected with requests */
export async function buildApp({
  search,
  ready,
  log,
  gate = OPEN_GATE,
  metrics = createMetrics(),
  ...service
}: Service): Promise<App> {
  const app = createApp(log, service.trustProxy)
  app.setValidatorCompiler(({ schema }) => (raw) => {
    try {
      return { value: readParameters(schema as TObject, raw as RawQuestion) }
    } catch (error) {
      if (error instanceof BayanError) return { error }
      throw error
    }
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNotFound)
  app.addHook('onRequest', async (request, reply) => secure(request, reply))
  addWatch(app, metrics)
  endSlowBodies(app)
  const limiter = await createLimiter(app, { ...LIMITS, ...service.limits })
  addAccess(app, gate, limiter)
  await describeRoutes(app)
  addSignIn(app, gate, limiter)
  addApi(app, search)
  addHints(app, search)
  addExport(app, search)
  addHealth(app, ready, metrics)
  addPages(app, search)
  if (service.intake) {
    await addFiles(app, service.intake)
    await addFilePages(app, service.intake)
  }
  addOpenApi(app)
  return app
}

function createApp(loggerInstance: FastifyBaseLogger, trustProxy: string[] = []) {
  return fastify({
    trustProxy: trustProxy.length > 0 && trustProxy,
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: FILE_TIMEOUT,
    routerOptions: { maxParamLength: 500 },
    http: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEAD_TIMEOUT },
    clientErrorHandler: answerClientError,
    // Of an address that cannot be read; no hook runs before.
    frameworkErrors: (error, request, reply) => {
      secure(request, reply)
      return answerError(error, request, reply)
    },
  }).withTypeProvider<TypeBoxTypeProvider>()
}

/** Only a file may take its time. */
function endSlowBodies(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (request.raw.complete || request.routeOptions.config.slow) return
    const late = setTimeout(() => request.raw.destroy(), BODY_TIMEOUT)
    request.raw.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late))
  })
}
