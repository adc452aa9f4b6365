import { describe, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { openStory } from './open-story.ts'
import { barriers, focusedName, visit } from './reader.ts'

const celina = { name: 'Celina Dąb', email: 'celina@nasza.example', password: 'Hasło Celiny 1' }

const {
  direct,
  page,
  complaints,
  given: { ids },
} = await openStory({
  prepare: async direct => {
    const me: string = JSON.parse(await direct.text('/api/me')).id
    const other = JSON.parse(await direct.text('/api/users')).items.find((one: { id: string }) => one.id !== me)
    const colleague = other?.id ?? (await direct.post('/api/users', celina)).id ?? ''
    const file = (await direct.post('/api/contractors', { name: 'Hydro-Instal' })).id ?? ''
    const caseOf = async (title: string) => (await direct.post(`/api/contractors/${file}/cases`, { title })).id ?? ''
    const [pumps, tiles, roof] = [await caseOf('Pompy'), await caseOf('Płytki'), await caseOf('Łódzki dach')]
    const log = async (input: object) =>
      (await direct.post('/api/activities', { contractorId: file, ...input })).id ?? ''
    const note = await log({ kind: 'note', title: 'W dwóch sprawach', caseId: pumps })
    await direct.patch(`/api/items/${note}`, { caseId: tiles, fromCases: [] })
    await direct.post('/api/contractors', { name: 'Tartak Wąski', audience: { users: [] } })
    await log({ kind: 'note', title: 'Druga notatka' })
    await log({ kind: 'task', title: 'Bez terminu', assigneeId: me })
    await log({ kind: 'task', title: 'Dla koleżanki', assigneeId: colleague, dueOn: '2030-01-01' })
    const cc = 'adam@hydro.example'
    const source = buildMail({ from: 'ewa@hydro.example', cc, subject: 'Odp: Re: Pompy', text: 'Proszę o ofertę.' })
    await direct.handIn(`/api/messages?contractorId=${file}`, source)
    return { ids: { file, pumps, tiles, roof, note } }
  },
})

const rows = () => page.getByRole('list', { name: 'Oś czasu' })
const placesOf = async (itemId: string) =>
  JSON.parse(await direct.text(`/api/items/${itemId}`))
    .filings.map((filed: { caseId: string | null }) => filed.caseId)
    .toSorted()

/** Clicks where there is nothing, after which nothing has the focus. */
async function clickNothing() {
  await page.mouse.click(1270, 790)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

describe('the lists of a file', () => {
  it('obeys its keys also after a click on nothing: j and Enter open a row, f the filters, / the search', async () => {
    await visit(page, `#/contractors/${ids.file}?kind=note`)
    await rows().getByRole('link', { name: 'Druga notatka' }).waitFor()
    await clickNothing()
    await page.keyboard.press('f')
    await expect.poll(() => focusedName(page)).toContain('Filtry')
    expect(await page.locator('details.filter-bar').getAttribute('open')).not.toBeNull()

    await clickNothing()
    await page.keyboard.press('/')
    await expect.poll(() => focusedName(page)).toBe('Szukaj w kartotece')

    await clickNothing()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Druga notatka' }).waitFor()
  })

  it('leaves the keys of a list alone while a dialog is open', async () => {
    await visit(page, `#/contractors/${ids.file}`)
    await page.getByRole('button', { name: 'Edytuj dane' }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

    await page.keyboard.press('/')

    expect(await focusedName(page)).not.toBe('Szukaj w kartotece')
    await page.keyboard.press('Escape')
  })

  it('asks out of which of two cases an item is moved, and takes that back', async () => {
    await visit(page, `#/items/${ids.note}`)
    await page.getByRole('button', { name: 'Przenieś', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Ze sprawy .*Pompy/ }).check()
    await dialog.getByLabel('Sprawa').selectOption(ids.roof)
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Przenieś' }).click()

    await page.getByText('Przeniesiono.').waitFor()
    expect(await placesOf(ids.note)).toEqual([ids.roof, ids.tiles].toSorted())
    await page.getByRole('button', { name: 'Cofnij' }).click()
    await page.getByText('Cofnięto.').waitFor()
    expect(await placesOf(ids.note)).toEqual([ids.pumps, ids.tiles].toSorted())
  })

  it('says who will see an item at another contractor’s, moves it there, and brings it back into both its cases', async () => {
    await visit(page, `#/items/${ids.note}`)
    await page.getByRole('button', { name: 'Przenieś', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Ze wszystkich tych spraw' }).check()
    await dialog.getByRole('button', { name: 'Zmień' }).click()
    await dialog.getByRole('combobox', { name: 'Przenieś do kontrahenta' }).fill('Tartak')
    await dialog.getByRole('option', { name: /Tartak Wąski/ }).click()
    await dialog.getByText(/^Po przeniesieniu widoczne dla: (?!…)/).waitFor()
    expect(await dialog.getByText('Wszyscy').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Przenieś' }).click()

    await page.getByText('Przeniesiono.').waitFor()
    await page.getByRole('link', { name: 'Tartak Wąski' }).first().waitFor()
    await page.getByRole('button', { name: 'Cofnij' }).click()
    await page.getByText('Cofnięto.').waitFor()
    await page.getByRole('link', { name: 'Hydro-Instal' }).first().waitFor()
    ids.note = page.url().split('/').at(-1) ?? ''
    expect(await placesOf(ids.note)).toEqual([ids.pumps, ids.tiles].toSorted())
  })

  it('moves a row of two cases with others, and puts it back into both', async () => {
    await visit(page, `#/contractors/${ids.file}?kind=note`)
    await page.getByRole('button', { name: 'Zaznacz kilka' }).click()
    await page.getByRole('checkbox', { name: 'Zaznacz: W dwóch sprawach' }).check()
    await page.getByText('1 z nich leży w kilku sprawach; przeniesienie wyjmuje ze wszystkich.').waitFor()
    await page.getByRole('combobox', { name: /^Do sprawy/ }).selectOption(ids.roof)
    await page.getByRole('button', { name: 'Przypisz do sprawy' }).click()

    await page.getByText('Przeniesiono: 1').waitFor()
    expect(await placesOf(ids.note)).toEqual([ids.roof])
    await page.getByRole('button', { name: 'Cofnij' }).click()
    await expect.poll(() => placesOf(ids.note)).toEqual([ids.pumps, ids.tiles].toSorted())
  })

  it('takes a row out of the case whose page it is on, and leaves it in the other', async () => {
    await visit(page, `#/cases/${ids.pumps}`)
    await page.getByRole('button', { name: 'Zaznacz kilka' }).click()
    await page.getByRole('checkbox', { name: 'Zaznacz: W dwóch sprawach' }).check()
    await page.getByRole('button', { name: 'Wyjmij z tej sprawy' }).click()
    const dialog = page.getByRole('dialog', { name: 'Wyjmij ze sprawy: 1' })
    await dialog.getByText('Po przeniesieniu widoczne dla: Wszyscy').waitFor()
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Wyjmij' }).click()

    await page.getByText('Przeniesiono: 1').waitFor()
    expect(await placesOf(ids.note)).toEqual([ids.tiles])
    await page.getByRole('button', { name: 'Cofnij' }).click()
    await expect.poll(() => placesOf(ids.note)).toEqual([ids.pumps, ids.tiles].toSorted())
  })

  it('undone, an item has never left its file; else it goes when the time to undo is over', async () => {
    const gone = JSON.parse(await direct.text(`/api/contractors/${ids.file}/timeline?kind=note`)).items.find(
      (one: { title: string }) => one.title === 'Druga notatka',
    ).id
    const unfile = async () => {
      await page.getByRole('button', { name: 'Odepnij', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Odepnij' }).click()
      await page.getByText('Odpięto.').waitFor()
    }
    await visit(page, `#/items/${gone}`)
    await unfile()
    await page.getByRole('button', { name: 'Cofnij' }).click()
    expect(await direct.text(`/api/items/${gone}`)).toContain('Druga notatka')

    await unfile()
    await page.getByRole('button', { name: 'Zamknij', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Hydro-Instal' }).waitFor()
    expect(await direct.text(`/api/items/${gone}`)).toContain('not-found')
  })

  it('finds cases by a piece of their title and by whether they are open; the address holds it', async () => {
    await direct.patch(`/api/cases/${ids.tiles}`, { closed: true })
    await visit(page, `#/contractors/${ids.file}?tab=cases`)
    const cases = page.getByRole('list', { name: 'Sprawy' })
    await page.getByRole('searchbox', { name: 'Szukaj spraw po znaku lub tytule' }).fill('lodzki')
    await cases.getByRole('link', { name: 'Pompy' }).waitFor({ state: 'detached' })
    await cases.getByRole('link', { name: 'Łódzki dach' }).waitFor()
    expect(page.url()).toContain('q=lodzki')

    await visit(page, `#/contractors/${ids.file}?tab=cases&state=closed`)
    await cases.getByRole('link', { name: 'Płytki' }).waitFor()
    expect(await cases.getByRole('link').count()).toBe(1)
    expect(await barriers(page)).toEqual([])
    await direct.patch(`/api/cases/${ids.tiles}`, { closed: false })
  })

  it('answers all who had a mail, and says Re once', async () => {
    await visit(page, `#/contractors/${ids.file}?kind=mail-in`)
    await rows().getByRole('link', { name: 'Pompy' }).click()
    const all = page.getByRole('link', { name: 'Odpowiedz wszystkim' })
    await all.waitFor()

    expect(await all.getAttribute('href')).toContain('cc=biuro%40nasza.example,adam%40hydro.example')
    expect(await all.getAttribute('href')).toContain('subject=Re%3A%20Pompy')
  })

  it('prints the heading and the rows, and no way to press anything', async () => {
    await visit(page, `#/contractors/${ids.file}?kind=note`)
    await rows().getByRole('link', { name: 'W dwóch sprawach' }).waitFor()
    const filters = page.locator('details.filter-bar')
    const search = page.getByRole('searchbox', { name: 'Szukaj w kartotece' })
    expect([await filters.isVisible(), await search.isVisible()]).toEqual([true, true])

    await page.emulateMedia({ media: 'print' })

    expect(await page.getByRole('heading', { level: 1, name: 'Hydro-Instal' }).isVisible()).toBe(true)
    expect(await rows().getByRole('link', { name: 'W dwóch sprawach' }).isVisible()).toBe(true)
    const shown = await page.getByRole('button').filter({ visible: true }).allTextContents()
    expect(shown).toEqual([])
    expect([await filters.isVisible(), await search.isVisible()]).toEqual([false, false])
    expect(await page.getByRole('navigation', { name: 'Nawigacja główna' }).isVisible()).toBe(false)

    await visit(page, `#/items/${ids.note}`)
    await page.getByRole('heading', { name: 'Przebieg' }).waitFor()
    expect(await page.getByRole('textbox').filter({ visible: true }).count()).toBe(0)
    await page.emulateMedia({ media: null })
  })

  it('has what waits on the first page: without a day, and given to others', async () => {
    await visit(page, '#/')
    const waiting = page.getByRole('list', { name: 'Czekające' })
    await waiting.getByRole('link', { name: 'Bez terminu' }).waitFor()
    await waiting.getByRole('listitem').filter({ hasText: 'Dla koleżanki' }).waitFor()

    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: /Bez terminu/ }).click()
    await waiting.getByRole('link', { name: 'Bez terminu' }).waitFor({ state: 'detached' })
  })

  it('keeps the timeline in reach of a file with many open cases: five, and more when they are wanted', async () => {
    for (let number = 1; number <= 6; number += 1)
      await direct.post(`/api/contractors/${ids.file}/cases`, { title: `Kolejna ${number}` })
    await visit(page, `#/contractors/${ids.file}`)
    const cases = page.getByRole('region', { name: 'Otwarte sprawy' })
    await cases.getByRole('link', { name: 'Kolejna 6' }).waitFor()
    expect(await cases.getByRole('listitem').count()).toBe(5)

    await cases.getByRole('button', { name: 'Pokaż więcej' }).click()
    await cases.getByRole('link', { name: 'Kolejna 1' }).waitFor()
  })

  it('never made the browser complain', () => {
    expect(complaints).toEqual([])
  })
})
