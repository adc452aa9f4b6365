import * as Type from 'typebox'
import { ContractorRow } from './contractor.ts'
import { route } from './route.ts'
import { Id, Nothing, page, Time } from './scalars.ts'

/** Keeps a file at hand in every program of the reader's, or no longer. */
export const pinContractor = route({
  method: 'PUT',
  url: '/api/contractors/:contractorId/pin',
  schema: {
    summary: 'Keep a contractor at hand',
    params: Type.Object({ contractorId: Id }),
    body: Type.Object({ pinned: Type.Boolean() }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})

/** The files that the reader keeps at hand, the one pinned last first. */
export const listPinnedContractors = route({
  method: 'GET',
  url: '/api/pinned-contractors',
  schema: { summary: 'Contractors kept at hand', response: { 200: page(ContractorRow) } },
})

/** A file into which something came since the reader looked at it; at most a hundred items are counted. */
export type ChangedFile = Type.Static<typeof ChangedFile>
export const ChangedFile = Type.Object({ id: Id, name: Type.String(), amount: Type.Integer(), newest: Time })

/** The files where the reader was lately and into which something came since, the newest first. */
export const listChangedContractors = route({
  method: 'GET',
  url: '/api/changed-contractors',
  schema: { summary: 'Contractors with something new since the last look', response: { 200: page(ChangedFile) } },
})
