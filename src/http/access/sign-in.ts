/** How does a person come in who has a key and a browser? They type it once, and the browser keeps a session. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Gate } from '../../keys/gate.js'
import { readKey } from '../../keys/key.js'
import type { App } from '../app.js'
import { signInPage } from '../page/sign-in-page.js'
import { readerLanguage } from '../reader.js'
import { show } from '../show.js'
import { credentialOf, endSession, startSession } from './credential.js'
import type { Limiter } from './limits.js'

const Form = Type.Object({
  key: Type.String({ default: '', description: 'An API key.' }),
  next: Type.String({ default: '/', description: 'Where to go afterwards, on this service.' }),
})
const Language = Type.Object({ lang: Type.Optional(Type.String({ description: 'Language of the page.' })) })
const MOST_BYTES = 4096

export function addSignIn(app: App, gate: Gate, limiter: Limiter): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MOST_BYTES },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  const config = { scope: 'open' as const }
  app.get('/sign-in', { config, schema: { querystring: Language } }, async (request, reply) => {
    const shown = credentialOf(request)?.credential
    const signedIn = shown && (await gate.admit(shown))
    return showSignIn(request, reply, { next: '/', signedIn: Boolean(signedIn) })
  })
  app.post('/sign-in', { config, schema: { body: Form } }, async (request, reply) => {
    await limiter.beforeKey(request)
    const credential = readKey(request.body.key)
    if (!credential || !(await gate.admit(credential))) {
      await limiter.failedKey(request)
      return showSignIn(request, reply.code(401), { next: request.body.next, refused: true })
    }
    startSession(request, reply, credential)
    return reply.redirect(within(request.body.next), 303)
  })
  app.post('/sign-out', { config }, async (request, reply) => {
    endSession(request, reply)
    return reply.redirect('/sign-in', 303)
  })
}

type Shown = { next: string; refused?: boolean; signedIn?: boolean }

/** In place of a page that needs a key; the address stays, so that one comes back to it. */
export function showSignIn(request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  reply.header('cache-control', 'no-store')
  return show(reply, signInPage({ ...shown, next: within(shown.next) }, readerLanguage(request)))
}

/** @returns an address of this service: nobody can be sent elsewhere from here */
function within(next: string): string {
  if (!URL.canParse(next, 'http://here')) return '/'
  const { origin, pathname, search } = new URL(next, 'http://here')
  return origin === 'http://here' && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
