/**
 * Can the service answer now, and if not, what is away and why? What is vital makes it unavailable; without the
 * rest it answers searches still, and is degraded.
 */
import { BayanError, type ErrorCode } from '../errors.js'

/** Throws what is wrong; the signal says when to stop waiting. */
export type Probe = (signal: AbortSignal) => Promise<unknown>

type PartState = { ok: boolean; code?: ErrorCode; message?: string }
export type Ready = () => Promise<Record<string, PartState>>

/** Parts without which there is no answer. */
const VITAL = new Set(['elasticsearch'])
/** Milliseconds in which a part must answer, and for which the answer is given to everybody who asks. */
const PATIENCE = 3_000
const BELIEVED = 1_000

/** @param probes one for each part, by its name */
export function createReady(probes: Record<string, Probe>): Ready {
  let known: { states: ReturnType<Ready>; until: number } | undefined
  return () => {
    if (!known || known.until < Date.now()) known = { states: askAll(probes), until: Date.now() + BELIEVED }
    return known.states
  }
}

async function askAll(probes: Record<string, Probe>): ReturnType<Ready> {
  const states = Object.entries(probes).map(async ([name, probe]) => [name, await stateOf(probe)] as const)
  return Object.fromEntries(await Promise.all(states))
}

/** @param parts as `Ready` gives them */
export function judge(parts: Awaited<ReturnType<Ready>>): {
  status: 'ok' | 'degraded' | 'unavailable'
  reasons: { part: string; code?: ErrorCode; message?: string }[]
} {
  const away = Object.entries(parts).filter(([, { ok }]) => !ok)
  const vital = away.some(([part]) => VITAL.has(part))
  const reasons = away.map(([part, { code, message }]) => ({ part, code, message }))
  return { status: vital ? 'unavailable' : away.length > 0 ? 'degraded' : 'ok', reasons }
}

async function stateOf(probe: Probe): Promise<PartState> {
  try {
    await probe(AbortSignal.timeout(PATIENCE))
    return { ok: true }
  } catch (error) {
    const { code, message } =
      error instanceof BayanError ? error : new BayanError('INTERNAL', { id: 'health' }, error)
    return { ok: false, code, message }
  }
}
