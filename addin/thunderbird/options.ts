/** The settings page: which server, signing in and out, and a link for who forgot his password. */
import { ask } from '../host/ask-background.ts'
import { fileNewMail, filesSince } from './new-mail.ts'
import { offerToLeave } from './offer-to-leave.ts'
import { readServerAddress } from './read-server-address.ts'
import { markShared, marksShared } from './shared-folder.ts'
import { isSignedIn, onSignedInChange } from './signed-in.ts'

const text = messenger.i18n.getMessage
const form = find<HTMLFormElement>('#sign-in')
const trouble = find('#trouble')

async function show(): Promise<void> {
  const asked = [isSignedIn(), ask<'server'>({ ask: 'server' }), filesSince(), marksShared()] as const
  const [signedIn, server, since, alsoShared] = await Promise.all(asked)
  const { account } = await messenger.storage.local.get('account')
  find<HTMLInputElement>('#new-mail').checked = since !== null
  find<HTMLInputElement>('#shared').checked = alsoShared
  find('#account').textContent = text('signedInAs', [String(account)])
  find('#address').textContent = server.address ?? ''
  // Shown when it is filled, so that nothing moves under the pointer.
  form.hidden = signedIn
  find('#signed-in').hidden = !signedIn
  const address = field('address')
  address.value ||= server.address ?? ''
  address.readOnly = server.fixed
  if (server.fixed) find('#hint').textContent = text('serverFixed')
}

async function signIn(): Promise<void> {
  const origin = await permittedServer()
  if (!origin) return
  const who = { address: origin, email: field('email').value, password: field('password').value }
  const code = field('code').value.trim()
  const outcome = await ask<'sign-in'>({ ask: 'sign-in', ...who, ...(code && { code }) })
  if (outcome === 'codeNeeded') {
    find('#code').hidden = false
    field('code').focus()
  }
  if (outcome !== 'done') return complain(outcome)
  form.reset()
  find('#code').hidden = true
}

async function signInByWindow(): Promise<void> {
  const origin = await permittedServer()
  if (!origin) return
  const outcome = await ask<'sign-in-window'>({ ask: 'sign-in-window', address: origin })
  if (outcome !== 'done') complain(outcome)
}

/** For who forgot his password: the link comes to the address that is typed. */
async function askForLink(): Promise<void> {
  const email = field('email').value.trim()
  if (!email.includes('@')) {
    complain('forgottenAddress')
    return field('email').focus()
  }
  const address = await permittedServer()
  if (!address) return
  const outcome = await ask<'password-link'>({ ask: 'password-link', address, email })
  if (outcome === 'sent') tell(text('forgottenSent', [email]))
  else complain(outcome)
}

/** The server that was typed, once Thunderbird lets us reach it; null, with a word why, when it does not. */
async function permittedServer(): Promise<string | null> {
  const address = readServerAddress(field('address').value)
  if (!address) {
    complain('badAddress')
    return null
  }
  // Thunderbird grants this only in direct answer to the user's click, so nothing may be awaited before it.
  const permitted = await messenger.permissions.request({ origins: [`${address.permission}/*`] })
  if (!permitted) complain('notPermitted')
  return permitted ? address.origin : null
}

function complain(reason: string): void {
  trouble.textContent = text(reason)
}

function tell(words: string): void {
  find('#told').textContent = words
}

/** Only one way in at a time. */
async function whileBusy(button: HTMLButtonElement, saying: string, work: () => Promise<void>): Promise<void> {
  const buttons = [...form.querySelectorAll('button')]
  const words = button.textContent
  for (const one of buttons) one.disabled = true
  button.textContent = text(saying)
  trouble.textContent = ''
  tell('')
  await work().catch(() => complain('unreachable'))
  for (const one of buttons) one.disabled = false
  button.textContent = words
}

function field(name: string): HTMLInputElement {
  return find<HTMLInputElement>(`[name=${name}]`)
}

function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

document.documentElement.lang = messenger.i18n.getUILanguage()
document.title = text('settingsTitle')
for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
  element.textContent = text(element.dataset.text ?? '')
form.addEventListener('submit', event => {
  event.preventDefault()
  void whileBusy(find('#sign-in [type=submit]'), 'signingIn', signIn)
})
find('#window').addEventListener('click', ({ currentTarget }) => {
  void whileBusy(currentTarget as HTMLButtonElement, 'signInWindowWaiting', signInByWindow)
})
find('#forgotten').addEventListener('click', ({ currentTarget }) => {
  void whileBusy(currentTarget as HTMLButtonElement, 'forgottenSending', askForLink)
})
find<HTMLInputElement>('#new-mail').addEventListener('change', event => {
  void fileNewMail((event.target as HTMLInputElement).checked)
})
find<HTMLInputElement>('#shared').addEventListener('change', event => {
  void markShared((event.target as HTMLInputElement).checked)
})
offerToLeave(find)
onSignedInChange(() => void show())
void show()
