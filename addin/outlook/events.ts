import { readMeant } from '../host/meant-case.ts'
import { answerEvents, goOnInThread, outlookUser } from '../host/outlook.ts'
import { readRecipients } from '../host/read-recipients.ts'
import { guardEn } from '../text/guard-en.ts'
import { guardPl } from '../text/guard-pl.ts'
import { languageOf } from '../text/language.ts'
import { findStrangers } from './find-strangers.ts'

/**
 * What Outlook runs by itself while a mail is written and sent. Classic Outlook for Windows runs this file without a
 * page: no document, no window, no storage. It asks no server, so that it holds nobody up who is offline.
 */
const PATIENCE_MS = 4_000
const MOST_NAMES = 3

answerEvents({ onMessageSend, onNewMessageCompose })

/** Warns of recipients who do not belong to the chosen case. Whatever goes wrong, the mail may go. */
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
  const meant = await readMeant(item)
  const strangers = findStrangers(meant, await readRecipients(item), outlookUser.address())
  if (!meant || strangers.length === 0) return undefined
  const text = languageOf(outlookUser.language()) === 'pl' ? guardPl : guardEn
  const names = strangers.slice(0, MOST_NAMES).map(({ address }) => address)
  if (strangers.length > MOST_NAMES) names.push(text.more(strangers.length - MOST_NAMES))
  return text.strangers(meant.reference, meant.contractorName, names.join(', '))
}
