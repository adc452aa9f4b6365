import type { FailureCode } from '../api/api-error.ts'
import type { MailHost, WaitingFiling } from '../host/mail-host.ts'
import type { FilingChoice } from './file-message.ts'
import { caseIdOf } from './place.ts'

/** True where the mail program keeps filings and this one failed only because the server is away. */
export function mayWait(host: MailHost, failure: FailureCode): boolean {
  return host.queue !== undefined && (failure === 'offline' || failure === 'unavailable')
}

/** Under which number a case of this title waits to be opened already: what goes into it now must not open a second one. */
export async function numberWaiting(
  host: MailHost,
  { contractorId, newTitle }: Pick<FilingChoice, 'contractorId' | 'newTitle'>,
): Promise<string | null> {
  const waiting = await (host.queue?.list() ?? Promise.resolve([])).catch(() => [])
  const isSame = (one: WaitingFiling) => one.contractorId === contractorId && one.newCase === newTitle.trim()
  return waiting.find(isSame)?.caseNumber ?? null
}

/** A decision about a mail as the queue keeps it. */
export function waitingFiling(
  message: { messageId: string | null; subject: string },
  choice: FilingChoice | null,
  placeName: string,
): WaitingFiling {
  const { messageId, subject } = message
  const none = { contractorId: null, caseId: null, newCase: null, comment: '', title: '' }
  if (!choice) return { messageId, subject, placeName, ...none }
  return {
    messageId,
    subject,
    placeName,
    newCase: null,
    contractorId: choice.contractorId,
    caseId: caseIdOf(choice.place),
    ...(choice.place === 'new' && { newCase: choice.newTitle.trim(), caseNumber: choice.caseNumber }),
    comment: choice.comment.trim(),
    title: choice.title.trim(),
    ...(choice.viewers && { viewers: choice.viewers }),
    ...(choice.attachments?.length && { attachments: choice.attachments }),
  }
}
