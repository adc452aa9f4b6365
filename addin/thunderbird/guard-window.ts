/** The window of the guard: what speaks against sending, and whether the mail goes all the same. */
import { allow } from './draft.ts'
import type { Warning } from './warning.ts'

const text = messenger.i18n.getMessage
const key = location.hash.slice(1)
const warning = (await messenger.storage.session.get(key))[key] as Warning | undefined
/** More of them would not be read. */
const NAMED = 3

document.documentElement.lang = messenger.i18n.getUILanguage()
if (warning) show(warning)
document.querySelector('#back')?.addEventListener('click', () => window.close())
document.addEventListener('keydown', ({ key: pressed }) => {
  if (pressed === 'Escape' && !isSending()) window.close()
})

function show({ tab, subject, place, strangers, mixed, files, outsiders }: Warning): void {
  const isOutsideCase = strangers.length > 0
  // The gravest reason names the window.
  const about = files.length > 0 ? 'Files' : 'Mixed'
  document.title = text(isOutsideCase ? 'guardHeading' : `guardHeading${about}`)
  say('[data-text=guardHeading]', document.title)
  say('[data-text=guardHint]', text(isOutsideCase ? 'guardHint' : `guardHint${about}`))
  for (const name of ['guardBack', 'guardSend', 'guardLater']) say(`[data-text=${name}]`, text(name))
  list('#strangers', [...strangers.map(reasonOf), ...mixed.map(ownerOf)])
  list(
    '#files',
    files.map(name => text('guardFile', [name])),
  )
  const ofCase = isOutsideCase && place ? text('guardCase', [place.reference, place.contractorName]) : ''
  say('#case', mixed.length > 0 ? text('guardMixed') : ofCase)
  const more = outsiders.length > NAMED ? ' …' : ''
  say('#outsiders', files.length > 0 ? text('guardOutside', [outsiders.slice(0, NAMED).join(', ') + more]) : '')
  document.querySelector('#send')?.addEventListener('click', () => void send(tab, subject, 'default'))
  // Thunderbird does not tell the guard which of the two was wished for.
  document.querySelector('#later')?.addEventListener('click', () => void send(tab, subject, 'sendLater'))
}

function reasonOf({ address, contractorName }: Warning['strangers'][number]): string {
  return contractorName ? text('guardOther', [address, contractorName]) : text('guardStranger', [address])
}

function ownerOf({ address, contractorName }: Warning['mixed'][number]): string {
  return text('guardOwner', [address, contractorName ?? ''])
}

function list(selector: string, lines: string[]): void {
  const rows = lines.map(line => {
    const row = document.createElement('li')
    row.textContent = line
    return row
  })
  document.querySelector(selector)?.replaceChildren(...rows)
}

function say(selector: string, words: string): void {
  const element = document.querySelector(selector)
  if (element) element.textContent = words
}

/** Once: the mail may take a while to go, and it cannot be called back meanwhile. */
async function send(tab: number, subject: string, mode: 'default' | 'sendLater'): Promise<void> {
  if (isSending()) return
  const from = document.activeElement
  say('#failed', '')
  setSending(true)
  try {
    await allow(tab, subject)
    await messenger.compose.sendMessage(tab, { mode })
  } catch {
    setSending(false)
    if (from instanceof HTMLElement) from.focus()
    return say('#failed', text('guardFailed'))
  }
  await messenger.storage.session.remove(key)
  window.close()
}

function isSending(): boolean {
  return document.querySelector('button:disabled') !== null
}

function setSending(is: boolean): void {
  for (const button of document.querySelectorAll('button')) button.disabled = is
  document.querySelector('main')?.setAttribute('aria-busy', `${is}`)
}
