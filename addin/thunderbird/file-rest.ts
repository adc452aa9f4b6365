import type { RestPlace } from '../host/mail-host.ts'
import { handInLater } from './hand-in-later.ts'

/** Goes on with mails that were being filed in a window that was closed. */
export async function fileRest(messages: number[], place: RestPlace | null): Promise<void> {
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
  )
}
