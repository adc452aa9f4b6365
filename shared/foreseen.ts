import * as Type from 'typebox'
import { Viewers } from './audience.ts'
import { FromCases, ItemParams } from './item.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

/** Who would see an item if it were moved, as far as the mover may know. */
export type Foreseen = Type.Static<typeof Foreseen>
export const Foreseen = Type.Object({
  /** Users and groups, as they stand in the circles that it would have. */
  viewers: Viewers,
  /** People among them who do not see it now, as far as he knows: the first twenty by name; `newTotal` counts all. */
  newcomers: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  newTotal: Type.Integer(),
  /** Whether it has a circle of its own and takes it along. */
  keepsCircle: Type.Boolean(),
})

/** Asked before a move, with what the move itself would be told; refused where that would be. Nothing is moved. */
export const foreseeMove = route({
  method: 'POST',
  url: '/api/items/:itemId/seers',
  schema: {
    summary: 'Who would see an item if it were moved',
    params: ItemParams,
    body: Type.Object(
      {
        contractorId: Type.Optional(Id),
        caseId: Type.Union([Id, Type.Null()]),
        fromCases: Type.Optional(FromCases),
      },
      { additionalProperties: false },
    ),
    response: { 200: Foreseen },
  },
})
