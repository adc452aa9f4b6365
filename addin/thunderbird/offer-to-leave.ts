/** Signing out on the settings page, where filings that wait would stay behind with nobody to send them. */
import { ask } from '../host/ask-background.ts'
import { filingQueue } from '../host/thunderbird.ts'
import { discardAll, sendAll } from '../queue/empty-queue.ts'

/** Makes the button sign out, and ask before where something waits. */
export function offerToLeave(find: (selector: string) => HTMLElement): void {
  const text = messenger.i18n.getMessage
  const leave = () => ask<'sign-out'>({ ask: 'sign-out' })
  const press = (selector: string, act: () => unknown) => find(selector).addEventListener('click', () => void act())

  function show(isAsked: boolean) {
    find('#leave').hidden = !isAsked
    find('#sign-out').hidden = isAsked
    find('#leave-trouble').textContent = ''
    find(isAsked ? '#leave' : '#sign-out').focus()
  }

  async function leaveAfter(emptied: Promise<boolean>) {
    const buttons = [...find('#leave').querySelectorAll('button')]
    for (const one of buttons) one.disabled = true
    const isEmpty = await emptied.catch(() => false)
    for (const one of buttons) one.disabled = false
    if (!isEmpty) {
      find('#leave-trouble').textContent = text('leaveNotEmpty')
      return
    }
    show(false)
    await leave()
  }

  press('#sign-out', async () => {
    const { length } = await filingQueue.list().catch(() => [])
    if (length === 0) {
      await leave()
      return
    }
    find('#leave-heading').textContent = text('leaveHeading', [String(length)])
    show(true)
  })
  press('#leave-send', () => leaveAfter(sendAll(filingQueue)))
  press('#leave-discard', () => leaveAfter(discardAll(filingQueue)))
  press('#leave-stay', () => show(false))
}
