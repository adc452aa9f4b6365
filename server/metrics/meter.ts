import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

/** Upper ends of the classes into which the durations of requests are counted, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** How often one route was asked with one outcome, and how long that took. */
interface Count {
  labels: string
  classes: number[]
  total: number
  seconds: number
}

/** What this process has done since its start. */
export interface Meter {
  counts(): Iterable<Count>
  /** The delay of the event loop that 99 of 100 turns stay under, in seconds, since it was last asked. */
  delay(): number
}

/** Counts every request from now on, by the route of the contract; never by an address that somebody typed. */
export function startMeter(app: Pick<FastifyInstance, 'addHook'>): Meter {
  const counts = new Map<string, Count>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  app.addHook('onClose', async () => void loop.disable())
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    const labels = `method="${request.method}",route="${route}",status="${reply.statusCode}"`
    const count = counts.get(labels) ?? { labels, classes: bounds.map(() => 0), total: 0, seconds: 0 }
    counts.set(labels, count)
    const seconds = reply.elapsedTime / 1000
    count.total += 1
    count.seconds += seconds
    for (const [at, bound] of bounds.entries()) if (seconds <= bound) count.classes[at] = (count.classes[at] ?? 0) + 1
  })
  return {
    counts: () => counts.values(),
    delay() {
      const p99 = loop.percentile(99) / 1e9
      loop.reset()
      return p99
    },
  }
}

/** The durations of requests, as Prometheus reads them. */
export function requestLines(meter: Meter): string[] {
  const name = 'lupa_http_request_seconds'
  const lines = [`# HELP ${name} How long requests took, by route and status.`, `# TYPE ${name} histogram`]
  for (const { labels, classes, total, seconds } of meter.counts()) {
    for (const [at, bound] of bounds.entries())
      lines.push(`${name}_bucket{${labels},le="${bound}"} ${classes[at] ?? 0}`)
    lines.push(`${name}_bucket{${labels},le="+Inf"} ${total}`, `${name}_sum{${labels}} ${seconds}`)
    lines.push(`${name}_count{${labels}} ${total}`)
  }
  return lines
}
