import * as Type from 'typebox'
import { route } from './route.ts'
import { Nothing, OptionalText, page } from './scalars.ts'

const Address = Type.String({ minLength: 1, maxLength: 320 })

/** An address (`a@b.pl`) or domain (`@b.pl`) of our own company: whoever writes from there is one of us. */
export type OwnAddress = Type.Static<typeof OwnAddress>
export const OwnAddress = Type.Object({
  address: Type.String(),
  /** Whose account it belongs to; such an address stays as long as the account. */
  userName: OptionalText,
})

/** Our own addresses. Everybody may know them: they explain why a mail is internal. */
export const listOwnAddresses = route({
  method: 'GET',
  url: '/api/own-addresses',
  schema: { summary: 'Own addresses and domains', response: { 200: page(OwnAddress) } },
})

/** Adds an address or domain, for mail that comes from now on. Administrators only; a mail service for everyone is refused. */
export const addOwnAddress = route({
  method: 'POST',
  url: '/api/own-addresses',
  schema: {
    summary: 'Add an own address or domain',
    body: Type.Object({ address: Address }, { additionalProperties: false }),
    response: { 201: OwnAddress },
  },
})

/** Takes an address or domain off, unless it is that of an account. Administrators only. */
export const removeOwnAddress = route({
  method: 'DELETE',
  url: '/api/own-addresses',
  schema: {
    summary: 'Remove an own address or domain',
    querystring: Type.Object({ address: Address }),
    response: { 204: Nothing },
  },
})
