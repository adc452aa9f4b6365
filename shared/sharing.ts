import * as Type from 'typebox'
import { Viewers } from './audience.ts'
import { changeItem, ItemParams } from './item.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/** Why somebody sees something. `case` and `group` name through what, `by`, `at` and `until` who let him in, when and for how long. */
export type Reason = Type.Static<typeof Reason>
export const Reason = Type.Object({
  through: Type.Unsafe<
    'contractor' | 'case' | 'circle' | 'shared' | 'mailbox' | 'recipient' | 'filed' | 'kept' | 'break-glass'
  >({ type: 'string' }),
  group: OptionalText,
  caseReference: OptionalText,
  by: OptionalText,
  at: OptionalTime,
  until: OptionalTime,
})

/** One person who sees something, with every reason that the reader may know. */
export type Seer = Type.Static<typeof Seer>
export const Seer = Type.Object({ id: Id, name: Type.String(), reasons: Type.Array(Reason) })

/** By name and person: groups are resolved. The first two hundred; `total` counts all. */
export const Seers = Type.Object({ items: Type.Array(Seer), total: Type.Integer() })
export type Seers = Type.Static<typeof Seers>

const firstSeers = 'The first two hundred by name, in one answer; `total` counts all.'

export const explainItem = route({
  method: 'GET',
  url: '/api/items/:itemId/seers',
  schema: {
    summary: 'Who sees an item, and why',
    description: firstSeers,
    params: ItemParams,
    response: { 200: Seers },
  },
})

/** Before anything is filed there. */
export const explainPlace = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/seers',
  schema: {
    summary: 'Who would see what is filed in a contractor file, or in a case of it',
    description: firstSeers,
    params: Type.Object({ contractorId: Id }),
    querystring: Type.Object({ caseId: Type.Optional(Id) }),
    response: { 200: Seers },
  },
})

/** Who would see an item if it were moved, as far as the mover may know. */
export type Foreseen = Type.Static<typeof Foreseen>
export const Foreseen = Type.Object({
  /** Users and groups, as they stand in the circles that it would have. */
  viewers: Viewers,
  /** People among them who do not see it now, as far as he knows: the first twenty by name; `newTotal` counts all. */
  newcomers: Viewers,
  newTotal: Type.Integer(),
  /** Whether it has a circle of its own and takes it along. */
  keepsCircle: Type.Boolean(),
})

/** Asked before a move, with what the move itself would be told; refused where that would be. Nothing is moved. */
export const foreseeMove = route({
  method: 'POST',
  url: '/api/items/:itemId/seers',
  schema: {
    summary: 'Who would see an item if it were moved',
    params: ItemParams,
    body: Type.Pick(changeItem.schema.body, ['contractorId', 'caseId', 'fromCases'], { additionalProperties: false }),
    response: { 200: Foreseen },
  },
})

/** One person or group with whom an item is shared. */
export type Share = Type.Static<typeof Share>
export const Share = Type.Object({
  principalId: Id,
  name: Type.String(),
  isGroup: Type.Boolean(),
  by: OptionalText,
  at: Time,
  reason: Type.Unsafe<'shared' | 'recipient'>({ type: 'string' }),
})

export const listShares = route({
  method: 'GET',
  url: '/api/items/:itemId/shares',
  schema: { summary: 'With whom an item is shared', params: ItemParams, response: { 200: page(Share) } },
})

/** Lets users and groups see this one item. Sharing again changes nothing. */
export const shareItem = route({
  method: 'POST',
  url: '/api/items/:itemId/shares',
  schema: {
    summary: 'Share an item',
    params: ItemParams,
    body: Type.Object(
      { principals: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) },
      { additionalProperties: false },
    ),
    response: { 200: page(Share) },
  },
})

/** Takes it back, at once. */
export const unshareItem = route({
  method: 'DELETE',
  url: '/api/items/:itemId/shares/:principalId',
  schema: {
    summary: 'Stop sharing an item',
    params: Type.Object({ itemId: Id, principalId: Id }),
    response: { 204: Nothing },
  },
})

/** One reading of a confidential item. */
export type ItemReading = Type.Static<typeof ItemReading>
export const ItemReading = Type.Object({
  userId: OptionalId,
  userName: Type.String(),
  what: Type.Unsafe<'page' | 'source' | 'document'>({ type: 'string' }),
  at: Time,
})

/** Who read a confidential item, newest first; for its owner. */
export const listReadings = route({
  method: 'GET',
  url: '/api/items/:itemId/readings',
  schema: { summary: 'Who read a confidential item', params: ItemParams, response: { 200: page(ItemReading) } },
})
