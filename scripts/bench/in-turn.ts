/**
 * How long does each question take the service, and how long Elasticsearch alone? Asked in turn, round after round, so
 * that both meet the same other work on the machine.
 */
import { Agent, request } from 'node:http'
import type { Spy, Trip } from './spy.js'

/** What one question took in each round; `trips` is what the service asks for it. */
export type Timed = { service: Reply[]; raw: Reply[]; trips: Trip[] }
export type Reply = { milliseconds: number; bytes: number }

/** @param addresses questions to the service @param spy on its client */
export async function timeInTurn(addresses: string[], spy: Spy, rounds: number): Promise<Timed[]> {
  const agent = new Agent({ keepAlive: true })
  const all: (Timed & { address: string })[] = []
  for (const address of addresses)
    all.push({ address, service: [], raw: [], trips: await tripsOf(agent, address, spy) })
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { address, trips, ...replies }] of all.entries()) {
      const ways = { service: () => reply(agent, address), raw: () => repeat(agent, trips) }
      // Each is first as often as the other: what comes second finds everything warm.
      const order = (round + at) % 2 === 0 ? (['service', 'raw'] as const) : (['raw', 'service'] as const)
      for (const way of order) replies[way].push(await ways[way]())
    }
  }
  agent.destroy()
  return all
}

/** The fewest of some times: now and then the service looks for new documents beside its work. */
async function tripsOf(agent: Agent, address: string, spy: Spy): Promise<Trip[]> {
  const seen: Trip[][] = []
  for (let n = 0; n < 3; n += 1) {
    spy()
    await reply(agent, address)
    seen.push(spy())
  }
  return seen.reduce((fewest, trips) => (trips.flat().length < fewest.flat().length ? trips : fewest))
}

/** What the service asked: one trip after the other, at once what it asked at once. */
async function repeat(agent: Agent, trips: Trip[]): Promise<Reply> {
  const sum = { milliseconds: 0, bytes: 0 }
  for (const trip of trips) {
    const replies = await Promise.all(trip.map(({ url, body }) => reply(agent, url, body)))
    sum.milliseconds += Math.max(...replies.map(({ milliseconds }) => milliseconds))
    sum.bytes += replies.reduce((total, { bytes }) => total + bytes, 0)
  }
  return sum
}

function reply(agent: Agent, url: string, body?: string): Promise<Reply> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const headers = body
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      : {}
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ milliseconds: performance.now() - started, bytes }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
