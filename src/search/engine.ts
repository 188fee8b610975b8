/** How is Elasticsearch asked? With limits on time, the reader's own signal, and failures as our errors. */
import { type Client, errors, type estypes } from '@elastic/elasticsearch'
import { addressOf } from '../elastic/client.js'
import { BayanError } from '../errors.js'

/** Sends one search, or several in one request; `index` is an alias. */
export type Ask = {
  <T>(index: string, body: estypes.SearchRequest): Promise<estypes.SearchResponse<T>>
  together<T>(index: string, bodies: estypes.SearchRequest[]): Promise<estypes.SearchResponse<T>[]>
}

/** Seconds that Elasticsearch may think about one question. */
const THINKING = 5
const TIMEOUT = `${THINKING}s`
const LIMITS = { timeout: TIMEOUT, allow_partial_search_results: false }
/** Milliseconds until an engine that says nothing counts as away. */
const SILENCE = 10_000

/**
 * @param signal stops the work when the reader has left; one of `AbortSignal.timeout` says that the engine is away
 * @throws BayanError ELASTICSEARCH_AWAY, INDEX_MISSING, QUERY_TIMEOUT, ABORTED
 */
export function asking(client: Client, signal?: AbortSignal): Ask {
  const options = { signal, requestTimeout: SILENCE, maxRetries: 1 }
  const one = async <T>(index: string, body: estypes.SearchRequest) => {
    try {
      return await client.search<T>({ index, ...LIMITS, ...body }, options)
    } catch (error) {
      throw explained(error, client, index, signal)
    }
  }
  const together = async <T>(index: string, bodies: estypes.SearchRequest[]) => {
    try {
      const searches = bodies.flatMap((body) => [
        { index, allow_partial_search_results: false },
        { timeout: TIMEOUT, ...body },
      ])
      const { responses } = await client.msearch<T>({ searches }, options)
      return responses.map((response) => succeeded(response, index))
    } catch (error) {
      throw explained(error, client, index, signal)
    }
  }
  return Object.assign(one, { together })
}

/** One of several searches can fail alone. */
function succeeded<T>(response: estypes.MsearchResponseItem<T>, index: string): estypes.SearchResponse<T> {
  if (!('error' in response)) return response
  if (response.status === 504) throw new BayanError('QUERY_TIMEOUT', { seconds: THINKING }, response.error)
  throw new BayanError('INDEX_REFUSED', { id: index, reason: response.error.reason ?? response.error.type })
}

/** @returns what went wrong as an error of ours, where it is one that Elasticsearch can give */
export function explained(error: unknown, client: Client, index: string, signal?: AbortSignal): unknown {
  const late = signal?.reason instanceof Error && signal.reason.name === 'TimeoutError'
  if (error instanceof errors.RequestAbortedError && !late) return new BayanError('ABORTED', {}, error)
  if (error instanceof errors.ResponseError) return refused(error, client, index)
  if (error instanceof errors.ElasticsearchClientError) return away(client, error.name, error)
  return error
}

function refused(error: errors.ResponseError, client: Client, index: string): unknown {
  if (error.body?.error?.type === 'index_not_found_exception')
    return new BayanError('INDEX_MISSING', { index }, error)
  if (error.statusCode === 401 || error.statusCode === 403)
    return new BayanError('ELASTICSEARCH_REFUSED', { url: addressOf(client), reason: error.message }, error)
  if (error.statusCode === 504) return new BayanError('QUERY_TIMEOUT', { seconds: THINKING }, error)
  if (error.statusCode === 429 || error.statusCode === 503) return away(client, 'it is not ready', error)
  return error
}

function away(client: Client, reason: string, cause: unknown): BayanError {
  const url = client.connectionPool.connections[0]?.url.host
  return new BayanError('ELASTICSEARCH_AWAY', { url, reason }, cause)
}
