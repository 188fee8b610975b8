/** What does a client send? Its requests as they go over the wire, so that they can be sent again without it. */
import type { Client } from '@elastic/elasticsearch'

type Sent = { url: string; body: string }
/** Requests that were under way at the same time. */
export type Trip = Sent[]
/** Gives the trips since it was asked last. */
export type Spy = () => Trip[]

type Parameters = { path: string; querystring?: unknown; body?: unknown; bulkBody?: unknown }
type Send = (parameters: Parameters, options?: unknown) => Promise<unknown>

/** @param url address of Elasticsearch */
export function spyOn(client: Client, url: string): Spy {
  let trips: Trip[] = []
  let underWay = 0
  const send = client.transport.request.bind(client.transport) as unknown as Send
  const noting: Send = (parameters, options) => {
    if (underWay === 0 || trips.length === 0) trips.push([])
    trips.at(-1)?.push(written(url, parameters))
    underWay += 1
    return send(parameters, options).finally(() => {
      underWay -= 1
    })
  }
  client.transport.request = noting as unknown as typeof client.transport.request
  return () => {
    const seen = trips
    trips = []
    return seen
  }
}

function written(url: string, { path, querystring, body, bulkBody }: Parameters): Sent {
  const query = new URLSearchParams(querystring as Record<string, string>)
  const lines = Array.isArray(bulkBody) && bulkBody.map((part) => `${JSON.stringify(part)}\n`).join('')
  return { url: `${url}${path}?${query}`, body: lines || JSON.stringify(body) }
}
