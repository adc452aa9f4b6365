import { expect, it } from 'vitest'
import type { FilingQueue, QueuedFiling } from '../../../addin/host/mail-host.ts'
import { fakeHost, refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import {
  buildLookup,
  buildMatch,
  buildMessage,
  choose,
  eventually,
  everyone,
  press,
  shelves,
  showPane,
  type,
} from './show-pane.ts'

const received = { action: 'file', items: [{ id: 'i', contractorId: 'meblex', caseId: 'fresh' }] }
const fresh = { ...shelves, id: 'fresh', reference: '2026/0030', title: 'Dach' }

function show(waiting: Partial<QueuedFiling>[] = []) {
  const host = fakeHost(buildMessage(), {
    'POST /api/lookup': buildLookup({ contractors: [buildMatch()] }),
    'GET /api/contractors/meblex/cases': { items: [shelves], next: null },
    'POST /api/contractors/meblex/cases': fresh,
    'GET /api/cases/fresh': { ...fresh, ...everyone },
    'PATCH /api/cases/fresh': { ...fresh, title: 'Dach i rynny' },
    'POST /api/messages': received,
  })
  const queue: FilingQueue = {
    add: async () => undefined,
    list: async () => waiting as QueuedFiling[],
    retry: async () => undefined,
    discard: async () => undefined,
    onChange: () => () => undefined,
  }
  const pane = showPane(waiting.length > 0 ? Object.assign(host, { queue }) : host)
  const cases = () =>
    host.asked
      .filter(one => one.method === 'POST' && one.path.endsWith('/cases'))
      .map(({ body }) => body as { id: string; title: string })
  return { host, pane, cases }
}

it('opens no second case when the title is edited after a lost answer, and gives the first one the new title', async () => {
  const { host, pane, cases } = show()
  host.answer('POST /api/contractors/meblex/cases', refusal(503, 'unavailable'))
  await choose(pane, 'Sprawa', 'new')
  await type(pane, 'Tytuł nowej sprawy', 'Dach')
  await press(pane, 'Przypisz')
  await eventually(() => byRole(pane, 'alert', 'Wiadomość nie została przypisana. Twój wybór został zachowany.'))
  host.answer('POST /api/contractors/meblex/cases', fresh)

  await type(pane, 'Tytuł nowej sprawy', 'Dach i rynny')
  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano'))
  const [first, second] = cases()
  expect(cases()).toHaveLength(2)
  expect(second).toEqual({ id: first?.id, title: 'Dach i rynny' })
  const renamed = host.asked.filter(one => one.method === 'PATCH' && one.path === '/api/cases/fresh')
  expect(renamed.map(({ body }) => body)).toEqual([{ title: 'Dach i rynny' }])
})

it('opens the case under the number under which an older mail waits for it', async () => {
  const { pane, cases } = show([
    { id: 'other', contractorId: 'hydro', newCase: 'Dach', caseNumber: 'n0', state: 'waiting', failure: null },
    { id: 'older', contractorId: 'meblex', newCase: 'Dach', caseNumber: 'n1', state: 'waiting', failure: null },
  ])
  await choose(pane, 'Sprawa', 'new')
  await type(pane, 'Tytuł nowej sprawy', 'Dach ')

  await press(pane, 'Przypisz')

  await eventually(() => expect(cases()).toEqual([{ id: 'n1', title: 'Dach' }]))
})
