import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeShown } from '../../support/authenticator.ts'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { type OpenIdProvider, startOpenIdProvider } from '../../support/openid-provider.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, tabTo, visit } from './reader.ts'

const bartosz = { name: 'Bartosz Lis', email: 'bartosz@nasza.example', password: 'Hasło Bartosza 1' }
const stranger = { subject: 'mallory', name: 'Bartosz Lis', email: bartosz.email }
/** Longer than any transition of a colour. */
const REST_MS = 300
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

let server: LiveServer
let outside: OpenIdProvider
let browser: Browser
let direct: DirectClient
let page: Page
let complaints: string[]
let secret = ''
let recoveryCode = ''

beforeAll(async () => {
  server = await startLiveServer()
  direct = await directClient(server.origin, administrator)
  await direct.post('/api/users', bartosz)
  outside = await startOpenIdProvider(`${server.origin}/api/session/provider/callback`)
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(server.origin)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await outside?.stop()
  await server?.stop()
})

const button = (where: Page, name: string) => where.getByRole('button', { name, exact: true })

async function fillPassword(where: Page, who: { email: string; password: string }) {
  await where.getByLabel('E-mail').fill(who.email)
  await where.getByLabel('Hasło').fill(who.password)
  await button(where, 'Zaloguj się').click()
}

async function newWindow() {
  const other = await openWindow(browser)
  await other.page.goto(server.origin)
  return other.page
}

const arrived = (where: Page) => where.getByRole('navigation', { name: 'Nawigacja główna' }).waitFor()

it('sets up a second factor by keyboard, from the image to the recovery codes', async () => {
  await visit(page, '#/account')
  await tabTo(page, 'Ustaw drugi składnik')
  await page.keyboard.press('Enter')
  await page.locator('.qr-code path[d^=M]').waitFor()
  secret = (await page.locator('.secret').innerText()).replaceAll(' ', '')

  await page.getByLabel('Kod', { exact: true }).fill('000000')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Kod się nie zgadza').waitFor()
  await page.getByLabel('Kod', { exact: true }).fill(codeShown(secret, new Date()))
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: 'Zapisz kody zapasowe' }).waitFor()
  recoveryCode = await page.locator('.recovery-codes li').first().innerText()
  expect(await barriers(page)).toEqual([])
  await button(page, 'Mam je zapisane').click()
  await page.getByText('Włączony. Zostało 10 kodów zapasowych').waitFor()
})

it('asks for the code after the password, and takes the next one or a recovery code', async () => {
  const other = await newWindow()
  await fillPassword(other, administrator)
  await other.getByRole('heading', { name: 'Kod z aplikacji' }).waitFor()
  await other.getByLabel('Kod', { exact: true }).fill(codeShown(secret, new Date(), { later: 1 }))
  await button(other, 'Zaloguj się').click()
  await arrived(other)

  const third = await newWindow()
  await fillPassword(third, administrator)
  await third.getByLabel('Kod', { exact: true }).fill(recoveryCode)
  await button(third, 'Zaloguj się').click()
  await arrived(third)
})

it('shows where one is signed in, and ends it there while it is in use', async () => {
  const other = await newWindow()
  await fillPassword(other, bartosz)
  await arrived(other)
  const second = await newWindow()
  await fillPassword(second, bartosz)
  await arrived(second)
  await visit(second, '#/account')
  await second.getByRole('row').filter({ hasText: 'ta sesja' }).waitFor()

  await button(second, 'Zakończ wszystkie inne').click()
  await second.getByText('Zakończono inne sesje').waitFor()

  await other.evaluate(() => location.assign('#/contractors?q=x'))
  await other.getByText('Sesja wygasła').waitFor()
  await fillPassword(other, bartosz)
  await other.getByRole('heading', { level: 1, name: 'Kontrahenci' }).waitFor()
})

it('makes a token for a program, which works until it is revoked', async () => {
  await visit(page, '#/account')
  await button(page, 'Utwórz token').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Utwórz token' }).click()
  await dialog.getByText('Wpisz nazwę, po której go poznasz').waitFor()
  await dialog.getByLabel('Nazwa').fill('Skrypt raportów')
  await dialog.getByRole('button', { name: 'Utwórz token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  const asProgram = () => fetch(`${server.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect((await asProgram()).status).toBe(200)
  await button(page, 'Gotowe').click()

  await page.getByRole('button', { name: 'Unieważnij token: Skrypt raportów' }).click()
  await page.getByText('Unieważniono token').waitFor()

  expect((await asProgram()).status).toBe(401)
})

it('invites, withdraws and shuts out from the list of accounts', async () => {
  await visit(page, '#/admin/users')
  await button(page, 'Utwórz użytkownika').click()
  await page.getByRole('dialog').getByLabel('Imię i nazwisko').fill('Celina Kruk')
  await page.getByRole('dialog').getByLabel('E-mail').fill('celina@nasza.example')
  await button(page, 'Utwórz i pokaż link').click()
  const first = await page.getByLabel('Link do ustawienia hasła').inputValue()
  const letter = await page.getByRole('link', { name: 'Wyślij mailem' }).getAttribute('href')
  expect(decodeURIComponent(letter ?? '')).toContain(first)
  await button(page, 'Gotowe').click()
  await page.getByRole('row').filter({ hasText: 'Celina Kruk' }).getByText('zaproszone').waitFor()

  await page.getByRole('button', { name: 'Konto: Celina Kruk' }).click()
  await button(page, 'Utwórz nowe zaproszenie').click()
  const second = await page.getByLabel('Link do ustawienia hasła').inputValue()
  await button(page, 'Gotowe').click()

  const celina = await openWindow(browser)
  for (const link of [first, second]) {
    await celina.page.goto('about:blank')
    await celina.page.goto(link)
    await celina.page.getByLabel('Nowe hasło').fill('Hasło Celiny 1')
    await celina.page.getByLabel('Powtórz hasło').fill('Hasło Celiny 1')
    await button(celina.page, 'Ustaw hasło i zaloguj się').click()
    if (link === first) await celina.page.getByText('Ten link już nie działa').waitFor()
  }
  await arrived(celina.page)

  await page.getByRole('button', { name: 'Konto: Celina Kruk' }).click()
  await button(page, 'Wyłącz konto').click()
  await page.getByText('Zmieniono konto').waitFor()
  await button(page, 'Włącz konto').waitFor()
  await page.keyboard.press('Escape')
  await celina.page.evaluate(() => location.assign('#/contractors?q=x'))
  await celina.page.getByText('Sesja wygasła').waitFor()
})

it('sets up a provider, and lets nobody in for an address until an administrator says who it is', async () => {
  await visit(page, '#/admin/sign-in')
  await button(page, 'Dodaj dostawcę').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nazwa na przycisku').fill('Konto firmowe')
  await dialog.getByLabel('Adres wystawcy').fill(outside.issuer)
  await dialog.getByLabel('Identyfikator aplikacji').fill(outside.clientId)
  await dialog.getByLabel('Sekret aplikacji').fill(outside.clientSecret)
  await button(page, 'Zapisz dostawcę').click()
  await page.getByText('Zapisano dostawcę').waitFor()

  outside.letIn(stranger)
  const other = await newWindow()
  await button(other, 'Zaloguj się: Konto firmowe').click()
  await other.getByText('nie jest jeszcze połączone z Lupą').waitFor()

  await visit(page, '#/')
  await visit(page, '#/admin/sign-in')
  await page.getByRole('button', { name: /^Połącz z kontem: Bartosz Lis/ }).click()
  await page
    .getByRole('dialog')
    .getByLabel('Konto')
    .selectOption({ label: `${bartosz.name}, ${bartosz.email}` })
  await page.getByRole('dialog').getByRole('button', { name: 'Połącz' }).click()
  await page.getByText('Połączono konto').waitFor()

  await other.goto(`${server.origin}/#/contractors?q=nikt`)
  await button(other, 'Zaloguj się: Konto firmowe').click()
  await other.getByRole('heading', { level: 1, name: 'Kontrahenci' }).waitFor()
  expect(new URL(other.url()).hash).toBe('#/contractors?q=nikt')
  const seen = await addressesInHistory(other)
  expect(seen.filter(address => /arrive\/(?!over$)|code=|state=|callback/.test(address))).toEqual([])
})

it('hands a session over to a mail program after one click, and to nobody else', async () => {
  await page.goto(`${server.origin}/#/connect/thunderbird/${challenge}`)
  await page.getByRole('heading', { name: 'Połącz program pocztowy' }).waitFor()
  const handed = page.waitForRequest(/extensions\.allizom\.org/)
  await page.route(/extensions\.allizom\.org/, route => route.fulfill({ body: 'closed by the mail program' }))

  await button(page, 'Połącz').click()

  const code = new URL((await handed).url()).searchParams.get('code') ?? ''
  const session = await direct.post('/api/session/redeem', { code, verifier })
  const reply = await fetch(`${server.origin}/api/me`, { headers: { authorization: `Bearer ${session.token}` } })
  expect(await reply.json()).toMatchObject({ email: administrator.email })
  await page.goto(`${server.origin}/#/connect/outlook/${challenge}`)
  await page.getByText('Nie ma takiej strony').waitFor()
})

it('speaks both languages without barriers, also in a narrow window and in the dark', async () => {
  for (const [language, hash] of [
    ['English', '#/account'],
    ['English', '#/admin/sign-in'],
    ['Polski', '#/account'],
    ['Polski', '#/admin/users'],
    ['Polski', '#/admin/sign-in'],
  ] as const) {
    await page.goto(`${server.origin}/`)
    await visit(page, hash)
    await chooseLanguage(page, language)
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      // Colours are judged when they have come to rest.
      await page.waitForTimeout(REST_MS)
      expect(await barriers(page), `${language} ${hash} ${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${hash} ${width}`).toBe(width)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  expect(complaints).toEqual([])
})

/** Every address that the window's back button would lead to. */
async function addressesInHistory(where: Page): Promise<string[]> {
  const session = await where.context().newCDPSession(where)
  const { entries } = await session.send('Page.getNavigationHistory')
  return entries.map(entry => entry.url)
}
