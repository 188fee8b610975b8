/** How do we speak to Elasticsearch? One client, with a limit on time and size for every request. */
import { Client } from '@elastic/elasticsearch'

/** Milliseconds; version 9 of the client has no limit of its own and would wait for ever. */
const REQUEST_TIMEOUT = 30_000
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024

/**
 * Opens no connection yet. Close it with `close()`. Never `ping()`: the local engine answers it with 405.
 * @param url address of Elasticsearch; name and password may stand in it
 */
export function createElastic(url: string): Client {
  return new Client({
    node: url,
    requestTimeout: REQUEST_TIMEOUT,
    maxRetries: 2,
    maxResponseSize: MAX_RESPONSE_BYTES,
  })
}

/** Where the client asks, without name and password. */
export function addressOf(client: Client): string {
  return client.connectionPool.connections[0]?.url.origin ?? 'its address'
}
