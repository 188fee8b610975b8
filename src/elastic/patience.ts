/**
 * What to do while Elasticsearch cannot work: away, overloaded, or its disk full. Wait and ask again,
 * each time a little longer; such trouble is nobody's failed attempt. Anything else is an error at once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { errors } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'

export type Patience = {
  /** Ends the waiting with ABORTED. */
  signal?: AbortSignal
  /** Milliseconds after which ELASTICSEARCH_AWAY is thrown; without it the waiting has no end. */
  limit?: number
  /** Told at the first refusal, and again when work goes on. */
  onAway?: (error: BayanError) => void
  onBack?: () => void
  /** Told how many changes of the index ended in which way. */
  onOutcomes?: (counts: Record<string, number>) => void
}

/** Milliseconds of the first and of the longest wait. */
const FIRST_WAIT = 100
const LONGEST_WAIT = 5_000
const BUSY = new Set([429, 502, 503, 504])
/** No answer, or half of one. */
const UNANSWERED = [
  errors.ConnectionError,
  errors.TimeoutError,
  errors.NoLivingConnectionsError,
  errors.DeserializationError,
]
/** A full disk blocks an index, with 429 or, set by hand, with 403; a restart ends a reader's point in time. */
const PASSING = new Set(['cluster_block_exception', 'search_context_missing_exception'])

/**
 * Runs `work`, again and again while Elasticsearch is not able; `work` must be repeatable.
 * @throws BayanError ELASTICSEARCH_AWAY after `limit`, ABORTED, INDEX_MISSING
 */
export async function patiently<T>(work: () => Promise<T>, patience: Patience = {}): Promise<T> {
  const since = Date.now()
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await work()
      if (attempt > 0) patience.onBack?.()
      return result
    } catch (error) {
      const away = awayError(error, patience.signal)
      if (attempt === 0) patience.onAway?.(away)
      if (patience.limit !== undefined && Date.now() - since >= patience.limit) throw away
      await pause(attempt, patience.signal)
    }
  }
}

/**
 * Full jitter: anything up to a limit that doubles each time, so that many waiters do not come back at once.
 * @throws BayanError ABORTED
 */
export async function pause(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10))
  try {
    await sleep(Math.random() * longest, undefined, { signal })
  } catch (cause) {
    throw new BayanError('ABORTED', {}, cause)
  }
}

/** True where an answer, of a request or of one item in it, says "not now" rather than "no". */
export function isNotNow(status: number, type: string | undefined): boolean {
  return BUSY.has(status) || (type !== undefined && PASSING.has(type))
}

/** The error to give when waiting ends; throws what waiting cannot mend. */
function awayError(error: unknown, signal: AbortSignal | undefined): BayanError {
  if (signal?.aborted || error instanceof errors.RequestAbortedError)
    throw new BayanError('ABORTED', {}, error)
  if (error instanceof errors.ResponseError) return refusedForNow(error)
  if (UNANSWERED.some((kind) => error instanceof kind)) return away(error, (error as Error).message)
  throw error
}

function refusedForNow(error: errors.ResponseError): BayanError {
  const { type, reason, index, root_cause: causes } = error.body?.error ?? {}
  if (isNotNow(error.statusCode ?? 0, causes?.[0]?.type ?? type))
    return away(error, reason ?? `status ${error.statusCode}`)
  if (error.statusCode === 401 || error.statusCode === 403)
    throw new BayanError('ELASTICSEARCH_REFUSED', { url: urlOf(error), reason }, error)
  if (type === 'index_not_found_exception') throw new BayanError('INDEX_MISSING', { index }, error)
  throw error
}

type WithMeta = { meta?: { meta?: { connection?: { url: URL | string } | null } } }

function away(error: unknown, reason: string): BayanError {
  return new BayanError('ELASTICSEARCH_AWAY', { url: urlOf(error), reason }, error)
}

/** Without name and password. */
function urlOf(error: unknown): string {
  const url = (error as WithMeta).meta?.meta?.connection?.url
  return url ? new URL(url).origin : 'its address'
}
