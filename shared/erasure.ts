import * as Type from 'typebox'
import { kinds, ownKindPattern } from './kind.ts'
import { PersonAddress } from './person-data.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalId, OptionalText, OptionalTime, Time } from './scalars.ts'

/** Which documents a law has the company keep, with the mails that brought them, and what becomes of mails in which other outsiders take part. */
const choice = {
  duties: Type.Array(Type.String({ pattern: `^(?:${kinds.join('|')}|${ownKindPattern.slice(1, -1)})$` }), {
    maxItems: 50,
    uniqueItems: true,
  }),
  others: Type.Enum(['keep', 'erase']),
}

/** Why something stays: it is on hold, a law has it kept, others take part, it only mentions her, or erasing it failed. */
export const keptReasons = ['hold', 'duty', 'others', 'mention', 'failed'] as const
export type KeptReason = (typeof keptReasons)[number]

/** What an erasure would do now. Holds are named as far as the administrator sees what is held. */
export type ErasurePreview = Type.Static<typeof ErasurePreview>
export const ErasurePreview = Type.Object({
  addresses: Type.Array(Type.String()),
  isOwn: Type.Boolean(),
  isHeld: Type.Boolean(),
  mails: Type.Object({ erase: Type.Integer(), hold: Type.Integer(), duty: Type.Integer(), others: Type.Integer() }),
  documents: Type.Integer(),
  people: Type.Integer(),
  addressesInFiles: Type.Integer(),
  activities: Type.Integer(),
  holds: Type.Array(
    Type.Object({
      objectType: Type.Unsafe<'contractor' | 'case'>({ type: 'string' }),
      objectId: OptionalId,
      name: OptionalText,
      reason: Type.String(),
    }),
  ),
})

/** An erasure, which keeps nothing of who it was but a hash of her address: the tombstone. */
export type Erasure = Type.Static<typeof Erasure>
export const Erasure = Type.Object({
  id: Id,
  hash: Type.String(),
  /** The same of all her addresses. */
  hashes: Type.Array(Type.String()),
  reason: Type.String(),
  state: Type.Unsafe<'waiting' | 'running' | 'done' | 'stopped'>({ type: 'string' }),
  /** How many mails and other texts are gone. */
  mails: Type.Integer(),
  texts: Type.Integer(),
  askedBy: OptionalText,
  askedAt: Time,
  settledAt: OptionalTime,
  /** Whether she may come back. */
  isLifted: Type.Boolean(),
  kept: Type.Object(
    Object.fromEntries(keptReasons.map(reason => [reason, Type.Integer()])) as Record<KeptReason, Type.TInteger>,
  ),
})

/** What an erasure would do; changes nothing. Administrators only. */
export const previewErasure = route({
  method: 'POST',
  url: '/api/erasures/preview',
  scope: 'session',
  schema: {
    summary: 'What an erasure would do',
    body: Type.Object({ address: PersonAddress, ...choice }, { additionalProperties: false }),
    response: { 200: ErasurePreview },
  },
})

/**
 * Erases what there is of a person. From the answer on she is kept from coming back; the rest is done by a job. Refused for
 * people of the own company and for whoever is on hold. The address is typed once more as `confirmation`.
 */
export const askErasure = route({
  method: 'POST',
  url: '/api/erasures',
  scope: 'session',
  schema: {
    summary: 'Erase a person',
    body: Type.Object(
      {
        address: PersonAddress,
        confirmation: Type.String({ maxLength: 320 }),
        reason: Type.String({ minLength: 10, maxLength: 1000, pattern: '\\S' }),
        ...choice,
      },
      { additionalProperties: false },
    ),
    response: { 201: Erasure },
  },
})

/** The erasures, newest first: two hundred at most. Administrators only. */
export const listErasures = route({
  method: 'GET',
  url: '/api/erasures',
  schema: { summary: 'Erasures', response: { 200: Type.Object({ items: Type.Array(Erasure) }) } },
})

/** A thing that stays: with its title and a way to it for whoever sees it. */
export type KeptThing = Type.Static<typeof KeptThing>
export const KeptThing = Type.Object({
  objectType: Type.Unsafe<'message' | 'document' | 'activity' | 'person' | 'contractor' | 'case'>({ type: 'string' }),
  objectId: Id,
  itemId: OptionalId,
  title: OptionalText,
})

/** What an erasure left for one reason, page by page. Administrators only. */
export const listKept = route({
  method: 'GET',
  url: '/api/erasures/:erasureId/kept',
  schema: {
    summary: 'What an erasure left',
    params: Type.Object({ erasureId: Id }),
    querystring: Type.Object({ reason: Type.Enum([...keptReasons]), after: Type.Optional(Id) }),
    response: { 200: Type.Object({ items: Type.Array(KeptThing), next: OptionalId }) },
  },
})

/** Lets her come back; what is gone stays gone. Administrators only. */
export const liftTombstone = route({
  method: 'DELETE',
  url: '/api/erasures/:erasureId/tombstone',
  scope: 'session',
  schema: {
    summary: 'Lift a tombstone',
    params: Type.Object({ erasureId: Id }),
    response: { 204: Nothing },
  },
})
