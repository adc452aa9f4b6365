import { expect, it } from 'vitest'
import { type Asked, fakeHost, refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import {
  buildLookup,
  buildMatch,
  buildMessage,
  buildRow,
  choose,
  eventually,
  press,
  search,
  shelves,
  showFile,
  showPane,
  type,
} from './show-pane.ts'

const mail = buildRow({
  id: 'mail',
  title: 'Termin montażu',
  hasAttachment: true,
  cases: [{ id: 'shelves', reference: '2026/0017', title: 'Dostawa' }],
})
const invoice = buildRow({ id: 'invoice', kind: 'invoice', title: 'FV 7/2026', occurredAt: '2026-11-10T10:00:00.000Z' })
const firstPage = { items: [mail, invoice], next: 'older' }

function titles(pane: HTMLElement): string[] {
  return allByRole(pane, 'listitem').map(row => row.querySelector('.title')?.textContent ?? '')
}

it('shows what happened, each row with the word of its kind and a link to its page', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }))

  const row = await eventually(() => byRole(pane, 'listitem', 'Termin montażu'))
  byRole(row, 'link', 'Termin montażu').click()
  byRole(row, 'link', '2026/0017').click()

  expect(row.textContent).toContain('Mail odebrany')
  expect(row.textContent).toContain('Ma załącznik')
  expect(host.opened).toEqual(['/#/items/mail', '/#/cases/shelves'])
  expect(byRole(pane, 'heading', 'Oś czasu').textContent).toBe('Oś czasu 2+')
})

it('filters by groups of kinds', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/timeline': { items: [invoice], next: null },
  })

  await press(pane, 'Dokumenty')

  await eventually(() => expect(titles(pane)).toEqual(['FV 7/2026']))
  expect(host.asked.findLast(one => one.path.endsWith('/timeline'))?.query.getAll('kind')).toEqual([
    'invoice',
    'order',
    'offer',
    'contract',
    'protocol',
    'document',
  ])
})

it('reads older pages from where the page before ended', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/timeline': {
      items: [buildRow({ id: 'old', title: 'Umowa', occurredAt: '2025-01-01T10:00:00.000Z' })],
      next: null,
    },
  })

  await press(pane, 'Pokaż starsze')

  await eventually(() => expect(titles(pane)).toEqual(['Termin montażu', 'FV 7/2026', 'Umowa']))
  expect(host.asked.find(one => one.path.endsWith('/timeline'))?.query.get('cursor')).toBe('older')
})

it('puts new rows at the top without moving the focus or losing older pages', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/timeline': {
      items: [buildRow({ id: 'old', title: 'Umowa', occurredAt: '2025-01-01T10:00:00.000Z' })],
      next: null,
    },
  })
  await press(pane, 'Pokaż starsze')
  const focused = await eventually(() => byRole(pane, 'link', 'Umowa'))
  focused.focus()
  const fresh = buildRow({ id: 'fresh', title: 'Nowy mail', occurredAt: '2026-11-21T10:00:00.000Z' })
  host.answer('POST /api/lookup', buildLookup({ timeline: { items: [fresh, mail, invoice], next: 'older' } }))

  host.news()

  await eventually(() => expect(titles(pane)).toEqual(['Nowy mail', 'Termin montażu', 'FV 7/2026', 'Umowa']))
  expect(document.activeElement).toBe(focused)
  byRole(pane, 'status', '1 nowa pozycja')
})

it('says that a file is empty and what to do', async () => {
  const { pane } = showFile(buildLookup())

  await eventually(() => expect(pane.textContent).toContain('Ta kartoteka jest jeszcze pusta'))
})

it('keeps the file of the mail before, out of reach, until the answer about this one is there', async () => {
  const { pane, host } = showFile(buildLookup())
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  let answer: (lookup: unknown) => void = () => undefined
  host.answer('POST /api/lookup', () => new Promise(resolve => (answer = resolve)))

  host.show(buildMessage({ messageId: 'two@trans-pol.example' }))
  await eventually(() => expect(pane.querySelector('[inert]')?.textContent).toContain('Meblex'))
  await eventually(() => expect(host.asked.at(-1)?.body).toMatchObject({ messageId: 'two@trans-pol.example' }))
  answer(buildLookup({ contractors: [buildMatch({ id: 'logistics', name: 'Trans-Pol' })] }))

  await eventually(() => byRole(pane, 'heading', 'Trans-Pol'))
  expect(pane.textContent).not.toContain('Meblex')
})

it('drops a late answer about an earlier mail', async () => {
  let late: (lookup: unknown) => void = () => undefined
  const { pane, host } = showFile(buildLookup(), { 'POST /api/lookup': () => new Promise(resolve => (late = resolve)) })
  await eventually(() => expect(host.asked.some(one => one.path === '/api/lookup')).toBe(true))
  host.answer('POST /api/lookup', buildLookup({ contractors: [buildMatch({ id: 'logistics', name: 'Trans-Pol' })] }))
  host.show(buildMessage({ messageId: 'two@trans-pol.example' }))
  await eventually(() => byRole(pane, 'heading', 'Trans-Pol'))

  late(buildLookup())
  await new Promise(resolve => setTimeout(resolve, 20))

  expect(pane.textContent).not.toContain('Meblex')
})

it('says what failed and loads again when asked', async () => {
  const { pane, host } = showFile(buildLookup(), { 'POST /api/lookup': () => Promise.reject(new TypeError('network')) })
  await eventually(() => byRole(pane, 'alert', 'Brak połączenia z serwerem'))
  host.answer('POST /api/lookup', buildLookup())

  await press(pane, 'Spróbuj ponownie')

  await eventually(() => byRole(pane, 'heading', 'Meblex'))
})

it('keeps the last known file when the server goes away', async () => {
  const { pane, host } = showFile(buildLookup())
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  host.answer('POST /api/lookup', refusal(503, 'unavailable'))

  host.news()

  await eventually(() => byRole(pane, 'alert', 'Pokazuję ostatni znany stan'))
  byRole(pane, 'heading', 'Meblex')
})

it('shows what is new in the company when no mail is open', async () => {
  const host = fakeHost(null, { 'GET /api/timeline': firstPage })
  const pane = showPane(host)

  await eventually(() => byRole(pane, 'heading', 'Nie wybrano wiadomości'))
  await eventually(() => expect(titles(pane)).toEqual(['Termin montażu', 'FV 7/2026']))
})

it('looks for words in the file while they are typed, beside the kinds, and shows where they stand', async () => {
  const found = { title: [], who: [], text: 'montaż regałów w czwartek', marks: [{ start: 0, end: 6 }] }
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/timeline': { items: [{ ...mail, found }], next: null },
  })
  await press(pane, 'Szukaj w tej kartotece')
  const field = await eventually(() => pane.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement)
  expect(document.activeElement === field).toBe(true)
  await press(pane, 'Maile')
  field.focus()

  field.value = ' montaże '
  field.dispatchEvent(new Event('input', { bubbles: true }))

  const asked = () => host.asked.findLast(one => one.path.endsWith('/timeline'))?.query.toString()
  await eventually(() => expect(asked()).toBe('limit=50&q=monta%C5%BCe&kind=mail-in&kind=mail-out'))
  await eventually(() => expect(pane.querySelector('mark')?.textContent).toBe('montaż'))
  host.answer('GET /api/contractors/meblex/timeline', { items: [], next: null })
  field.value = 'nigdzie'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => expect(pane.textContent).toContain('Nic takiego tu nie ma'))

  host.answer('GET /api/contractors/meblex/timeline', firstPage)
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

  await eventually(() => expect(titles(pane)).toEqual(['Termin montażu', 'FV 7/2026']))
  expect(pane.querySelector('input[type=search]')).toBeNull()
  await eventually(() => expect(document.activeElement === byRole(pane, 'button', 'Szukaj w tej kartotece')).toBe(true))
})

it('dims the rows that stay when another look fails, leads on from none of them, and tries again when asked', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/timeline': refusal(503, 'unavailable'),
  })
  await press(pane, 'Dokumenty')
  await eventually(() => byRole(pane, 'alert', 'Serwer jest chwilowo niedostępny'))
  expect(titles(pane)).toEqual(['Termin montażu', 'FV 7/2026'])
  expect(pane.querySelector('.rows')?.classList.contains('stale')).toBe(true)
  expect(allByRole(pane, 'button', 'Pokaż starsze')).toEqual([])

  host.answer('GET /api/contractors/meblex/timeline', { items: [invoice], next: null })
  await press(pane, 'Spróbuj ponownie')

  await eventually(() => expect(titles(pane)).toEqual(['FV 7/2026']))
  expect(pane.querySelector('.rows')?.classList.contains('stale')).toBe(false)
  expect(document.activeElement === byRole(pane, 'region', 'Oś czasu')).toBe(true)
})

const filterChoices = {
  'GET /api/contractors/meblex/cases': { items: [shelves], next: null },
  'GET /api/contractors/meblex': { people: [{ id: 'anna', name: 'Anna Nowak' }] },
}

/** Opens the filters of the timeline. */
async function openFilters(pane: HTMLElement): Promise<HTMLElement> {
  const filters = await eventually(() => byRole(pane, 'group', 'Filtry'))
  filters.setAttribute('open', '')
  filters.dispatchEvent(new Event('toggle'))
  await eventually(() => byRole(filters, 'combobox', 'Osoba'))
  return filters
}

it('narrows the file to a case, a person, a time and what carries files, and back to everything', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    ...filterChoices,
    'GET /api/contractors/meblex/timeline': { items: [mail], next: null },
  })
  const asked = () => host.asked.findLast(one => one.path.endsWith('/timeline'))?.query.toString()
  const filters = await openFilters(pane)

  await choose(filters, 'Sprawa', 'shelves')
  await choose(filters, 'Osoba', 'anna')
  await type(filters, 'Od dnia', '2026-11-01')
  await type(filters, 'Do dnia', '2026-11-30')
  byRole(filters, 'checkbox', 'Tylko z załącznikiem').click()

  const question = new URLSearchParams({
    limit: '50',
    caseId: 'shelves',
    personId: 'anna',
    from: new Date('2026-11-01T00:00:00').toISOString(),
    to: new Date('2026-12-01T00:00:00').toISOString(),
    attachment: 'true',
  })
  await eventually(() => expect(asked()).toBe(question.toString()))
  await eventually(() => expect(titles(pane)).toContain('Termin montażu'))
  expect(filters.querySelector('summary')?.textContent).toBe('Filtry (4)')
  host.answer('GET /api/contractors/meblex/timeline', firstPage)
  await press(filters, 'Wyczyść filtry')
  await eventually(() => expect(asked()).toBe('limit=50'))
  expect(filters.querySelector('summary')?.textContent).toBe('Filtry')
  expect(filters.contains(document.activeElement)).toBe(true)
})

it('asks for no time that is none yet, and says when nothing fits the filters', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    ...filterChoices,
    'GET /api/contractors/meblex/timeline': { items: [], next: null },
  })
  const filters = await openFilters(pane)

  await type(filters, 'Od dnia', '20261-11-01')
  byRole(filters, 'checkbox', 'Tylko z załącznikiem').click()

  await eventually(() => expect(pane.textContent).toContain('Przy tych filtrach nic nie pasuje'))
  expect(host.asked.findLast(one => one.path.endsWith('/timeline'))?.query.toString()).toBe('limit=50&attachment=true')
})

it('still narrows by time where nobody can say which cases and people there are, and asks for them again', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    'GET /api/contractors/meblex/cases': refusal(503, 'unavailable'),
  })
  const filters = await eventually(() => byRole(pane, 'group', 'Filtry'))
  filters.setAttribute('open', '')
  filters.dispatchEvent(new Event('toggle'))
  await eventually(() => byRole(filters, 'alert', 'Serwer jest chwilowo niedostępny'))
  byRole(filters, 'textbox', 'Od dnia')
  for (const [route, answer] of Object.entries(filterChoices)) host.answer(route, answer)

  await press(filters, 'Spróbuj ponownie')

  await eventually(() => byRole(filters, 'combobox', 'Sprawa'))
})

it('looks for a case to narrow by where there are more than fit into a choice, and keeps the chosen one', async () => {
  const old = { ...shelves, id: 'old', reference: '2019/0003', title: 'Stara dostawa' }
  const { pane, host } = showFile(buildLookup({ timeline: firstPage }), {
    ...filterChoices,
    'GET /api/contractors/meblex/timeline': { items: [mail], next: null },
    'GET /api/contractors/meblex/cases': ({ query }: Asked) => {
      const q = query.get('q')
      if (q === null) return { items: [shelves], next: 'x' }
      return { items: [old].filter(one => one.title.includes(q)), next: null }
    },
  })
  const filters = await openFilters(pane)
  await search(filters, 'Stara')
  const list = () => byRole(filters, 'combobox', 'Sprawa') as HTMLSelectElement
  await eventually(() => expect(list().textContent).toContain('2019/0003 Stara dostawa'))
  expect(list().textContent).not.toContain('Dostawa regałów')

  await choose(filters, 'Sprawa', 'old')
  await search(filters, '')

  await eventually(() => expect(list().textContent).toContain('Dostawa regałów'))
  expect([...list().selectedOptions].map(one => one.textContent)).toEqual(['2019/0003 Stara dostawa'])
  await eventually(() => expect(host.asked.some(one => one.query.get('caseId') === 'old')).toBe(true))
})
