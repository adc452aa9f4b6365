import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/** The way to a server, which a test can cut and mend. */
export interface Relay {
  address: string
  /** From now on nobody gets through, and who was through is cut off. */
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Opens a way to a server on a loopback port of its own, which stays the same when it is mended. */
export async function openRelay(target: number): Promise<Relay> {
  const port = await freePort()
  const sockets = new Set<Socket>()
  let server: Server | null = null

  async function mend() {
    server = createServer(inside => {
      const outside = connect(target, '127.0.0.1')
      for (const [socket, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        sockets.add(socket)
        socket.pipe(other)
        socket.on('error', () => other.destroy())
        socket.on('close', () => {
          sockets.delete(socket)
          other.destroy()
        })
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
  }

  await mend()
  return {
    address: `http://127.0.0.1:${port}`,
    mend,
    async cut() {
      const closed = server && once(server, 'close')
      server?.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
