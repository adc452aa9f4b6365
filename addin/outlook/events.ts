import { stillAttached } from '../host/draft-attachments.ts'
import { readKept } from '../host/kept-with-draft.ts'
import type { MailAddress } from '../host/mail-host.ts'
import { readMeant } from '../host/meant-case.ts'
import { answerEvents, goOnInThread, outlookUser } from '../host/outlook.ts'
import { readRecipients } from '../host/read-recipients.ts'
import { guardEn } from '../text/guard-en.ts'
import { guardPl } from '../text/guard-pl.ts'
import { languageOf } from '../text/language.ts'
import { warningOf } from './warnings.ts'

/**
 * What Outlook runs by itself while a mail is written and sent. Classic Outlook for Windows runs this file without a
 * page: no document, no window, no storage. It asks no server, so that it holds nobody up who is offline.
 */
const PATIENCE_MS = 4_000

answerEvents({ onMessageSend, onNewMessageCompose })

/** Warns of recipients who do not belong to the chosen case, and of confidential documents that leave the company. Whatever goes wrong, the mail may go. */
function onMessageSend(event: OfficeEvent, item: OfficeItem | null) {
  let answered = false
  const complete = (warning?: string) => {
    if (answered) return
    answered = true
    event.completed(
      warning ? { allowEvent: false, errorMessage: warning, sendModeOverride: 'promptUser' } : { allowEvent: true },
    )
  }
  setTimeout(complete, PATIENCE_MS)
  judge(item).then(complete, () => complete())
}

/** An answer stays in the case of its conversation, so that the guard watches over it without the pane being opened. */
function onNewMessageCompose(event: OfficeEvent, item: OfficeItem | null) {
  const complete = () => event.completed()
  if (item) goOnInThread(item).then(complete, complete)
  else complete()
}

async function judge(item: OfficeItem | null): Promise<string | undefined> {
  if (!item) return undefined
  const [meant, confidential, ours, owners, recipients] = await Promise.all([
    readMeant(item),
    readKept(item, 'confidential'),
    readKept(item, 'ours'),
    readKept(item, 'owners'),
    readRecipients(item),
  ])
  const attached = confidential.length > 0 ? await stillAttached(item, confidential) : []
  const text = languageOf(outlookUser.language()) === 'pl' ? guardPl : guardEn
  const own = outlookUser.address()
  const outside = outsideOf(recipients, ours)
  return warningOf({ meant, recipients: outside, confidential: attached, owners: ownersIn(owners), own }, text)
}

/** Whoever the pane has not found to be a colleague while it stood beside the draft. */
function outsideOf(recipients: MailAddress[], ours: string[]): MailAddress[] {
  return recipients.filter(({ address }) => !ours.includes(address))
}

/** `@trans.example Trans-Pol`, as the pane keeps it; whoever belongs to several has a line for each. */
function ownersIn(kept: string[]): Record<string, string[]> {
  const owners: Record<string, string[]> = {}
  for (const line of kept) {
    const end = line.indexOf(' ')
    const whose = line.slice(0, end)
    owners[whose] = [...(owners[whose] ?? []), line.slice(end + 1)]
  }
  return owners
}
