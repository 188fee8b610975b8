/**
 * Who may ask what, and how often? One hook before every request: too much at once, too often, no key, the wrong key.
 * Each route says its scope in its `config`; one without a scope stops the program at the start.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { BayanError } from '../../errors.js'
import { type Gate, type Holder, isLoopback } from '../../keys/gate.js'
import type { Scope } from '../../keys/key.js'
import type { App } from '../app.js'
import { credentialOf } from './credential.js'
import type { Limiter } from './limits.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs for this route; `open` for everybody, without looking at keys. */
    scope?: Scope | 'open'
    /** A key with this one will do as well. */
    orScope?: Scope
  }
  interface FastifyInstance {
    /** Every route there is, with what it needs. */
    scopes: { method: string; url: string; scope: Scope | 'open'; orScope?: Scope }[]
  }
  interface FastifyRequest {
    /** Whose key was accepted; null where none was needed or shown. */
    holder: Holder | null
    /** The error that was answered; null where all went well. */
    refusal: BayanError | null
  }
}

/** Requests under way at the same time; more would only wait for each other. */
const MOST_AT_ONCE = 256
const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS'])

export function addAccess(app: App, gate: Gate, limiter: Limiter): void {
  app.decorateRequest('holder', null)
  app.decorateRequest('refusal', null)
  app.decorate('scopes', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.scope) throw new BayanError('ROUTE_WITHOUT_SCOPE', { route: `${method} ${url}` })
    const { scope, orScope } = config
    for (const each of [method].flat()) app.scopes.push({ method: each, url, scope, orScope })
  })
  shedLoad(app)
  app.addHook('onRequest', async (request, reply) => {
    // Who has left has no address any more.
    if (!request.ip) throw new BayanError('ABORTED')
    refuseForeign(request)
    const scope = request.is404 ? 'open' : request.routeOptions.config.scope
    if (scope === 'open') return limiter.request(request)
    if (!(await gate.isClosed())) return passOpen(request, gate, limiter)
    await passClosed(request, reply, { gate, limiter, scope })
  })
}

/** On a person's own machine nobody is counted; another name for it is a proxy's, or that of a page which means harm. */
async function passOpen(request: FastifyRequest, gate: Gate, limiter: Limiter): Promise<void> {
  if (!isLoopback(request.ip)) return limiter.request(request)
  if (gate.isUndecided && !isLoopback(request.hostname))
    throw new BayanError('ACCESS_UNDECIDED', { host: request.hostname })
}

type Rules = { gate: Gate; limiter: Limiter; scope: Scope | undefined }

async function passClosed(
  request: FastifyRequest,
  reply: FastifyReply,
  { gate, limiter, scope }: Rules,
): Promise<void> {
  reply.header('cache-control', 'private, no-cache')
  request.holder = (await admit(request, gate, limiter)) ?? null
  await limiter.request(request)
  if (!request.holder) throw new BayanError('KEY_REFUSED')
  const { orScope } = request.routeOptions.config
  const suits = request.holder.scopes.some((held) => held === scope || held === orScope)
  if (!scope || !suits) throw new BayanError('SCOPE_MISSING', { scope })
}

async function admit(request: FastifyRequest, gate: Gate, limiter: Limiter): Promise<Holder | undefined> {
  const shown = credentialOf(request)
  if (!shown) return undefined
  await limiter.beforeKey(request)
  const holder = shown.credential && (await gate.admit(shown.credential))
  if (!holder) await limiter.failedKey(request)
  return holder
}

/** A page of somebody else must not make a reader's browser change things here. */
function refuseForeign({ method, headers, host }: FastifyRequest): void {
  if (CHANGES_NOTHING.has(method) || headers.origin === undefined) return
  if (hostOf(headers.origin) !== hostOf(`http://${host}`))
    throw new BayanError('ORIGIN_FOREIGN', { origin: headers.origin })
}

/** Without the port where it is the usual one. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}

function shedLoad(app: App): void {
  let underWay = 0
  app.addHook('onRequest', async (request, reply) => {
    underWay += 1
    reply.raw.once('close', () => {
      underWay -= 1
    })
    if (underWay > MOST_AT_ONCE && request.routeOptions.config.scope !== 'open')
      throw new BayanError('OVERLOADED')
  })
}
