import { ask } from '../host/ask-background.ts'
import { leaveWithBackground } from '../host/leave-with-background.ts'
import type { MailHost } from '../host/mail-host.ts'
import { thunderbirdHost } from '../host/thunderbird.ts'
import type { ShownMessage, Telling } from '../host/thunderbird-question.ts'
import { readSelectedMail } from '../host/thunderbird-several.ts'
import { listMails } from './list-mails.ts'
import { readOpenMessage } from './read-open-message.ts'

/** Thunderbird as seen by a window of its own, which follows what is selected in whichever tab was used last. */
export function popOutHost(firstTab: number): MailHost {
  let tab = firstTab
  let shown: ShownMessage | null = null
  let questions = 0

  return {
    ...thunderbirdHost(),
    ...readSelectedMail,
    async openMessage() {
      questions += 1
      const question = questions
      // A closed tab shows no mail any more.
      const found = await readOpenMessage(tab).catch(() => null)
      // A mail that took long to read is dropped by the pane too; its source must not be filed for the one that is shown.
      if (question === questions) shown = found
      return found?.message ?? null
    },
    onOpenMessageChange: listener =>
      onSelection(used => {
        tab = used
        listener()
      }),
    onMaybeNews(listener) {
      const hear = () => listener()
      messenger.messages.onNewMailReceived.addListener(hear)
      return () => messenger.messages.onNewMailReceived.removeListener(hear)
    },
    async source() {
      if (!shown) throw new Error('no message is open')
      return new Blob([await ask<'source'>({ ask: 'source', message: shown.id })], { type: 'message/rfc822' })
    },
    keepFiling: filing => (shown ? leaveWithBackground({ message: shown.id, filing }) : () => undefined),
    words: async () => (shown ? ask<'words'>({ ask: 'words', message: shown.id }) : ''),
    async mark(filed, { changed }) {
      if (shown) await ask<'mark'>({ ask: 'mark', message: shown.id, filed, changed })
    },
    async whatElse() {
      const list = await messenger.messageDisplay.getDisplayedMessages(tab).catch(() => null)
      const mails = list ? await listMails(list) : []
      return mails.length > 1 ? { is: 'several', mails } : null
    },
  }
}

/**
 * Tells which tab to look at: where something else is selected, which one is turned to, or which one the user named. A
 * mail is told of twice: when it is selected and when it is shown.
 */
function onSelection(listener: (tab: number) => void): () => void {
  const { onMessagesDisplayed } = messenger.messageDisplay
  const { onSelectedMessagesChanged } = messenger.mailTabs
  const { onActivated } = messenger.tabs
  const { onMessage } = messenger.runtime
  const hear = ({ id }: MessengerTab) => {
    if (id !== undefined) listener(id)
  }
  // Settings, a calendar and this very window show no mail; what was there before stays.
  const turn = ({ tabId }: { tabId: number }) =>
    void messenger.tabs.get(tabId).then(
      ({ type }) => {
        if (type === 'mail' || type === 'messageDisplay') listener(tabId)
      },
      () => undefined,
    )
  const told = (message: unknown) => {
    const telling = message as Telling
    if (telling.tell === 'look-at') listener(telling.tab)
    return undefined
  }
  onMessagesDisplayed.addListener(hear)
  onSelectedMessagesChanged.addListener(hear)
  onActivated.addListener(turn)
  onMessage.addListener(told)
  return () => {
    onMessagesDisplayed.removeListener(hear)
    onSelectedMessagesChanged.removeListener(hear)
    onActivated.removeListener(turn)
    onMessage.removeListener(told)
  }
}
