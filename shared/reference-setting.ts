import * as Type from 'typebox'
import { route } from './route.ts'

/** How references of cases look: the pattern of new ones, and all that were ever in use, which mail may still name. */
export type ReferenceSettings = Type.Static<typeof ReferenceSettings>
export const ReferenceSettings = Type.Object({ pattern: Type.String(), used: Type.Array(Type.String()) })

/** Everybody may know it: references stand on every case and in every subject. */
export const readReferenceSettings = route({
  method: 'GET',
  url: '/api/settings/references',
  schema: { summary: 'Pattern of case references', response: { 200: ReferenceSettings } },
})

/** References of new cases; old ones stay, and are still recognised. Administrators only; `ambiguous-pattern` where one could be taken for something else. */
export const changeReferenceSettings = route({
  method: 'PATCH',
  url: '/api/settings/references',
  schema: {
    summary: 'Change the pattern of case references',
    body: Type.Object({ pattern: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
    response: { 200: ReferenceSettings },
  },
})
