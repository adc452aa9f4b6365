import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalTime, page, Time } from './scalars.ts'

const Ids = Type.Array(Id, { maxItems: 500 })

/** What somebody else sees, without showing any of it. */
export type ViewAs = Type.Static<typeof ViewAs>
export const ViewAs = Type.Object({
  /** Those of the given ids that he sees. */
  items: Type.Array(Id),
  contractors: Type.Array(Id),
  cases: Type.Array(Id),
  /** How much he sees altogether; items are counted up to `itemsAtLeast`'s bound of 10,000. */
  counts: Type.Object({ contractors: Type.Integer(), cases: Type.Integer(), items: Type.Integer() }),
})

/** Checks the rules for another user: which of these ids he would see. Administrators only; written to the log. */
export const viewAs = route({
  method: 'POST',
  url: '/api/access/view-as',
  schema: {
    summary: 'What another user would see',
    body: Type.Object(
      {
        userId: Id,
        items: Type.Optional(Ids),
        contractors: Type.Optional(Ids),
        cases: Type.Optional(Ids),
      },
      { additionalProperties: false },
    ),
    response: { 200: ViewAs },
  },
})

/** An administrator's way into one contractor, case or item, with its reason, for a time. */
export type BreakGlass = Type.Static<typeof BreakGlass>
export const BreakGlass = Type.Object({
  id: Id,
  userId: Id,
  userName: Type.String(),
  objectType: Type.Unsafe<'contractor' | 'case' | 'item'>({ type: 'string' }),
  objectId: Id,
  reason: Type.String(),
  openedAt: Time,
  expiresAt: Time,
  closedAt: OptionalTime,
})

/**
 * Opens something that the administrator does not see. Whoever looks after it is told at once, with the reason. An id of
 * nothing is written down and answered in the same way, so that it can be told apart behind the opening only; what he
 * sees anyway is refused as `already-there`.
 */
export const breakGlass = route({
  method: 'POST',
  url: '/api/access/break-glass',
  triesPerMinute: 20,
  schema: {
    summary: 'Open something in an emergency',
    body: Type.Object(
      {
        objectType: Type.Enum(['contractor', 'case', 'item']),
        objectId: Id,
        reason: Type.String({ minLength: 10, maxLength: 1000, pattern: '\\S' }),
        minutes: Type.Integer({ minimum: 5, maximum: 480 }),
      },
      { additionalProperties: false },
    ),
    response: { 201: BreakGlass },
  },
})

/** Own openings of an administrator, and those of what one looks after. */
export const listBreakGlass = route({
  method: 'GET',
  url: '/api/access/break-glass',
  schema: { summary: 'Emergency openings', response: { 200: page(BreakGlass) } },
})

/** Ends an opening before its time: one's own, or that of what one looks after. */
export const endBreakGlass = route({
  method: 'DELETE',
  url: '/api/access/break-glass/:breakGlassId',
  schema: {
    summary: 'End an emergency opening',
    params: Type.Object({ breakGlassId: Id }),
    response: { 204: Nothing },
  },
})
