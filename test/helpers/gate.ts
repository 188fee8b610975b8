/** A gate before a server that speaks over TCP. Shut, it breaks what is open and lets nobody in, as if the server were away. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Gate = { url: string; shut(): void; open(): void; close(): Promise<void> }

/** @param target address of the real server */
export async function gateBefore(target: string): Promise<Gate> {
  const { protocol, hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isOpen = true
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    return socket
  }
  const server = createServer((visitor) => {
    if (!isOpen) return visitor.destroy()
    const inner = keep(connect(Number(port), hostname))
    keep(visitor).pipe(inner).pipe(visitor)
    visitor.on('close', () => inner.destroy())
    inner.on('close', () => visitor.destroy())
  })
  const shut = () => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    shut()
    server.close()
    await once(server, 'close')
  }
  const open = () => {
    isOpen = true
  }
  return { url: `${protocol}//127.0.0.1:${(server.address() as AddressInfo).port}`, shut, open, close }
}
