import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { openSmtpDouble, type SmtpDouble } from '../../server/outgoing/smtp-server.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, openBrowser, openWindow, untilAnswered, visit } from './reader.ts'

const MINUTE_MS = 60_000

describeWithDovecot('the first run', () => {
  const folder = freshDataFolder('first-run')
  let mail: MailServer
  let smtp: SmtpDouble
  let run: Run
  let browser: Browser
  let page: Page
  let complaints: string[]
  let door = ''
  let start = 0

  beforeAll(async () => {
    mail = await openMailServer()
    smtp = await openSmtpDouble()
    const from = (address: string, subject: string) =>
      buildMail({ from: address, to: 'anna@nasza.example', subject, date: new Date() })
    await mail.deliver('anna', [
      from('Jan Kowal <jan@klient.example>', 'Zamówienie'),
      from('ewa@inny.example', 'Oferta'),
    ])
    start = Date.now()
    run = lupa(['serve'], { LUPA_DATA: folder })
    const [, address = ''] = await run.says(/Set up your company at (http:\S+)/)
    await run.says(/Lupa is ready at/)
    door = address
    browser = await openBrowser()
    ;({ page, complaints } = await openWindow(browser))
  })

  afterAll(async () => {
    await browser?.close()
    run?.child.kill('SIGTERM')
    await run?.ended
    await smtp?.close()
    await mail?.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  const step = (name: string) => page.getByRole('listitem', { name })

  it('is closed for whoever has no token', async () => {
    await page.goto(door.replace(/set-up\/.*/, 'set-up/zgadniety'))

    await page.getByText('Ten adres nie otwiera już niczego').waitFor()
    expect(await page.getByLabel('Nazwa firmy').count()).toBe(0)
  })

  it('makes the first user at the printed address', async () => {
    await page.goto(door)
    await page.getByRole('button', { name: 'Załóż i zaloguj się' }).click()
    await page.getByText('Wpisz adres e-mail').waitFor()
    await page.getByLabel('Nazwa firmy').fill('Nasza Firma')
    await page.getByLabel('Imię i nazwisko').fill('Anna Nowak')
    await page.getByLabel('E-mail').fill('anna@nasza.example')
    await page.getByLabel('Hasło', { exact: true }).fill('Hasło-Anny-17')
    await page.getByLabel('Powtórz hasło').fill('Hasło-Anny-17')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Załóż i zaloguj się' }).click()

    await page.getByRole('heading', { name: 'Pierwsze kroki' }).waitFor()
    await page.getByText('Gotowe kroki: 0 z 5').waitFor()
  })

  it('knows the company and its domain', async () => {
    const company = step('Firma i jej domeny')
    await expect.poll(() => company.getByLabel('Nazwa firmy').inputValue()).toBe('Nasza Firma')
    expect(await company.getByLabel('Własne domeny').inputValue()).toBe('nasza.example')
    await company.getByLabel('Własne domeny').fill('gmail.com')
    await company.getByRole('button', { name: 'Zapisz i dalej' }).click()
    await company.getByText('gmail.com nie może być własną domeną').waitFor()
    await company.getByLabel('Własne domeny').fill('nasza.example')
    expect(await barriers(page)).toEqual([])
    await company.getByRole('button', { name: 'Zapisz i dalej' }).click()

    await page.getByText('Gotowe kroki: 1 z 5').waitFor()
  })

  it('counts what would become of the mail before the mailbox is kept', async () => {
    const mailbox = step('Pierwsza skrzynka')
    await mailbox.getByLabel('Serwer').fill('127.0.0.1')
    await mailbox.getByLabel('Port').fill(String(mail.port))
    await mailbox.getByLabel('Połączenie szyfrowane').uncheck()
    await mailbox.getByLabel('Użytkownik').fill('anna')
    await mailbox.getByLabel('Hasło').fill('nie to')
    await mailbox.getByRole('button', { name: 'Sprawdź i policz' }).click()
    await mailbox.getByRole('alert').getByText('Serwer odrzucił nazwę użytkownika albo hasło').waitFor()
    await mailbox.getByLabel('Hasło').fill(PASSWORD)
    await mailbox.getByRole('button', { name: 'Sprawdź i policz' }).click()

    await mailbox.getByText(/2\smaile od .*, z tego 0\sprzypisałoby się samo\./).waitFor()
    await mailbox.getByText(/2\snadawcy są nieznani/).waitFor()
    expect(await barriers(page)).toEqual([])
    await mailbox.getByRole('button', { name: 'Dodaj skrzynkę' }).click()
    await page.getByText('Gotowe kroki: 2 z 5').waitFor()
  })

  it('goes on where it was left, also after another page', async () => {
    await visit(page, '#/contractors')
    await visit(page, '#/start')

    await page.getByText('Gotowe kroki: 2 z 5').waitFor()
    await step('Poczta wychodząca').getByLabel('Adres nadawcy').waitFor()
  })

  it('names the server for outgoing mail and tries it', async () => {
    const server = step('Poczta wychodząca')
    await server.getByLabel('Serwer', { exact: true }).fill('127.0.0.1')
    await server.getByLabel('Port').fill(String(smtp.port))
    await server.getByLabel('Szyfrowanie').selectOption({ label: 'bez szyfrowania' })
    await server.getByLabel('Adres nadawcy').fill('lupa@nasza.example')
    await server.getByRole('button', { name: 'Zapisz' }).click()
    await server.getByRole('button', { name: 'Wyślij próbny mail' }).click()

    await server.getByText('Serwer przyjął maila do anna@nasza.example').waitFor()
    expect(smtp.taken.at(-1)?.source).toContain('Lupa, Nasza Firma')
    expect(await barriers(page)).toEqual([])
    await server.getByRole('button', { name: 'Gotowe, dalej' }).click()
  })

  it('lets colleagues in by links, where no address is known for mail', async () => {
    const colleagues = step('Współpracownicy')
    await colleagues.getByLabel('Osoby').fill('Bartek Lis bartek@nasza.example\nnikt')
    await colleagues.getByRole('button', { name: 'Zaproś' }).click()
    await colleagues.getByText('Nie rozumiem wiersza: nikt').waitFor()
    await colleagues.getByLabel('Osoby').fill('Bartek Lis bartek@nasza.example')
    await colleagues.getByRole('button', { name: 'Gotowe, dalej' }).click()
    await colleagues.getByText('Te osoby nie są jeszcze zaproszone').waitFor()
    await colleagues.getByRole('button', { name: 'Zaproś' }).click()

    await colleagues.getByText('bartek@nasza.example: przekaż ten link').waitFor()
    await colleagues.getByText(/#\/password\//).waitFor()
    expect(await barriers(page)).toEqual([])
    await colleagues.getByRole('button', { name: 'Gotowe, dalej' }).click()
  })

  it('puts a step off, and says when all is ready', async () => {
    await step('Dodatki do Outlooka i Thunderbirda').getByRole('button', { name: 'Odłóż na później' }).click()

    await page.getByText('Wszystko gotowe').waitFor()
    await page.getByRole('link', { name: 'Otwórz „Do przypisania”' }).waitFor()
    await page.getByRole('link', { name: 'Zaimportuj kontrahentów' }).waitFor()
    await untilAnswered(page)
    expect(await barriers(page)).toEqual([])
  })

  it('sees a mail file itself within twenty minutes of the start', async () => {
    const name = await page.evaluate(async () => {
      const { origin } = location
      const body = JSON.stringify({ email: 'anna@nasza.example', password: 'Hasło-Anny-17' })
      const headers = { 'content-type': 'application/json' }
      const signedIn = await (await fetch(`${origin}/api/session`, { method: 'POST', headers, body })).json()
      const bearer = { ...headers, authorization: `Bearer ${signedIn.token}` }
      const contractor = JSON.stringify({ name: 'Klient', addresses: ['@klient.example'] })
      const made = await fetch(`${origin}/api/contractors`, { method: 'POST', headers: bearer, body: contractor })
      // Read to its end: the browser counts a request whose answer nobody reads as under way for ever.
      return (await made.json()).name as string
    })
    expect(name).toBe('Klient')
    await mail.deliver('anna', [
      buildMail({ from: 'jan@klient.example', to: 'anna@nasza.example', subject: 'Sam trafił', date: new Date() }),
    ])
    await visit(page, '#/')

    await page.getByText('Sam trafił').waitFor({ timeout: MINUTE_MS })
    expect(Date.now() - start).toBeLessThan(20 * MINUTE_MS)
  }, 90_000)

  it('never opens again', async () => {
    const { page: other } = await openWindow(browser)
    await other.goto(door)

    await other.getByText('Ten adres nie otwiera już niczego').waitFor()
    expect(complaints).toEqual([])
  })
})
