import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/** Mail of mine that was filed by itself and that others do not see yet. `until`: when they will; null when I release it. */
export type HeldRow = Type.Static<typeof HeldRow>
export const HeldRow = Type.Object({
  itemId: Id,
  mailboxId: OptionalId,
  title: Type.String(),
  who: Type.String(),
  occurredAt: Time,
  contractorId: Id,
  contractorName: Type.String(),
  caseId: OptionalId,
  caseReference: OptionalText,
  until: OptionalTime,
})

/** What is still mine alone, newest first. */
export const listHeld = route({
  method: 'GET',
  url: '/api/held',
  schema: {
    summary: 'Filed mail that others do not see yet',
    querystring: Type.Object({
      mailboxId: Type.Optional(Id),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(HeldRow) },
  },
})

const Chosen = Type.Object({ itemIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, { additionalProperties: false })
const Treated = Type.Object({
  items: Type.Array(Type.Object({ itemId: Id, done: Type.Boolean(), code: Type.Optional(Type.String()) })),
})

/** Shows filed mail at once to those who will see it. */
export const releaseHeld = route({
  method: 'POST',
  url: '/api/held/release',
  schema: { summary: 'Release filed mail now', body: Chosen, response: { 200: Treated } },
})

/** Keeps filed mail to myself: it stays filed, and nobody else sees it until I change who may. */
export const keepPrivate = route({
  method: 'POST',
  url: '/api/held/keep-private',
  schema: { summary: 'Keep filed mail private', body: Chosen, response: { 200: Treated } },
})
