import * as Type from 'typebox'
import { Viewer } from './audience.ts'
import { Contractor, ContractorRow } from './contractor.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

/** Two files that may be those of one contractor, and what speaks for it. */
export type DuplicatePair = Type.Static<typeof DuplicatePair>
export const DuplicatePair = Type.Object({
  one: ContractorRow,
  other: ContractorRow,
  reasons: Type.Array(Type.Unsafe<'taxId' | 'domain' | 'name'>({ type: 'string' })),
})

/** Pairs of those that the asker sees, the likeliest first. */
export const listDuplicates = route({
  method: 'GET',
  url: '/api/contractors/duplicates',
  schema: {
    summary: 'Contractors that may be one',
    response: { 200: Type.Object({ items: Type.Array(DuplicatePair) }) },
  },
})

/** What of a file would go into another one, as far as the asker sees it, and who would see more than now. */
export type MergePreview = Type.Static<typeof MergePreview>
export const MergePreview = Type.Object({
  from: Contractor,
  into: Contractor,
  items: Type.Integer(),
  /** Of these, the ones that lie in both files. */
  both: Type.Integer(),
  cases: Type.Integer(),
  /** Of the items in both, those whose comment or title would be read by more people, and is therefore not taken along: by `circle`. */
  lostWords: Type.Object({ keep: Type.Integer(), survivor: Type.Integer() }),
  /** Who is in the circle of the file that is left, and not in that of the other. */
  gaining: Type.Array(Viewer),
  /** Who is in the circle of the other file only. */
  losing: Type.Array(Viewer),
  mayMerge: Type.Boolean(),
  /** Whether `survivor` is the asker's to choose: who sees the other file is his to say. */
  mayOpen: Type.Boolean(),
})

const Params = Type.Object({ contractorId: Id })

export const previewMerge = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/merge',
  schema: {
    summary: 'Look at a merge of two contractors',
    params: Params,
    querystring: Type.Object({ fromId: Id }),
    response: { 200: MergePreview },
  },
})

/**
 * Puts everything of another contractor's file into this one; links to the other one lead here from then on. It cannot be
 * undone. `circle`: what the circle of the other file could see stays with it (`keep`), or is seen by the circle of this
 * one (`survivor`, only for whom the other file's circle is his to change). For administrators and for the manager of both,
 * who must be in both circles, and not by an emergency opening.
 */
export const mergeContractors = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/merge',
  schema: {
    summary: 'Merge two contractors',
    params: Params,
    body: Type.Object({ fromId: Id, circle: Type.Enum(['keep', 'survivor']) }, { additionalProperties: false }),
    response: { 200: Contractor },
  },
})
