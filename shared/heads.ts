import * as Type from 'typebox'
import { TaskRow } from './activity.ts'
import { ContractorRow } from './contractor.ts'
import { ItemRow } from './item.ts'
import { route } from './route.ts'
import { Id, OptionalTime, page, Time } from './scalars.ts'

/** What stands above a timeline. */
export type Heads = Type.Static<typeof Heads>
export const Heads = Type.Object({
  pinned: Type.Array(ItemRow),
  /** What is to come, the nearest first. */
  upcoming: Type.Array(ItemRow),
  /** Open tasks that are due on a day, from yesterday on (of the server), since where the reader is it may still be that; the nearest first. */
  tasks: Type.Array(TaskRow),
  /**
   * Who owes an answer, since the first mail after the last one in the other direction, as far as the reader sees the mail;
   * null where nobody has written. What machines send does not count.
   */
  waiting: Type.Union([
    Type.Object({ who: Type.Unsafe<'us' | 'them'>({ type: 'string' }), since: Time, itemId: Id }),
    Type.Null(),
  ]),
})

export const readHeads = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/heads',
  schema: {
    summary: 'What stands above the timeline of a contractor',
    params: Type.Object({ contractorId: Id }),
    response: { 200: Heads },
  },
})

export const readCaseHeads = route({
  method: 'GET',
  url: '/api/cases/:caseId/heads',
  schema: {
    summary: 'What stands above the timeline of a case',
    params: Type.Object({ caseId: Id }),
    response: { 200: Heads },
  },
})

/** Notes that the reader looks at a file, and answers up to when he had seen it before; null the first time. */
export const lookAtFile = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/look',
  schema: {
    summary: 'Note a look at a file',
    params: Type.Object({ contractorId: Id }),
    response: { 200: Type.Object({ before: OptionalTime }) },
  },
})

/** The same of a case. */
export const lookAtCase = route({
  method: 'POST',
  url: '/api/cases/:caseId/look',
  schema: {
    summary: 'Note a look at a case',
    params: Type.Object({ caseId: Id }),
    response: { 200: Type.Object({ before: OptionalTime }) },
  },
})

/** The files that the reader looked at lately, the last one first. */
export const listRecentContractors = route({
  method: 'GET',
  url: '/api/recent-contractors',
  schema: { summary: 'Contractors looked at lately', response: { 200: page(ContractorRow) } },
})
