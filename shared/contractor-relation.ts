import * as Type from 'typebox'
import { ContractorRow } from './contractor.ts'
import { route } from './route.ts'
import { Id, Nothing, page } from './scalars.ts'

/** What a contractor can be to another one. The first two and the next two are each other's other side. */
export const relationKinds = ['parent', 'subsidiary', 'head-office', 'branch', 'group', 'other'] as const
export type RelationKind = (typeof relationKinds)[number]

/** A contractor that belongs together with another one, and what he is to him. */
export type RelatedContractor = Type.Static<typeof RelatedContractor>
export const RelatedContractor = Type.Object({
  ...ContractorRow.properties,
  kind: Type.Unsafe<RelationKind>({ type: 'string' }),
  /** Whether the reader may say otherwise: for that he must see both whole files. */
  mayChange: Type.Boolean(),
})

const params = Type.Object({ contractorId: Id, relatedId: Id })

/** Those of the related contractors that the reader sees, by name. */
export const listRelated = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/related',
  schema: {
    summary: 'Related contractors',
    params: Type.Object({ contractorId: Id }),
    response: { 200: page(RelatedContractor) },
  },
})

/**
 * From now on the two belong together, seen from both sides; said again it changes what one is to the other. One contractor
 * has at most twenty, as far as the caller sees them.
 */
export const relateContractor = route({
  method: 'PUT',
  url: '/api/contractors/:contractorId/related/:relatedId',
  schema: {
    summary: 'Relate a contractor to another one',
    params,
    body: Type.Object({ kind: Type.Enum([...relationKinds]) }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})

/** They belong together no longer. */
export const unrelateContractor = route({
  method: 'DELETE',
  url: '/api/contractors/:contractorId/related/:relatedId',
  schema: { summary: 'End the relation of two contractors', params, response: { 204: Nothing } },
})
