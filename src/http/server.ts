/** Where does the service listen? On the port that was asked for, or on the next one that is free. */
import type { App } from './app.js'

/** Ports that are tried, one after the other, before giving up. */
const ATTEMPTS = 20

export type Listening = { url: string; port: number; moved: boolean }

/**
 * Close it with `app.close()`: it ends the requests that are under way.
 * @param host loopback, unless the service is to be reached from elsewhere
 * @param port 0 for any
 * @returns `moved` where `port` was taken and another one was used
 */
export async function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const url = await app.listen({ host, port: port === 0 ? 0 : port + attempt })
      return { url, port: Number(new URL(url).port), moved: attempt > 0 }
    } catch (error) {
      if (!isTaken(error) || attempt + 1 === ATTEMPTS) throw error
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
