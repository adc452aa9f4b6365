import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalText, page, Time } from './scalars.ts'

/** A mail of mine that could not be decided, or was left out, and why. */
export type TriageRow = Type.Static<typeof TriageRow>
export const TriageRow = Type.Object({
  id: Id,
  messageId: OptionalText,
  subject: Type.String(),
  from: Type.String(),
  occurredAt: Time,
  state: Type.Enum(['open', 'left-out']),
  reason: Type.String(),
})

export const readTriage = route({
  method: 'GET',
  url: '/api/triage',
  schema: {
    summary: 'Mail that waits for a decision',
    querystring: Type.Object({
      state: Type.Optional(Type.Enum(['open', 'left-out'])),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(TriageRow) },
  },
})
