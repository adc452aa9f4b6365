import { describe, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, focusedName, openWindow, signInOn, untilAnswered, visit } from './reader.ts'

const colleague = { name: 'Celina Dąb', email: 'celina@nasza.example', password: 'Hasło Celiny 1' }
const DAY_MS = 86_400_000

const {
  server,
  browser,
  direct,
  page,
  complaints,
  given: { contractorId, caseId },
} = await openStory({
  prepare: async direct => {
    await direct.post('/api/users', colleague)
    const people = [{ name: 'Ewa Lis', addresses: ['ewa@klient-dnia.example'] }]
    const contractorId = (await direct.post('/api/contractors', { name: 'Klient Dnia', people })).id ?? ''
    const caseId = (await direct.post(`/api/contractors/${contractorId}/cases`, { title: 'Remont' })).id ?? ''
    return { contractorId, caseId }
  },
})

const log = (input: object) => direct.post('/api/activities', { contractorId, ...input })
const file = (query = '') => visit(page, `#/contractors/${contractorId}${query}`)

describe('a day of an account manager', () => {
  it('logs the call that just ended, and finds it on top of the timeline', async () => {
    await file('?tab=activities')
    await page.getByRole('button', { name: 'Dodaj działanie' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowe działanie' })
    await dialog.getByLabel('Tytuł').fill('Ewa pyta o termin')
    await dialog.getByLabel('Czas trwania (min)').fill('12')
    await dialog.getByLabel('Notatka', { exact: true }).fill('Oddzwonić jutro z datą dostawy.')

    await dialog.getByRole('button', { name: 'Zapisz działanie' }).click()

    await page.getByRole('link', { name: 'Ewa pyta o termin' }).click()
    await page.getByText('Oddzwonić jutro z datą dostawy.').waitFor()
    await page.getByText('12 min').waitFor()
  })

  it('gives a task to a colleague, who is told of it, accepts it and finishes it', async () => {
    await file('?tab=activities')
    await page.getByRole('button', { name: 'Dodaj działanie' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowe działanie' })
    await dialog.getByRole('button', { name: 'Zadanie', exact: true }).click()
    await dialog.getByLabel('Tytuł').fill('Sprawdzić magazyn')
    await dialog.getByLabel('Wykonuje').selectOption({ label: colleague.name })
    await dialog.getByRole('button', { name: 'Zapisz działanie' }).click()
    await page.getByRole('region', { name: 'Otwarte zadania' }).getByText('czeka na przyjęcie').waitFor()

    const other = await openWindow(browser)
    await other.page.goto(`${server.origin}/#/notifications`)
    await signInOn(other.page, colleague)
    await other.page.getByText('zleca ci zadanie').first().waitFor()
    await other.page.getByRole('link', { name: 'Sprawdzić magazyn' }).first().click()
    await other.page.getByRole('button', { name: 'Przyjmij' }).click()
    await other.page.getByText('Zadanie przyjęte').waitFor()
    await other.page.getByLabel('Komentarz').fill('Jest 40 sztuk.')
    await other.page.getByRole('button', { name: 'Dodaj komentarz' }).click()
    await other.page.getByText('Jest 40 sztuk.').waitFor()
    await other.page.getByRole('button', { name: 'Zakończ' }).click()
    await other.page.getByRole('button', { name: 'Otwórz ponownie' }).waitFor()
    expect(other.complaints).toEqual([])
    await other.page.context().close()

    await page.getByText('Nie ma otwartych zadań.').waitFor()
  })

  it('sets a task from a mail, goes from each to the other, and sees from the mail how far it is', async () => {
    const mail = buildMail({ from: 'ewa@klient-dnia.example', subject: 'Re: Parapety za krótkie' })
    await direct.handIn(`/api/messages?contractorId=${contractorId}`, mail)
    await file()
    await page.getByRole('link', { name: 'Re: Parapety za krótkie' }).click()
    await page.getByRole('button', { name: 'Dodaj działanie' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowe działanie' })
    expect(await dialog.getByLabel('Tytuł').inputValue()).toBe('Parapety za krótkie')
    await dialog.getByRole('button', { name: 'Zapisz działanie' }).click()

    const made = page.getByRole('region', { name: 'Dodano z tej wiadomości' })
    await made.getByRole('link', { name: 'Parapety za krótkie' }).click()
    await page.getByRole('button', { name: 'Rozpocznij' }).click()
    await page.getByRole('region', { name: 'Szczegóły' }).getByRole('link', { name: 'Re: Parapety za krótkie' }).click()
    await made.getByText('w toku').waitFor()

    await file()
    const row = page.getByRole('listitem').filter({ hasText: 'z wiadomości:' })
    await row.getByRole('link', { name: 'Re: Parapety za krótkie' }).click()
    await made.getByText('w toku').waitFor()
    await made.getByRole('link', { name: 'Parapety za krótkie' }).click()
    await page.getByRole('button', { name: 'Zakończ' }).click()
    await page.getByRole('button', { name: 'Otwórz ponownie' }).waitFor()
  })

  it('sees in the morning what is late and what is due, and ticks one off, and takes that back', async () => {
    const today = new Date().toLocaleDateString('sv')
    await log({ kind: 'task', title: 'Zaległe', dueOn: '2020-01-01' })
    await log({ kind: 'task', title: 'Dzisiejsze', dueOn: today })
    await visit(page, '#/tasks')
    await page.getByRole('list', { name: 'Po terminie' }).getByRole('link', { name: 'Zaległe' }).waitFor()
    await page.getByRole('list', { name: 'Na dziś' }).getByRole('link', { name: 'Dzisiejsze' }).waitFor()

    await page.getByRole('button', { name: 'Zakończ: Zaległe' }).click()
    await page.getByRole('link', { name: 'Zaległe' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Cofnij' }).click()

    await page.getByRole('link', { name: 'Zaległe' }).waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('dzisiejsz')
    await page.getByRole('link', { name: 'Zaległe' }).waitFor({ state: 'detached' })
    expect(page.url()).toContain('#/tasks?q=dzisiejsz')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dzisiejsze')
    await page.keyboard.press('/')
    await page.keyboard.type('brzdąk')
    await page.getByText('Nic nie znaleziono').waitFor()
    expect(await barriers(page)).toEqual([])
    await visit(page, '#/')
    await page.getByRole('list', { name: 'Moje zadania' }).getByRole('link', { name: 'Dzisiejsze' }).waitFor()
  })

  it('narrows the file to calls, shares the address, and comes back to the same view', async () => {
    await log({ kind: 'note', title: 'Sama notatka' })
    await file()
    await page.getByRole('group', { name: 'Rodzaj' }).getByRole('button', { name: 'Rozmowa' }).click()
    await page.getByRole('link', { name: 'Sama notatka' }).waitFor({ state: 'detached' })
    const shared = page.url()

    await page.getByRole('link', { name: 'Ewa pyta o termin' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ewa pyta o termin' }).waitFor()
    await page.goBack()

    expect(page.url()).toBe(shared)
    expect(await page.getByRole('button', { name: 'Rozmowa' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('moves two rows into a case in one act, and undoes it', async () => {
    await log({ kind: 'note', title: 'Pomiar kuchni' })
    await log({ kind: 'note', title: 'Pomiar salonu' })
    await file()
    await page.getByRole('button', { name: 'Zaznacz kilka' }).click()
    await page.getByRole('checkbox', { name: 'Zaznacz: Pomiar kuchni' }).check()
    await page.getByRole('checkbox', { name: 'Zaznacz: Pomiar salonu' }).check()
    await page.getByLabel('Do sprawy').selectOption(caseId)

    await page.getByRole('button', { name: 'Przypisz do sprawy' }).click()
    await page.getByText('Przeniesiono: 2').waitFor()
    await untilAnswered(page)
    expect(await page.locator('li', { hasText: 'Pomiar kuchni' }).locator('.case-tag').count()).toBe(1)
    await page.getByRole('button', { name: 'Cofnij' }).click()

    await expect.poll(() => page.locator('.timeline-row', { hasText: 'Pomiar' }).locator('.case-tag').count()).toBe(0)
  })

  it('pins what everybody has to know, and sees what is to come above the timeline', async () => {
    await log({ kind: 'meeting', title: 'Odbiór kuchni', startsAt: new Date(Date.now() + 3 * DAY_MS).toISOString() })
    const { id } = await log({ kind: 'note', title: 'Płaci gotówką' })
    await visit(page, `#/items/${id}`)
    await page.getByRole('button', { name: 'Przypnij' }).click()
    await page.getByText('Przypięto na górze kartoteki.').waitFor()

    await file()

    await page.getByRole('region', { name: 'Przypięte' }).getByRole('link', { name: 'Płaci gotówką' }).waitFor()
    await page.getByRole('region', { name: 'Nadchodzące' }).getByRole('link', { name: 'Odbiór kuchni' }).waitFor()
  })

  it('goes through the list with the keyboard alone', async () => {
    await file('?kind=note')
    await page.getByRole('button', { name: 'Zaznacz kilka' }).focus()
    await page.keyboard.press('j')
    const first = await focusedName(page)
    await page.keyboard.press('j')
    expect(await focusedName(page)).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focusedName(page)).toBe(first)
    await page.keyboard.press('/')
    await expect.poll(() => focusedName(page)).toBe('Szukaj w kartotece')
    await page.keyboard.type('jfk')
    await expect.poll(() => page.getByRole('searchbox', { name: 'Szukaj w kartotece' }).inputValue()).toBe('jfk')
  })

  it('opens everything with one person from the list of people', async () => {
    await file('?tab=people')
    await page.getByRole('link', { name: 'Pokaż wszystko: Ewa Lis' }).click()

    await page.getByRole('group').getByText('Filtry (1)').waitFor()
    expect(
      await page.getByLabel('Osoba').evaluate(field => (field as HTMLSelectElement).selectedOptions[0]?.label),
    ).toBe('Ewa Lis')
  })

  it('works in a case: its tasks, its parties, its access', async () => {
    const other = await direct.post('/api/contractors', { name: 'Podwykonawca Płytki' })
    await visit(page, `#/cases/${caseId}?tab=parties`)
    await page.getByRole('searchbox', { name: 'Dodaj kontrahenta do sprawy' }).fill('Płytki')
    await page.getByRole('button', { name: 'Podwykonawca Płytki' }).click()
    await page.getByRole('link', { name: 'Podwykonawca Płytki' }).waitFor()
    await page.getByRole('button', { name: 'Usuń ze sprawy: Podwykonawca Płytki' }).click()
    await page.getByRole('link', { name: 'Podwykonawca Płytki' }).waitFor({ state: 'detached' })
    expect(other.id).toBeTruthy()

    await page.getByRole('tab', { name: 'Zadania' }).click()
    await page.getByText('Nie ma otwartych zadań.').waitFor()
    await page.getByRole('tab', { name: 'Dostęp' }).click()
    await page.getByRole('heading', { level: 2, name: 'Widoczne dla' }).waitFor()
  })

  it('reads what happened with a branch of the client in the client’s own timeline', async () => {
    const branch = await direct.post('/api/contractors', { name: 'Oddział Dnia w Gdyni' })
    await direct.post('/api/activities', { kind: 'call', contractorId: branch.id, title: 'Gdynia pyta o fakturę' })
    await file()
    await page.getByRole('button', { name: 'Dodaj powiązanie' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nowe powiązanie' })
    await dialog.getByRole('combobox', { name: 'Powiązany kontrahent' }).fill('Gdyni')
    await dialog.getByRole('option', { name: 'Oddział Dnia w Gdyni' }).click()
    await dialog.getByLabel('Rodzaj powiązania').selectOption({ label: 'oddział' })
    await dialog.getByRole('button', { name: 'Dodaj' }).click()
    await page.getByRole('complementary').getByRole('link', { name: 'Oddział Dnia w Gdyni' }).waitFor()
    expect(await page.getByRole('link', { name: 'Gdynia pyta o fakturę' }).count()).toBe(0)

    await page.getByRole('checkbox', { name: 'Z powiązanymi kontrahentami' }).check()
    const row = page.getByRole('listitem').filter({ hasText: 'Gdynia pyta o fakturę' })
    await row.getByText('Oddział Dnia w Gdyni').waitFor()
    // The address is the view: whoever follows it sees the same.
    expect(new URL(page.url()).hash).toContain('related=1')
    await page.reload()
    await row.waitFor()

    // What comes there while one looks comes here.
    await direct.post('/api/activities', { kind: 'call', contractorId: branch.id, title: 'Gdynia dzwoni znowu' })
    await page.getByRole('link', { name: 'Gdynia dzwoni znowu' }).waitFor()
    await page.getByRole('button', { name: 'Usuń powiązanie: Oddział Dnia w Gdyni' }).click()
    await page.getByText('Usunięto powiązanie: Oddział Dnia w Gdyni.').waitFor()
  })
})

// Narrow, dark and in English every page is looked at elsewhere.
describe('in Polish in a wide window', () => {
  it('has no barrier on the new pages', async () => {
    await chooseLanguage(page, 'Polski')
    await page.setViewportSize({ width: 1440, height: 800 })
    const found: Record<string, string[]> = {}
    const note = await log({ kind: 'task', title: 'Zadanie na przegląd', dueOn: '2020-01-01' })
    const places = ['documents', 'activities', 'cases', 'people', 'access'].map(
      tab => `#/contractors/${contractorId}?tab=${tab}`,
    )
    const cases = ['timeline', 'documents', 'tasks', 'parties', 'access'].map(tab => `#/cases/${caseId}?tab=${tab}`)

    for (const hash of [
      ...places,
      ...cases,
      `#/contractors/${contractorId}?group=thread`,
      `#/contractors/${contractorId}?related=1`,
      '#/tasks',
      '#/tasks?of=given',
      `#/items/${note.id}`,
      '#/',
    ]) {
      await visit(page, hash)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      const lost = await page.evaluate(
        () =>
          Array.from(document.querySelectorAll('[role=tab][aria-selected=true]')).filter(
            tab => tab.getBoundingClientRect().right > innerWidth + 1,
          ).length,
      )
      found[hash] = [
        ...(await barriers(page)),
        ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
        ...(lost > 0 ? ['the chosen tab lies out of sight'] : []),
      ]
    }

    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  })
})

it('never made the browser complain', () => {
  expect(complaints).toEqual([])
})
