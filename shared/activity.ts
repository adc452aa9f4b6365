import * as Type from 'typebox'
import { ItemRow } from './item.ts'
import { route } from './route.ts'
import { Day, Id, Time } from './scalars.ts'

/** Logs a call, meeting or note, or sets a task, in a contractor's file and, if given, a case of it. */
export const createActivity = route({
  method: 'POST',
  url: '/api/activities',
  schema: {
    summary: 'Log an activity',
    body: Type.Object(
      {
        kind: Type.Enum(['call', 'meeting', 'task', 'note']),
        contractorId: Id,
        caseId: Type.Optional(Id),
        title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
        note: Type.Optional(Type.String({ maxLength: 50_000 })),
        startsAt: Type.Optional(Time),
        endsAt: Type.Optional(Time),
        personId: Type.Optional(Id),
        direction: Type.Optional(Type.Enum(['in', 'out'])),
        assigneeId: Type.Optional(Id),
        dueOn: Type.Optional(Day),
        state: Type.Optional(Type.Enum(['new', 'in-progress', 'done', 'cancelled'])),
      },
      { additionalProperties: false },
    ),
    response: { 201: ItemRow },
  },
})
