import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, OptionalText } from './scalars.ts'

/** Longest message that is taken, in bytes; the largest that mail providers let through is 150 MB. */
export const LONGEST_MESSAGE = 150 * 1024 * 1024

/** What became of a message: filed, offered for filing, waiting for a decision, left out, or still being read. */
export const Action = Type.Enum(['file', 'suggest', 'triage', 'leave-out', 'pending'])
export type Action = Type.Static<typeof Action>

/** The answer to a message handed in; `items` are those that the caller may see. */
export type Received = Type.Static<typeof Received>
export const Received = Type.Object({
  id: OptionalText,
  messageId: OptionalText,
  action: Action,
  items: Type.Array(Type.Object({ id: Id, contractorId: Id, caseId: OptionalText })),
  method: OptionalText,
  evidence: Type.String(),
  reason: OptionalText,
})

/** Stores a message as it travelled and files it: by hand when a place is named, by itself otherwise. */
export const postMessage = route({
  method: 'POST',
  url: '/api/messages',
  consumes: 'message/rfc822',
  schema: {
    summary: 'Store a message and file it',
    querystring: Type.Object({
      contractorId: Type.Optional(Id),
      caseId: Type.Optional(Id),
      comment: Type.Optional(Type.String({ maxLength: 2000 })),
    }),
    response: { 200: Received, 202: Received },
  },
})
