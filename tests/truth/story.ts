import { type BuiltMail, buildMail } from './build-mail.ts'
import type { Step } from './mail-plan.ts'
import { automatic } from './mails/automatic.ts'
import { changedPeople } from './mails/changed-people.ts'
import { copies } from './mails/copies.ts'
import { forwards } from './mails/forwards.ts'
import { history } from './mails/history.ts'
import { newMatters } from './mails/new-matters.ts'
import { oddMail } from './mails/odd-mail.ts'
import { platforms } from './mails/platforms.ts'
import { references } from './mails/references.ts'
import { spoofs } from './mails/spoofs.ts'
import { threads } from './mails/threads.ts'

/** What happened, in order, from the first mail to the last. */
export const story: Step[] = [
  ...history,
  ...threads,
  ...forwards,
  ...newMatters,
  ...changedPeople,
  ...copies,
  ...platforms,
  ...automatic,
  ...spoofs,
  ...references,
  ...oddMail,
]

/** The morning before the first mail; the next mails follow some hours apart. */
export const STORY_BEGINS = new Date('2026-03-02T06:12:00Z')
const BETWEEN_MAILS_MS = 4.3 * 3_600_000

/** The mails of a story as they travelled, in its order; answers and forwards refer to the mails before them. */
export function tell(steps: Step[]): Map<string, BuiltMail> {
  const told = new Map<string, BuiltMail>()
  for (const step of steps) {
    if ('closes' in step) continue
    if (told.has(step.mail.key)) throw new Error(`two mails are called "${step.mail.key}"`)
    const date = new Date(STORY_BEGINS.getTime() + (told.size + 1) * BETWEEN_MAILS_MS)
    date.setMilliseconds(0)
    told.set(step.mail.key, buildMail(step.mail, date, told))
  }
  return told
}
