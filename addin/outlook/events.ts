import { askStandings, type Standing } from '../guard/ask-whose.ts'
import { findOutsiders } from '../guard/find-strangers.ts'
import { findingsOf, whomToAsk } from '../guard/findings.ts'
import { inTime } from '../guard/in-time.ts'
import { answerEvents, goOnInThread, outlookUser } from '../host/outlook.ts'
import { guardEn } from '../text/guard-en.ts'
import { guardPl } from '../text/guard-pl.ts'
import { languageOf } from '../text/language.ts'
import { confidentialFilesOf } from './files-of-draft.ts'
import { readKeptDraft } from './kept-of-draft.ts'
import { askInPaneSession, hasPaneSession, pageOfEvents } from './pane-session.ts'
import { warningOf } from './warnings.ts'

/**
 * What Outlook runs by itself while a mail is written and sent. Classic Outlook for Windows runs this file without a
 * page: no document, no window, no storage. There it knows what the pane kept with the draft; elsewhere it asks the server
 * too, and holds nobody up who is offline.
 */
const PATIENCE_MS = 4_000
/** What is not there so long after the mail was to leave is done without: contents of files, what is secret, whose people are. */
const READING_MS = 1_000
const FILES_MS = 2_000
const PEOPLE_MS = 3_400

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

/** What the server says counts before what the pane kept; where it says nothing, that is what is known. */
async function judge(item: OfficeItem | null): Promise<string | undefined> {
  if (!item) return undefined
  const start = Date.now()
  const left = (until: number) => start + until - Date.now()
  const draft = await readKeptDraft(item, outlookUser.address())
  if (findOutsiders(draft.recipients, draft.own).length === 0) return undefined
  const page = pageOfEvents()
  const ask = askInPaneSession(page, start + READING_MS)
  // Nothing is read where nobody can be asked.
  const mayAsk = page !== null && (await hasPaneSession(page))
  const found = mayAsk ? await inTime(confidentialFilesOf(item, ask, start + READING_MS), [], left(FILES_MS)) : []
  const files = [...new Set([...draft.files, ...found])]
  const asked = askStandings(ask, whomToAsk(draft, files))
  const standings = await inTime(asked, new Map<string, Standing>(), left(PEOPLE_MS))
  const findings = findingsOf(draft, { files, standings: standings.size > 0 ? standings : draft.standings })
  const text = languageOf(outlookUser.language()) === 'pl' ? guardPl : guardEn
  return findings ? warningOf(findings, draft.meant, text) : undefined
}
