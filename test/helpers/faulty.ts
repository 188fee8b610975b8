/**
 * A proxy that misbehaves, put in front of a real engine: what a request meets is decided by the first fault
 * in its list that is left; without one it is passed on.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  /** Answers without asking the engine. */
  | { kind: 'status'; status: number }
  /** Asks the engine, throws its answer away and breaks the connection. */
  | { kind: 'reset after apply' }
  /** Breaks the connection without asking. */
  | { kind: 'reset' }
  /** Asks nobody and never answers. */
  | { kind: 'hang' }
  /** Changes the answer of the engine. */
  | { kind: 'answer'; change: (body: string) => string }

export type FaultyProxy = {
  url: string
  /** Faults of the requests to come whose path matches `paths`; each is used once. */
  faults: Fault[]
  paths: RegExp
  /** Requests that matched `paths`. */
  seen: number
  close(): Promise<void>
}

/** @param target address of the real engine */
export async function faultyProxy(target: string, paths = /_bulk/): Promise<FaultyProxy> {
  const proxy = { url: '', faults: [] as Fault[], paths, seen: 0, close: async () => {} }
  const server = createServer((request, response) => {
    serve(proxy, target, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  proxy.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return proxy
}

async function serve(
  proxy: FaultyProxy,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const matches = proxy.paths.test(request.url ?? '')
  if (matches) proxy.seen++
  const fault = matches ? proxy.faults.shift() : undefined
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'reset') return void response.destroy()
  if (fault?.kind === 'status') return refuse(response, fault.status)
  const answer = await passOn(target, request, Buffer.concat(chunks))
  if (fault?.kind === 'reset after apply') return void response.destroy()
  const body = fault?.kind === 'answer' ? fault.change(answer.body) : answer.body
  response
    .writeHead(answer.status, { 'content-type': answer.type, 'x-elastic-product': 'Elasticsearch' })
    .end(body)
}

function refuse(response: ServerResponse, status: number): void {
  const error = { type: 'es_rejected_execution_exception', reason: 'too much to do' }
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' })
    .end(JSON.stringify({ error, status }))
}

async function passOn(target: string, { url, method, headers }: IncomingMessage, body: Buffer) {
  const answer = await fetch(new URL(url ?? '/', target), {
    method,
    headers: {
      'content-type': headers['content-type'] ?? 'application/json',
      accept: headers.accept ?? '*/*',
    },
    body: body.length > 0 ? new Uint8Array(body) : undefined,
  })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() }
}
