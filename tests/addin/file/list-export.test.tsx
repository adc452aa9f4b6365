import type { JSX } from 'preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { ContractorPeople } from '../../../addin/file/contractor-people.tsx'
import { ContractorsPage } from '../../../addin/file/contractors-page.tsx'
import { FoundItems } from '../../../addin/file/found-items.tsx'
import { TasksPage } from '../../../addin/file/tasks-page.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import { reply } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { allByRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'

const page = document.body
const id = '00000000-0000-4000-8000-000000000001'
const item = {
  id: 'i',
  kind: 'note',
  objectId: 'o',
  contractorId: id,
  contractorName: 'Okna',
  occurredAt: '2026-01-01T00:00:00.000Z',
  title: 'Pompa',
  snippet: '',
  who: 'Anna',
  hasAttachment: false,
  cases: [],
  found: { title: [], who: [], text: null, marks: [] },
}
const answers = (rows: object[]) => ({
  'GET /api/search': { items: rows, next: null },
  'GET /api/tasks': { items: [], next: null },
  'GET /api/contractors': { items: [{ id, name: 'Okna', nip: null, city: null }], next: null },
  'POST /api/downloads': reply(201, { ticket: 'raz', expiresAt: '' }),
})
const search = {
  name: 'search',
  q: ' pompa "a b" ',
  kinds: ['note' as const],
  contractorId: id,
  attachment: true,
} as const
const found = () => <FoundItems page={{ ...search, kinds: ['note'] }} counts={undefined} onNarrow={() => undefined} />
const people = (q: string) => () => {
  const one = { id: 'p', name: 'Ewa', role: null, phones: [], addresses: [] }
  const contractor = { id, name: 'Okna', people: [one], may: { change: false } } as unknown as Contractor
  return <ContractorPeople contractor={contractor} words={q} onWords={() => undefined} onChanged={() => undefined} />
}

beforeEach(() => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})

it.each<[string, () => JSX.Element, string]>([
  ['finds', found, `/api/search.csv?q=pompa+%22a+b%22&kind=note&contractorId=${id}&attachment=true`],
  ['contractors', () => <ContractorsPage page={{ name: 'contractors', q: '' }} />, '/api/contractors.csv'],
  ['some contractors', () => <ContractorsPage page={{ name: 'contractors', q: 'ok' }} />, '/api/contractors.csv?q=ok'],
  ['contact persons', people(''), `/api/contractors/${id}/people.csv`],
  ['some contact persons', people('ewa'), `/api/contractors/${id}/people.csv?q=ewa`],
])('takes %s along just as they are narrowed', async (_what, Page, path) => {
  const host = showPage(Page, answers([item]))
  await eventually(() => expect(allByRole(page, 'button', 'Pobierz CSV')).toHaveLength(1))

  await press(page, 'Pobierz CSV')

  await eventually(() => expect(sent(host, 'POST', '/api/downloads')).toEqual([{ path }]))
  await eventually(() => expect(page.textContent).toContain('Przeglądarka zapisuje plik.'))
})

it('takes the tasks of the view that is shown along, with the words that they are narrowed by', async () => {
  const task = { id: 't', itemId: 'i', title: 'Pompa', state: 'new', priority: 'normal', dueOn: null }
  const Page = () => <TasksPage page={{ name: 'tasks', of: 'given', q: 'pompa' }} />
  const host = showPage(Page, { ...answers([]), 'GET /api/tasks': { items: [task], next: null } })

  await press(page, 'Pobierz CSV')

  await eventually(() =>
    expect(sent(host, 'POST', '/api/downloads')).toEqual([{ path: '/api/tasks.csv?of=given&q=pompa' }]),
  )
})

it('offers nothing where nothing is found', async () => {
  showPage(found, answers([]))
  await eventually(() => expect(page.textContent).toContain('Nic nie znaleziono'))
  expect(allByRole(page, 'button', 'Pobierz CSV')).toEqual([])

  showPage(() => <TasksPage page={{ name: 'tasks', of: 'mine', q: '' }} />, answers([]))
  await eventually(() => expect(page.textContent).toContain('Nic do zrobienia'))
  expect(allByRole(page, 'button', 'Pobierz CSV')).toEqual([])
})
