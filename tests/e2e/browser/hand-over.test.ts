import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administrator, directClient, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, tabTo, visit } from './reader.ts'

const REST_MS = 400
const anna = { name: 'Anna Nowak', email: 'anna@nasza.example', password: 'Hasło Anny 1' }
const celina = { name: 'Celina Odchodząca', email: 'celina@nasza.example', password: 'Hasło Celiny 1' }
const danuta = { name: 'Danuta Gotowa-Odejść', email: 'danuta@nasza.example', password: 'Hasło Danuty 1' }

const loginOf = ({ email, password }: typeof celina) => ({ email, password })

let server: LiveServer
let browser: Browser
let boss: Page
let page: Page
let complaints: string[]
const ids = { annas: '', anna: '', celina: '' }

beforeAll(async () => {
  server = await startLiveServer()
  const admin = await directClient(server.origin, administrator)
  ids.anna = (await admin.post('/api/users', anna)).id ?? ''
  for (const leaver of [celina, danuta]) {
    const { id: leaverId = '' } = await admin.post('/api/users', leaver)
    if (leaver === celina) ids.celina = leaverId
    const client = await directClient(server.origin, loginOf(leaver))
    const { id = '' } = await client.post('/api/contractors', {
      name: `Kartoteka: ${leaver.name}`,
      audience: { users: [] },
    })
    await client.post(`/api/contractors/${id}/cases`, { title: 'Sprawa w toku' })
    await client.post('/api/activities', { kind: 'task', contractorId: id, title: 'Oddzwonić' })
    const imap = { kind: 'imap', host: '127.0.0.1', port: 1, tls: true, password: 'p', since: '2026-01-01' }
    await client.post('/api/mailboxes', { ...imap, user: `biuro-${leaver.email}` })
  }
  const asAnna = await directClient(server.origin, loginOf(anna))
  ids.annas = (await asAnna.post('/api/contractors', { name: 'Kartoteka Anny' })).id ?? ''
  browser = await openBrowser()
  ;({ page: boss, complaints } = await openWindow(browser))
  await boss.goto(server.origin)
  await signInOn(boss, administrator)
  ;({ page } = await openWindow(browser))
  await page.goto(server.origin)
  await signInOn(page, anna)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Shuts an account out and opens its dialog again, in either language. */
async function shutOut(name: string) {
  await visit(boss, '#/')
  await visit(boss, '#/admin/users')
  const manage = boss.getByRole('button', { name: new RegExp(`^(Konto|Account): ${name}`) })
  await manage.click()
  const off = boss.getByRole('dialog').getByRole('button', { name: /^(Wyłącz konto|Shut account out)$/ })
  if (await off.count()) await off.click()
  await boss
    .getByRole('dialog')
    .getByRole('button', { name: /Przekaż, co zostało|Hand over what is left/ })
    .waitFor()
}

it('gives a contractor to a colleague by keyboard', async () => {
  await visit(page, `#/contractors/${ids.annas}`)
  await tabTo(page, 'Przekaż')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Przekaż kontrahenta' }).waitFor()
  await tabTo(page, 'Przekaż')
  await page.keyboard.press('Enter')
  await page.getByText('Wybierz, komu to przekazujesz.').waitFor()
  // Colleagues may come a moment after the dialog, and typing chooses among those that are there.
  await page.getByRole('dialog').locator('option', { hasText: 'Celina' }).waitFor({ state: 'attached' })
  await page.keyboard.type('Celina')
  await tabTo(page, 'Przekaż')
  await page.keyboard.press('Enter')

  await page.getByText('Nowy opiekun: Celina Odchodząca.').waitFor()
})

describe.each([
  ['Polski', 1440],
  ['English', 320],
] as const)('in %s, %i px', (word, width) => {
  it('has no barrier where something is handed over, light and dark', async () => {
    await chooseLanguage(boss, word)
    await shutOut(danuta.name)
    await boss.getByRole('button', { name: /Przekaż, co zostało|Hand over what is left/ }).click()
    await boss.getByRole('checkbox').first().waitFor()
    await look(boss, 'what a leaver left')
    await boss
      .getByRole('dialog')
      .getByRole('button', { name: /^(Przekaż|Hand over)$/ })
      .click()
    await look(boss, 'with a fault')
    await boss.keyboard.press('Escape')

    await chooseLanguage(page, word)
    await visit(page, '#/')
    await visit(page, `#/contractors/${ids.annas}`)
    await look(page, 'contractor')
  })

  async function look(on: Page, what: string) {
    await on.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await on.emulateMedia({ colorScheme })
      // Colours are judged when they have come to rest.
      await on.waitForTimeout(REST_MS)
      expect(await barriers(on), `${what} ${colorScheme}`).toEqual([])
      expect(await on.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0)
    }
    await on.setViewportSize({ width: 1280, height: 800 })
  }
})

it('gives a colleague by keyboard what somebody left behind, and shows the administrator none of it', async () => {
  await chooseLanguage(boss, 'Polski')
  await shutOut(celina.name)
  await tabTo(boss, 'Przekaż, co zostało')
  await boss.keyboard.press('Enter')
  const dialog = boss.getByRole('dialog', { name: 'Przekaż, co zostało: Celina Odchodząca' })
  for (const part of ['2 kontrahentów', '1 sprawa', '1 otwarte zadanie', '1 skrzynka'])
    expect(await dialog.getByRole('checkbox', { name: part }).isChecked(), part).toBe(true)
  await dialog.getByText(`biuro-${celina.email}`).waitFor()

  await tabTo(boss, 'skrzynka')
  await boss.keyboard.press('Space')
  await tabTo(boss, 'Wybierz osobę')
  await boss.keyboard.type('Anna')
  await tabTo(boss, 'Przekaż')
  await boss.keyboard.press('Enter')

  await boss.getByText('Przekazano: Anna Nowak.').waitFor()
  const { items } = JSON.parse(await (await directClient(server.origin, loginOf(anna))).text('/api/contractors'))
  expect(items.map((one: { name: string }) => one.name)).toContain(`Kartoteka: ${celina.name}`)
  await visit(boss, '#/contractors')
  expect(await boss.getByText(`Kartoteka: ${celina.name}`).count()).toBe(0)
})

it('tells whoever takes it over, with how much of each it is', async () => {
  await chooseLanguage(page, 'Polski')
  await visit(page, '#/notifications')
  const row = page
    .getByRole('listitem')
    .filter({ hasText: 'przekazuje ci to, co zostało po koncie: Celina Odchodząca' })
  await row.getByText('nieprzeczytane').waitFor()
  expect(await row.getByText(/kontrahentów/).textContent()).toBe(
    '2\u00a0kontrahentów, 1\u00a0sprawa, 1\u00a0otwarte zadanie',
  )
  // The mailbox was left out, so there is nothing to be looked after.
  expect(await row.getByRole('link').count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await chooseLanguage(page, 'English')
  await page.getByText('2\u00a0contractors, 1\u00a0case, 1\u00a0open task').waitFor()
  await chooseLanguage(page, 'Polski')
  await page.getByText('2\u00a0kontrahentów').waitFor()
  const client = await directClient(server.origin, administrator)
  await client.post(`/api/accounts/${ids.celina}/hand-over`, { toId: ids.anna, parts: ['mailboxes'] })
  await visit(page, '#/')
  await visit(page, '#/notifications')
  await page.getByText('1\u00a0skrzynka').waitFor()
  await page.getByRole('link', { name: /Sprawdź w „Skrzynkach”/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Skrzynki' }).waitFor()
})

it('never made the browser complain', () => {
  expect(complaints).toEqual([])
})
