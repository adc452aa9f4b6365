import * as contract from '../../shared/metrics.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { gaugeLines } from './figures.ts'
import { mayAsk } from './may-ask.ts'
import { requestLines, startMeter } from './meter.ts'

export function metricsRoutes(app: App) {
  const meter = startMeter(app)

  serve(app, contract.readMetrics, async ({ house, request, reply }) => {
    // For whoever may not read them they are not there.
    if (!mayAsk(house.config.metrics, request)) throw new Refusal('not-found')
    const lines = [...(await gaugeLines(house, meter)), ...requestLines(meter)]
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}
