import { expect, it } from 'vitest'
import type { Filed } from '../../../shared/item.ts'
import type { Suggestion } from '../../../shared/lookup.ts'
import { refusal, reply } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import {
  buildLookup,
  choose,
  complaint,
  eventually,
  everyone,
  press,
  search,
  shelves,
  showFile,
  type,
} from './show-pane.ts'

const byThread: Suggestion = {
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: 'shelves',
  caseReference: '2026/0017',
  caseTitle: 'Dostawa regałów',
  method: 'thread',
  reason: '2026/0017',
  score: 0.95,
}

const filed: Filed = {
  itemId: 'item',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: 'shelves',
  caseReference: '2026/0017',
  caseTitle: 'Dostawa regałów',
  by: null,
  at: '2026-11-20T09:00:00.000Z',
  method: 'address',
  evidence: 'anna@meblex.example',
  comment: null,
}

const received = { id: 'm', messageId: null, action: 'file', items: [], method: 'hand', evidence: '', reason: null }
const unfiled = buildLookup({ suggestions: [byThread], openCases: [shelves, complaint] })
const lying = buildLookup({ filed: [filed], openCases: [shelves, complaint] })
const cases = { 'GET /api/cases/shelves': everyone, 'GET /api/cases/complaint': everyone }

it('files to the suggested case in one press, and says why it was suggested', async () => {
  const { pane, host } = showFile(unfiled, { ...cases, 'POST /api/messages': received })
  await eventually(() => expect(pane.textContent).toContain('Propozycja: wątek sprawy 2026/0017'))

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano: Meblex · 2026/0017 · Dostawa regałów'))
  const sent = host.asked.find(one => one.path === '/api/messages')
  expect(sent?.query.toString()).toBe('contractorId=meblex&caseId=shelves')
  expect(sent?.headers['content-type']).toBe('message/rfc822')
  expect(await (sent?.body as Blob | undefined)?.text()).toBe('Subject: x\r\n\r\nx')
})

it('files without a case, with a comment', async () => {
  const { pane, host } = showFile(unfiled, { ...cases, 'POST /api/messages': received })

  await choose(pane, 'Sprawa', 'file')
  await press(pane, 'Skomentuj')
  await type(pane, 'Komentarz', 'pilne')
  await press(pane, 'Przypisz')

  await eventually(() =>
    expect(host.asked.find(one => one.path === '/api/messages')?.query.toString()).toBe(
      'contractorId=meblex&comment=pilne',
    ),
  )
})

it('looks for a case beyond those that came with the mail, and keeps the found one chosen', async () => {
  const newest = Array.from({ length: 20 }, (_none, at) => ({ ...shelves, id: `c${at}`, title: `Nowsza ${at}` }))
  const asked: string[] = []
  const { pane, host } = showFile(buildLookup({ openCases: newest }), {
    'GET /api/cases/complaint': everyone,
    'GET /api/cases/shelves': everyone,
    'GET /api/contractors/meblex/cases': ({ query }: { query: URLSearchParams }) => {
      asked.push(query.toString())
      return { items: query.get('q') === 'rekl' ? [shelves, complaint] : [], next: null }
    },
    'POST /api/messages': received,
  })
  await eventually(() => byRole(pane, 'searchbox', 'Szukaj sprawy'))
  expect(pane.textContent).toContain('20+')

  await search(pane, 'rekl')
  const list = () => byRole(pane, 'combobox', 'Sprawa') as HTMLSelectElement
  await eventually(() => expect(list().value).toBe('case:shelves'))
  await choose(pane, 'Sprawa', 'case:complaint')
  await search(pane, 'nic takiego')
  await eventually(() => expect(pane.textContent).toContain('Żadna sprawa nie pasuje do „nic takiego”.'))
  await press(pane, 'Przypisz')

  await eventually(() =>
    expect(host.asked.find(one => one.path === '/api/messages')?.query.toString()).toBe(
      'contractorId=meblex&caseId=complaint',
    ),
  )
  expect(asked).toEqual(['open=true&q=rekl&limit=50', 'open=true&q=nic+takiego&limit=50'])
})

it('has nothing to look for cases with where all are there', async () => {
  const { pane } = showFile(unfiled, cases)
  await eventually(() => byRole(pane, 'combobox', 'Sprawa'))

  expect(allByRole(pane, 'searchbox').filter(one => one.closest('form'))).toEqual([])
})

it('opens a new case named after the subject, once, also when filing fails at first', async () => {
  const { pane, host } = showFile(unfiled, {
    'POST /api/contractors/meblex/cases': { ...shelves, id: 'fresh' },
    'GET /api/cases/fresh': everyone,
    'POST /api/messages': refusal(503, 'unavailable'),
  })
  await choose(pane, 'Sprawa', 'new')
  await press(pane, 'Przypisz')
  await eventually(() => byRole(pane, 'alert', 'Wiadomość nie została przypisana. Twój wybór został zachowany.'))
  host.answer('POST /api/messages', received)

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano'))
  const opened = host.asked.filter(one => one.path.endsWith('/meblex/cases') && one.method === 'POST')
  expect(opened.map(one => one.body)).toEqual([{ id: expect.any(String), title: 'Dostawa regałów' }])
})

it('says who will see the message before it is filed', async () => {
  const { pane } = showFile(unfiled, {
    'GET /api/cases/shelves': {
      audience: [
        { id: '1', name: 'Handlowcy', isGroup: true },
        { id: '2', name: 'Ewa', isGroup: false },
      ],
    },
  })

  await eventually(() => expect(pane.textContent).toContain('Widoczne dla: Handlowcy i Ewa'))
  await choose(pane, 'Sprawa', 'file')
  await eventually(() => expect(pane.textContent).toContain('Widoczne dla: Wszyscy'))
})

it('says so when the mail program does not hand over the message', async () => {
  const { pane, host } = showFile(unfiled, cases)
  host.source = () => Promise.reject(new Error('closed'))

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'alert', 'Nie udało się odczytać treści tej wiadomości z programu pocztowego'))
})

it('shows where the message lies, by what and why', async () => {
  const { pane } = showFile(lying)

  const entry = await eventually(() => byRole(pane, 'article', 'Przypisano'))

  expect(entry.textContent).toContain('2026/0017')
  expect(entry.textContent).toContain('Dostawa regałów')
  expect(entry.textContent).toContain('automatycznie')
  expect(entry.textContent).toContain('adres anna@meblex.example')
  expect(allByRole(pane, 'button', 'Przypisz', 'exact')).toEqual([])
})

it('unfiles only after the time to undo', async () => {
  const { pane, host } = showFile(lying, { 'DELETE /api/items/item': reply(204) })
  await press(pane, 'Odepnij')
  await eventually(() => byRole(pane, 'status', 'Odpięto: Meblex · 2026/0017'))
  expect(host.asked.filter(one => one.method === 'DELETE')).toEqual([])
  host.answer('POST /api/lookup', unfiled)

  await press(pane, 'Zamknij')

  await eventually(() => expect(host.asked.some(one => one.method === 'DELETE')).toBe(true))
  await eventually(() => byRole(pane, 'button', 'Przypisz', 'exact'))
})

it('undoes an unfiling without a trace', async () => {
  const { pane, host } = showFile(lying)
  await press(pane, 'Odepnij')

  await press(pane, 'Cofnij')

  await eventually(() => byRole(pane, 'article', 'Przypisano'))
  expect(host.asked.filter(one => one.method === 'DELETE')).toEqual([])
})

it.each(['Zamknij', 'Cofnij'])('leaves an unfiling with the mail program while it waits, until “%s”', async way => {
  const { pane, host } = showFile(lying, { 'DELETE /api/items/item': reply(204) })
  const stayed: string[] = []
  host.keepForLater = ({ path, init }) => {
    stayed.push(`${init.method} ${path}`)
    return () => void stayed.push('taken back')
  }
  await press(pane, 'Odepnij')
  expect(stayed).toEqual(['DELETE /api/items/item'])

  await press(pane, way)

  await eventually(() => expect(stayed).toEqual(['DELETE /api/items/item', 'taken back']))
})

it('leaves an undone unfiling undone when the message is filed in another place too', async () => {
  const { pane, host } = showFile(lying, { ...cases, 'POST /api/messages': received })
  await press(pane, 'Odepnij')
  await press(pane, 'Cofnij')

  await press(pane, 'Przypisz także gdzie indziej')
  const button = await eventually(() => byRole(pane, 'button', 'Przypisz', 'exact'))
  button.click()

  await eventually(() => expect(host.asked.some(one => one.path === '/api/messages')).toBe(true))
  expect(host.asked.filter(one => one.method === 'DELETE')).toEqual([])
})

it('takes the message out before it is filed anew, so that the new filing stays', async () => {
  const { pane, host } = showFile(lying, {
    ...cases,
    'DELETE /api/items/item': reply(204),
    'POST /api/messages': received,
  })
  await press(pane, 'Odepnij')

  const button = await eventually(() => byRole(pane, 'button', 'Przypisz', 'exact'))
  button.click()

  await eventually(() => expect(host.asked.some(one => one.path === '/api/messages')).toBe(true))
  const writes = host.asked.filter(one => one.method === 'DELETE' || one.path === '/api/messages')
  expect(writes.map(one => one.method)).toEqual(['DELETE', 'POST'])
})

it('takes one of several filings out by its case', async () => {
  const twice = buildLookup({ filed: [filed, { ...filed, caseId: 'complaint', caseReference: '2026/0021' }] })
  const { pane, host } = showFile(twice, { 'DELETE /api/items/item': reply(204) })

  await press(pane, 'Odepnij: Meblex · 2026/0021')
  await press(pane, 'Zamknij')

  await eventually(() =>
    expect(host.asked.find(one => one.method === 'DELETE')?.query.toString()).toBe('caseId=complaint'),
  )
})

it('moves to another case and back', async () => {
  const { pane, host } = showFile(lying, {
    'GET /api/contractors/meblex/cases': { items: [shelves, complaint], next: null },
    'POST /api/items/item/seers': ({ body }: { body: { caseId: string } }) => ({
      viewers: [{ id: 'a', name: 'Anna', isGroup: false }],
      newcomers: body.caseId === 'complaint' ? [{ id: 'b', name: 'Bartek' }] : [],
      newTotal: body.caseId === 'complaint' ? 1 : 0,
      keepsCircle: body.caseId === 'complaint',
    }),
    'PATCH /api/items/item': { id: 'item' },
  })
  await press(pane, 'Przenieś')
  const list = () => byRole(pane, 'combobox', 'Sprawa') as HTMLSelectElement
  await eventually(() => expect(list().value).toBe('case:shelves'))
  // Where it lies already nothing changes.
  expect(pane.textContent).not.toContain('Po przeniesieniu')
  await choose(pane, 'Sprawa', 'file')
  await eventually(() => expect(pane.textContent).toContain('Po przeniesieniu widoczne dla: Anna'))
  expect(pane.textContent).not.toContain('Nowe osoby')
  await choose(pane, 'Sprawa', 'case:complaint')
  await eventually(() => expect(pane.textContent).toContain('Nowe osoby z dostępem: Bartek.'))
  expect(pane.textContent).toContain('Ma własny krąg dostępu i zachowa go.')
  await press(pane, 'Przenieś')

  await press(pane, 'Cofnij')

  await eventually(() =>
    expect(host.asked.filter(one => one.method === 'PATCH').map(one => one.body)).toEqual([
      { contractorId: 'meblex', caseId: 'complaint', fromCases: ['shelves'] },
      { contractorId: 'meblex', caseId: 'shelves', fromCases: ['complaint'] },
    ]),
  )
})

it('says that the message stayed when it could not be moved', async () => {
  const { pane } = showFile(lying, {
    'GET /api/contractors/meblex/cases': { items: [shelves], next: null },
    'PATCH /api/items/item': refusal(403, 'not-allowed'),
  })
  await press(pane, 'Przenieś')

  const form = await eventually(() => byRole(pane, 'form', 'Przenieś'))
  await choose(pane, 'Sprawa', 'file')
  byRole(form, 'button', 'Przenieś').click()

  await eventually(() => byRole(pane, 'alert', 'Wiadomość została tam, gdzie była.'))
})

it('is moved by keyboard alone: begins at the case, which may be closed, and gives the focus back', async () => {
  const { pane, host } = showFile(lying, {
    'GET /api/contractors/meblex/cases': { items: [complaint], next: null },
    'PATCH /api/items/item': { id: 'item' },
  })
  await press(pane, 'Przenieś')
  const list = () => byRole(pane, 'combobox', 'Sprawa') as HTMLSelectElement
  await eventually(() => expect(document.activeElement).toBe(list()))
  await eventually(() => expect(list().options).toHaveLength(3))
  expect(list().selectedOptions[0]?.textContent).toBe('2026/0017 · Dostawa regałów')

  list().form?.requestSubmit()
  list().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

  await eventually(() => expect(document.activeElement).toBe(byRole(pane, 'button', 'Przenieś')))
  expect(host.asked.some(({ method }) => method === 'PATCH')).toBe(false)
})
