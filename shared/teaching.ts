import * as Type from 'typebox'
import { EarlierMail } from './contractor.ts'
import { route } from './route.ts'
import { Id, Nothing, page } from './scalars.ts'

/**
 * Says whether a mail was filed rightly. `right` makes the filing hand-made; `wrong` takes it out of the file for good;
 * `always` also gives the sender's address to the contractor; `never` also keeps this sender's mail out of this file.
 */
export const teach = route({
  method: 'POST',
  url: '/api/items/:itemId/teach',
  schema: {
    summary: 'Teach by a filing',
    params: Type.Object({ itemId: Id }),
    body: Type.Object(
      {
        verdict: Type.Enum(['right', 'wrong', 'always', 'never']),
        /** Of an address that the contractor gets by *always*. */
        earlierMail: Type.Optional(EarlierMail),
      },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})
export type Teaching = Type.Static<(typeof teach)['schema']['body']>
export type Verdict = Teaching['verdict']

const ContractorParams = Type.Object({ contractorId: Id })

/** Senders whose mail never goes to this contractor by itself, as somebody taught; for those who see the whole file. */
export const listNeverSenders = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/never-senders',
  schema: {
    summary: 'Senders that never file to a contractor',
    params: ContractorParams,
    response: { 200: page(Type.Object({ address: Type.String() })) },
  },
})

/** Takes a *never* back: later mail of this sender is decided as that of anybody. */
export const forgetNeverSender = route({
  method: 'DELETE',
  url: '/api/contractors/:contractorId/never-senders',
  schema: {
    summary: 'Take a never back',
    params: ContractorParams,
    querystring: Type.Object({ address: Type.String({ minLength: 1, maxLength: 320 }) }),
    response: { 204: Nothing },
  },
})
