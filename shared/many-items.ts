import * as Type from 'typebox'
import { FromCases } from './item.ts'
import { route } from './route.ts'
import { Id, OptionalId } from './scalars.ts'

/** In which conversation mails stand: those with one `threadId` belong together; what is no mail has none. */
export const readThreads = route({
  method: 'POST',
  url: '/api/items/threads',
  schema: {
    summary: 'Conversations of mail items',
    body: Type.Object({ itemIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, { additionalProperties: false }),
    response: { 200: Type.Object({ items: Type.Array(Type.Object({ itemId: Id, threadId: Type.String() })) }) },
  },
})

/**
 * Puts many items into a case in one act, or (null) out of their cases, into another contractor's file where one is named;
 * answers for each, with the id that it has there.
 */
export const assignItems = route({
  method: 'POST',
  url: '/api/items/assign',
  schema: {
    summary: 'Assign items to a case',
    body: Type.Object(
      {
        itemIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
        caseId: Type.Union([Id, Type.Null()]),
        contractorId: Type.Optional(Id),
        fromCases: Type.Optional(FromCases),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({
            itemId: Id,
            done: Type.Boolean(),
            movedTo: Type.Optional(Id),
            /** In which cases it lay before, null for the file at large: to put it back. */
            was: Type.Optional(Type.Array(OptionalId)),
            code: Type.Optional(Type.String()),
          }),
        ),
      }),
    },
  },
})
