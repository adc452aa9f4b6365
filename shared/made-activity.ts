import * as Type from 'typebox'
import type { TaskState } from './activity-facts.ts'
import type { Kind } from './kind.ts'
import { Id, OptionalId, OptionalText, OptionalTime } from './scalars.ts'

/** A call, meeting, task or note that was made of a mail, as it stands beside that mail. */
export type MadeActivity = Type.Static<typeof MadeActivity>
export const MadeActivity = Type.Object({
  itemId: Id,
  kind: Type.Unsafe<Kind>({ type: 'string' }),
  title: Type.String(),
  /** Of a task. */
  state: Type.Unsafe<TaskState | null>({ type: ['string', 'null'] }),
  dueOn: OptionalText,
  startsAt: OptionalTime,
  assigneeName: OptionalText,
  contractorId: OptionalId,
  contractorName: OptionalText,
})
