/** Can the service answer now, and if not, which engine is away and why? */
import { BayanError, type ErrorCode } from '../errors.js'

/** Throws what is wrong; the signal says when to stop waiting. */
export type Probe = (signal: AbortSignal) => Promise<unknown>

type EngineState = { ok: boolean; code?: ErrorCode; message?: string }
export type Ready = () => Promise<Record<string, EngineState>>

/** Milliseconds in which an engine must answer. */
const PATIENCE = 3_000

/** @param probes one for each engine, by its name */
export function createReady(probes: Record<string, Probe>): Ready {
  return async () => {
    const states = Object.entries(probes).map(async ([name, probe]) => [name, await stateOf(probe)] as const)
    return Object.fromEntries(await Promise.all(states))
  }
}

async function stateOf(probe: Probe): Promise<EngineState> {
  try {
    await probe(AbortSignal.timeout(PATIENCE))
    return { ok: true }
  } catch (error) {
    const { code, message } =
      error instanceof BayanError ? error : new BayanError('INTERNAL', { id: 'health' }, error)
    return { ok: false, code, message }
  }
}
