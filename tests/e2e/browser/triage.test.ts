import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../../../shared/session.ts'
import { administrator, directClient, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { buildMail, type MailInput } from '../../support/mail.ts'
import { barriers, chooseLanguage, focusedName, openBrowser, openWindow, signInOn, tabTo, visit } from './reader.ts'

const longName = 'Przedsiębiorstwo Wielobranżowe Hydro-Instal Żółkiewski i Wspólnicy Spółka komandytowa'

let server: LiveServer
let browser: Browser
let page: Page
let complaints: string[]
let casesOfMeblex: () => Promise<{ id: string; title: string }[]>
let itemsOf: (caseId: string) => Promise<{ title: string }[]>

beforeAll(async () => {
  server = await startLiveServer()
  const direct = await directClient(server.origin, administrator)
  await direct.post('/api/contractors', { name: longName, addresses: ['w@dwoje.example'] })
  const meblex = await direct.post('/api/contractors', { name: 'Meblex', addresses: ['w@dwoje.example'] })
  casesOfMeblex = async () => JSON.parse(await direct.text(`/api/contractors/${meblex.id}/cases`)).items
  itemsOf = async caseId => JSON.parse(await direct.text(`/api/cases/${caseId}/timeline`)).items
  const { token } = await direct.post(signIn.url, administrator)
  const hand = (input: MailInput) =>
    fetch(`${server.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
      body: buildMail(input),
    })
  const at = (minute: number) => new Date(Date.now() - 3_600_000 + minute * 60_000)
  for (const subject of ['Re: Remont dachu', 'Remont dachu: termin'])
    await hand({ from: 'Zofia <z@remont.example>', subject, date: at(1) })
  for (const subject of ['Pierwszy', 'Drugi']) await hand({ from: 'Wanda <w@dwoje.example>', subject, date: at(2) })
  await hand({ from: 'reklama@natret.example', subject: 'Promocja', date: at(3) })
  const headers = ['List-Id: <newsy.example>']
  await hand({ from: 'lista@newsy.example', subject: 'Wieści', headers, date: at(4) })
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/triage`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe.each([
  ['Polski', 1280],
  ['English', 320],
])('in %s', (word, width) => {
  it('has no barrier with senders opened and in the dialog, light and dark', async () => {
    await chooseLanguage(page, word)
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await visit(page, '#/')
      await visit(page, '#/triage')
      await page.getByRole('button', { name: /Wanda/, expanded: false }).click()
      await page.getByRole('list', { name: /Wanda/ }).waitFor()
      found.push(...(await barriers(page)))
      await page.getByRole('button', { name: /Wanda/, expanded: true }).press('f')
      await page.getByRole('dialog').waitFor()
      found.push(...(await barriers(page)))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`wider than the window by ${wide}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
  })
})

it('is worked through by keyboard alone: leave out, undo, file where it is proposed', async () => {
  await chooseLanguage(page, 'Polski')
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, '#/')
  await visit(page, '#/triage')
  await page.getByRole('list', { name: 'Nadawcy' }).waitFor()
  await tabTo(page, 'mail')
  const toNatret = async () => {
    await page.keyboard.press('k')
    for (let press = 0; press < 3 && !(await focusedName(page)).includes('natret'); press += 1)
      await page.keyboard.press('j')
  }
  await toNatret()
  await page.keyboard.press('x')
  await page.getByText('Pominięto: 1 mail').waitFor()
  await expect.poll(() => focusedName(page), { timeout: 10_000 }).toContain('Wanda')
  await page.keyboard.press('u')
  await page.getByRole('button', { name: /natret/, expanded: false }).waitFor()

  await page.getByRole('button', { name: /Wanda/, expanded: false }).focus()
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: 'Przypisz 2 maile' }).waitFor()
  await expect.poll(() => focusedName(page), { timeout: 10_000 }).toBe('Przypisz')
  await page.keyboard.press('Enter')

  await page.getByText('Przypisano: 2 maile').waitFor()
  await page.getByRole('button', { name: /Wanda/ }).first().waitFor({ state: 'detached' })
})

it('files all mail of a sender in one new case, which the dialog names after their subjects', async () => {
  await page.getByRole('button', { name: /Zofia/, expanded: false }).press('f')
  const dialog = page.getByRole('dialog', { name: 'Przypisz 2 maile' })
  await dialog.getByRole('combobox', { name: 'Kontrahent' }).fill('Meblex')
  await dialog.getByRole('option', { name: /Meblex/ }).click()
  await dialog.getByRole('combobox', { name: 'Sprawa', exact: true }).selectOption('Nowa sprawa…')
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Tytuł nowej sprawy' }).inputValue()).toBe('Remont dachu')
  await dialog.getByText('Widoczne dla: Wszyscy').waitFor()
  expect(await barriers(page)).toEqual([])

  await dialog.getByRole('button', { name: 'Przypisz', exact: true }).click()

  await page.getByText('Przypisano: 2 maile').first().waitFor()
  await dialog.waitFor({ state: 'detached' })
  const cases = await casesOfMeblex()
  expect(cases.map(one => one.title)).toEqual(['Remont dachu'])
  const filed = (await itemsOf(cases[0]?.id ?? '')).map(item => item.title)
  expect(filed.toSorted()).toEqual(['Re: Remont dachu', 'Remont dachu: termin'])
})

it('recovers what was left out', async () => {
  await page.getByRole('button', { name: 'Pominięte' }).click()
  await page.getByText('newsletter').first().waitFor()
  await page.getByRole('button', { name: 'Przywróć: lista@newsy.example' }).click()
  await page.getByText('Przywrócono: 1 mail').waitFor()

  await page.getByRole('button', { name: 'Czekają' }).click()

  await page.getByRole('button', { name: /lista@newsy\.example/, expanded: false }).waitFor()
  expect(complaints).toEqual([])
})
