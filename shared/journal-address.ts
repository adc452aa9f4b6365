import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalTime, page, Time } from './scalars.ts'

/** Whose copy mail becomes that is sent there: its owner's (a blind copy), or that of every colleague who takes part. */
export const JournalKind = Type.Enum(['bcc', 'journal'])

/**
 * A secret address of this server's mail door. Whatever stands behind its `@` is taken; `localPart+2026-0017` puts a
 * blind copy into that case.
 */
export type JournalAddress = Type.Static<typeof JournalAddress>
export const JournalAddress = Type.Object({
  id: Id,
  kind: JournalKind,
  localPart: Type.String(),
  label: Type.String(),
  ownerId: Id,
  enabled: Type.Boolean(),
  createdAt: Time,
  lastReceivedAt: OptionalTime,
  /** What was acknowledged and is not read yet, since when its oldest waits, and how much of it failed before. */
  waiting: Type.Integer(),
  waitingSince: OptionalTime,
  failing: Type.Integer(),
  /** The part of its mail of the last thirty days that waits in triage, from 0 to 1. */
  unfiledShare: Type.Number(),
})

const Label = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

/** What is needed for a new address; its secret part is drawn by the server. */
export type JournalAddressInput = Type.Static<typeof JournalAddressInput>
export const JournalAddressInput = Type.Object({ kind: JournalKind, label: Label }, { additionalProperties: false })

/** What may change about an address: its label, and whether mail is taken there. */
export type JournalAddressChange = Type.Static<typeof JournalAddressChange>
export const JournalAddressChange = Type.Object(
  { label: Type.Optional(Label), enabled: Type.Optional(Type.Boolean()) },
  { additionalProperties: false, minProperties: 1 },
)

/** Opens an address: one's own for blind copies or, for administrators, the company's journal. */
export const createJournalAddress = route({
  method: 'POST',
  url: '/api/journal-addresses',
  schema: { summary: 'Open a secret mail address', body: JournalAddressInput, response: { 201: JournalAddress } },
})

/** One's own addresses; for administrators those of the journal too. */
export const listJournalAddresses = route({
  method: 'GET',
  url: '/api/journal-addresses',
  schema: { summary: 'Secret mail addresses', response: { 200: page(JournalAddress) } },
})

/** Renames an address, or has mail to it refused or taken again. */
export const changeJournalAddress = route({
  method: 'PATCH',
  url: '/api/journal-addresses/:journalAddressId',
  schema: {
    summary: 'Change a secret mail address',
    params: Type.Object({ journalAddressId: Id }),
    body: JournalAddressChange,
    response: { 200: JournalAddress },
  },
})

/** Takes no more mail at an address and forgets it; what came there stays. */
export const removeJournalAddress = route({
  method: 'DELETE',
  url: '/api/journal-addresses/:journalAddressId',
  schema: {
    summary: 'Remove a secret mail address',
    params: Type.Object({ journalAddressId: Id }),
    response: { 204: Nothing },
  },
})

/** Has what waits read now, also what failed before. */
export const syncJournalAddress = route({
  method: 'POST',
  url: '/api/journal-addresses/:journalAddressId/sync',
  triesPerMinute: 20,
  schema: {
    summary: 'Read now what waits for an address',
    params: Type.Object({ journalAddressId: Id }),
    response: { 202: JournalAddress },
  },
})
