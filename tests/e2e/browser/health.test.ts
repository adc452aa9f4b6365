import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { numbered } from '../../server/mailbox/reading.ts'
import { administrator, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, visit } from './reader.ts'

const dead = {
  items: [
    {
      id: '7',
      task: 'read-arrival',
      attempts: 25,
      error: 'storage',
      since: '2026-11-20T10:00:00.000Z',
      failedAt: '2026-11-23T10:00:00.000Z',
    },
    {
      id: '5',
      task: 'read-arrival',
      attempts: 25,
      error: null,
      since: '2026-11-19T10:00:00.000Z',
      failedAt: '2026-11-22T10:00:00.000Z',
    },
  ],
  next: null,
  counts: [{ task: 'read-arrival', waiting: 3, retrying: 1, running: 2, dead: 2, oldest: '2026-11-23T09:00:00.000Z' }],
}

describeWithDovecot('mailboxes and jobs on their pages', () => {
  let mail: MailServer
  let server: LiveServer
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    mail = await openMailServer()
    await mail.deliver('biuro', numbered(3, 'strona'))
    await mail.deliver('biuro', numbered(1, 'projekt'), { folder: 'Projekty' })
    server = await startLiveServer()
    browser = await openBrowser()
    ;({ page, complaints } = await openWindow(browser))
    await page.goto(`${server.origin}/#/mailboxes`)
    await signInOn(page, administrator)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mail?.dispose()
  })

  it('tries a mailbox before it is kept, saying what is wrong, and then reads it', async () => {
    await page.getByText('Nie ma jeszcze skrzynek').waitFor()
    await page.getByRole('button', { name: 'Dodaj skrzynkę' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowa skrzynka IMAP' })
    await dialog.getByRole('button', { name: 'Sprawdź połączenie' }).click()
    await dialog.getByText('Wpisz tę wartość').first().waitFor()
    await dialog.getByLabel('Serwer').fill('127.0.0.1')
    await dialog.getByLabel('Port').fill(String(mail.port))
    await dialog.getByLabel('Połączenie szyfrowane').uncheck()
    await dialog.getByLabel('Użytkownik').fill('biuro')
    await dialog.getByLabel('Hasło').fill('nie to')
    await dialog.getByLabel('Czytaj pocztę od dnia').fill('2020-01-01')
    await dialog.getByRole('button', { name: 'Sprawdź połączenie' }).click()
    await dialog.getByRole('alert').getByText('Serwer odrzucił nazwę użytkownika albo hasło').waitFor()
    await dialog.getByLabel('Hasło').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Sprawdź połączenie' }).click()
    await dialog.getByText('Połączenie działa').waitFor()
    await dialog.getByRole('checkbox', { name: 'INBOX' }).check()
    await dialog.getByRole('checkbox', { name: 'Projekty' }).check()
    await dialog.getByLabel('Co przypisywać samo').selectOption({ label: 'tylko odebrane' })
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Dodaj skrzynkę' }).click()

    const card = page.getByRole('list', { name: 'Lista skrzynek' }).getByRole('listitem')
    await card.getByText('foldery: INBOX, Projekty').waitFor()
    await card.getByText('Samo trafia do kartotek: tylko odebrane').waitFor()
    await card.getByText('na bieżąco').waitFor({ timeout: 30_000 })
    await expect.poll(() => card.textContent(), { timeout: 20_000 }).toContain('Zapisane4')
  })

  it('lets its owner change which folders are read', async () => {
    await page.getByRole('button', { name: 'Zmień zgodę: biuro' }).click()
    const dialog = page.getByRole('dialog', { name: 'Zgoda na przypisywanie' })
    await dialog.getByLabel('Foldery').fill('INBOX\n'.repeat(9))
    await dialog.getByRole('button', { name: 'Zapisz zgodę' }).click()
    await dialog.getByText('Wpisz najwyżej 8 folderów').waitFor()
    await dialog.getByLabel('Foldery').fill('INBOX')
    await dialog.getByRole('button', { name: 'Zapisz zgodę' }).click()

    await page.getByText('Zapisano zgodę').waitFor()
    await expect.poll(() => page.getByText('foldery: INBOX, Projekty').count()).toBe(0)
    await page.getByText('foldery: INBOX').waitFor()
  })

  it('signs in by a token, and trusts an authority of the company, where that is wanted', async () => {
    await page.getByRole('button', { name: 'Dodaj skrzynkę' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowa skrzynka IMAP' })
    await dialog.getByLabel('Serwer').fill('imap.firma.example')
    await dialog.getByLabel('Użytkownik').fill('anna')
    await dialog.getByLabel('Sposób logowania').selectOption({ label: 'token OAuth' })
    await dialog.getByLabel('Token', { exact: true }).fill('ya29.token')
    await dialog.getByText('Certyfikat firmowego urzędu certyfikacji (CA)').click()
    await dialog.getByLabel('Certyfikat urzędu (PEM)').fill('nie certyfikat')
    await dialog.getByRole('button', { name: 'Sprawdź połączenie' }).click()
    await dialog.getByText('Wklej certyfikat w postaci PEM').waitFor()
    const authority = '-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----'
    await dialog.getByLabel('Certyfikat urzędu (PEM)').fill(authority)
    const asked = page.waitForRequest('**/api/mailboxes/try')
    await page.route('**/api/mailboxes/try', route => route.fulfill({ json: { trouble: 'unreachable', folders: [] } }))

    await dialog.getByRole('button', { name: 'Sprawdź połączenie' }).click()

    expect((await asked).postDataJSON()).toMatchObject({ signIn: 'token', password: 'ya29.token', authority })
    expect(await barriers(page)).toEqual([])
    await page.unroute('**/api/mailboxes/try')
    await dialog.getByRole('button', { name: 'Anuluj' }).click()
  })

  it('reads it at once, pauses it and goes on', async () => {
    await page.getByRole('button', { name: 'Odczytaj teraz: biuro' }).click()
    await page.getByText('Skrzynka zaraz zostanie odczytana').waitFor()

    await page.getByRole('button', { name: 'Wstrzymaj: biuro' }).click()
    await page.getByText('wstrzymana', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Odczytaj teraz: biuro' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Wznów: biuro' }).click()
    await page.getByText('Skrzynka jest znowu czytana').waitFor()
  })

  it('says in words that a mail server does not answer', async () => {
    await mail.end()

    await page.getByText(/Połączenie zostało przerwane|Serwer poczty nie odpowiada/).waitFor({ timeout: 40_000 })
    await page.getByText('nie działa').waitFor()
  }, 60_000)

  it('shows what failed in the background, and lets it be tried again', async () => {
    await visit(page, '#/admin/jobs')
    await page.getByText('Nie ma nieudanych zadań').waitFor()
    const asked: string[] = []
    await page.route('**/api/jobs**', route => {
      asked.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`)
      return route.request().method() === 'GET' ? route.fulfill({ json: dead }) : route.fulfill({ status: 204 })
    })
    await visit(page, '#/mailboxes')
    await visit(page, '#/admin/jobs')
    await page.getByText('Na dysku zabrakło miejsca albo').waitFor()
    await page.getByText('Praca została przerwana').waitFor()

    await page.getByRole('button', { name: 'Spróbuj ponownie' }).first().click()

    await page.getByText('Zadanie zostanie wykonane jeszcze raz').waitFor()
    expect(asked).toContain('POST /api/jobs/7/retry')
  })

  it.each([
    ['Polski', 1440, 'light'],
    ['English', 320, 'dark'],
  ] as const)('has no barrier in %s at %i px, %s', async (word, width, scheme) => {
    await chooseLanguage(page, word)
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    for (const hash of ['#/mailboxes', '#/admin/jobs']) {
      await visit(page, hash)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([hash, wide, await barriers(page)]).toEqual([hash, 0, []])
    }
  })

  it('forgets a mailbox when it is told to, and never made the browser complain', async () => {
    await chooseLanguage(page, 'Polski')
    await visit(page, '#/mailboxes')
    await page.getByRole('button', { name: 'Usuń: biuro' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Usuń' }).click()

    await page.getByText('Nie ma jeszcze skrzynek').waitFor()
    expect(complaints).toEqual([])
  })
})
