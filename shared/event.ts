import * as Type from 'typebox'
import { route } from './route.ts'
import { Id } from './scalars.ts'

/**
 * What a page is told while it is open: ids only, of what its reader may see at this moment. `item`: new or changed;
 * `gone`: he saw it before and no longer does; `contractor`, `case`: its header changed; `triage`: his queue;
 * `notification`: something for him; `access`: his rights changed, so everything on screen is to be asked for again;
 * `resync`: something may have been missed, so the same.
 */
export type LiveEvent = Type.Static<typeof LiveEvent>
export const LiveEvent = Type.Object({
  type: Type.Enum(['item', 'gone', 'contractor', 'case', 'triage', 'notification', 'access', 'resync']),
  itemId: Type.Optional(Id),
  contractorId: Type.Optional(Id),
  caseId: Type.Optional(Id),
})

/**
 * Events as they happen, one JSON list of `LiveEvent` a `data:` line, and a comment line now and then so that both ends
 * know of each other. It ends with the token, the session or the account; whoever still may asks anew.
 */
export const readEvents = route({
  method: 'GET',
  url: '/api/events',
  produces: 'text/event-stream',
  schema: { summary: 'Live events', response: { 200: Type.Unsafe<string>({}) } },
})
