import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, chooseLanguage, focusedName, openBrowser, openWindow, signInOn, tabTo, visit } from './reader.ts'

const colleague = { name: 'Bartosz Lis', email: 'bartosz@nasza.example', password: 'Hasło Bartosza 1' }
const longName = `Reguła o nazwie ${'bardzodługiejbezspacji'.repeat(8)}`.slice(0, 200)

let server: LiveServer
let browser: Browser
let direct: DirectClient
let page: Page
let complaints: string[]
let contractorId = ''

beforeAll(async () => {
  server = await startLiveServer()
  direct = await directClient(server.origin, administrator)
  await direct.post('/api/users', colleague)
  contractorId = (await direct.post('/api/contractors', { name: 'Huta Zygmunt' })).id ?? ''
  await handIn(buildMail({ subject: 'Zamówienie 17' }), buildMail({ subject: 'zamowienie 18' }), buildMail())
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/rules`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function handIn(...mails: string[]) {
  const { token } = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  }).then(reply => reply.json())
  for (const body of mails) {
    const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` }
    const reply = await fetch(`${server.origin}/api/messages`, { method: 'POST', headers, body })
    expect(reply.status).toBe(200)
  }
}

it('writes a rule, tries it before saving, and says what is missing', async () => {
  await page.getByText('Nie masz jeszcze reguł').waitFor()
  await page.getByRole('button', { name: 'Utwórz regułę' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nowa reguła' })
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await dialog.getByText('Wpisz nazwę.').waitFor()
  await dialog.getByText('Wybierz kontrahenta.').waitFor()
  await dialog.getByLabel('Nazwa').fill('Zamówienia huty')
  await dialog.getByLabel('Co sprawdzić').selectOption({ label: 'Temat' })
  await dialog.getByLabel('Jak porównać').selectOption({ label: 'zawiera' })
  await dialog.getByLabel('Wartości').fill('ZAMÓWIENIE')
  await dialog.getByLabel('Kontrahent', { exact: true }).selectOption({ label: 'Huta Zygmunt' })

  await dialog.getByRole('button', { name: 'Sprawdź' }).click()

  await dialog.getByText(/Pasuje: 2\smaile z 3 ostatnich/).waitFor()
  expect(await dialog.getByText('zostanie przypisany').count()).toBe(2)
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('Temat zawiera „ZAMÓWIENIE”').waitFor()
  await page.getByText(/^Gdy .+, to przypisz do: Huta Zygmunt/).waitFor()
})

it('shows what a rule would do with earlier mail, does it, and counts it', async () => {
  await page.getByRole('button', { name: 'Zastosuj do dawnych maili: Zamówienia huty' }).click()
  const dialog = page.getByRole('dialog', { name: 'Zastosuj do dawnych maili' })
  await dialog.getByRole('button', { name: /Zastosuj: 2\smaile/ }).waitFor()
  expect(await barriers(page)).toEqual([])

  await dialog.getByRole('button', { name: /Zastosuj: 2/ }).click()

  await dialog.getByText(/Gotowe. Zmieniono: 2\smaile/).waitFor()
  await dialog.locator('.buttons').getByRole('button', { name: 'Zamknij' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Zamówienia huty' })
    .getByText(/^Zadziałała: 2\smaile$/)
    .waitFor()
})

it('is put in order by keyboard, and keeps the focus', async () => {
  const about = (value: string) => [{ field: 'subject', operator: 'contains', values: [value], match: 'any' }]
  const rule = { scope: 'personal', match: 'all', action: 'file', contractorId }
  await direct.post('/api/rules', { ...rule, name: 'Druga', conditions: about('b') })
  await direct.post('/api/rules', { ...rule, name: longName, conditions: about('c'.repeat(200)) })
  await direct.post('/api/rules', { ...rule, scope: 'company', name: 'Firmowa', conditions: about('d') })
  await page.reload()
  await page.getByText('Druga').waitFor()
  await tabTo(page, 'Przesuń niżej: Zamówienia huty')

  await page.keyboard.press('Enter')
  await page.getByText('Zamówienia huty: teraz na miejscu 2').waitFor({ state: 'attached' })

  await expect.poll(() => focusedName(page)).toBe('Przesuń niżej: Zamówienia huty')
  const names = await page.getByRole('list', { name: 'Twoje reguły' }).locator('strong').allTextContents()
  expect(names.slice(0, 2)).toEqual(['Druga', 'Zamówienia huty'])
})

it('shows a colleague the company’s rules without a way to change them, and none of mine', async () => {
  const other = await openWindow(browser)
  await other.page.goto(`${server.origin}/#/rules`)
  await signInOn(other.page, colleague)

  await other.page.getByText('Firmowa').waitFor()

  expect(await other.page.getByRole('button', { name: /Firmowa/ }).count()).toBe(0)
  expect(await other.page.getByText('Druga').count()).toBe(0)
  expect(other.complaints).toEqual([])
  await other.page.context().close()
})

it('says when switching does not work', async () => {
  await page.route('**/api/rules/*', route => route.abort())
  await page.getByRole('checkbox', { name: 'Włączona: Druga' }).click()
  await page.getByRole('alert').getByText('Brak połączenia z serwerem').waitFor()
  await page.unroute('**/api/rules/*')
})

describe.each([
  ['Polski', 320],
  ['English', 1440],
])('in %s at %i', (word, width) => {
  it('has no barrier, with long names, in the list and in the dialog', async () => {
    await visit(page, '#/')
    await chooseLanguage(page, word)
    await page.setViewportSize({ width, height: 900 })
    await visit(page, '#/rules')
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

    expect([await barriers(page), await wide()]).toEqual([[], 0])
    await page.getByRole('button', { name: /Utwórz regułę|Create rule/ }).click()
    await page.getByRole('dialog').waitFor()

    expect([await barriers(page), await wide()]).toEqual([[], 0])
    await page.keyboard.press('Escape')
  })
})

it('never made the browser complain', () => {
  expect(complaints.filter(line => !line.includes('ERR_FAILED'))).toEqual([])
})
