import { forgetDraft, meantOf } from './draft.ts'
import { handInLater } from './hand-in-later.ts'

/**
 * Files a mail that was sent in the case that it was meant for, as soon as there is a copy of it: it may still lie in the
 * outbox, or its copy be on its way. Where none comes the queue says so.
 */
export async function fileSent({ id }: MessengerTab, sent: MessengerSent): Promise<void> {
  if (id === undefined || sent.error) return
  const { meant, account } = await meantOf(id)
  const [copy] = sent.messages
  const headerMessageId = sent.headerMessageId ?? copy?.headerMessageId
  if (meant && headerMessageId) {
    const { contractorId, contractorName, caseId, reference } = meant
    const place = { contractorId, caseId, name: `${contractorName} · ${reference}` }
    const subject = copy?.subject ?? sent.details?.subject ?? ''
    await handInLater([{ why: 'sent', message: copy?.id ?? null, headerMessageId, subject, place }], { account })
  }
  await forgetDraft(id)
}
