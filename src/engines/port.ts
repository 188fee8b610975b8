/** Which loopback port is free? */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** @param wanted taken when it is free, so that an engine keeps its address */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, '127.0.0.1')
  try {
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch (error) {
    if (wanted === 0) throw error
    return freePort()
  } finally {
    server.close()
  }
}
