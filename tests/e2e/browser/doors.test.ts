import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GraphDouble } from '../../server/graph/graph-double.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { openScriptedImap, type ScriptedImap } from '../../server/mailbox/scripted-imap.ts'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, openBrowser, openWindow, signInOn, visit } from './reader.ts'

const tenant = { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
const mailOf = (name: string, from: string, subject: string) =>
  buildMail({ messageId: `<${name}@klient.example>`, from, to: administrator.email, subject, date: new Date() })

describeWithDovecot('what the owner of a mailbox and its administrator settle on pages', () => {
  const double = new GraphDouble()
  let exchange: ScriptedImap
  let mail: MailServer
  let server: LiveServer
  let client: DirectClient
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    const origin = await double.listen()
    const accepts = (sasl: string) => sasl === 'user=biuro@firma.example\u0001auth=Bearer token-0\u0001\u0001'
    exchange = await openScriptedImap({ abilities: 'SASL-IR AUTH=XOAUTH2', accepts })
    mail = await openMailServer()
    server = await startLiveServer({ LUPA_MICROSOFT_LOGIN_URL: origin, LUPA_MICROSOFT_GRAPH_URL: origin })
    client = await directClient(server.origin, administrator)
    browser = await openBrowser()
    ;({ page, complaints } = await openWindow(browser))
    await page.goto(`${server.origin}/#/admin/microsoft`)
    await signInOn(page, administrator)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mail?.dispose()
    exchange?.close()
    double.close()
  })

  async function fillLogin(dialog: Locator, host: { port: number; user: string }) {
    await dialog.getByLabel('Serwer').fill('127.0.0.1')
    await dialog.getByLabel('Port').fill(String(host.port))
    await dialog.getByLabel('Połączenie szyfrowane').uncheck()
    await dialog.getByLabel('Użytkownik').fill(host.user)
    await dialog.getByLabel('Czytaj pocztę od dnia').fill('2020-01-01')
  }

  it('connects a tenant and reads a mailbox of it by IMAP with its application', async () => {
    await page.getByRole('button', { name: 'Połącz dzierżawę' }).first().click()
    const connecting = page.getByRole('dialog', { name: 'Połącz dzierżawę Microsoft 365' })
    await connecting.getByLabel('Dzierżawa').fill(tenant.tenant)
    await connecting.getByLabel('Identyfikator aplikacji').fill(tenant.clientId)
    await connecting.getByLabel('Wpis tajny aplikacji').fill(tenant.clientSecret)
    await connecting.getByRole('button', { name: 'Połącz', exact: true }).click()
    await page.getByRole('heading', { name: tenant.tenant }).waitFor()
    expect(await barriers(page)).toEqual([])

    await visit(page, '#/mailboxes')
    await page.getByRole('button', { name: 'Dodaj skrzynkę' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowa skrzynka IMAP' })
    await fillLogin(dialog, { port: exchange.port, user: 'biuro@firma.example' })
    await dialog.getByLabel('Sposób logowania').selectOption({ label: 'token OAuth' })
    await dialog.getByLabel('Sposób logowania').selectOption({ label: 'aplikacja Microsoft 365' })
    expect(await dialog.getByLabel('Hasło').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Dodaj skrzynkę' }).click()

    const card = page.getByRole('list', { name: 'Lista skrzynek' }).getByRole('listitem')
    await card.getByText('na bieżąco').waitFor({ timeout: 30_000 })
  })

  it('reads a mailbox of the tenant by Graph, and shows it at the tenant', async () => {
    await double.deliver('jan@firma.example', 'inbox', 'graf-1', mailOf('graf-1', 'a@obcy.example', 'Z Graph'))
    await visit(page, '#/admin/microsoft')
    await page.getByRole('button', { name: 'Dodaj skrzynkę: firma.example' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowa skrzynka w firma.example' })
    await dialog.getByLabel('Adres skrzynki').fill('jan@firma.example')
    await dialog.getByLabel('Czytaj pocztę od dnia').fill('2020-01-01')
    await dialog.getByRole('button', { name: 'Dodaj skrzynkę' }).click()

    const list = page.getByRole('list', { name: 'Czytane skrzynki: firma.example' })
    await list.getByText('jan@firma.example').waitFor()
    await expect.poll(() => client.text('/api/triage'), { timeout: 30_000 }).toContain('Z Graph')
    await visit(page, '#/mailboxes')
    await visit(page, '#/admin/microsoft')
  })

  it('shows mail in grace to its owner, who lets others see it or keeps it', async () => {
    const { id } = await client.post('/api/contractors', {
      name: 'Meblorama Sp. z o.o.',
      addresses: ['@meblorama.example'],
    })
    await mail.deliver('szefowa', [
      mailOf('w1', 'Katarzyna Lis <k.lis@meblorama.example>', 'Kuchnie pokazowe Poznań – zaliczka i termin montażu'),
      mailOf('w2', 'Adam Wróbel <a.wrobel@meblorama.example>', 'Reklamacja frontów'),
      mailOf('w3', 'ksiegowosc@meblorama.example', ''),
    ])
    const login = { kind: 'imap', host: '127.0.0.1', port: mail.port, tls: false, user: 'szefowa', password: PASSWORD }
    const consent = { since: '2020-01-01', release: 'after-grace', graceMinutes: 600 }
    await client.post('/api/mailboxes', { ...login, ...consent })
    await expect.poll(() => client.text('/api/held'), { timeout: 30_000 }).toContain('Reklamacja')
    await expect.poll(async () => JSON.parse(await client.text('/api/held')).items.length).toBe(3)

    await visit(page, '#/held')
    const rows = page.getByRole('list').filter({ hasText: 'Reklamacja' })
    await rows.first().waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Reklamacja frontów' }).click()
    await page.getByRole('heading', { level: 1, name: 'Reklamacja frontów' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Pokaż teraz' }).click()
    await expect.poll(async () => JSON.parse(await client.text('/api/held')).items.length).toBe(2)
    expect(await client.text(`/api/contractors/${id}/timeline`)).toContain('Reklamacja')
  })

  it('offers what came from an address before it was a contractor’s', async () => {
    await mail.deliver(
      'szefowa',
      [1, 2, 3].map(index => mailOf(`s${index}`, 'ptak@tartak.example', `Tarcica ${index}`)),
    )
    await expect.poll(() => client.text('/api/triage'), { timeout: 30_000 }).toContain('Tarcica 3')
    await visit(page, '#/contractors')
    await page.getByRole('button', { name: 'Utwórz kontrahenta' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nazwa').fill('Tartak Ptak')
    await dialog.getByLabel(/^Adresy/).fill('ptak@tartak.example')
    await dialog.getByRole('button', { name: /^Utwórz/ }).click()

    const offer = page.locator('.sweep')
    await offer.getByText('ptak@tartak.example').waitFor()
    expect(await barriers(page)).toEqual([])
    await offer.getByRole('button').first().click()
    await offer.getByRole('button', { name: /^Zamknij/ }).waitFor()
    expect(complaints).toEqual([])
  })
})
