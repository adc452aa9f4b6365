import * as Type from 'typebox'
import type { KindName } from './item.ts'
import { GivenAway } from './leaver.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, Nothing, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/**
 * Something that its reader should know, and may see at the moment of reading. `news`: an item that came to a file or case
 * that he follows; `shared`: somebody shared an item with him; `task`: somebody gave him a task; `break-glass`: an administrator opened what he looks after;
 * `person-opened`: an administrator took along the data of a person with whom he corresponds; `due`: an open task of his on
 * the morning of its day; `soon`: a meeting half an hour before it begins; `handed-over`: he takes over what somebody left behind.
 */
export type Notification = Type.Static<typeof Notification>
export const Notification = Type.Object({
  id: Type.String(),
  kind: Type.Unsafe<'news' | 'shared' | 'task' | 'break-glass' | 'person-opened' | 'due' | 'soon' | 'handed-over'>({
    type: 'string',
  }),
  at: Time,
  isUnread: Type.Boolean(),
  by: OptionalText,
  itemId: OptionalId,
  itemTitle: OptionalText,
  itemKind: Type.Unsafe<Type.Static<typeof KindName> | null>({ type: ['string', 'null'] }),
  contractorId: OptionalId,
  contractorName: OptionalText,
  caseId: OptionalId,
  caseReference: OptionalText,
  /** Of a break-glass or a person's data: the written reason; of the former until when, of a meeting its beginning. */
  reason: OptionalText,
  until: OptionalTime,
  /** Of what was handed over: how much of each, and by whom it was left. */
  given: Type.Union([Type.Object({ ...GivenAway.properties, from: Type.String() }), Type.Null()]),
})

export const listNotifications = route({
  method: 'GET',
  url: '/api/notifications',
  schema: {
    summary: 'Notifications, newest first',
    querystring: Type.Object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) }),
    response: { 200: page(Notification) },
  },
})

/** How many are unread; counted up to 100. */
export const countNotifications = route({
  method: 'GET',
  url: '/api/notifications/unread',
  schema: { summary: 'Unread notifications', response: { 200: Type.Object({ unread: Type.Integer() }) } },
})

/** Everything up to this moment has been read. */
export const readNotifications = route({
  method: 'POST',
  url: '/api/notifications/read',
  schema: {
    summary: 'Mark notifications as read',
    body: Type.Object({ until: Time }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})

const Follows = Type.Object({ follows: Type.Boolean() }, { additionalProperties: false })

/** Follows a contractor, or no longer. Whoever manages it follows it unless he says no. */
export const followContractor = route({
  method: 'PUT',
  url: '/api/contractors/:contractorId/follow',
  schema: {
    summary: 'Follow a contractor',
    params: Type.Object({ contractorId: Id }),
    body: Follows,
    response: { 204: Nothing },
  },
})

export const followCase = route({
  method: 'PUT',
  url: '/api/cases/:caseId/follow',
  schema: {
    summary: 'Follow a case',
    params: Type.Object({ caseId: Id }),
    body: Follows,
    response: { 204: Nothing },
  },
})
