import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Nothing, OptionalText } from './scalars.ts'

const Address = Type.String({ minLength: 1, maxLength: 320 })
const ContractorParams = Type.Object({ contractorId: Id })

/** What there is of an address or domain, as far as the caller knows it: mail that he has, or sees in a file. */
export type Sweep = Type.Static<typeof Sweep>
export const Sweep = Type.Object({
  mails: Type.Integer(),
  /** In so many mailboxes of his own. */
  mailboxes: Type.Integer(),
  /** Lying in this contractor's file already. */
  filed: Type.Integer(),
  /** Of those, lying there for named people only. */
  confidential: Type.Integer(),
  /** Waiting for his decision; these are what the sweep files. */
  waiting: Type.Integer(),
})

export const readSweep = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/sweep',
  schema: {
    summary: 'What an address would bring into a file',
    params: ContractorParams,
    querystring: Type.Object({ address: Address }),
    response: { 200: Sweep },
  },
})

/**
 * Decides again about the caller's waiting mail in which an address of the contractor takes part, a bounded number at a
 * time. After the last of them that of others is decided again by itself, if it was held back for his answer.
 */
export const sweep = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/sweep',
  schema: {
    summary: 'File what waits from an address',
    params: ContractorParams,
    body: Type.Object({ address: Address, cursor: Type.Optional(Cursor) }, { additionalProperties: false }),
    response: { 200: Type.Object({ looked: Type.Integer(), filed: Type.Integer(), next: OptionalText }) },
  },
})

/** Leaves earlier mail from an address where it is, when it was held back for the caller's answer. */
export const skipSweep = route({
  method: 'DELETE',
  url: '/api/contractors/:contractorId/sweep',
  schema: {
    summary: 'Leave earlier mail from an address alone',
    params: ContractorParams,
    querystring: Type.Object({ address: Address }),
    response: { 204: Nothing },
  },
})
