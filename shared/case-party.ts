import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing } from './scalars.ts'

const PartyParams = Type.Object({ caseId: Id, contractorId: Id })

/** From now on the case concerns this contractor too. */
export const addParty = route({
  method: 'PUT',
  url: '/api/cases/:caseId/parties/:contractorId',
  schema: { summary: 'Add a party to a case', params: PartyParams, response: { 204: Nothing } },
})

/** A contractor is a party no longer; refused while something of his lies in the case, and for the one for whom it was opened. */
export const removeParty = route({
  method: 'DELETE',
  url: '/api/cases/:caseId/parties/:contractorId',
  schema: { summary: 'Remove a party from a case', params: PartyParams, response: { 204: Nothing } },
})
