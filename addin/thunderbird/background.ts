/**
 * The extension's background. Thunderbird stops it when nothing happens and starts it again for an event, so every
 * listener is registered at once and nothing is remembered here.
 */
import { answerQuestion } from './answer-question.ts'
import { followQueue } from './filing-queue.ts'
import { openPopOut } from './open-pop-out.ts'
import { addMenu, openSeveral } from './open-several.ts'
import { showPanels } from './show-panels.ts'
import { tellPanel, tellPanels } from './tell-panels.ts'

messenger.runtime.onInstalled.addListener(() => void showPanels())
messenger.runtime.onStartup.addListener(() => void showPanels())
messenger.runtime.onInstalled.addListener(() => void addMenu())
messenger.runtime.onStartup.addListener(() => void addMenu())
messenger.menus.onClicked.addListener(({ selectedMessages }) => {
  if (selectedMessages) void openSeveral(selectedMessages)
})
messenger.messageDisplayAction.onClicked.addListener(tab => void openPopOut(tab))
messenger.runtime.onMessage.addListener(answerQuestion)
followQueue()
messenger.messages.onNewMailReceived.addListener(() => void tellPanels({ tell: 'news' }))
messenger.messageDisplay.onMessagesDisplayed.addListener(({ id }, { messages }) => {
  const message = messages.length === 1 ? (messages[0]?.id ?? null) : null
  void tellPanel(id, { tell: 'open-message', message })
})
