import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { readPackets } from './marionette-packet.ts'
import { until } from './until.ts'

/** A line to Thunderbird's remote control: each command resolves with its result or fails with its error. */
export interface Marionette {
  command(name: string, parameters?: object): Promise<unknown>
  close(): void
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

type Reply = [kind: 1, id: number, error: { error: string; message: string } | null, result: unknown]

/** Connects to the remote control as soon as it listens on `port`. */
export async function connectMarionette(port: number, { limitMs }: { limitMs: number }): Promise<Marionette> {
  const socket = await until('Marionette to listen', () => dial(port), { limitMs })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let isClosed = false

  readPackets(socket, packet => {
    if (Array.isArray(packet)) settle(waiting, packet as Reply)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isClosed = true
    for (const { reject } of waiting.values()) reject(closed())
  })

  return {
    async command(name, parameters = {}) {
      if (isClosed) throw closed()
      lastId += 1
      const packet = Buffer.from(JSON.stringify([0, lastId, name, parameters]))
      const reply = new Promise((resolve, reject) => waiting.set(lastId, { resolve, reject }))
      socket.write(`${packet.length}:`)
      socket.write(packet)
      return reply
    },
    close: () => socket.destroy(),
  }
}

function closed(): Error {
  return new Error('Thunderbird closed the Marionette connection')
}

async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch (error) {
    socket.destroy()
    throw error
  }
  return socket
}

function settle(waiting: Map<number, Waiting>, [, id, error, result]: Reply): void {
  const asked = waiting.get(id)
  waiting.delete(id)
  if (error) asked?.reject(new Error(`${error.error}: ${error.message}`))
  else asked?.resolve(result)
}
