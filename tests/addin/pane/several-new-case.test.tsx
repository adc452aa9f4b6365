import { expect, it, vi } from 'vitest'
import type { FilingQueue, MailHost, WaitingFiling } from '../../../addin/host/mail-host.ts'
import { type Asked, fakeHost, refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildMessage, choose, eventually, everyone, press, shelves, showPane, type } from './show-pane.ts'

const mails = ['Re: Reklamacja krzeseł', 'Reklamacja stołu', 'FW: reklamacja: ławki'].map((subject, at) => ({
  id: String(at + 1),
  subject,
}))
const filed = { id: null, messageId: null, action: 'file', items: [], method: null, evidence: '', reason: null }
const opened = { ...shelves, id: 'opened', reference: '2026/0030', title: 'Reklamacja krzeseł' }

/** The pane beside selected mails, of which all shall go into a new case of Meblex. */
async function atNewCase() {
  let isAway = false
  const kept: WaitingFiling[] = []
  const base = fakeHost(null, {
    'GET /api/contractors': { items: [{ id: 'meblex', name: 'Meblex' }], next: null },
    'GET /api/contractors/meblex': everyone,
    'GET /api/contractors/meblex/cases': { items: [shelves], next: null },
    'GET /api/cases/opened': { ...opened, ...everyone },
    'POST /api/contractors/meblex/cases': opened,
    'POST /api/messages': filed,
  })
  const host = {
    ...base,
    whatElse: async () => ({ is: 'several' as const, mails }),
    readSelected: vi.fn(async () => ({ message: buildMessage(), source: new Blob(['Subject: x\r\n\r\nx']) })),
    fileRest: vi.fn<NonNullable<MailHost['fileRest']>>(async () => undefined),
    queue: {
      add: async filing => void kept.push(filing),
      list: async () => [],
      retry: async () => undefined,
      discard: async () => undefined,
      onChange: () => () => undefined,
    } satisfies FilingQueue,
    fetch: (async (path, init) => {
      if (isAway && init.method === 'POST') throw new TypeError('no connection')
      return base.fetch(path, init)
    }) as MailHost['fetch'],
  }
  const pane = showPane(host)
  const [, one] = await eventually(() => {
    const choices = pane.querySelectorAll<HTMLInputElement>('input[name=where]')
    expect(choices).toHaveLength(2)
    return choices
  })
  one?.click()
  const field = (await eventually(() => byRole(pane, 'combobox', 'Kontrahent'))) as HTMLInputElement
  field.value = 'mebl'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(pane, 'option', 'Meblex'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await eventually(() => byRole(pane, 'option', 'Nowa sprawa'))
  await choose(pane, 'Sprawa', 'new')
  const posted = (path: string): Asked[] => host.asked.filter(one => one.method === 'POST' && one.path === path)
  return {
    ...{ host, pane, kept },
    away: (now: boolean) => {
      isAway = now
    },
    cases: () => posted('/api/contractors/meblex/cases').map(({ body }) => body as { id: string; title: string }),
    places: () => posted('/api/messages').map(({ query }) => query.toString()),
    words: () => [...pane.querySelectorAll('.bulk li')].map(row => row.lastElementChild?.textContent),
  }
}

it('opens one case, titled as all subjects begin, and files all of them there', async () => {
  const { pane, cases, places, words } = await atNewCase()
  const title = (await eventually(() => byRole(pane, 'textbox', 'Tytuł nowej sprawy'))) as HTMLInputElement
  expect(title.value).toBe('Reklamacja')
  await eventually(() => expect(pane.textContent).toContain('Widoczne dla: Wszyscy'))

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(words()).toEqual(['przypisana', 'przypisana', 'przypisana']))
  expect(cases()).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), title: 'Reklamacja' }])
  expect(places()).toEqual(Array.from({ length: 3 }, () => 'contractorId=meblex&caseId=opened'))
  // What would be filed next goes into that one too.
  expect((byRole(pane, 'combobox', 'Sprawa') as HTMLSelectElement).value).toBe('case:opened')
})

it('files nothing where the case may not be opened, says so once, and asks for the same case again', async () => {
  const { host, pane, cases, places, words } = await atNewCase()
  host.answer('POST /api/contractors/meblex/cases', refusal(403, 'not-allowed'))

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => byRole(pane, 'alert', 'Nie udało się utworzyć sprawy'))
  expect(byRole(pane, 'alert', 'Nie udało się utworzyć sprawy').textContent).toContain('Nie masz do tego uprawnień')
  expect(words()).toEqual(['czeka', 'czeka', 'czeka'])
  expect([cases().length, places().length]).toEqual([1, 0])

  host.answer('POST /api/contractors/meblex/cases', opened)
  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(places()).toHaveLength(3))
  const [first, second] = cases()
  expect(second).toEqual(first)
  expect(pane.querySelector('[role=alert]')).toBeNull()
})

it('files nothing in a case without a title', async () => {
  const { pane, cases, places } = await atNewCase()
  await type(pane, 'Tytuł nowej sprawy', '  ')

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(pane.textContent).toContain('Wpisz tytuł nowej sprawy.'))
  expect([cases().length, places().length]).toEqual([0, 0])
})

it('keeps what comes while the server is away for the case that the others go into', async () => {
  const { host, pane, kept, away, cases, places, words } = await atNewCase()
  host.readSelected.mockImplementation(async () => {
    away(host.readSelected.mock.calls.length !== 2)
    return { message: buildMessage(), source: new Blob(['Subject: x\r\n\r\nx']) }
  })

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(words()).toEqual(['czeka w kolejce', 'przypisana', 'czeka w kolejce']))
  const number = cases()[0]?.id
  expect(cases()).toHaveLength(1)
  expect(places()).toEqual(['contractorId=meblex&caseId=opened'])
  expect(kept).toMatchObject([
    { newCase: 'Reklamacja', caseNumber: number, caseId: null, placeName: 'Meblex · Reklamacja' },
    { newCase: null, caseId: 'opened' },
  ])
})

it('says of a case that was closed meanwhile why nothing more went in', async () => {
  const { host, pane, words } = await atNewCase()
  host.answer('POST /api/messages', refusal(409, 'case-closed'))

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(words()?.join()).toMatch(/(Ta sprawa jest zamknięta.*){3}/))
})

it('hands the case over with what is left when its window is closed in the midst', async () => {
  const { host, pane, cases } = await atNewCase()
  let answer = (_case: unknown) => {}
  host.answer(
    'POST /api/contractors/meblex/cases',
    () =>
      new Promise(resolve => {
        answer = resolve
      }),
  )
  host.answer('POST /api/messages', () => new Promise(() => undefined))
  await press(pane, 'Przypisz 3 wiadomości')
  await eventually(() => expect(cases()).toHaveLength(1))

  window.dispatchEvent(new Event('pagehide'))
  answer(opened)
  await eventually(() => expect((byRole(pane, 'combobox', 'Sprawa') as HTMLSelectElement).value).toBe('case:opened'))
  window.dispatchEvent(new Event('pagehide'))

  const name = 'Meblex · Reklamacja'
  const newCase = { title: 'Reklamacja', number: cases()[0]?.id }
  expect(host.fileRest.mock.calls).toEqual([
    [['1', '2', '3'], { contractorId: 'meblex', caseId: null, newCase, name }],
    [['1', '2', '3'], { contractorId: 'meblex', caseId: 'opened', name }],
  ])
})
