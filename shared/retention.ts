import * as Type from 'typebox'
import { kinds, ownKindPattern } from './kind.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalText, page, Time, WholeOrPage, wholeOrPage } from './scalars.ts'

/** For how many months each kind is kept; a kind that is not named is kept for ever. */
const Months = Type.Record(
  Type.String({ pattern: `^(?:${kinds.join('|')}|${ownKindPattern.slice(1, -1)})$` }),
  Type.Integer({ minimum: 1, maximum: 600 }),
  { additionalProperties: false },
)

/** How much of a kind is too old, and how much of that is held. */
const Count = Type.Object({ kind: Type.String(), expired: Type.Integer(), held: Type.Integer() })

export type Retention = Type.Static<typeof Retention>
export const Retention = Type.Object({
  /** Whether what is too old is erased every day. */
  isOn: Type.Boolean(),
  months: Type.Record(Type.String(), Type.Integer()),
})

export const readRetention = route({
  method: 'GET',
  url: '/api/retention',
  schema: { summary: 'How long things are kept', response: { 200: Retention } },
})

/** Administrators only. Once it is on, what is too old is erased within a day, and cannot be brought back. */
export const changeRetention = route({
  method: 'PUT',
  url: '/api/retention',
  scope: 'session',
  schema: {
    summary: 'Change how long things are kept',
    body: Type.Object({ isOn: Type.Boolean(), months: Months }, { additionalProperties: false }),
    response: { 200: Retention },
  },
})

/** How much such periods would erase now, of everything there is. Changes nothing. Administrators only. */
export const previewRetention = route({
  method: 'POST',
  url: '/api/retention/preview',
  schema: {
    summary: 'What periods would erase',
    body: Type.Object({ months: Months }, { additionalProperties: false }),
    response: { 200: Type.Object({ items: Type.Array(Count) }) },
  },
})

/** A contractor or case of which nothing is erased, whatever its age. The name is there for those who see it. */
export type LegalHold = Type.Static<typeof LegalHold>
export const LegalHold = Type.Object({
  id: Id,
  objectType: Type.Unsafe<'contractor' | 'case'>({ type: 'string' }),
  objectId: Id,
  objectName: OptionalText,
  reason: Type.String(),
  placedBy: OptionalText,
  placedAt: Time,
})

/** The holds in force, the newest first. All of them; page by page with a `limit`. Administrators only. */
export const listLegalHolds = route({
  method: 'GET',
  url: '/api/legal-holds',
  schema: {
    summary: 'Legal holds',
    description: wholeOrPage,
    querystring: Type.Object(WholeOrPage),
    response: { 200: page(LegalHold) },
  },
})

/** Holds what the administrator sees. */
export const placeLegalHold = route({
  method: 'POST',
  url: '/api/legal-holds',
  scope: 'session',
  schema: {
    summary: 'Place a legal hold',
    body: Type.Object(
      {
        objectType: Type.Enum(['contractor', 'case']),
        objectId: Id,
        reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
      },
      { additionalProperties: false },
    ),
    response: { 201: LegalHold },
  },
})

export const liftLegalHold = route({
  method: 'DELETE',
  url: '/api/legal-holds/:holdId',
  scope: 'session',
  schema: { summary: 'Lift a legal hold', params: Type.Object({ holdId: Id }), response: { 204: Nothing } },
})
