import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { administrator, type DirectClient } from '../../support/live-server.ts'
import { openStory } from './open-story.ts'
import { barriers, focusedName, openWindow, signInOn, untilAnswered, visit } from './reader.ts'

const { browser, page, complaints } = await openStory({
  prepare: async direct => {
    const kowal = (await direct.post('/api/contractors', { name: 'Hurtownia Kowal' })).id ?? ''
    const other = (await direct.post('/api/contractors', { name: 'Tartak Borek' })).id ?? ''
    const put = (kind: string, contractorId: string, title: string, note: string) =>
      direct.post('/api/activities', { kind, contractorId, title, note })
    await put('note', kowal, 'Reklamacja krzeseł', 'Pęknięte łączenie oparcia w ośmiu krzesłach.')
    await put('call', other, 'Rozmowa o krzesłach', 'Dostawa drewna na krzesła w piątek.')
    await put('note', other, 'Samo oparcie', 'Próbka drewna na oparcie.')
    await untilIndexed(direct)
  },
})

/** Basic forms are made a moment later, in the background. */
async function untilIndexed(direct: DirectClient) {
  for (let turn = 0; turn < 100; turn += 1) {
    if ((await direct.text('/api/search?q=krzes%C5%82ami')).includes('Rozmowa')) return
    await wait(200)
  }
}

const shares = () => page.getByRole('complementary', { name: 'Podział wyników' })
const found = (name: string) => page.getByRole('list', { name: 'Znalezione pozycje' }).getByRole('link', { name })

it('shows what is found while one types, in any form, with the finds marked, and keeps the words in the address', async () => {
  await visit(page, '#/search')
  await page.keyboard.press('/')
  await page.keyboard.type('krzesłami oparciem')

  await found('Reklamacja krzeseł').waitFor()
  await page
    .getByRole('list', { name: 'Tylko część szukanych słów' })
    .getByRole('link', { name: 'Samo oparcie' })
    .waitFor()
  expect(await page.locator('.item-rows mark').allTextContents()).toContain('krzesłach')
  expect(decodeURIComponent(page.url())).toContain('q=krzesłami+oparciem')
})

/** What a press on the list's button saves: under which name, and its lines. */
async function takenAlong() {
  const list = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Pobierz CSV' }).click()
  const saved = await list
  const text = String(await readFile(await saved.path()))
  return { name: saved.suggestedFilename(), lines: text.split('\r\n').slice(0, -1) }
}

it('takes along what is found, as it is narrowed, and the contractors that fit', async () => {
  await visit(page, '#/search?q=krzes%C5%82o&kind=call')
  await found('Rozmowa o krzesłach').waitFor()
  const finds = await takenAlong()
  await visit(page, '#/contractors?q=kowal')
  await page.getByRole('link', { name: 'Hurtownia Kowal' }).waitFor()
  const contractors = await takenAlong()

  expect(finds.name).toMatch(/^wyniki wyszukiwania krzesło \d{4}-\d\d-\d\d\.csv$/)
  expect(finds.lines).toEqual([
    '\ufeffData;Rodzaj;Tytuł;Kto;Kontrahent;Sprawy;Treść;Z wiadomości',
    expect.stringContaining(';rozmowa;Rozmowa o krzesłach;'),
  ])
  expect(contractors.name).toMatch(/^kontrahenci kowal \d{4}-\d\d-\d\d\.csv$/)
  expect(contractors.lines.slice(1)).toEqual([expect.stringContaining('Hurtownia Kowal;')])
})

it('goes through the results by keys and opens one', async () => {
  await visit(page, '#/search?q=krzes%C5%82o')
  await found('Reklamacja krzeseł').waitFor()
  await page.locator('h1').focus()
  await page.keyboard.press('j')
  const first = await focusedName(page)
  await page.keyboard.press('j')
  const second = await focusedName(page)
  await page.keyboard.press('k')

  expect([first, second].toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    'Reklamacja krzeseł',
    'Rozmowa o krzesłach',
  ])
  expect(await focusedName(page)).toBe(first)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: first }).waitFor()
})

it('narrows by kind, contractor and period; the address can be shared, and one button clears it', async () => {
  await visit(page, '#/search?q=krzes%C5%82o')
  await page.getByRole('button', { name: /^Rozmowa/ }).click()
  await found('Reklamacja krzeseł').waitFor({ state: 'detached' })
  await shares().getByRole('button', { name: 'Tartak Borek 1' }).click()
  await page.getByLabel('Od dnia').fill('2020-01-01')
  await untilAnswered(page)
  const shared = page.url()

  const { page: other } = await openWindow(browser)
  await other.goto(shared)
  await signInOn(other, administrator)
  await other.getByRole('link', { name: 'Rozmowa o krzesłach' }).waitFor()
  expect(await other.getByRole('link', { name: 'Reklamacja krzeseł' }).count()).toBe(0)
  await other.getByLabel('Od dnia').fill('2090-01-01')
  await other.getByRole('button', { name: 'Wyczyść filtry' }).click()
  await other.getByRole('link', { name: 'Reklamacja krzeseł' }).waitFor()
  await other.close()
})

it('says what it cannot show: nothing found, and an answer that did not come', async () => {
  await visit(page, '#/search?q=xyzzy')
  await page.getByText('Nic nie znaleziono').waitFor()
  await page.route('**/api/search?*', route => route.abort())
  await visit(page, '#/search?q=oparcie')
  await page.getByRole('button', { name: 'Spróbuj ponownie' }).waitFor()
  await page.unroute('**/api/search?*')
  await page.getByRole('button', { name: 'Spróbuj ponownie' }).click()

  await found('Samo oparcie').waitFor()
})

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
  ['light', 2560],
] as const)('has no barriers and stays within the window, %s at %i', async (colorScheme, width) => {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 900 })
  for (const hash of [
    '#/search',
    '#/search?q=krzes%C5%82o+oparcie&kind=note&order=newest',
    '#/search?q=xyzzy&kind=note',
  ]) {
    await visit(page, hash)
    expect(await barriers(page), hash).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), hash).toBe(true)
  }
  expect(complaints.filter(line => !line.includes('ERR_FAILED'))).toEqual([])
})
