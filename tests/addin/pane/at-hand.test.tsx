import { expect, it, vi } from 'vitest'
import { signOut } from '../../../addin/api/session.ts'
import type { TaskRow } from '../../../shared/activity.ts'
import type { FiledMail } from '../../../shared/lookup.ts'
import type { MadeActivity } from '../../../shared/made-activity.ts'
import { fakeHost, refusal, reply } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, buildMessage, choose, eventually, press, shelves, showFile, showPane, type } from './show-pane.ts'

const row = (id: string, name: string) => ({ id, name, nip: null, city: 'Radom', follows: false })
const asked = (host: { asked: { method: string; path: string; body: unknown }[] }, route: string) =>
  host.asked.filter(one => `${one.method} ${one.path}` === route)

const filed: FiledMail = {
  itemId: 'mail',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: null,
  caseReference: null,
  caseTitle: null,
  by: 'Jan Kowalski',
  at: '2026-11-20T09:00:00.000Z',
  method: 'hand',
  evidence: '',
  comment: null,
}

it('writes down a task from the mail: its subject, its case, where it came from', async () => {
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), { 'POST /api/activities': row('task', '') })

  await press(pane, 'Zadanie')
  const form = await eventually(() => byRole(pane, 'form', 'Zadanie'))
  await type(form, 'Termin', '2026-12-01')
  await choose(form, 'Sprawa', 'case:shelves')
  await press(form, 'Zapisz')

  await eventually(() => byRole(pane, 'status', 'Zapisano: Dostawa regałów'))
  expect(asked(host, 'POST /api/activities')[0]?.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
    kind: 'task',
    contractorId: 'meblex',
    caseId: 'shelves',
    title: 'Dostawa regałów',
    dueOn: '2026-12-01',
    note: 'Z wiadomości „Re: Dostawa regałów”, Anna Nowak',
    fromMail: { messageId: 'one@meblex.example', sender: 'anna@meblex.example' },
  })
})

it('says what was made of the mail before, and leaves it to the link where the mail is filed', async () => {
  const made: MadeActivity = {
    itemId: 'answer',
    kind: 'task',
    title: 'Odpisać w sprawie regałów',
    state: 'in-progress',
    dueOn: '2026-12-01',
    startsAt: null,
    assigneeName: 'Jan Kowalski',
    contractorId: 'meblex',
    contractorName: 'Meblex',
  }
  const others = [1, 2, 3, 4, 5].map(number => ({ ...made, itemId: `${number}`, title: `Inne ${number}` }))
  const activities = [made, ...others]
  const { pane, host } = showFile(buildLookup({ filed: [filed], activities }), {
    'POST /api/activities': row('note', ''),
  })

  const list = await eventually(() => byRole(pane, 'region', 'Dodano z tej wiadomości'))
  expect(byRole(list, 'link', 'Odpisać w sprawie regałów').getAttribute('href')).toBe('/#/items/answer')
  expect(list.textContent).toContain('w toku')
  expect(list.textContent).toContain('Jan Kowalski')
  expect(list.querySelectorAll('li')).toHaveLength(5)
  expect(byRole(list, 'link', 'Zobacz wszystkie na stronie wiadomości').getAttribute('href')).toBe('/#/items/mail')
  await press(pane, 'Notatka')
  await press(await eventually(() => byRole(pane, 'form', 'Notatka')), 'Zapisz')
  await eventually(() => expect(asked(host, 'POST /api/activities')[0]?.body).not.toHaveProperty('note'))
})

it('keeps what was typed when a quick addition fails', async () => {
  const { pane } = showFile(buildLookup(), { 'POST /api/activities': refusal(403, 'not-allowed') })

  await press(pane, 'Notatka')
  await type(pane, 'Tytuł', 'Ustalenia')
  await press(pane, 'Zapisz')

  await eventually(() => byRole(pane, 'alert', 'Nie zapisano'))
  expect((byRole(pane, 'textbox', 'Tytuł') as HTMLInputElement).value).toBe('Ustalenia')
})

it('keeps what was begun beside a mail until one comes back to it, and takes the focus from nobody then', async () => {
  const { pane, host } = showFile(buildLookup(), { 'POST /api/activities': row('note', 'Ustalenia') })
  const title = () => byRole(pane, 'textbox', 'Tytuł') as HTMLInputElement
  const lookAt = async (messageId: string) => {
    host.show(buildMessage({ messageId }))
    await eventually(() => expect(asked(host, 'POST /api/lookup').at(-1)?.body).toMatchObject({ messageId }))
    await eventually(() => expect(pane.querySelector('.stale')).toBeNull())
  }
  await press(pane, 'Notatka')
  await type(pane, 'Tytuł', 'Ustalenia')

  await lookAt('two@meblex.example')
  await eventually(() => byRole(pane, 'button', 'Notatka'))
  expect(pane.querySelector('form[aria-label="Notatka"]')).toBeNull()
  const elsewhere = document.body.appendChild(document.createElement('input'))
  elsewhere.focus()
  await lookAt('one@meblex.example')

  await eventually(() => expect(title().value).toBe('Ustalenia'))
  expect(document.activeElement).toBe(elsewhere)
  elsewhere.remove()
  await press(pane, 'Zapisz')
  await eventually(() => expect(pane.querySelector('form[aria-label="Notatka"]')).toBeNull())
  await lookAt('two@meblex.example')
  await lookAt('one@meblex.example')
  expect(pane.querySelector('form[aria-label="Notatka"]')).toBeNull()
})

it('keeps what was begun also where each mail has a document of its own, with the number under which it was sent', async () => {
  const left = new Map<string, string>()
  const openDocument = () => {
    const host = fakeHost(buildMessage(), {
      'POST /api/lookup': buildLookup(),
      'POST /api/activities': refusal(503, 'unavailable'),
    })
    host.begun = {
      read: async () => [...left],
      keep: (about, begun) => void (begun === null ? left.delete(about) : left.set(about, begun)),
    }
    return { host, pane: showPane(host) }
  }
  const first = openDocument()
  await press(first.pane, 'Zadanie')
  await type(first.pane, 'Tytuł', 'Oddzwonić')
  await press(first.pane, 'Zapisz')
  await eventually(() => byRole(first.pane, 'alert', 'Nie zapisano'))
  first.pane.remove()

  const { host, pane } = openDocument()
  const title = await eventually(() => byRole(pane, 'textbox', 'Tytuł') as HTMLInputElement)
  expect(title.value).toBe('Oddzwonić')
  await press(pane, 'Zapisz')
  await eventually(() => byRole(pane, 'alert', 'Nie zapisano'))
  const idOf = (one: typeof host) => asked(one, 'POST /api/activities').map(({ body }) => (body as { id: string }).id)
  expect(idOf(host)).toEqual(idOf(first.host))

  host.answer('POST /api/activities', row('task', ''))
  await press(pane, 'Zapisz')
  await eventually(() => expect([...left]).toEqual([]))
})

it('sends the same once more under the same number, and something else under another', async () => {
  const { pane, host } = showFile(buildLookup(), { 'POST /api/activities': refusal(503, 'unavailable') })
  await press(pane, 'Notatka')
  await type(pane, 'Tytuł', 'Ustalenia')
  const send = async (times: number) => {
    await press(pane, 'Zapisz')
    await eventually(() => expect(asked(host, 'POST /api/activities')).toHaveLength(times))
    await eventually(() => byRole(pane, 'alert', 'Nie zapisano'))
  }

  await send(1)
  await send(2)
  await type(pane, 'Tytuł', 'Inne ustalenia')
  await send(3)

  const [first, again, other] = asked(host, 'POST /api/activities').map(({ body }) => (body as { id: string }).id)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

it('files under an own title', async () => {
  const received = { action: 'file', items: [{ id: 'i', contractorId: 'meblex', caseId: null }] }
  const { pane, host } = showFile(buildLookup(), { 'POST /api/messages': received, 'PATCH /api/items/i': reply(204) })

  await press(pane, 'Nadaj tytuł')
  await type(pane, 'Własny tytuł', 'Regały, ustalenia')
  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano: Meblex'))
  expect(asked(host, 'PATCH /api/items/i')[0]?.body).toEqual({ title: 'Regały, ustalenia' })
})

it('says that the mail is filed but the own title is not kept', async () => {
  const received = { action: 'file', items: [{ id: 'i', contractorId: 'meblex', caseId: null }] }
  const { pane } = showFile(buildLookup(), { 'POST /api/messages': received })

  await press(pane, 'Nadaj tytuł')
  await type(pane, 'Własny tytuł', 'Regały')
  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Własnego tytułu nie udało się zapisać'))
})

it('follows the contractor, and pins his file for when no mail is open', async () => {
  const { pane, host } = showFile(buildLookup(), {
    'GET /api/contractors/meblex': row('meblex', 'Meblex'),
    'PUT /api/contractors/meblex/follow': reply(204),
    'GET /api/pinned-contractors': { items: [], next: null },
    'PUT /api/contractors/meblex/pin': reply(204),
  })

  await eventually(() =>
    expect(byRole(pane, 'button', 'Obserwuj kontrahenta').getAttribute('aria-disabled')).toBeNull(),
  )
  await press(pane, 'Obserwuj kontrahenta')
  await eventually(() => byRole(pane, 'button', 'Nie obserwuj kontrahenta'))
  await press(pane, 'Przypnij kartotekę')

  expect(asked(host, 'PUT /api/contractors/meblex/follow')[0]?.body).toEqual({ follows: true })
  await eventually(() => byRole(pane, 'button', 'Zdejmij kartotekę z przypiętych'))
  expect(asked(host, 'PUT /api/contractors/meblex/pin')[0]?.body).toEqual({ pinned: true })
})

it('shows without a mail what is pinned, what was looked at, and how much waits', async () => {
  const host = fakeHost(null, {
    'GET /api/timeline': { items: [], next: null },
    'GET /api/triage/groups': { items: [{ amount: 3 }, { amount: 2 }], next: null },
    'GET /api/pinned-contractors': { items: [row('meblex', 'Meblex')], next: null },
    'GET /api/recent-contractors': { items: [row('meblex', 'Meblex'), row('kowal', 'Hurtownia Kowal')], next: null },
  })
  const pane = showPane(host)

  const pinned = await eventually(() => byRole(pane, 'region', 'Przypięte'))

  expect(pinned.textContent).toContain('Meblex')
  expect(byRole(pane, 'region', 'Ostatnio oglądane').textContent).toBe('Ostatnio oglądaneHurtownia KowalRadom')
  expect(pane.textContent?.replace('\u00A0', ' ')).toContain('5 wiadomości czeka na decyzję')
})

it('shows while the server is away what it said last, and forgets that with the session', async () => {
  const recent = { items: [row('kowal', 'Hurtownia Kowal')], next: null }
  const pinned = { items: [row('meblex', 'Meblex')], next: null }
  const timeline = { items: [], next: null }
  const answers = { 'GET /api/timeline': timeline, 'GET /api/pinned-contractors': pinned }
  const host = fakeHost(null, { ...answers, 'GET /api/recent-contractors': recent })
  const before = showPane(host)
  await eventually(() => byRole(before, 'region', 'Przypięte'))
  await eventually(() => expect(host.stored.get('seen-files')).toContain('Kowal'))

  const away = fakeHost(null, answers)
  for (const [key, value] of host.stored) away.stored.set(key, value)
  away.answer('GET /api/recent-contractors', refusal(503, 'unavailable'))
  const pane = showPane(away)

  const region = await eventually(() => byRole(pane, 'region', 'Ostatnio oglądane'))
  expect(region.textContent).toContain('To lista z ostatniego razu')
  expect(region.textContent).toContain('Hurtownia Kowal')
  expect(byRole(pane, 'region', 'Przypięte').textContent).toContain('Meblex')
  await signOut(away)
  expect(away.stored.get('seen-files')).toBeUndefined()
})

it('notes a look at a file only when the mail stays open', async () => {
  const { host } = showFile(buildLookup(), { 'POST /api/contractors/meblex/look': { before: null } })
  await eventually(() => expect(asked(host, 'POST /api/lookup')).toHaveLength(1))

  expect(asked(host, 'POST /api/contractors/meblex/look')).toHaveLength(0)
  await vi.waitFor(() => expect(asked(host, 'POST /api/contractors/meblex/look')).toHaveLength(1), { timeout: 4000 })
})

const task: TaskRow = {
  id: 'a',
  itemId: 'i',
  title: 'Wysłać ofertę',
  state: 'new',
  priority: 'high',
  dueOn: '2026-01-01',
  assigneeId: 'u',
  assigneeName: 'Jan Kowalski',
  givenBy: null,
  acceptedAt: '2026-01-01T00:00:00.000Z',
  contractorId: 'meblex',
  contractorName: 'Meblex',
}

it('shows without a mail what the reader has to do, and lets him say that it is done, and take that back', async () => {
  const host = fakeHost(null, {
    'GET /api/timeline': { items: [], next: null },
    'GET /api/tasks': { items: [task], next: null },
    'PATCH /api/activities/a': {},
  })
  const pane = showPane(host)
  const mine = await eventually(() => byRole(pane, 'region', 'Moje zadania'))
  expect(mine.textContent).toContain('pilneMeblex')
  expect(mine.textContent).toContain('po terminie')

  await press(pane, 'Zrobione: Wysłać ofertę')
  await eventually(() => byRole(pane, 'status', 'Zadanie zrobione.'))
  await press(pane, 'Cofnij')

  await eventually(() =>
    expect(asked(host, 'PATCH /api/activities/a').map(({ body }) => body)).toEqual([
      { state: 'done' },
      { state: 'new' },
    ]),
  )
  expect(host.asked.find(one => one.path === '/api/tasks')?.query.toString()).toBe('of=mine&limit=6')
})

it('shows the open tasks of the contractor beside his cases, and nothing where there are none', async () => {
  const { pane, host } = showFile(buildLookup({ tasks: { items: [task], more: 1 } }))

  const region = await eventually(() => byRole(pane, 'region', 'Otwarte zadania'))

  expect(region.textContent).toContain('Jan Kowalski')
  expect(byRole(region, 'link', 'Wszystkie zadania').getAttribute('href')).toBe('/#/contractors/meblex')

  host.answer('POST /api/lookup', buildLookup())
  host.news()
  await eventually(() => expect(pane.textContent).not.toContain('Otwarte zadania'))
  expect(asked(host, 'GET /api/tasks')).toEqual([])
})

it('fills a new contractor in from the signature of the sender, not from that of others', async () => {
  const unknown = [
    { name: 'Barbara Zając', address: 'anna@meblex.example', isFreeMail: false, company: 'Meblex' },
    { name: '', address: 'copy@inna.example', isFreeMail: false, company: 'Inna' },
  ]
  const { pane, host } = showFile(buildLookup({ contractors: [], unknown }))
  host.words = async () => 'Pozdrawiam\nDrukarnia Prestiż Sp. z o.o.\nNIP 525-224-84-81\ntel. 601 700 800'

  await press(pane, 'Utwórz kontrahenta: anna@meblex.example')
  const name = (await eventually(() => byRole(pane, 'textbox', 'Nazwa'))) as HTMLInputElement
  await eventually(() => expect(name.value).toBe('Drukarnia Prestiż Sp. z o.o.'))
  expect((byRole(pane, 'textbox', 'NIP') as HTMLInputElement).value).toBe('525-224-84-81')
  await press(pane, 'Anuluj')

  await press(pane, 'Utwórz kontrahenta: copy@inna.example')
  expect(((await eventually(() => byRole(pane, 'textbox', 'Nazwa'))) as HTMLInputElement).value).toBe('Inna')
})

it('gives a task that a mail brings to a colleague, with how urgent it is', async () => {
  const { pane, host } = showFile(buildLookup(), {
    'GET /api/users': {
      items: [
        { id: 'me', name: 'Jan' },
        { id: 'ewa', name: 'Ewa Lis' },
      ],
      next: null,
    },
    'GET /api/me': { id: 'me' },
    'POST /api/activities': {},
  })
  await press(pane, 'Zadanie')
  await eventually(() => expect(byRole(pane, 'combobox', 'Wykonuje').textContent).toBe('JaEwa Lis'))

  await choose(pane, 'Wykonuje', 'ewa')
  await choose(pane, 'Priorytet', 'high')
  await press(pane, 'Zapisz')

  await eventually(() =>
    expect(asked(host, 'POST /api/activities')[0]?.body).toMatchObject({ assigneeId: 'ewa', priority: 'high' }),
  )
})

it('logs a call with whoever the mail is from, and how long it was', async () => {
  const person = (id: string, name: string, address: string) => ({ id, name, addresses: [address] })
  const people = [person('ola', 'Ola', 'ola@meblex.example'), person('anna', 'Anna Nowak', 'anna@meblex.example')]
  const { pane, host } = showFile(buildLookup(), {
    'GET /api/contractors/meblex': { id: 'meblex', people },
    'POST /api/activities': {},
  })
  await press(pane, 'Rozmowa')
  await eventually(() => expect((byRole(pane, 'combobox', 'Osoba kontaktowa') as HTMLSelectElement).value).toBe('anna'))
  const field = byRole(pane, 'spinbutton', 'Czas trwania (min)') as HTMLInputElement
  field.value = '15'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await press(pane, 'Zapisz')

  await eventually(() => expect(asked(host, 'POST /api/activities')).toHaveLength(1))
  const body = asked(host, 'POST /api/activities')[0]?.body as Record<string, string>
  expect(body).toMatchObject({ kind: 'call', personId: 'anna', direction: 'in' })
  expect(Date.parse(body.endsAt ?? '') - Date.parse(body.startsAt ?? '')).toBe(15 * 60_000)
})

it.each(['-30', '1e20'])('saves nothing that lasted %s minutes, and says what can be typed', async minutes => {
  const { pane, host } = showFile(buildLookup(), { 'GET /api/contractors/meblex': { id: 'meblex', people: [] } })
  await press(pane, 'Rozmowa')
  const field = (await eventually(() => byRole(pane, 'spinbutton', 'Czas trwania (min)'))) as HTMLInputElement
  field.value = minutes
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => expect(pane.textContent).toContain('Wpisz liczbę minut od 0 do 10080.'))

  field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))

  await new Promise(resolve => setTimeout(resolve, 20))
  expect(asked(host, 'POST /api/activities')).toEqual([])
})
