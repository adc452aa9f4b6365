/**
 * The extension's background. Thunderbird stops it when nothing happens and starts it again for an event, so every
 * listener is registered at once and nothing is remembered here.
 */
import { answerQuestion } from './answer-question.ts'
import { draftSaved } from './draft.ts'
import { fileSent } from './file-sent.ts'
import { followQueue } from './filing-queue.ts'
import { guardSending } from './guard.ts'
import { followLater } from './hand-in-later.ts'
import { followSelection } from './look-ahead.ts'
import { makeLeftRequests } from './make-left-requests.ts'
import { followMarks } from './mark-arrived.ts'
import { followNewMail } from './new-mail.ts'
import { openPopOut } from './open-pop-out.ts'
import { openSeveral } from './open-several.ts'
import { followWindows } from './selection.ts'
import { followStart } from './settle-in.ts'
import { followSpace } from './show-space.ts'
import { tellPanel, tellPanels } from './tell-panels.ts'

followStart()
messenger.menus.onClicked.addListener(({ selectedMessages }) => {
  if (selectedMessages) void openSeveral(selectedMessages)
})
messenger.messageDisplayAction.onClicked.addListener(tab => void openPopOut(tab))
messenger.runtime.onMessage.addListener(answerQuestion)
makeLeftRequests()
followQueue()
followNewMail()
followMarks()
followLater()
followSpace()
followSelection()
followWindows()
messenger.commands.onCommand.addListener((_name, tab) => void openPopOut(tab))
messenger.compose.onBeforeSend.addListener(guardSending)
messenger.compose.onAfterSave.addListener((tab, saved) => void draftSaved(tab, saved))
messenger.compose.onAfterSend.addListener((tab, sent) => void fileSent(tab, sent))
messenger.messages.onNewMailReceived.addListener(() => void tellPanels({ tell: 'news' }))
messenger.messageDisplay.onMessagesDisplayed.addListener(({ id }, { messages }) => {
  const message = messages.length === 1 ? (messages[0]?.id ?? null) : null
  void tellPanel(id, { tell: 'open-message', message })
})
