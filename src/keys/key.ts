/**
 * What does an API key look like, and how is one recognised? `bayan_ID_SECRET`: the id names it in lists and logs,
 * the secret is known to its holder alone. A browser gets the hash of the secret for a session, we keep the hash of
 * that: what is stored opens neither, and a session does not give the key away.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a holder may do; no scope holds another one. */
export const SCOPES = ['search', 'ingest', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export type NewKey = { id: string /** To be shown once. */; key: string /** To be stored. */; digest: string }
/** What somebody shows to be let in: `proof` is the hash of a secret. */
export type Credential = { id: string; proof: string }

const ID_BYTES = 6
/** 256 bits: nobody guesses them, so a quick hash is enough. */
const SECRET_BYTES = 32
const KEY = /^bayan_([0-9a-f]{12})_([\w-]{43})$/
const SESSION = /^([0-9a-f]{12})\.([0-9a-f]{64})$/

export function makeKey(): NewKey {
  const id = randomBytes(ID_BYTES).toString('hex')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { id, key: `bayan_${id}_${secret}`, digest: hash(hash(secret)) }
}

/** @returns undefined where the text cannot be a key */
export function readKey(text: string): Credential | undefined {
  const [, id, secret] = KEY.exec(text.trim()) ?? []
  return id && secret ? { id, proof: hash(secret) } : undefined
}

/** What a browser keeps after signing in. */
export function toSession({ id, proof }: Credential): string {
  return `${id}.${proof}`
}

/** @returns undefined where the text cannot be a session */
export function readSession(text: string): Credential | undefined {
  const [, id, proof] = SESSION.exec(text) ?? []
  return id && proof ? { id, proof } : undefined
}

/** Takes the same time whether the proof is nearly right or all wrong. */
export function fits({ proof }: Credential, digest: string): boolean {
  return timingSafeEqual(Buffer.from(hash(proof)), Buffer.from(digest.padEnd(64).slice(0, 64)))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
