import { readFileSync, rmSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { openSmtpDouble, type SmtpDouble } from '../../server/outgoing/smtp-server.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, openBrowser, openWindow, untilAnswered } from './reader.ts'

const MINUTE_MS = 60_000

function incoming(from: string, subject: string, headers: string[] = []) {
  return buildMail({ from, to: 'anna@nasza.example', subject, headers, date: new Date() })
}

/** The numbers of the preview, as the step says them. */
async function previewed(mailbox: Locator) {
  const words = ((await mailbox.getByRole('status').textContent()) ?? '').replaceAll('\u00A0', ' ')
  const number = (pattern: RegExp) => Number(words.match(pattern)?.[1] ?? Number.NaN)
  return {
    total: number(/(\d+) mail\S* od /),
    files: number(/z tego (\d+) przypisa/),
    waits: number(/(\d+) czeka/),
    leftOut: number(/a (\d+) został/),
    strangers: number(/(\d+) nadawc\S+ (?:jest|są) niezna/),
  }
}

describeWithDovecot('the first run', () => {
  const folder = freshDataFolder('first-run')
  const connections = `${folder}-connections`
  let mail: MailServer
  let smtp: SmtpDouble
  let run: Run
  let browser: Browser
  let page: Page
  let complaints: string[]
  let door = ''
  let start = 0
  const asked = new Set<string>()

  beforeAll(async () => {
    mail = await openMailServer()
    smtp = await openSmtpDouble()
    await mail.deliver('anna', [
      incoming('Jan Kowal <jan@klient.example>', 'Zamówienie'),
      incoming('Ewa Lis <ewa@klient.example>', 'Faktura'),
      incoming('Jan Kowal <jan@klient.example>', 'Termin dostawy'),
      incoming('Ola Nowa <ola@inny.example>', 'Oferta'),
      incoming('gazetka@nowiny.example', 'Nowości', ['List-Id: <nowiny.example>', 'Precedence: bulk']),
    ])
    await mail.deliver('anna', [incoming('jan@klient.example', 'Dawne')], { date: new Date('2019-03-01') })
    start = Date.now()
    run = lupa(['serve'], {
      LUPA_DATA: folder,
      NODE_OPTIONS: `--import ${import.meta.resolve('../../support/watch-connections.ts')}`,
      LUPA_TEST_CONNECTIONS: connections,
    })
    const [, address = ''] = await run.says(/Set up your company at (http:\S+)/)
    await run.says(/Lupa is ready at/)
    door = address
    browser = await openBrowser()
    ;({ page, complaints } = await openWindow(browser))
    page.on('request', request => asked.add(new URL(request.url()).origin))
  })

  afterAll(async () => {
    await browser?.close()
    run?.child.kill('SIGTERM')
    await run?.ended
    await smtp?.close()
    await mail?.dispose()
    rmSync(folder, { recursive: true, force: true })
    rmSync(connections, { force: true })
  })

  const step = (name: string) => page.getByRole('listitem', { name })

  async function to(name: string) {
    await page.getByRole('navigation', { name: 'Nawigacja główna' }).getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }

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

    await mailbox.getByText(/^Połączenie działa/).waitFor()
    expect(await previewed(mailbox)).toEqual({ total: 5, files: 0, waits: 4, leftOut: 1, strangers: 3 })
    expect(await barriers(page)).toEqual([])
  })

  it('is told of the contractors in between, and finds there what was typed of the mailbox', async () => {
    await page.getByRole('link', { name: 'Zaimportuj kontrahentów' }).click()
    const list = Buffer.from('Firma;Poczta\nKlient;@klient.example\n')
    await page.getByLabel('Plik z listą').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: list })
    await page.getByRole('button', { name: 'Importuj' }).click()
    await page.getByText('Założeni: 1.').waitFor()
    await page.getByRole('link', { name: 'Wróć do pierwszych kroków' }).click()

    const mailbox = step('Pierwsza skrzynka')
    await expect.poll(() => mailbox.getByLabel('Port').inputValue()).toBe(String(mail.port))
    await mailbox.getByLabel('Hasło').fill(PASSWORD)
    await mailbox.getByRole('button', { name: 'Sprawdź i policz' }).click()
    await mailbox.getByText(/^Połączenie działa/).waitFor()
    expect(await previewed(mailbox)).toEqual({ total: 5, files: 3, waits: 1, leftOut: 1, strangers: 1 })
  })

  it('then sees of every mail what the preview had said', async () => {
    await step('Pierwsza skrzynka').getByRole('button', { name: 'Dodaj skrzynkę' }).click()
    await page.getByText('Gotowe kroki: 2 z 5').waitFor()

    await to('Kontrahenci')
    await page.getByRole('link', { name: 'Klient' }).first().click()
    const rows = page.locator('.timeline-row')
    await expect.poll(() => rows.count(), { timeout: MINUTE_MS }).toBe(3)
    expect((await rows.allTextContents()).join()).not.toContain('Dawne')
    await to('Do przypisania')
    const senders = page.getByRole('list', { name: 'Nadawcy' }).getByRole('button', { expanded: false })
    await expect
      .poll(() => senders.allTextContents(), { timeout: 10_000 })
      .toEqual([expect.stringMatching(/Ola Nowa.*1\smail/)])
    await page.getByRole('button', { name: 'Pominięte' }).click()
    await expect
      .poll(() => senders.allTextContents(), { timeout: 10_000 })
      .toEqual([expect.stringMatching(/nowiny\.example.*1\smail/)])
    await to('Skrzynki')
    const card = page.getByRole('list', { name: 'Lista skrzynek' }).getByRole('listitem')
    await expect.poll(() => card.textContent(), { timeout: MINUTE_MS }).toContain('Zapisane5')
  }, 90_000)

  it('goes on where it was left, after other pages', async () => {
    await to('Pierwsze kroki')

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
    await page.getByRole('link', { name: 'Otwórz „Do przypisania”' }).click()
    await page.getByRole('button', { name: 'Nowy kontrahent: Ola Nowa' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowy kontrahent' })
    expect(await dialog.getByLabel('Adresy i domeny').inputValue()).toBe('@inny.example')
    await dialog.getByLabel('Nazwa').fill('Inny Dostawca')
    await dialog.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
    await page.getByText(/Przypisano: 1\smail/).waitFor()
    await mail.deliver('anna', [incoming('szef@inny.example', 'Sam trafił')])
    await to('Pulpit')

    await page.getByRole('link', { name: 'Sam trafił' }).first().waitFor({ timeout: MINUTE_MS })
    expect(Date.now() - start).toBeLessThan(20 * MINUTE_MS)
  }, 90_000)

  it('never opens again', async () => {
    const { page: other } = await openWindow(browser)
    await other.goto(door)

    await other.getByText('Ten adres nie otwiera już niczego').waitFor()
    expect(complaints).toEqual([])
  })

  it('has turned to nobody but its database and the two mail servers it was told of, and its pages to nobody but it', () => {
    const told = new Set(readFileSync(connections, 'utf8').trim().split('\n'))
    const ofThisMachine = /^(path \/\S+\/(lupa\.sock|\.s\.PGSQL\.\d+)|(tcp|name) 127\.0\.0\.1(:\d+)?)$/
    const servers = [mail.port, smtp.port].map(port => `tcp 127.0.0.1:${port}`)

    expect([...told]).toEqual(expect.arrayContaining(servers))
    expect([...told].filter(line => !ofThisMachine.test(line))).toEqual([])
    expect([...asked]).toEqual([new URL(door).origin])
  })
})
