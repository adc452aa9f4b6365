/** The window of the guard: who does not belong to the case, and whether the mail goes all the same. */
import { allow } from './draft.ts'
import type { Warning } from './guard.ts'

const text = messenger.i18n.getMessage
const key = location.hash.slice(1)
const warning = (await messenger.storage.session.get(key))[key] as Warning | undefined

document.documentElement.lang = messenger.i18n.getUILanguage()
document.title = text('guardHeading')
for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
  element.textContent = text(element.dataset['text'] ?? '')

if (warning) show(warning)
document.querySelector('#back')?.addEventListener('click', () => window.close())
document.addEventListener('keydown', ({ key: pressed }) => {
  if (pressed === 'Escape') window.close()
})

function show({ tab, recipients, reference, contractorName, strangers }: Warning): void {
  const about = document.querySelector('#case')
  if (about) about.textContent = text('guardCase', [reference, contractorName])
  const rows = strangers.map(({ address, contractorName: owner }) => {
    const row = document.createElement('li')
    row.textContent = owner ? text('guardOther', [address, owner]) : text('guardStranger', [address])
    return row
  })
  document.querySelector('#strangers')?.replaceChildren(...rows)
  document.querySelector('#send')?.addEventListener('click', () => void send(tab, recipients))
}

async function send(tab: number, recipients: string): Promise<void> {
  await allow(tab, recipients)
  await messenger.storage.session.remove(key)
  await messenger.compose.sendMessage(tab, { mode: 'default' })
  window.close()
}
