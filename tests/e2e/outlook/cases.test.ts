import { afterAll, beforeAll, expect, it } from 'vitest'
import { mail, mailWithPriceList } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { barriersBeside, signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World
let outlook: OutlookWindow

beforeAll(async () => {
  world = await openWorld('blocked')
  const place = `contractorId=${world.contractorId}&caseId=${world.caseId}`
  await world.direct.handIn(`/api/messages?${place}`, mailWithPriceList)
  await world.direct.handIn(`/api/messages?contractorId=${world.contractorId}`, mailWithoutFiles())
  outlook = await openOutlook(world.browser, { items: [mail('open')], selected: ['open'] })
  await signInBeside(outlook)
})

afterAll(() => world?.close())

function mailWithoutFiles(): string {
  return Buffer.from(mail('plain').source ?? '', 'base64').toString()
}

const button = (name: string | RegExp) => outlook.pane.getByRole('button', { name })
const cases = () => outlook.pane.getByRole('region', { name: /^Otwarte sprawy/ })
const acts = () => button(`Sprawa ${world.reference}: zmień lub zamknij`)
const told = (words: string) => outlook.pane.getByRole('status').getByText(words).waitFor()
const readCase = async () => JSON.parse(await world.direct.text(`/api/cases/${world.caseId}`))

it('calls a case otherwise beside a mail, by keyboard, with the way back', async () => {
  await acts().press('Enter')
  await outlook.pane.getByText('Opiekun:').waitFor()
  expect(await barriersBeside(outlook)).toEqual([])
  await button('Zmień tytuł').press('Enter')
  await outlook.pane.getByLabel('Tytuł sprawy').fill('Regały do Radomia')
  await outlook.pane.getByLabel('Tytuł sprawy').press('Enter')

  await told('Zmieniono tytuł sprawy.')
  await cases().getByRole('link', { name: 'Regały do Radomia' }).waitFor()
  expect((await readCase()).title).toBe('Regały do Radomia')
  await button('Cofnij').click()
  await cases().getByRole('link', { name: 'Dostawa regałów' }).waitFor()
})

it('closes a case, finds it among the closed ones and opens it again', async () => {
  await button('Zamknij sprawę').click()
  await told('Sprawa zamknięta.')
  await acts().waitFor({ state: 'detached' })
  expect((await readCase()).closedAt).not.toBeNull()

  await button('Nowa sprawa i sprawy zamknięte').click()
  await acts().click()
  await button('Otwórz ponownie').waitFor()
  expect(await barriersBeside(outlook)).toEqual([])
  await button('Otwórz ponownie').click()

  await outlook.pane.getByText('Nie ma zamkniętych spraw.').waitFor()
  expect((await readCase()).closedAt).toBeNull()
})

it('opens a new case and shows it to nobody but its manager', async () => {
  await button(/^Nowa sprawa$/).click()
  await outlook.pane.getByLabel('Tytuł sprawy').fill('Reklamacja')
  await button('Utwórz sprawę').click()
  await cases().getByRole('link', { name: 'Reklamacja' }).waitFor()
  const line = cases().getByRole('listitem').filter({ hasText: 'Reklamacja' })
  await line.getByRole('button', { name: /zmień lub zamknij$/ }).click()
  await line.getByRole('button', { name: 'Zmień, kto widzi' }).click()
  await line.getByLabel('Tylko wybrane osoby i grupy').check()
  await line.getByRole('checkbox').first().waitFor()
  const ticked = line.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  expect(await barriersBeside(outlook)).toEqual([])
  await line.getByRole('button', { name: 'Zapisz' }).click()

  await told('Zmieniono, kto to widzi.')
  await line.getByText(/^Widoczne dla: (?!Wszyscy)/).waitFor()
})

it('narrows the timeline to a case and to what carries files, and back', async () => {
  const rows = outlook.pane.locator('.timeline .timeline-row')
  const before = await rows.count()
  await outlook.pane.getByText('Filtry', { exact: true }).click()
  await outlook.pane.getByLabel('Od dnia').waitFor()
  const filters = outlook.pane.locator('.filter-fields')
  await filters.getByLabel('Sprawa').selectOption({ label: `${world.reference} Dostawa regałów` })
  await outlook.pane.getByText('Filtry (1)').waitFor()
  await expect.poll(() => rows.count()).toBeLessThan(before)
  await filters.getByLabel('Od dnia').fill('2099-01-01')
  await outlook.pane.getByText('Przy tych filtrach nic nie pasuje').waitFor()
  expect(await barriersBeside(outlook)).toEqual([])

  await button('Wyczyść filtry').click()

  await expect.poll(() => rows.count()).toBe(before)
})
