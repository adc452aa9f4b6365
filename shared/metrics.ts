import * as Type from 'typebox'
import { route } from './route.ts'

/** Figures for a monitoring program, in the text form of Prometheus. Not there unless it was set up (`LUPA_METRICS`). */
export const readMetrics = route({
  method: 'GET',
  url: '/metrics',
  open: true,
  produces: 'text/plain',
  schema: { summary: 'Figures for monitoring, without content', response: { 200: Type.String() } },
})
