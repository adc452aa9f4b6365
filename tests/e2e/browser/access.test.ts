import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, visit } from './reader.ts'

const anna = { name: 'Anna Nowak', email: 'anna@nasza.example', password: 'Hasło Anny 1' }
const bartosz = { name: 'Bartosz Lis', email: 'bartosz@nasza.example', password: 'Hasło Bartosza 1' }

let server: LiveServer
let browser: Browser
let asAnna: DirectClient
let page: Page
let other: Page
let complaints: string[]
const ids = { contractor: '', hidden: '', item: '', secret: '', caseFile: '' }

beforeAll(async () => {
  server = await startLiveServer()
  const admin = await directClient(server.origin, administrator)
  await admin.post('/api/users', anna)
  const { id: colleague = '' } = await admin.post('/api/users', bartosz)
  await admin.post('/api/groups', { name: 'Sprzedaż', members: [colleague] })
  asAnna = await directClient(server.origin, { email: anna.email, password: anna.password })
  ids.contractor = (await asAnna.post('/api/contractors', { name: 'Otwarta Kartoteka' })).id ?? ''
  ids.hidden =
    (await asAnna.post('/api/contractors', { name: 'Zamknięta Kartoteka', audience: { users: [] } })).id ?? ''
  ids.caseFile = (await asAnna.post(`/api/contractors/${ids.contractor}/cases`, { title: 'Sprawa otwarta' })).id ?? ''
  ids.item = (await note(ids.contractor, 'Notatka jawna')).id ?? ''
  ids.secret = (await note(ids.hidden, 'Notatka zamknięta')).id ?? ''
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(server.origin)
  await signInOn(page, anna)
  ;({ page: other } = await openWindow(browser))
  await other.goto(server.origin)
  await signInOn(other, bartosz)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const note = (contractorId: string, title: string) =>
  asAnna.post('/api/activities', { kind: 'note', contractorId, title })

it('shows a new item in an open timeline without a reload', async () => {
  await visit(other, `#/contractors/${ids.contractor}`)
  await other.getByRole('link', { name: 'Notatka jawna' }).waitFor()

  await note(ids.contractor, 'Na żywo')

  await other.getByRole('link', { name: 'Na żywo' }).waitFor({ timeout: 5_000 })
})

it('takes an item off an open screen when its reader may no longer see it', async () => {
  const { id = '' } = await note(ids.contractor, 'Zaraz zniknie')
  await visit(other, `#/items/${id}`)
  await visit(page, `#/items/${id}`)
  await page.getByRole('button', { name: 'Zmień, kto widzi' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Wszyscy' }).uncheck()
  await page.getByRole('dialog').getByRole('button', { name: 'Zapisz' }).click()

  await other.getByRole('heading', { level: 1, name: 'Nie ma tu nic do pokazania' }).waitFor({ timeout: 5_000 })
})

it('shares one item with a colleague, who is told and reads it, and says who read it', async () => {
  await visit(page, `#/items/${ids.secret}`)
  await page.getByRole('button', { name: 'Udostępnij' }).click()
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Bartosz/ })
    .check()
  await page.getByRole('dialog').getByRole('button', { name: 'Udostępnij' }).click()
  await page.getByText('Udostępniono.').waitFor()

  await other.getByRole('link', { name: /Powiadomienia.*1 nowe/ }).click()
  await other.getByText('Anna Nowak udostępnia ci pozycję').waitFor()
  await other.getByRole('link', { name: 'Notatka zamknięta' }).click()
  await other.getByRole('heading', { level: 1, name: 'Notatka zamknięta' }).waitFor()

  await page.getByRole('button', { name: 'Kto to widzi i dlaczego' }).click()
  await page.getByRole('dialog').getByText('udostępniono (Anna Nowak)').waitFor()
  await page.keyboard.press('Escape')
})

it('opens in an emergency what an administrator does not see, and tells the manager why', async () => {
  const { page: boss, complaints: hers } = await openWindow(browser)
  await boss.goto(server.origin)
  await signInOn(boss, administrator)
  await visit(boss, `#/contractors/${ids.hidden}`)
  await boss.getByRole('heading', { level: 1, name: 'Nie ma tu nic do pokazania' }).waitFor()

  await visit(boss, '#/access')
  await boss.getByRole('button', { name: 'Otwórz awaryjnie' }).click()
  const dialog = boss.getByRole('dialog')
  await dialog.getByLabel('Adres strony').fill(`${server.origin}/#/contractors/${ids.hidden}`)
  await dialog.getByRole('button', { name: 'Otwórz awaryjnie' }).click()
  await dialog.getByText('Napisz powód').waitFor()
  await dialog.getByLabel('Powód').fill('Kontrola skarbowa pyta o umowę')
  await dialog.getByRole('button', { name: 'Otwórz awaryjnie' }).click()
  await boss.getByText('Opiekun został powiadomiony').waitFor()
  await visit(boss, `#/contractors/${ids.hidden}`)
  await boss.getByRole('heading', { level: 1, name: 'Zamknięta Kartoteka' }).waitFor()

  await visit(page, '#/notifications')
  await page.getByText('Powód: Kontrola skarbowa pyta o umowę').waitFor()
  await page.getByRole('link', { name: 'Dostępy awaryjne' }).click()
  await page.getByRole('button', { name: 'Zakończ' }).click()
  await boss.getByRole('heading', { level: 1, name: 'Nie ma tu nic do pokazania' }).waitFor({ timeout: 5_000 })
  expect(hers).toEqual([])
  await boss.context().close()
})

describe.each([
  ['pl', 'Polski', 1280],
  ['en', 'English', 320],
])('in %s', (_language, word, width) => {
  it('has no barrier on any page or dialog of access', async () => {
    const { page: boss } = await openWindow(browser)
    await boss.goto(server.origin)
    await signInOn(boss, administrator)
    await chooseLanguage(boss, word)
    await boss.setViewportSize({ width, height: 800 })
    const found: Record<string, string[]> = {}
    async function look(name: string) {
      const wide = await boss.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      found[name] = [...(await barriers(boss)), ...(wide > 0 ? [`wider than the window by ${wide}`] : [])]
    }

    for (const hash of ['#/access', '#/admin/audit', '#/notifications']) {
      await visit(boss, hash)
      await look(hash)
    }
    await visit(boss, '#/admin/audit')
    await boss.getByRole('button', { name: /Sprawdź dziennik|Examine the log/ }).click()
    await boss.getByText(/Dziennik jest cały|The log is whole/).waitFor()
    await look('verdict')
    await visit(boss, '#/access')
    await boss.getByLabel(/^Użytkownik$|^User$/).selectOption({ label: 'szefowa' })
    await boss.getByLabel(/Adresy stron|Addresses of pages/).fill(`#/items/${ids.item} #/items/${ids.secret} nic`)
    await boss.getByRole('button', { name: /^Sprawdź$|^Check$/ }).click()
    await boss
      .getByRole('listitem')
      .getByText(/nie widzi|does not see/)
      .waitFor()
    await look('view as')
    const dialogs: [string, RegExp][] = [
      [`#/items/${ids.item}`, /Udostępnij|Share/],
      [`#/items/${ids.item}`, /Kto to widzi i|Who sees this and/],
      [`#/cases/${ids.caseFile}`, /Kto to widzi i|Who sees this and/],
      ['#/access', /Otwórz awaryjnie|Open in an/],
    ]
    for (const [hash, button] of dialogs) {
      await visit(boss, hash)
      // In a narrow window the facts are folded.
      const folded = boss.locator('aside details:not([open]) > summary')
      if (await folded.count()) await folded.click()
      // What has no room there is in a menu.
      const act = boss.getByRole('button', { name: button })
      if (!(await act.count())) await boss.getByRole('button', { name: /^Więcej$|^More$/ }).click()
      await act.or(boss.getByRole('menuitem', { name: button })).click()
      await boss.getByRole('dialog').waitFor()
      await boss.waitForTimeout(300)
      await look(`${hash} ${button}`)
      await boss.keyboard.press('Escape')
    }

    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
    await boss.context().close()
  })
})

it('never made the browser complain', () => {
  expect(complaints).toEqual([])
})
