import type { JobTask } from '../../shared/job.ts'
import { readDocument } from '../document/text/read-document.ts'
import { endGrace } from '../filing/end-grace.ts'
import { readArrival } from '../filing/read-arrival.ts'
import { mailForgotten } from '../identity/forgotten-password.ts'
import { sendMail } from '../outgoing/send-mail.ts'
import { erasePerson } from '../person-data/erase-person.ts'
import { sendWebhook } from '../webhook/send-webhook.ts'
import type { WorkingHouse } from './jobs-database.ts'

/** What a task does: with the id that its job carries, and how often the job was started, this time included. */
export type Handler = (house: WorkingHouse, id: string, starts: number) => Promise<void>

/** What is done for each task. A handler may run twice for one job, so it does nothing twice. */
export const handlers: Record<JobTask, Handler> = {
  'read-arrival': readArrival,
  'end-grace': endGrace,
  'read-document': readDocument,
  'send-mail': sendMail,
  'send-webhook': sendWebhook,
  'forgotten-password': mailForgotten,
  'erase-person': erasePerson,
}
