import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, Nothing, page, Time } from './scalars.ts'

const Scope = Type.Enum(['personal', 'company'])

/** A sender (`a@b.pl`) or domain (`@b.pl`) whose mail is left out: for its owner, or for the whole company. */
export type BlockedAddress = Type.Static<typeof BlockedAddress>
export const BlockedAddress = Type.Object({ id: Id, address: Type.String(), scope: Scope, createdAt: Time })

export const listBlockedAddresses = route({
  method: 'GET',
  url: '/api/blocked-addresses',
  schema: {
    summary: 'My block-list and the company’s',
    querystring: Type.Object({
      scope: Type.Optional(Scope),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(BlockedAddress) },
  },
})

/** The company's list is the administrators'. Adding what is there already changes nothing. */
export const blockAddress = route({
  method: 'POST',
  url: '/api/blocked-addresses',
  schema: {
    summary: 'Block an address or domain',
    body: Type.Object(
      { address: Type.String({ minLength: 1, maxLength: 320 }), scope: Scope },
      { additionalProperties: false },
    ),
    response: { 201: BlockedAddress },
  },
})

export const unblockAddress = route({
  method: 'DELETE',
  url: '/api/blocked-addresses/:blockedId',
  schema: { summary: 'Unblock', params: Type.Object({ blockedId: Id }), response: { 204: Nothing } },
})
