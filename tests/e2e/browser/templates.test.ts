import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { barriers, focusedName, openBrowser, openWindow, signInOn, tabTo } from './reader.ts'

const colleague = { name: 'Bartosz Lis', email: 'bartosz@nasza.example', password: 'Hasło Bartosza 1' }

let server: LiveServer
let browser: Browser
let direct: DirectClient
let page: Page
let complaints: string[]

beforeAll(async () => {
  server = await startLiveServer()
  direct = await directClient(server.origin, administrator)
  await direct.post('/api/users', colleague)
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/templates`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('writes a template of the company, with a preview that marks what is no field', async () => {
  await page.getByText('Nie ma jeszcze szablonów').waitFor()
  await page.getByRole('button', { name: 'Nowy szablon' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nowy szablon' })
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await dialog.getByText('Wpisz nazwę.').waitFor()
  await dialog.getByText('Wpisz treść.').waitFor()
  await dialog.getByLabel('Nazwa').fill('Powitanie')
  await dialog.getByLabel('Dla kogo').selectOption({ label: 'dla całej firmy' })
  await dialog.getByLabel('Treść', { exact: true }).fill('Dzień dobry, ! {imie}')
  await dialog
    .getByLabel('Treść', { exact: true })
    .evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(13, 13))

  await dialog.getByRole('button', { name: 'imię', exact: true }).click()

  expect(await dialog.getByLabel('Treść', { exact: true }).inputValue()).toBe('Dzień dobry, {imię}! {imie}')
  const preview = dialog.getByRole('region', { name: 'Podgląd' })
  await preview.getByText('Dzień dobry, Anna! [imie]').waitFor()
  await preview.getByText('Nie ma takich pól: {imie}').waitFor()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('firmowy · po polsku').waitFor()
})

it('puts a template into the archive and takes it out again, by keyboard', async () => {
  await direct.post('/api/mail-templates', {
    name: 'Pożegnanie',
    subject: '',
    body: 'Do widzenia',
    language: 'pl',
    isShared: true,
  })
  await page.reload()
  await tabTo(page, 'Przenieś do archiwum: „Pożegnanie”')
  await page.keyboard.press('Enter')
  await page.getByText('Pożegnanie', { exact: true }).waitFor({ state: 'detached' })
  // Its neighbour, and not the button that would put this one away as well.
  await expect.poll(() => focusedName(page)).toBe('Zmień szablon „Powitanie”')
  await tabTo(page, 'Przenieś do archiwum: „Powitanie”')
  await page.keyboard.press('Enter')
  await page.getByText('Nie ma jeszcze szablonów').waitFor()
  await expect.poll(() => focusedName(page)).toBe('Szablony maili')

  await tabTo(page, 'W użyciu')
  await page.keyboard.press('ArrowRight')
  expect(await focusedName(page)).toBe('Archiwum')
  await tabTo(page, 'Przywróć z archiwum: „Powitanie”')
  await page.keyboard.press('Enter')
  await page.getByText('Powitanie', { exact: true }).waitFor({ state: 'detached' })
  await expect.poll(() => focusedName(page)).toBe('Zmień szablon „Pożegnanie”')
  expect(await barriers(page)).toEqual([])
})

it('shows the company’s to a colleague who may not change it, and his own to himself alone', async () => {
  const { page: his, complaints: heard } = await openWindow(browser)
  await his.goto(`${server.origin}/#/templates`)
  await signInOn(his, colleague)
  await his.setViewportSize({ width: 320, height: 800 })
  await his.getByRole('button', { name: 'Obejrzyj szablon „Powitanie”' }).click()
  await his.getByRole('dialog').getByText('Dzień dobry, Anna!').waitFor()
  await his.keyboard.press('Escape')

  await his.getByRole('button', { name: 'Nowy szablon' }).click()
  const dialog = his.getByRole('dialog', { name: 'Nowy szablon' })
  expect(await dialog.getByLabel('Dla kogo').count()).toBe(0)
  await dialog.getByLabel('Nazwa').fill('Tylko mój')
  await dialog.getByLabel('Treść', { exact: true }).fill('Do usłyszenia')
  expect(await barriers(his)).toEqual([])
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await his.getByText('własny · po polsku').waitFor()
  expect(await his.evaluate(() => document.documentElement.scrollWidth)).toBe(320)

  const { items } = JSON.parse(await direct.text('/api/mail-templates'))
  expect(items.map((one: { name: string }) => one.name)).toEqual(['Powitanie'])
  expect(heard).toEqual([])
})

it('made the browser complain of nothing', () => {
  expect(complaints).toEqual([])
})
