import { expect, it, vi } from 'vitest'
import { fakeHost, refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, buildMessage, eventually, press, showPane, type } from './show-pane.ts'

const user = { id: 'u', name: 'Jan Kowalski', email: 'jan@nasza.example', isAdmin: false, language: 'pl' }

function signedOutHost() {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  host.stored.clear()
  return host
}

async function fillIn(pane: HTMLElement) {
  await type(pane, 'Adres e-mail', 'jan@nasza.example')
  await type(pane, 'Hasło', 'haslo1234')
}

it('lets the user in and shows the file', async () => {
  const host = signedOutHost()
  host.answer('POST /api/session', { token: 't', refresh: 'r', user })
  const pane = showPane(host)

  await fillIn(pane)
  await press(pane, 'Zaloguj się')

  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  expect(pane.textContent).toContain('Zalogowano: Jan Kowalski')
})

it('says that the password is wrong and keeps the address', async () => {
  const host = signedOutHost()
  host.answer('POST /api/session', refusal(401, 'wrong-password'))
  const pane = showPane(host)

  await fillIn(pane)
  await press(pane, 'Zaloguj się')

  await eventually(() => byRole(pane, 'alert', 'Adres lub hasło się nie zgadza.'))
  expect((byRole(pane, 'textbox', 'Adres e-mail') as HTMLInputElement).value).toBe('jan@nasza.example')
})

it('asks for the code as the next step, in the field that has the keys, and leaves it there while it is typed anew', async () => {
  const host = signedOutHost()
  host.answer('POST /api/session', refusal(401, 'code-needed'))
  const pane = showPane(host)
  await fillIn(pane)

  await press(pane, 'Zaloguj się')

  const field = await eventually(() => byRole(pane, 'textbox', 'Kod z aplikacji'))
  await eventually(() => expect(document.activeElement).toBe(field))
  expect(pane.querySelector('[role=alert]')).toBeNull()
  host.answer('POST /api/session', refusal(401, 'wrong-code'))
  await type(pane, 'Kod z aplikacji', '123456')
  await press(pane, 'Zaloguj się')
  await eventually(() => byRole(pane, 'alert', ''))
  await type(pane, 'Kod z aplikacji', '')
  expect(byRole(pane, 'textbox', 'Kod z aplikacji')).toBe(field)
})

it('sends who forgot a link, and says the same whoever asks', async () => {
  const host = signedOutHost()
  host.answer('GET /api/session/forgotten-password', { isMailed: true })
  host.answer('POST /api/session/forgotten-password', '')
  const pane = showPane(host)
  await type(pane, 'Adres e-mail', 'jan@nasza.example')

  await press(pane, 'Nie pamiętasz hasła?')
  await eventually(() => byRole(pane, 'heading', 'Nie pamiętasz hasła?'))
  await press(pane, 'Wyślij link')

  await eventually(() => byRole(pane, 'status', 'Jeśli adres jan@nasza.example ma w Lupie konto'))
  expect(host.asked.at(-1)?.body).toEqual({ email: 'jan@nasza.example' })
  await press(pane, 'Wróć do logowania')
  expect((byRole(pane, 'textbox', 'Adres e-mail') as HTMLInputElement).value).toBe('jan@nasza.example')
})

it('says whom to ask where no mail is sent', async () => {
  const host = signedOutHost()
  host.answer('GET /api/session/forgotten-password', { isMailed: false })
  const pane = showPane(host)

  await press(pane, 'Nie pamiętasz hasła?')

  await eventually(() => byRole(pane, 'status', 'poproś administratora'))
})

it('leads to the settings where the mail program signs in', async () => {
  const host = {
    ...fakeHost(buildMessage(), { 'POST /api/lookup': refusal(401, 'not-signed-in') }),
    signsIn: true as const,
  }
  const pane = showPane(host)

  await eventually(() => byRole(pane, 'alert', 'Zaloguj się w ustawieniach dodatku'))
})

it('signs out', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const pane = showPane(host)

  await press(pane, 'Wyloguj się')

  await eventually(() => byRole(pane, 'form', 'Zaloguj się'))
})

it('leaves in whoever signed in before Outlook answered unasked', async () => {
  const host = signedOutHost()
  const provider = { id: 'p', name: 'Firma', clientId: 'c', authority: 'https://a.example', scope: 's' }
  host.answer('GET /api/session/nested', { items: [provider] })
  host.answer('POST /api/session', { token: 't', refresh: 'by-password', user })
  host.answer('POST /api/session/nested', { token: 'n', refresh: 'by-outlook', user: { ...user, name: 'Ola Nowak' } })
  const outlook = Promise.withResolvers<string>()
  const account = vi.fn(() => outlook.promise)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const pane = showPane({ ...host, waysIn: async () => ({ account }) })
  await eventually(() => expect(account).toHaveBeenCalled())
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()

  await fillIn(pane)
  pane.querySelector('form')?.requestSubmit()
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  outlook.resolve('late')
  await new Promise(resolve => setTimeout(resolve, 30))

  expect(host.stored.get('refresh')).toBe('by-password')
  expect(pane.textContent).toContain('Zalogowano: Jan Kowalski')
})
