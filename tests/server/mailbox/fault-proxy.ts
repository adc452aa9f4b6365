import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP proxy before a mail server that does what bad networks and bad servers do. */
export interface FaultProxy {
  port: number
  /** Connections made so far, and those open now. */
  readonly made: number
  readonly open: number
  /** Each fetch of messages is cut off after so many bytes of its answer, one number a fetch, until none is left. */
  cuts: number[]
  /** Runs once, while the next fetch of messages is held back. */
  beforeFetch: (() => Promise<void>) | null
  /** Changes what the server says. */
  rewrite: ((text: string) => string) | null
  /** All that clients said. */
  heard: string
  close(): Promise<void>
}

/** Starts a proxy on a free loopback port. */
export async function openFaultProxy(targetPort: number): Promise<FaultProxy> {
  const pairs = new Set<Socket>()
  let made = 0
  const server = createServer(client => {
    made += 1
    const upstream = connect(targetPort, '127.0.0.1')
    pairs.add(client)
    for (const socket of [client, upstream]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(client)
        client.destroy()
        upstream.destroy()
      })
    }
    join(proxy, client, upstream)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultProxy = {
    port: (server.address() as AddressInfo).port,
    get made() {
      return made
    },
    get open() {
      return pairs.size
    },
    cuts: [],
    beforeFetch: null,
    rewrite: null,
    heard: '',
    async close() {
      for (const socket of pairs) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return proxy
}

function join(proxy: FaultProxy, client: Socket, upstream: Socket) {
  /** How many bytes of the answer may still pass. */
  let left = Number.POSITIVE_INFINITY
  client.on('data', async command => {
    proxy.heard += command.toString('latin1')
    const isFetch = command.includes('BODY.PEEK[]')
    if (isFetch && proxy.beforeFetch) {
      const act = proxy.beforeFetch
      proxy.beforeFetch = null
      client.pause()
      await act()
      client.resume()
    }
    if (isFetch) left = proxy.cuts.shift() ?? Number.POSITIVE_INFINITY
    upstream.write(command)
  })
  upstream.on('data', answer => {
    const bytes = proxy.rewrite ? Buffer.from(proxy.rewrite(answer.toString('latin1')), 'latin1') : answer
    if (bytes.byteLength < left) {
      left -= bytes.byteLength
      client.write(bytes)
      return
    }
    client.write(bytes.subarray(0, left), () => client.destroy())
    upstream.destroy()
  })
}
