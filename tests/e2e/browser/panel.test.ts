import { readFileSync } from 'node:fs'
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

let server: LiveServer
let browser: Browser
let direct: DirectClient
let page: Page
let complaints: string[]

beforeAll(async () => {
  server = await startLiveServer()
  direct = await directClient(server.origin, administrator)
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/admin/document-types`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('adds a type of documents, which is known by its word, filtered by and put right by hand', async () => {
  await page.getByRole('button', { name: 'Dodaj typ' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nowy typ dokumentów' })
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await dialog.getByText('Wpisz nazwę.').first().waitFor()
  await dialog.getByLabel('Nazwa po polsku').fill('Reklamacja')
  await dialog.getByLabel('Nazwa po angielsku').fill('Complaint')
  await dialog.getByLabel('Ikona').selectOption({ label: 'ostrzeżenie' })
  await dialog.getByLabel('Kolor').selectOption({ label: 'czerwony' })
  await dialog.getByLabel('Słowa rozpoznawcze').fill('reklamac*')
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Zapisz' }).click()
  await page.getByText('Zapisano typ dokumentów.').waitFor()
  const { id } = await direct.post('/api/contractors', {
    name: 'Klient z reklamacją',
    addresses: ['@reklamuje.example'],
  })
  const files = [
    { name: 'reklamacja 7.txt', type: 'text/plain', content: 'Szanowni Państwo' },
    { name: 'inne.txt', type: 'text/plain', content: 'zwykła treść' },
  ]
  await direct.handIn('/api/messages', buildMail({ from: 'x@reklamuje.example', attachments: files }))

  await visit(page, `#/contractors/${id}`)
  await page.getByRole('button', { name: 'Reklamacja', exact: true }).click()
  const rows = page.locator('.timeline-row')
  await expect.poll(() => rows.count()).toBe(1)
  await page.getByRole('link', { name: 'reklamacja 7.txt' }).click()
  await page.getByLabel('Typ dokumentu').selectOption({ label: 'Umowa' })
  await page.getByText('Typ dokumentu: Umowa.').waitFor()
})

it('hides a type of the product and brings it back, by keyboard, and keeps the focus on it', async () => {
  await visit(page, '#/admin/document-types')
  await tabTo(page, 'Ukryj typ „Oferta”')
  await page.keyboard.press('Enter')
  await page.getByText('Typ „Oferta” jest ukryty.').waitFor()
  await expect.poll(() => focusedName(page)).toBe('Przywróć typ „Oferta”')
  await page.keyboard.press('Enter')
  await page.getByText('Typ „Oferta” znów jest do wyboru.').waitFor()
  await expect.poll(() => focusedName(page)).toBe('Ukryj typ „Oferta”')
})

it('takes a list of contractors in, once it has seen what would come of it', async () => {
  await visit(page, '#/admin/import')
  const list =
    'Firma;Numer;Poczta\nOdlewnia Piast;521-301-72-28;@piast.example\nZły;1234567890;\nKlient z reklamacją;;\n'
  await page
    .getByLabel('Plik z listą')
    .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })

  await page.getByText('NIP się nie zgadza').waitFor()
  await page.getByRole('link', { name: 'ta sama nazwa: Klient z reklamacją' }).waitFor()
  expect(await page.getByLabel('Znaczenie: Numer').inputValue()).toBe('taxId')
  expect(await direct.text('/api/contractors?q=Piast')).not.toContain('Odlewnia')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Importuj' }).click()

  await page.getByText('Założeni: 1. Uzupełnieni: 0. Bez zmian: 1. Odrzucone wiersze: 1.').waitFor()
  expect(await direct.text('/api/contractors?q=Piast')).toContain('5213017228')
})

it('merges two files of one contractor, and follows an old link to the one that is left', async () => {
  const twin = await direct.post('/api/contractors', {
    name: 'Odlewnia Piast S.A.',
    addresses: ['biuro@piast.example'],
  })
  await direct.handIn('/api/messages', buildMail({ from: 'biuro@piast.example', subject: 'Odlew 3' }))
  await visit(page, '#/admin/duplicates')
  await page.getByRole('button', { name: /^Połącz: Odlewnia Piast/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Połącz dwie kartoteki' })
  await dialog.getByLabel('Która kartoteka zostaje').selectOption({ label: 'Odlewnia Piast, 5213017228' })
  await dialog.getByText('Przeniosą się: 1').waitFor()
  await dialog.getByText('Połączenia nie da się cofnąć.').waitFor()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Połącz' }).click()

  await page.getByText('Wszystko jest teraz w kartotece „Odlewnia Piast”').waitFor()
  await visit(page, `#/contractors/${twin.id}`)
  await page.getByRole('heading', { level: 1, name: 'Odlewnia Piast' }).waitFor()
  await page.getByRole('link', { name: 'Odlew 3' }).waitFor()
  expect(page.url()).not.toContain(twin.id)
})

it('looks at what periods would erase before it switches them on, and holds a file', async () => {
  await visit(page, '#/admin/retention')
  await page.getByLabel('Mail odebrany').selectOption({ label: '10 lat' })
  await page.getByLabel('Usuwaj codziennie to, co jest starsze').check()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.getByText('Najpierw zobacz, co by zniknęło.').waitFor()
  await page.getByRole('button', { name: 'Pokaż, co by zniknęło' }).click()
  await page.getByText('Nic nie jest starsze niż te okresy.').waitFor()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.getByText('Zapisano okresy przechowywania.').waitFor()

  await direct.post('/api/contractors', { name: 'Spółka w sporze' })
  await page.getByLabel('Kartoteka lub sprawa').fill('spółka w sp')
  await page.getByRole('option', { name: 'Spółka w sporze' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByLabel('Powód').fill('Spór sądowy')
  await page.getByRole('button', { name: 'Wstrzymaj usuwanie' }).click()
  await page.getByRole('button', { name: 'Zakończ wstrzymanie: Spółka w sporze' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

it('looks at the state of the installation, and takes the log along as a table', async () => {
  await visit(page, '#/admin/system')
  await page.getByText('Nie ma jeszcze żadnej kopii.').waitFor()
  await page.getByText('Z czego zbudowana jest działająca Lupa.').click()
  await page.getByRole('rowheader', { name: /^fastify / }).waitFor()
  expect(await barriers(page)).toEqual([])

  await visit(page, '#/admin/audit')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Pobierz jako CSV' }).click()
  const text = readFileSync(await (await saved).path(), 'utf8')
  expect(text).toContain(';"merged";"contractor";"Odlewnia Piast";')
})

describe.each([
  ['Polski', 'light', 1440],
  ['English', 'dark', 320],
] as const)('in %s, %s, %i px', (language, colorScheme, width) => {
  it.each(['document-types', 'import', 'duplicates', 'retention', 'person-data', 'system'])(
    '%s stays within the window, without barriers',
    async name => {
      await chooseLanguage(page, language)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await visit(page, `#/admin/${name}`)

      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )
})
