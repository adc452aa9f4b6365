import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signIn } from '../../../shared/session.ts'
import { administrator, directClient, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { buildMail, type MailInput } from '../../support/mail.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, visit } from './reader.ts'

let server: LiveServer
let browser: Browser
let page: Page
let complaints: string[]
let itemId: string
let contractorId: string

beforeAll(async () => {
  server = await startLiveServer()
  const direct = await directClient(server.origin, administrator)
  const contractor = await direct.post('/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
  contractorId = contractor['id'] ?? ''
  const { token } = await direct.post(signIn.url, administrator)
  const hand = (input: MailInput) =>
    fetch(`${server.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
      body: buildMail(input),
    })
  const rowsOf = async (path: string) => {
    const reply = await fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` } })
    return ((await reply.json()) as { items: { id: string }[] }).items
  }
  await hand({ from: 'Anna <anna@meblex.example>', subject: 'Oferta na regały' })
  for (let n = 0; n < 3; n += 1) await hand({ from: `o${n}@dawny.example`, subject: `Dawny ${n}` })
  // A busy machine answers before it has filed.
  const filed = await vi.waitFor(
    async () => {
      expect(await rowsOf('/api/triage?domain=dawny.example')).toHaveLength(3)
      return rowsOf(`/api/contractors/${contractorId}/timeline`)
    },
    { timeout: 20_000, interval: 200 },
  )
  itemId = filed[0]?.id ?? ''
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  await page.goto(`${server.origin}/#/`)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe.each([
  ['Polski', 1440],
  ['English', 320],
])('in %s', (word, width) => {
  it('has no barrier and fits, light and dark', async () => {
    await chooseLanguage(page, word)
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    const pages = [
      `#/items/${itemId}`,
      `#/contractors/${contractorId}`,
      '#/left-out',
      '#/copy-addresses',
      '#/held',
      '#/mailboxes',
      '#/admin/filing',
      '#/admin/microsoft',
    ]
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const hash of pages) {
        await visit(page, hash)
        found.push(...(await barriers(page)).map(one => `${hash} ${one}`))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) found.push(`${hash} is wider than the window by ${wide}`)
      }
    }
    expect(found).toEqual([])
  }, 90_000)
})

it('offers the earlier mail of a new contractor and files it', async () => {
  await chooseLanguage(page, 'Polski')
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, '#/contractors')
  await page.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  await page.getByLabel('Nazwa').fill('Dawny klient')
  await page.getByLabel('Adresy i domeny').fill('@dawny.example')
  await page.getByRole('dialog').getByRole('button', { name: 'Utwórz kontrahenta' }).click()

  const offer = page.getByRole('region', { name: 'Dawniejsza poczta' })
  await offer.getByText('3 maile w 1 skrzynce').waitFor()
  expect(await barriers(page)).toEqual([])
  await offer.getByRole('button', { name: 'Przypisz 3 maile' }).click()

  await offer.getByText('Przypisano: 3 maile.').waitFor()
  await page.getByText('Dawny 2').waitFor()
})

it('learns that a place was wrong, when the time to undo is over', async () => {
  await visit(page, `#/items/${itemId}`)
  await page.getByText('domena meblex.example').waitFor()
  await page.getByRole('button', { name: /^Złe:/ }).click()
  await page.getByText('Odpięto: Meblex.').waitFor()
  await page.getByRole('button', { name: 'Cofnij' }).click()

  await page.getByRole('button', { name: /^Nigdy:/ }).click()
  await page.getByText('Maile od anna@meblex.example nie trafią już same do: Meblex.').waitFor()
  await page.getByRole('button', { name: 'Zamknij' }).click()

  await page.getByRole('heading', { level: 1, name: 'Meblex' }).waitFor()
  await page.getByRole('button', { name: 'Znowu przypisuj pocztę od: anna@meblex.example' }).waitFor()
  await visit(page, '#/triage')
  await page.getByRole('button', { name: /Anna/, expanded: false }).waitFor()
})

it('settles own domains and left-out senders without anybody’s help', async () => {
  await visit(page, '#/admin/filing')
  const own = page.getByRole('form', { name: 'Adresy własne' })
  await own.getByLabel('Adres lub domena').fill('@nasza.example')
  await own.getByRole('button', { name: 'Dodaj' }).click()
  await page.getByRole('button', { name: 'Usuń: @nasza.example' }).waitFor()

  await visit(page, '#/left-out')
  const mine = page.getByRole('form', { name: 'Moja lista' })
  await mine.getByLabel('Adres lub domena').fill('@reklamy.example')
  await mine.getByRole('button', { name: 'Dodaj' }).click()
  await page.getByRole('button', { name: 'Usuń: @reklamy.example' }).click()
  await page.getByText('Nikogo nie pomijasz.').waitFor()
  await page.getByRole('button', { name: 'Cofnij' }).click()

  await page.getByRole('button', { name: 'Usuń: @reklamy.example' }).waitFor()
  expect(complaints).toEqual([])
})
