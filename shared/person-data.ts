import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, OptionalId, OptionalText, OptionalTime } from './scalars.ts'

/** An address of a person, as she or somebody else wrote it. */
export const PersonAddress = Type.String({ minLength: 3, maxLength: 320, pattern: '^[^@\\s]+@[^@\\s]+$' })

/** Somebody who may be meant: whether she is a contact person, a colleague, or only takes part in mail. */
export type FoundPerson = Type.Static<typeof FoundPerson>
export const FoundPerson = Type.Object({
  address: Type.String(),
  name: Type.String(),
  sources: Type.Array(Type.Unsafe<'person' | 'user' | 'mail'>({ type: 'string' })),
})

/** What is counted of a person. */
export const personCounts = [
  'people',
  'addresses',
  'mails',
  'written',
  'received',
  'forwarded',
  'copies',
  'attachments',
  'documents',
  'activities',
  'triage',
  'rules',
  'blocked',
  'never',
  'accounts',
  'audit',
] as const
export type PersonCount = (typeof personCounts)[number]

/**
 * Everything there is of a person, in numbers, and in whose files it lies. The numbers are of everything, whoever may see
 * it; the name of a file is there only when the asking administrator sees the file himself.
 */
export type PersonReport = Type.Static<typeof PersonReport>
export const PersonReport = Type.Object({
  address: Type.String(),
  /** What stands for the address where it may not stand in clear: in the audit log and on a tombstone. */
  hash: Type.String(),
  /** With those that stand under the same contact persons. */
  addresses: Type.Array(Type.String()),
  names: Type.Array(Type.String()),
  /** Whether it is an address of our own company. */
  isOwn: Type.Boolean(),
  counts: Type.Object(
    Object.fromEntries(personCounts.map(name => [name, Type.Integer()])) as Record<PersonCount, Type.TInteger>,
  ),
  oldest: OptionalTime,
  newest: OptionalTime,
  files: Type.Array(
    Type.Object({
      contractorId: OptionalId,
      name: OptionalText,
      mails: Type.Integer(),
      documents: Type.Integer(),
      people: Type.Integer(),
    }),
  ),
})

/** Who may be meant by an address, a name or a telephone number: at most fifty. Administrators only. */
export const findPeople = route({
  method: 'POST',
  url: '/api/person-data/search',
  scope: 'session',
  schema: {
    summary: 'Find a person',
    body: Type.Object(
      { query: Type.String({ minLength: 3, maxLength: 320, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(FoundPerson), isMore: Type.Boolean() }) },
  },
})

/** What there is of a person; each asking stands in the audit log. The address travels in the body, so that no log of addresses keeps it. */
export const readPersonReport = route({
  method: 'POST',
  url: '/api/person-data/report',
  scope: 'session',
  schema: {
    summary: 'What there is of a person',
    body: Type.Object({ address: PersonAddress }, { additionalProperties: false }),
    response: { 200: PersonReport },
  },
})

const Reason = Type.String({ minLength: 10, maxLength: 1000, pattern: '\\S' })

/**
 * Opens a copy of a person's data for an hour, for her. It holds contents also of circles in which the asking administrator
 * is not: the reason is kept, and whoever owns a mailbox with these mails is told.
 */
export const openPersonExport = route({
  method: 'POST',
  url: '/api/person-data/exports',
  scope: 'session',
  schema: {
    summary: 'Open a copy of a person’s data',
    body: Type.Object({ address: PersonAddress, reason: Reason }, { additionalProperties: false }),
    response: { 201: Type.Object({ id: Id }) },
  },
})

/** That copy as one zip archive: a page to read, everything as JSON, each mail as it travelled, checksums. */
export const readPersonExport = route({
  method: 'GET',
  url: '/api/person-data/exports/:exportId',
  ticketed: true,
  scope: 'session',
  produces: 'application/octet-stream',
  schema: {
    summary: 'Copy of a person’s data',
    params: Type.Object({ exportId: Id }),
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})
