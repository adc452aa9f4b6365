import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing } from './scalars.ts'

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
    body: Type.Object({ verdict: Type.Enum(['right', 'wrong', 'always', 'never']) }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})
export type Verdict = Type.Static<(typeof teach)['schema']['body']>['verdict']
