/**
 * What is kept of an index for all questions? Whether the index is still what it was is looked at now and then, and only
 * when it is not is anything read again: to read thousands of entries holds up the questions that come meanwhile.
 */
import type { estypes } from '@elastic/elasticsearch'
import { totalOf } from '../elastic/pages.js'
import type { Ask } from './engine.js'

export type Kept<T> = {
  /** As it was read last; nothing before that. */
  value(): T | undefined
  /** Looks at once, for all who ask meanwhile. */
  refresh(): Promise<T>
  /** Looks when it was not for a moment, while the work goes on; a failure leaves what was there. */
  refreshBeside(): void
}

/**
 * @param index alias of an index with one shard
 * @param fresh milliseconds after which is looked again
 */
export function keep<T>(ask: Ask, index: string, read: () => Promise<T>, fresh: number): Kept<T> {
  let value: T | undefined
  let state: string | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<T> | undefined
  const look = async () => {
    const now = await stateOf(ask, index)
    if (value === undefined || now !== state) value = await read()
    state = now
    lookedAt = performance.now()
    return value
  }
  const refresh = () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const refreshBeside = () => {
    if (performance.now() - lookedAt > fresh) refresh().catch(() => undefined)
  }
  return { value: () => value, refresh, refreshBeside }
}

/** Another text whenever entries came, changed or went: what is written gets a higher number, what goes lowers the count. */
async function stateOf(ask: Ask, index: string): Promise<string> {
  const { hits } = await ask(index, NEWEST)
  const [newest] = hits.hits
  return [newest?._index, newest?.sort, totalOf(hits)].join(' ')
}

const NEWEST: estypes.SearchRequest = {
  size: 1,
  sort: [{ _seq_no: 'desc' }],
  _source: false,
  stored_fields: '_none_',
  track_total_hits: true,
}
