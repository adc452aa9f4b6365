import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { type OpenIdProvider, startOpenIdProvider } from '../../support/openid-provider.ts'
import * as inside from './inside-thunderbird.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

export const signInWindowMails = [
  buildMail({ messageId: '<one@meblex.example>', from: 'Ewa <ewa@meblex.example>', to: 'biuro@nasza.example' }),
]
let world: World
let outside: OpenIdProvider

const inWindow = (work: (...args: never[]) => unknown, ...args: unknown[]) =>
  world.thunderbird.privileged(inside.runInSignInWindow, work.toString(), args)
const pressInWindow = (name: string) => until(`the button ${name}`, () => inWindow(press, name))
const onSettings = async (words: string) =>
  until(`the settings to say ${words}`, async () =>
    (await world.thunderbird.inPage('options.html', () => document.body.innerText)).includes(words),
  )

function press(name: string): boolean {
  const button = [...document.querySelectorAll('button')].find(one => one.innerText.trim() === name)
  button?.click()
  return button !== undefined
}

/** The administrator says that he is himself. */
async function linkWhoAsked() {
  const { items } = await world.ask('GET', '/api/identity-requests')
  const me = await world.ask('GET', '/api/me')
  const body = { userId: me.id, password: world.me.password }
  await world.ask('POST', `/api/identity-requests/${items[0].id}/link`, body)
}

/** Signing in by a window of its own, from nothing. */
export function signInWindowStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    await world.ask('POST', '/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
    outside = await startOpenIdProvider(`${world.relay.address}/api/session/provider/callback`)
    const { issuer, clientId, clientSecret } = outside
    await world.ask('POST', '/api/sign-in-providers', { name: 'Konto firmowe', issuer, clientId, clientSecret })
    outside.letIn({ subject: 'biuro', name: 'Biuro', email: world.me.email })
    await world.thunderbird.open('one@meblex.example')
    await world.thunderbird.panelShows(/ustawienia/)
  })

  afterAll(() => outside?.stop())

  it('says so when the window was closed without signing in', { timeout: 60_000 }, async () => {
    await world.thunderbird.clickInPanel('button', 'Otwórz ustawienia')
    await world.thunderbird.clickInPage('options.html', 'button', 'Zaloguj się w osobnym oknie')
    await pressInWindow('Zaloguj się')

    await world.thunderbird.privileged(inside.closeSignInWindow)

    await onSettings('Okno logowania zamknięto')
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-options-signed-out-pl.png'))
  })

  it('says to who forgot the password that no mail is sent here, and before that where the link would come', {
    timeout: 60_000,
  }, async () => {
    await world.thunderbird.clickInPage('options.html', 'button', 'Nie pamiętasz hasła?')
    await onSettings('Najpierw wpisz swój adres e-mail.')

    await world.thunderbird.type(world.me.email)
    await world.thunderbird.clickInPage('options.html', 'button', 'Nie pamiętasz hasła?')

    await onSettings('Lupa nie wysyła tu poczty')
  })

  it('signs in with the company’s account, whoever vouches for it, once it is known whose it is', {
    timeout: 90_000,
  }, async () => {
    await world.thunderbird.clickInPage('options.html', 'button', 'Zaloguj się w osobnym oknie')
    await pressInWindow('Zaloguj się: Konto firmowe')
    await until('the page to say that nobody knows him', async () =>
      String(await inWindow(() => document.body.innerText)).includes('nie jest jeszcze połączone z Lupą'),
    )
    await linkWhoAsked()
    await world.thunderbird.privileged(inside.closeSignInWindow)
    await onSettings('Okno logowania zamknięto')

    await world.thunderbird.clickInPage('options.html', 'button', 'Zaloguj się w osobnym oknie')
    await pressInWindow('Zaloguj się: Konto firmowe')
    await until('the last question', async () =>
      String(await inWindow(() => document.body.innerText)).includes('Połącz program pocztowy'),
    )
    const picture = await world.thunderbird.privileged(inside.drawSignInWindow)
    await writeFile(path.join(pictures, 'thunderbird-sign-in-window-pl.png'), picture.split(',')[1] ?? '', 'base64')
    await pressInWindow('Połącz')

    await onSettings(`Zalogowano: ${world.me.email}`)
    await world.thunderbird.open('one@meblex.example')
    await world.thunderbird.panelShows('Meblex')
  })

  it('keeps nothing of the way in, and the session’s own proof only where it must last', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
    const kept = await world.thunderbird.inBackground(async () => (globalThis as any).messenger.storage.local.get(null))

    expect(
      Object.keys(kept)
        .filter(name => !name.startsWith('pane:'))
        .toSorted(),
    ).toEqual(['account', 'refresh', 'server'])
    expect(kept).toMatchObject({ account: world.me.email, server: world.relay.address })
  })
}
