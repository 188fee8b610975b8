/**
 * Who is let in? Nobody needs a key on a person's own machine until one was made; then everybody does. What
 * Elasticsearch said is believed for half a second, so that a revoked key ends within one. While it is away nobody is
 * let in who was not just now: there would be nothing to find anyway.
 */
import type { AccessMode } from '../config.js'
import { BayanError } from '../errors.js'
import { type Credential, fits, type Scope } from './key.js'
import { type Keys, stateOf } from './keys.js'

export type Holder = { id: string; scopes: Scope[] }

export type Gate = {
  /** Nobody has said that it may be open: then only this machine is let in without a key. */
  isUndecided: boolean
  /** Whether a key is needed. @throws BayanError ELASTICSEARCH_AWAY */
  isClosed(): Promise<boolean>
  /** @returns undefined for unknown, wrong, expired and revoked keys alike. @throws BayanError ELASTICSEARCH_AWAY */
  admit(credential: Credential): Promise<Holder | undefined>
  /** Where any address may ask, somebody has to have decided who may. @throws BayanError ACCESS_UNDECIDED */
  mayListen(host: string): Promise<void>
}

/** Milliseconds. */
const BELIEVED = 500
/** Answers that are remembered; whoever tries many ids must not fill the memory. */
const MOST_REMEMBERED = 1000

export function createGate(keys: Keys, mode: AccessMode): Gate {
  const find = remembering(keys.find)
  const any = remembering(keys.any)
  const isClosed = async () => mode === 'keys' || (mode === 'auto' && any(''))
  return {
    isUndecided: mode === 'auto',
    isClosed,
    admit: async (credential) => {
      const entry = await find(credential.id)
      if (!entry || !fits(credential, entry.digest) || stateOf(entry) !== 'valid') return undefined
      return { id: credential.id, scopes: entry.scopes }
    },
    mayListen: async (host) => {
      if (mode === 'auto' && !isLoopback(host) && !(await isClosed()))
        throw new BayanError('ACCESS_UNDECIDED', { host })
    },
  }
}

/** A gate that was never put up. */
export const OPEN_GATE: Gate = {
  isUndecided: false,
  isClosed: async () => false,
  admit: async () => undefined,
  mayListen: async () => undefined,
}

/** @param host name or address, as one listens on it or asks it */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|(::ffff:)127(\.\d{1,3}){3})$/i.test(host)
}

/** Asks once for all that want to know the same at the same time; a failure is not remembered. */
function remembering<T>(question: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, { answer: Promise<T>; until: number }>()
  return (id) => {
    const remembered = known.get(id)
    if (remembered && remembered.until > Date.now()) return remembered.answer
    if (known.size >= MOST_REMEMBERED) known.clear()
    const answer = question(id)
    known.set(id, { answer, until: Date.now() + BELIEVED })
    answer.catch(() => known.delete(id))
    return answer
  }
}
