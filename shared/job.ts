import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Limit, Nothing, OptionalText, OptionalTime, Time } from './scalars.ts'

/**
 * Work that is done after the answer: `read-arrival` reads and files a message that took long, `end-grace` shows others
 * what was its mailbox owner's alone for a while, `read-document` reads the text of a document for search,
 * `send-mail` sends a mail of ours, `send-webhook` tells another program of a change, `forgotten-password` has a link
 * mailed to who forgot his, `erase-person` erases what there is of a person.
 */
export type JobTask = Type.Static<typeof JobTask>
export const JobTask = Type.Enum([
  'read-arrival',
  'end-grace',
  'read-document',
  'send-mail',
  'send-webhook',
  'forgotten-password',
  'erase-person',
])

/** A job whose attempts are used up. What it is about is not told: that may be hidden from whoever looks. */
export type DeadJob = Type.Static<typeof DeadJob>
export const DeadJob = Type.Object({
  id: Type.String(),
  task: JobTask,
  attempts: Type.Integer(),
  /** Code of the last failure; null when the process ended in the middle of it. */
  error: OptionalText,
  since: Time,
  failedAt: Time,
})

/** How much of a task there is, and since when its oldest job waits. */
export type JobCount = Type.Static<typeof JobCount>
export const JobCount = Type.Object({
  task: JobTask,
  waiting: Type.Integer(),
  retrying: Type.Integer(),
  running: Type.Integer(),
  dead: Type.Integer(),
  oldest: OptionalTime,
})

const JobParams = Type.Object({ jobId: Type.String({ pattern: '^[0-9]{1,18}$' }) })

/** The jobs that failed for good, newest first, and how much is still to be done. Administrators only. */
export const listJobs = route({
  method: 'GET',
  url: '/api/jobs',
  schema: {
    summary: 'Failed jobs and what waits',
    querystring: Type.Object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) }),
    response: {
      200: Type.Object({ items: Type.Array(DeadJob), next: OptionalText, counts: Type.Array(JobCount) }),
    },
  },
})

/** Gives a failed job all its attempts again. Administrators only. */
export const retryJob = route({
  method: 'POST',
  url: '/api/jobs/:jobId/retry',
  schema: { summary: 'Try a failed job again', params: JobParams, response: { 204: Nothing } },
})

/** Takes a failed job off the list. What it was about stays, and is tried again at the next start. Administrators only. */
export const removeJob = route({
  method: 'DELETE',
  url: '/api/jobs/:jobId',
  schema: { summary: 'Take a failed job off the list', params: JobParams, response: { 204: Nothing } },
})
