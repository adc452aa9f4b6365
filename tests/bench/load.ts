import { Agent, request } from 'node:http'

/** Latencies of a run in milliseconds, and how many requests a second. */
export interface Timing {
  p50: number
  p95: number
  perSecond: number
  /** How many requests there were altogether, those before the clock ran among them. */
  all: number
}

/** One request to a server on loopback. */
export interface Ask {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

/** Asks for a while with a number of clients, each waiting for its answer; anything but success ends the run. */
export async function underLoad(
  origin: string,
  clients: number,
  seconds: number,
  ask: (turn: number) => Ask,
): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const latencies: number[] = []
  let turn = 0
  const warm = performance.now() + 500
  const end = warm + seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      turn += 1
      const start = performance.now()
      await send(origin, agent, ask(turn))
      if (start >= warm) latencies.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { ...quantiles(latencies), perSecond: latencies.length / seconds, all: turn }
}

/** Calls something again and again, one at a time. */
export async function oneByOne(times: number, act: (turn: number) => Promise<unknown>): Promise<Timing> {
  const latencies: number[] = []
  const begin = performance.now()
  for (let turn = -10; turn < times; turn += 1) {
    const start = performance.now()
    await act(turn)
    if (turn >= 0) latencies.push(performance.now() - start)
  }
  return { ...quantiles(latencies), perSecond: (times * 1000) / (performance.now() - begin), all: times }
}

function quantiles(latencies: number[]) {
  const sorted = latencies.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

/** One request and its whole answer. */
export function send(origin: string, agent: Agent | undefined, { method, path, headers, body }: Ask): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers, ...(agent && { agent }) }, reply => {
      const parts: Buffer[] = []
      reply.on('data', part => parts.push(part))
      reply.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (reply.statusCode && reply.statusCode < 300) resolve(text)
        else reject(new Error(`${method} ${path}: ${reply.statusCode} ${text}`))
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
