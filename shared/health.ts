import * as Type from 'typebox'
import { route } from './route.ts'

/** Whether the process runs. */
export const readHealth = route({
  method: 'GET',
  url: '/health',
  open: true,
  schema: {
    summary: 'The process runs',
    response: { 200: Type.Object({ ok: Type.Boolean(), version: Type.String() }) },
  },
})

/** Whether requests can be served: database and storage answer, and what is queued is worked off. */
export const readReadiness = route({
  method: 'GET',
  url: '/ready',
  open: true,
  schema: { summary: 'The service can work', response: { 200: Type.Object({ ok: Type.Boolean() }) } },
})
