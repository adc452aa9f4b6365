import { readMessageId } from '../../shared/message-id.ts'
import { forgetDraft, meantOf } from './draft.ts'
import { addToQueue } from './filing-queue.ts'

/**
 * Files a mail that was just sent in the case that it was meant for. It goes through the queue, so that it gets there
 * although the server is away at this moment.
 */
export async function fileSent({ id }: MessengerTab, { mode, messages, error }: MessengerSent): Promise<void> {
  if (id === undefined || error) return
  const meant = await meantOf(id)
  await forgetDraft(id)
  const [sent] = messages
  // A mail in the outbox is not sent yet; the case's reference in its subject files it when it is.
  if (!meant || mode !== 'sendNow' || !sent) return
  const source = await (await messenger.messages.getRaw(sent.id)).arrayBuffer()
  const { contractorId, contractorName, caseId, reference } = meant
  await addToQueue(
    {
      messageId: readMessageId(sent.headerMessageId),
      subject: sent.subject,
      placeName: `${contractorName} · ${reference}`,
      contractorId,
      caseId,
      newCase: null,
      comment: '',
      title: '',
    },
    source,
    { isNew: true },
  )
}
