import type { Socket } from 'node:net'

const COLON = 0x3a

/** Cuts the stream into packets: the length of the JSON in bytes, a colon, the JSON. */
export function readPackets(socket: Socket, onPacket: (packet: unknown) => void): void {
  let pending = Buffer.alloc(0)

  socket.on('data', chunk => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const colon = pending.indexOf(COLON)
      if (colon < 0) return
      const end = colon + 1 + Number(pending.subarray(0, colon).toString())
      if (pending.length < end) return
      onPacket(JSON.parse(pending.subarray(colon + 1, end).toString()))
      pending = pending.subarray(end)
    }
  })
}
