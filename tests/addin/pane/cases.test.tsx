import { expect, it } from 'vitest'
import { type Answer, type Asked, type FakeHost, refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, choose, complaint, eventually, press, search, shelves, showFile, type } from './show-pane.ts'

const everyone = { id: 'g', name: 'Wszyscy', isGroup: true }
const manager = { id: 'u', name: 'Jan Kowalski', email: 'jan@nasza.example' }
const ewa = { id: 'e', name: 'Ewa Lis', email: 'ewa@nasza.example' }
const read = {
  ...shelves,
  managerId: 'u',
  managerName: 'Jan Kowalski',
  audience: [everyone],
  inherits: true,
  parties: [],
  follows: false,
  may: { change: true, changeAudience: true },
}
const acts = 'Sprawa 2026/0017: zmień lub zamknij'
const shelf = 'Nowa sprawa i sprawy zamknięte'
const both = buildLookup({ openCases: [shelves, complaint] })
const withoutShelves = buildLookup({ openCases: [complaint] })

async function openActs(answers: Record<string, Answer> = {}) {
  const shown = showFile(both, {
    'GET /api/cases/shelves': read,
    'PATCH /api/cases/shelves': shelves,
    'GET /api/users': { items: [manager, ewa], next: null },
    'GET /api/groups': { items: [{ id: 'g', name: 'Wszyscy' }], next: null },
    ...answers,
  })
  await press(shown.pane, acts)
  await eventually(() => expect(shown.pane.textContent).toContain('Opiekun: Jan Kowalski'))
  return shown
}

const section = (pane: HTMLElement) => byRole(pane, 'region', 'Otwarte sprawy')
const titles = (pane: HTMLElement) => [...section(pane).querySelectorAll('.title')].map(one => one.textContent)
const changes = (host: FakeHost) => host.asked.filter(one => one.method === 'PATCH').map(one => one.body)

it('says whose a case is and who sees it, once that is wanted', async () => {
  const { pane, host } = await openActs()

  expect(pane.textContent).toContain('Widoczne dla: Wszyscy')
  expect(byRole(pane, 'button', acts).getAttribute('aria-expanded')).toBe('true')
  expect(host.asked.filter(one => one.path === '/api/users')).toEqual([])
})

it('calls a case otherwise, asks for a title when there is none, and goes back to the old one', async () => {
  const { pane, host } = await openActs()
  await press(pane, 'Zmień tytuł')
  const field = await eventually(() => byRole(pane, 'textbox', 'Tytuł sprawy') as HTMLInputElement)
  expect(document.activeElement === field).toBe(true)
  expect(field.value).toBe('Dostawa regałów')
  await type(pane, 'Tytuł sprawy', ' ')
  await press(pane, 'Zapisz')
  await eventually(() => expect(pane.textContent).toContain('Wpisz tytuł.'))
  expect(changes(host)).toEqual([])
  host.answer('POST /api/lookup', buildLookup({ openCases: [{ ...shelves, title: 'Regały do Radomia' }, complaint] }))

  await type(pane, 'Tytuł sprawy', ' Regały do Radomia ')
  await press(pane, 'Zapisz')

  await eventually(() => expect(titles(pane)).toEqual(['Regały do Radomia', 'Reklamacja']))
  expect(document.activeElement === byRole(pane, 'button', 'Zmień tytuł')).toBe(true)
  await press(pane, 'Cofnij')
  const [former, later] = [{ title: 'Dostawa regałów' }, { title: 'Regały do Radomia' }]
  const sent = [
    { ...later, was: former },
    { ...former, was: later },
  ]
  await eventually(() => expect(changes(host)).toEqual(sent))
})

it('closes a case, keeps the focus where it stood, and opens it again when that is undone', async () => {
  const { pane, host } = await openActs()
  host.answer('POST /api/lookup', withoutShelves)

  await press(pane, 'Zamknij sprawę')

  await eventually(() => expect(titles(pane)).toEqual(['Reklamacja']))
  expect(changes(host)).toEqual([{ closed: true }])
  await eventually(() => expect(document.activeElement === section(pane)).toBe(true))
  host.answer('POST /api/lookup', both)
  await press(pane, 'Cofnij')
  await eventually(() => expect(titles(pane)).toEqual(['Dostawa regałów', 'Reklamacja']))
  expect(changes(host)).toEqual([{ closed: true }, { closed: false }])
})

it('gives a case to a colleague, and asks whom if nobody was chosen', async () => {
  const { pane, host } = await openActs()
  await press(pane, 'Przekaż sprawę')
  const form = await eventually(() => byRole(pane, 'form', 'Przekaż sprawę'))
  expect(document.activeElement === byRole(form, 'combobox', 'Nowy opiekun')).toBe(true)
  await press(form, 'Przekaż')
  await eventually(() => expect(form.textContent).toContain('Wybierz, komu to przekazujesz.'))

  await choose(form, 'Nowy opiekun', 'e')
  await press(form, 'Przekaż')

  await eventually(() => byRole(pane, 'status', 'Nowy opiekun: Ewa Lis.'))
  expect(changes(host)).toEqual([{ managerId: 'e' }])
  await eventually(() => expect(section(pane).contains(document.activeElement)).toBe(true))
})

it('shows a case to chosen people instead of those who see its contractor', async () => {
  const { pane, host } = await openActs()
  await press(pane, 'Zmień, kto widzi')
  const form = await eventually(() => byRole(pane, 'form', 'Kto ma widzieć tę sprawę'))
  form.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click()
  const tick = await eventually(() => byRole(form, 'checkbox', 'Ewa Lis') as HTMLInputElement)
  tick.click()
  await eventually(() => expect(tick.checked).toBe(true))
  await new Promise(resolve => setTimeout(resolve))
  byRole(form, 'checkbox', 'Wszyscy').click()

  await press(form, 'Zapisz')

  await eventually(() => byRole(pane, 'status', 'Zmieniono, kto to widzi.'))
  const was = { audience: ['g'], inherits: true }
  expect(changes(host)).toEqual([{ audience: { users: ['e'], groups: [] }, was }])
})

it('offers nothing that the server would refuse', async () => {
  const { pane } = await openActs({
    'GET /api/cases/shelves': { ...read, may: { change: true, changeAudience: false } },
  })
  expect(allByRole(pane, 'button', 'Przekaż sprawę')).toEqual([])
  expect(allByRole(pane, 'button', 'Zmień, kto widzi')).toEqual([])
  byRole(pane, 'button', 'Zamknij sprawę')

  const reader = await openActs({
    'GET /api/cases/shelves': { ...read, may: { change: false, changeAudience: false } },
  })
  for (const name of ['Zmień tytuł', 'Zamknij sprawę']) expect(allByRole(reader.pane, 'button', name)).toEqual([])
  expect(reader.pane.textContent).toContain('Możesz tylko czytać tę sprawę.')
})

it('says in words what was refused after all, and leaves the case as it was', async () => {
  const { pane } = await openActs({ 'PATCH /api/cases/shelves': refusal(403, 'not-allowed') })

  await press(pane, 'Zamknij sprawę')

  await eventually(() => byRole(pane, 'alert', 'Nie masz do tego uprawnień'))
  expect(titles(pane)).toEqual(['Dostawa regałów', 'Reklamacja'])
})

it('opens a new case beside a mail, for whoever may', async () => {
  const { pane, host } = showFile(withoutShelves, {
    'GET /api/contractors/meblex': { may: { change: true, changeAudience: false }, people: [] },
    'GET /api/contractors/meblex/cases': { items: [], next: null },
    'POST /api/contractors/meblex/cases': shelves,
  })
  await press(pane, shelf)
  await eventually(() => expect(pane.textContent).toContain('Nie ma zamkniętych spraw.'))
  await press(section(pane).querySelector<HTMLElement>('.case-shelf') ?? pane, 'Nowa sprawa')
  await type(pane, 'Tytuł sprawy', 'Dostawa regałów')
  host.answer('POST /api/lookup', both)
  await press(pane, 'Utwórz sprawę')

  await eventually(() => expect(titles(pane)).toEqual(['Dostawa regałów', 'Reklamacja']))
  const made = host.asked.find(one => one.method === 'POST' && one.path === '/api/contractors/meblex/cases')
  expect(made?.body).toEqual({ id: expect.any(String), title: 'Dostawa regałów' })
})

it('shows closed cases, opens one again, and offers no new case to whoever sees a case only', async () => {
  const closed = { ...shelves, closedAt: '2026-11-01T10:00:00.000Z' }
  const { pane, host } = showFile(withoutShelves, {
    'GET /api/contractors/meblex': { may: { change: false, changeAudience: false }, people: [] },
    'GET /api/contractors/meblex/cases': { items: [closed], next: null },
    'GET /api/cases/shelves': { ...read, ...closed, managerId: 'u' },
    'PATCH /api/cases/shelves': shelves,
  })
  await press(pane, shelf)
  await eventually(() => expect(section(pane).textContent).toContain('Sprawy zamknięte'))
  const list = section(pane).querySelector<HTMLElement>('.case-shelf') ?? pane
  expect(allByRole(list, 'button', 'Nowa sprawa')).toEqual([])
  await press(pane, acts)
  host.answer('POST /api/lookup', both)
  host.answer('GET /api/contractors/meblex/cases', { items: [], next: null })

  await press(pane, 'Otwórz ponownie')

  await eventually(() => expect(list.textContent).toContain('Nie ma zamkniętych spraw.'))
  expect(changes(host)).toEqual([{ closed: false }])
  expect(titles(pane)).toEqual(['Dostawa regałów', 'Reklamacja'])
  await eventually(() => expect(document.activeElement?.className).toBe('closed-cases'))
})

it('keeps who works by keyboard among the closed cases, and the words in reach, when one that was found is opened again', async () => {
  const closed = { ...shelves, closedAt: '2026-11-01T10:00:00.000Z' }
  let isOpened = false
  const { pane } = showFile(withoutShelves, {
    'GET /api/contractors/meblex': { may: { change: false, changeAudience: false }, people: [] },
    'GET /api/contractors/meblex/cases': ({ query }: Asked) => ({
      items: isOpened || query.get('q') === null ? [] : [closed],
      next: isOpened ? null : 'x',
    }),
    'GET /api/cases/shelves': { ...read, ...closed, managerId: 'u' },
    'PATCH /api/cases/shelves': () => {
      isOpened = true
      return shelves
    },
  })
  await press(pane, shelf)
  await eventually(() => expect(section(pane).textContent).toContain('Sprawy zamknięte'))
  await search(pane, 'Dostawa')
  await eventually(() => expect(section(pane).textContent).toContain('Dostawa regałów'))
  await press(pane, acts)

  await press(pane, 'Otwórz ponownie')

  await eventually(() => expect(section(pane).textContent).toContain('Żadna sprawa nie pasuje do „Dostawa”.'))
  expect(section(pane).querySelector<HTMLInputElement>('.case-search input')?.value).toBe('Dostawa')
  await eventually(() => expect(document.activeElement?.className).toBe('closed-cases'))
})

it('looks for a closed case where there are more than are shown', async () => {
  const closed = { ...shelves, closedAt: '2026-11-01T10:00:00.000Z' }
  const old = { ...closed, id: 'old', reference: '2019/0003', title: 'Stara dostawa' }
  const { pane, host } = showFile(withoutShelves, {
    'GET /api/contractors/meblex': { may: { change: false, changeAudience: false }, people: [] },
    'GET /api/contractors/meblex/cases': ({ query }: Asked) => {
      const q = query.get('q')
      return {
        items: q === null ? [closed] : [old].filter(one => one.title.includes(q)),
        next: q === null ? 'x' : null,
      }
    },
  })
  await press(pane, shelf)
  await eventually(() => expect(section(pane).textContent).toContain('Dostawa regałów'))

  await search(pane, 'Stara')
  await eventually(() => expect(section(pane).textContent).toContain('Stara dostawa'))
  expect(section(pane).textContent).not.toContain('Dostawa regałów')
  expect(host.asked.at(-1)?.query.get('open')).toBe('false')
  await search(pane, 'nic takiego')

  await eventually(() => expect(section(pane).textContent).toContain('Żadna sprawa nie pasuje do „nic takiego”.'))
})
