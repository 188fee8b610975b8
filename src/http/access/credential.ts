/** Where is a key shown? In a header, or as the session of a browser; never in an address, which is logged and shared. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Credential, readKey, readSession, toSession } from '../../keys/key.js'

const COOKIE = 'bayan'
/** Seconds; the key itself may end before. */
const SESSION_SECONDS = 30 * 24 * 3600

/** @returns undefined where nothing was shown; `credential` is undefined where what was shown cannot be a key */
export function credentialOf({
  headers,
}: FastifyRequest): { credential: Credential | undefined } | undefined {
  const [, bearer] = /^bearer\s+(.*)$/i.exec(headers.authorization ?? '') ?? []
  const key = bearer ?? headers['x-api-key']
  if (key !== undefined) return { credential: readKey(String(key)) }
  const session = cookie(headers.cookie ?? '')
  return session ? { credential: readSession(session) } : undefined
}

/** Lets a browser show the session from now on: not to scripts, and not on the way from another site. */
export function startSession(request: FastifyRequest, reply: FastifyReply, credential: Credential): void {
  setCookie(request, reply, toSession(credential), SESSION_SECONDS)
}

export function endSession(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, '', 0)
}

function setCookie({ protocol }: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const secure = protocol === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  )
}

function cookie(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1]
}
