import type { RestPlace } from '../host/mail-host.ts'
import type { LeftFiling } from '../host/thunderbird-question.ts'
import { handInLater } from './hand-in-later.ts'

/** Goes on with mails that somebody was filing in a window that was closed, in no other name. */
export async function fileRest(messages: number[], place: RestPlace | null, account: string): Promise<void> {
  const known = await Promise.all(messages.map(id => messenger.messages.get(id).catch(() => null)))
  const mails = known.filter(mail => mail !== null)
  await handInLater(
    mails.map(({ id, headerMessageId, subject }) => ({
      why: 'several',
      message: id,
      headerMessageId,
      subject,
      place,
    })),
    { account },
  )
}

/**
 * Goes on with a filing whose pane went, as when another mail was selected meanwhile. What of it the server heard already is
 * no harm: filing twice files once.
 */
export async function fileLeft({ message, filing }: LeftFiling, account: string): Promise<void> {
  const { messageId, subject, contractorId, caseId, placeName, newCase, caseNumber } = filing
  const opened = newCase !== null && caseNumber && { newCase: { title: newCase, number: caseNumber } }
  const place = contractorId === null ? null : { contractorId, caseId, name: placeName, ...opened }
  const headerMessageId = messageId ?? (await numberedStill(message, subject))?.headerMessageId
  if (!headerMessageId) return
  await handInLater([{ why: 'left', message, headerMessageId, subject, place, filing }], { account })
}

/** A mail without a name of its own is known by its number only, which Thunderbird gives to another after a restart. */
async function numberedStill(id: number, subject: string): Promise<MessengerMessage | null> {
  const mail = await messenger.messages.get(id).catch(() => null)
  return mail?.subject === subject ? mail : null
}
