import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSmtpDouble, type SmtpDouble } from '../../server/outgoing/smtp-server.ts'
import { leaveOneAttempt } from '../../support/last-attempt.ts'
import { administrator, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { barriers, openBrowser, openWindow, signInOn, visit } from './reader.ts'

let server: LiveServer
let smtp: SmtpDouble
let browser: Browser
let page: Page
let complaints: string[]
const heard: string[] = []
const target = http.createServer((request, response) => {
  heard.push(String(request.headers['webhook-signature']))
  response.writeHead(204).end()
})

beforeAll(async () => {
  smtp = await openSmtpDouble()
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  server = await startLiveServer({
    LUPA_PUBLIC_URL: 'https://lupa.nasza.example',
    LUPA_WEBHOOK_NETWORKS: '127.0.0.0/8',
  })
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/admin/outgoing-mail`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  target.close()
  await smtp?.close()
})

it('names a mail server, and reads why it refuses', async () => {
  await page.getByText('Nie podano jeszcze serwera').waitFor()
  await page.getByLabel('Serwer', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Port').fill(String(smtp.port))
  await page.getByLabel('Adres nadawcy').fill('nikt')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('Wpisz adres e-mail').waitFor()
  await page.getByLabel('Adres nadawcy').fill('lupa@nasza.example')
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByRole('button', { name: 'Wyślij próbny mail' }).click()
  await page.getByRole('alert').getByText('Serwer nie umożliwił szyfrowanego połączenia').waitFor()
  expect(await barriers(page)).toEqual([])

  await page.getByLabel('Szyfrowanie').selectOption({ label: 'bez szyfrowania' })
  await page.getByText('przeczyta każdy, kto podsłuchuje sieć').waitFor()
  await page.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('Serwer zapisany').last().waitFor()
  smtp.refuse({ code: 550, text: 'nie znam' })
  await page.getByRole('button', { name: 'Wyślij próbny mail' }).click()
  await page.getByText('550 nie znam').waitFor()
  smtp.refuse(null)
  await page.getByRole('button', { name: 'Wyślij próbny mail' }).click()
  await page.getByText(`Serwer przyjął maila do ${administrator.email}`).waitFor()
})

it('invites a colleague by mail', async () => {
  await visit(page, '#/admin/users')
  await page.getByRole('button', { name: 'Utwórz użytkownika' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Imię i nazwisko').fill('Bartek Lis')
  await dialog.getByLabel('E-mail').fill('bartek@nasza.example')
  await dialog.getByRole('button', { name: 'Utwórz i pokaż link' }).click()
  await page.getByRole('button', { name: 'Wyślij zaproszenie pocztą' }).click()

  await page.getByText('Link do hasła wysyłamy na adres bartek@nasza.example').waitFor()
  await expect.poll(() => smtp.taken.at(-1)?.to, { timeout: 20_000 }).toEqual(['bartek@nasza.example'])
  await visit(page, '#/admin/outgoing-mail')
  await page.getByRole('row', { name: /link do hasła Bartek Lis wysłany/ }).waitFor()
  expect(await barriers(page)).toEqual([])
})

it('sees a job that failed for good, mends what was wrong and has it done', async () => {
  smtp.refuse({ code: 550, text: 'nie znam' })
  await visit(page, '#/admin/users')
  await page.getByRole('button', { name: 'Utwórz użytkownika' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Imię i nazwisko').fill('Celina Sowa')
  await dialog.getByLabel('E-mail').fill('celina@nasza.example')
  await dialog.getByRole('button', { name: 'Utwórz i pokaż link' }).click()
  await page.getByRole('button', { name: 'Wyślij zaproszenie pocztą' }).click()
  await page.getByText('Link do hasła wysyłamy na adres celina@nasza.example').waitFor()
  await leaveOneAttempt(server.folder, 'send-mail')
  const failed = page.getByRole('row', { name: /Wysłanie maila z Lupy/ })
  await expect
    .poll(
      async () => {
        await visit(page, '#/')
        await visit(page, '#/admin/jobs')
        return failed.count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await failed.getByText('Próby: 12').waitFor()
  await failed.getByText('Serwer poczty wychodzącej nie przyjął maila.').waitFor()
  expect(await barriers(page)).toEqual([])
  const before = smtp.taken.length

  smtp.refuse(null)
  await failed.getByRole('button', { name: 'Spróbuj ponownie' }).click()

  await page.getByText('Zadanie zostanie wykonane jeszcze raz').waitFor()
  await expect
    .poll(() => smtp.taken.slice(before).map(({ to }) => to), { timeout: 20_000 })
    .toEqual([['celina@nasza.example']])
  await visit(page, '#/')
  await visit(page, '#/admin/jobs')
  await page.getByText('Nie ma nieudanych zadań').waitFor()
  await visit(page, '#/admin/outgoing-mail')
  await page.getByRole('row', { name: /link do hasła Celina Sowa wysłany/ }).waitFor()
})

it('adds a webhook, keeps its secret, tests it and reads its log', async () => {
  await visit(page, '#/admin/webhooks')
  await page.getByRole('button', { name: 'Dodaj webhook' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nowy webhook' })
  await dialog.getByLabel('Adres').fill(`http://127.0.0.1:${(target.address() as AddressInfo).port}/hak`)
  await dialog.getByLabel('skrzynka nie jest czytana').check()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Dodaj webhook' }).click()
  const secret = page.getByRole('dialog', { name: 'Sekret webhooka' })
  expect(await secret.getByLabel('Sekret').inputValue()).toMatch(/^whsec_.{44}$/)
  await secret.getByRole('button', { name: 'Gotowe' }).click()
  await page.getByRole('button', { name: 'Wyślij test' }).click()

  await page.getByText('Odpowiedź: 204.').waitFor()
  expect(heard).toEqual([expect.stringMatching(/^v1,/)])
  await page.getByRole('button', { name: 'Dziennik' }).click()
  await page.getByRole('row', { name: /test wysłane 204/ }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Wyłącz' }).click()
  await page.getByText('wyłączony', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Usuń', exact: true }).click()
  const removal = page.getByRole('dialog', { name: 'Usunięcie webhooka' })
  expect(await barriers(page)).toEqual([])
  await removal.getByRole('button', { name: 'Usuń webhook' }).click()
  await page.getByText('Nie ma jeszcze webhooków').waitFor()
})

it('finds what is to be rolled out, with the commands for his own values', async () => {
  await visit(page, '#/admin/roll-out')
  await page.getByRole('figure', { name: 'Zawartość policies.json' }).getByText('force_installed').waitFor()
  const manifest = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Pobierz manifest.xml' }).click()
  expect((await manifest).suggestedFilename()).toBe('lupa-outlook.xml')
  await page.getByLabel('Identyfikator aplikacji (klienta)').fill('app-1')
  await page.getByLabel('Adres grupy, której skrzynki wolno czytać').fill("czytane'@nasza.example")

  const commands = page.getByRole('figure', { name: 'Polecenia PowerShell (Exchange Online)' })
  await commands.getByText(`New-ServicePrincipal -AppId 'app-1'`).waitFor()
  await commands.getByText(`Get-Group 'czytane''@nasza.example'`).waitFor()
  expect(await barriers(page)).toEqual([])
})

it('says when an unread mailbox is told of, and wants a daily digest', async () => {
  await visit(page, '#/mailboxes')
  await page.getByLabel('Powiadom administratorów o nieczytanej skrzynce').selectOption({ label: 'po 2 godzinach' })
  await page.getByText('Zapisano.').first().waitFor()
  await visit(page, '#/account')
  await page.getByLabel('Podsumowanie pocztą').selectOption({ label: 'raz dziennie, rano' })
  await page.getByText('Zapisano.').first().waitFor()
  await page.reload()

  await expect.poll(() => page.getByLabel('Podsumowanie pocztą').inputValue()).toBe('daily')
  expect(await barriers(page)).toEqual([])
  await visit(page, '#/mailboxes')
  await expect.poll(() => page.getByLabel('Powiadom administratorów o nieczytanej skrzynce').inputValue()).toBe('2')
  expect(complaints).toEqual([])
})
