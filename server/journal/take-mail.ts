import type { Readable } from 'node:stream'
import type { WorkingHouse } from '../job/jobs-database.ts'
import { acceptMail, type Recipient } from './accept-mail.ts'
import type { Pressure } from './pressure.ts'
import { answers } from './smtp-answers.ts'

/** How long a mail and its sender may be. */
export interface MailLimits {
  /** Longest mail, in bytes. */
  longest: number
  /** How long a sender may say nothing, and how long his whole mail may take. */
  idleMs: number
  messageMs: number
}

/** Takes one mail, unless too much waits to be read or its sender lets it drip. */
export async function takeMail(
  house: WorkingHouse,
  { pressure, limits }: { pressure: Pressure; limits: MailLimits },
  recipients: Recipient[],
  stream: Readable,
) {
  if (pressure.isHigh()) throw answers.busy()
  const timer = setTimeout(() => stream.destroy(answers.slow()), limits.messageMs)
  try {
    pressure.add(1, await acceptMail(house, recipients, stream, limits.longest))
  } finally {
    clearTimeout(timer)
  }
}
