import * as Type from 'typebox'
import { PersonAddress } from './person-data.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalText, Time } from './scalars.ts'

/** A person of whom nothing is erased, whatever its age and whoever asks. */
export type PersonHold = Type.Static<typeof PersonHold>
export const PersonHold = Type.Object({
  id: Id,
  address: Type.String(),
  reason: Type.String(),
  placedBy: OptionalText,
  placedAt: Time,
})

/** The holds on people that are in force. Administrators only. */
export const listPersonHolds = route({
  method: 'GET',
  url: '/api/person-holds',
  schema: { summary: 'Holds on people', response: { 200: Type.Object({ items: Type.Array(PersonHold) }) } },
})

/** From now on retention, merges and erasing pass over what there is of her. Administrators only. */
export const placePersonHold = route({
  method: 'POST',
  url: '/api/person-holds',
  scope: 'session',
  schema: {
    summary: 'Place a hold on a person',
    body: Type.Object(
      { address: PersonAddress, reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: { 201: PersonHold },
  },
})

export const liftPersonHold = route({
  method: 'DELETE',
  url: '/api/person-holds/:personHoldId',
  scope: 'session',
  schema: { summary: 'Lift a hold on a person', params: Type.Object({ personHoldId: Id }), response: { 204: Nothing } },
})
