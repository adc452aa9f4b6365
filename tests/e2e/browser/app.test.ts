import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  type DirectClient,
  directClient,
  type LiveServer,
  startLiveServer,
} from '../../support/live-server.ts'
import { barriers, chooseLanguage, focusedName, openBrowser, openWindow, signInOn, tabTo, visit } from './reader.ts'

const colleague = { name: 'Bartosz Lis', email: 'bartosz@nasza.example', password: 'Hasło Bartosza 1' }
const nowhere = '6f9619ff-8b86-4d11-b42d-00cf4fc964ff'

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
  await page.goto(`${server.origin}/#/contractors?q=nikt`)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('asks who one is, says when that is wrong, and then shows the page one wanted', async () => {
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByLabel('Hasło').fill('nie to hasło')
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await page.getByRole('alert').getByText('E-mail albo hasło się nie zgadza').waitFor()

  await signInOn(page, administrator)

  await page.getByRole('heading', { level: 1, name: 'Kontrahenci' }).waitFor()
  await page.getByText('nie pasuje do „nikt”').waitFor()
  expect(await page.title()).toBe('Kontrahenci – Lupa')
})

it('opens a contractor file, checking the NIP and the addresses while they are typed', async () => {
  await visit(page, '#/contractors')
  await page.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nowy kontrahent' })
  await dialog.getByLabel('Nazwa').fill('Hydro-Instal Żółkiewski')
  await dialog.getByLabel('NIP').fill('521-301-72-29')
  await dialog.getByText('cyfra kontrolna się nie zgadza').waitFor()
  await dialog.getByLabel('NIP').fill('521-301-72-28')
  await dialog.getByText('Cyfra kontrolna się zgadza').waitFor()
  await dialog.getByLabel('Adresy i domeny').fill('@gmail.com')
  await dialog.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  await dialog.getByText('to poczta dla wszystkich').waitFor()
  await dialog.getByLabel('Adresy i domeny').fill('biuro@hydro.example\n@hydro.example')

  await dialog.getByRole('button', { name: 'Utwórz kontrahenta' }).click()

  await page.getByRole('heading', { level: 1, name: 'Hydro-Instal Żółkiewski' }).waitFor()
  await expect.poll(() => focusedName(page)).toBe('Hydro-Instal Żółkiewski')
  await page.getByText('biuro@hydro.example').waitFor()

  await visit(page, '#/contractors')
  await page.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  await dialog.getByLabel('Nazwa').fill('Hydro po raz drugi')
  await dialog.getByLabel('NIP').fill('5213017228')
  await dialog.getByLabel('Adresy i domeny').fill('serwis@hydro-serwis.example')
  await dialog.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  await dialog.getByText('NIP 521-301-72-28 ma już: Hydro-Instal Żółkiewski').waitFor()
  expect(await barriers(page)).toEqual([])
  await tabTo(page, 'Dodaj do: Hydro-Instal Żółkiewski')
  await page.keyboard.press('Enter')
  await page.getByText('serwis@hydro-serwis.example').waitFor()
  await visit(page, '#/contractors?q=5213017228')
  await page.getByRole('link', { name: 'Hydro-Instal Żółkiewski' }).waitFor()
})

it('opens a case, and shows what is logged in it', async () => {
  await page.getByRole('link', { name: 'Hydro-Instal Żółkiewski' }).click()
  await page.getByRole('button', { name: 'Utwórz sprawę' }).click()
  await page.getByRole('dialog').getByLabel('Tytuł sprawy').fill('Modernizacja kotłowni')
  await page.getByRole('dialog').getByRole('button', { name: 'Utwórz sprawę' }).click()
  await page.getByRole('heading', { level: 1, name: 'Modernizacja kotłowni' }).waitFor()
  const caseId = idIn(page)
  await page.getByRole('complementary').getByRole('link', { name: 'Hydro-Instal Żółkiewski' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hydro-Instal Żółkiewski' }).waitFor()
  const contractorId = idIn(page)

  await direct.post('/api/activities', { kind: 'note', contractorId, caseId, title: 'Klient prosi o rabat' })

  await visit(page, `#/contractors/${contractorId}?kind=note`)
  await page.getByRole('link', { name: 'Klient prosi o rabat' }).click()
  await page.getByRole('heading', { level: 1, name: 'Klient prosi o rabat' }).waitFor()
  await page.getByText(/2026\/\d+: ręcznie/).waitFor()
})

it('hides an item from a second user, in every list and at its own address', async () => {
  const item = page.url()
  await page.getByRole('button', { name: 'Zmień, kto widzi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Wszyscy' }).uncheck()
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('Zmieniono, kto to widzi').waitFor()

  const other = await openWindow(browser)
  await other.page.goto(item)
  await signInOn(other.page, colleague)

  await other.page.getByRole('heading', { level: 1, name: 'Nie ma tu nic do pokazania' }).waitFor()
  await visit(other.page, '#/')
  await other.page.getByText('Jeszcze nic tu nie ma').waitFor()
  await visit(other.page, '#/search?q=rabat')
  await other.page.getByText('Nic nie znaleziono').waitFor()
  await visit(other.page, '#/contractors?q=hydro')
  await other.page.getByRole('link', { name: 'Hydro-Instal Żółkiewski' }).click()
  await other.page.getByText('Nic się jeszcze nie wydarzyło').waitFor()
  expect(await other.page.getByText('Administracja').count()).toBe(0)
  await visit(other.page, '#/admin/users')
  await other.page.getByRole('heading', { level: 1, name: 'Tylko dla administratorów' }).waitFor()
  expect(other.complaints).toEqual([])
  await other.page.context().close()
})

it('comes back to where one stood in a long list', async () => {
  const { id: contractorId } = await direct.post('/api/contractors', { name: 'Długa Kartoteka' })
  for (let number = 0; number < 70; number += 1) {
    await direct.post('/api/activities', { kind: 'note', contractorId, title: `Notatka ${number}` })
  }
  await visit(page, `#/contractors/${contractorId}`)
  await page.getByRole('button', { name: 'Pokaż więcej' }).click()
  const link = page.getByRole('link', { name: 'Notatka 3', exact: true })
  await link.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await link.click()
  await page.getByRole('heading', { level: 1, name: 'Notatka 3' }).waitFor()

  await page.goBack()

  await page.waitForFunction(wanted => Math.abs(scrollY - wanted) < 2, before)
  expect(before).toBeGreaterThan(500)
})

it('can be worked by keyboard alone', async () => {
  await visit(page, '#/')
  await tabTo(page, 'Przejdź do treści')
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(page)).toBe('Pulpit')
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, 'Kontrahenci')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Kontrahenci' }).waitFor()

  await tabTo(page, 'Utwórz kontrahenta')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, 'Nazwa')
  await page.keyboard.type('Firma z Klawiatury')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: 'Firma z Klawiatury' }).waitFor()
  await tabTo(page, 'Utwórz sprawę')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => focusedName(page)).toBe('Utwórz sprawę')
})

it('says when the server does not answer, and goes on when it does', async () => {
  await page.route('**/api/**', route => route.abort())
  await page.evaluate(() => location.assign('#/triage'))
  await page.getByRole('alert').getByText('Brak połączenia z serwerem').waitFor()

  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Spróbuj ponownie' }).click()

  await page.getByText('Nic nie czeka').waitFor()
})

describe.each([
  ['pl', 'Polski', 1280],
  ['en', 'English', 320],
])('in %s', (language, word, width) => {
  it('has no barrier on any page', async () => {
    await chooseLanguage(page, word)
    await page.setViewportSize({ width, height: 800 })
    const found: Record<string, string[]> = {}

    for (const hash of await everyPage()) {
      await visit(page, hash)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      found[hash] = [...(await barriers(page)), ...(wide > 0 ? [`wider than the window by ${wide}`] : [])]
    }

    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })
})

it('never made the browser complain', () => {
  expect(complaints.filter(line => !line.includes('ERR_FAILED'))).toEqual([])
})

async function everyPage(): Promise<string[]> {
  const contractor = await direct.post('/api/contractors', {
    name: 'Kontrahent na przegląd',
    addresses: ['@przeglad.example'],
  })
  const contractorId = contractor.id ?? ''
  const caseFile = await direct.post(`/api/contractors/${contractorId}/cases`, { title: 'Sprawa na przegląd' })
  const note = { kind: 'call', contractorId, caseId: caseFile.id, title: 'Rozmowa', note: 'Ustalono termin.' }
  const item = await direct.post('/api/activities', note)
  return [
    ...['#/', '#/contractors', '#/contractors?q=zzzz', '#/search?q=termin', '#/search', '#/triage', '#/pane'],
    ...[`#/contractors/${contractorId}`, `#/cases/${caseFile.id}`, `#/items/${item.id}`, `#/items/${nowhere}`],
    ...['#/rules', '#/admin/users', '#/admin/groups', '#/nie-ma-takiej'],
  ]
}

function idIn(where: Page): string {
  return /[0-9a-f-]{36}/.exec(where.url())?.[0] ?? ''
}
