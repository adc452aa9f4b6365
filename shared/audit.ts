import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/**
 * One line of the log: who did what to which object, and when. `objectName` and `details` are there only as far as the
 * administrator who reads may see the object himself; ids and verbs are always there.
 */
export type AuditEntry = Type.Static<typeof AuditEntry>
export const AuditEntry = Type.Object({
  id: Type.String(),
  at: Time,
  userId: OptionalId,
  userName: OptionalText,
  verb: Type.String(),
  objectType: Type.String(),
  objectId: Id,
  objectName: OptionalText,
  details: Type.Record(Type.String(), Type.Unknown()),
  /** Whether it stands in the chain already. */
  sealed: Type.Boolean(),
})

const Word = Type.String({ pattern: '^[a-z][a-z-]{0,60}$' })

const filter = {
  userId: Type.Optional(Id),
  verb: Type.Optional(Word),
  objectType: Type.Optional(Word),
  objectId: Type.Optional(Id),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
}

/** The log, newest first. Administrators only. */
export const readAudit = route({
  method: 'GET',
  url: '/api/audit',
  schema: {
    summary: 'Audit log',
    querystring: Type.Object({
      ...filter,
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(AuditEntry) },
  },
})

/** The same as a table for a spreadsheet, as long as it is. Administrators only. */
export const exportAudit = route({
  method: 'GET',
  url: '/api/audit/export',
  produces: 'text/csv',
  ticketed: true,
  schema: {
    summary: 'Audit log as CSV',
    querystring: Type.Object(filter),
    response: { 200: Type.Unsafe<string>({}) },
  },
})

/**
 * What the examination of the chain found wrong. `removed`: an entry is gone; `altered`: an entry or its seal says
 * something else than it did; `truncated`: the end of the chain is gone; `rewritten`: the chain was made anew behind what
 * was written down outside the database; `stuck`: an entry that nobody sealed in time.
 */
export type AuditFault = Type.Static<typeof AuditFault>
export const AuditFault = Type.Object({
  kind: Type.Enum(['removed', 'altered', 'truncated', 'rewritten', 'stuck']),
  /** Place in the chain. */
  position: Type.Union([Type.Integer(), Type.Null()]),
  entryId: OptionalText,
})

export type AuditVerification = Type.Static<typeof AuditVerification>
export const AuditVerification = Type.Object({
  /** How many entries stand in the chain. */
  sealed: Type.Integer(),
  /** How many do not yet, and since when the oldest of them waits. */
  unsealed: Type.Integer(),
  oldestUnsealed: OptionalTime,
  /** How many places were compared with what was written down outside the database. */
  anchors: Type.Integer(),
  /** The first hundred faults. */
  faults: Type.Array(AuditFault),
})

/** Examines the whole chain. Administrators only. */
export const verifyAudit = route({
  method: 'POST',
  url: '/api/audit/verification',
  triesPerMinute: 20,
  schema: { summary: 'Examine the audit log', response: { 200: AuditVerification } },
})
