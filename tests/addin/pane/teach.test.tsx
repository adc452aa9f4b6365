import { expect, it } from 'vitest'
import type { Filed } from '../../../shared/item.ts'
import type { Lookup } from '../../../shared/lookup.ts'
import { type FakeHost, refusal, reply } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, buildMatch, eventually, press, showFile } from './show-pane.ts'

const filed: Filed = {
  itemId: 'item',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: null,
  caseReference: null,
  caseTitle: null,
  by: null,
  at: '2026-11-20T09:00:00.000Z',
  method: 'domain',
  evidence: 'meblex.example',
  comment: null,
}
const taught = { 'POST /api/items/item/teach': reply(204) }
const showFiled = (facts: Partial<Lookup> = {}, answers = taught) =>
  showFile(buildLookup({ filed: [filed], ...facts }), answers)
const lessons = (host: FakeHost) => host.asked.filter(one => one.path.endsWith('/teach')).map(one => one.body)
const verdicts = (pane: HTMLElement) => [...pane.querySelectorAll('.teach button')].map(button => button.textContent)

it.each([
  ['Dobre', 'right', 'Potwierdzono: Meblex.'],
  ['Złe', 'wrong', 'Odpięto: Meblex.'],
  ['Zawsze', 'always', 'Adres anna@meblex.example należy teraz do: Meblex.'],
  ['Nigdy', 'never', 'Odpięto. Maile od anna@meblex.example nie trafią już same do: Meblex.'],
])('%s: says what it changes, and tells the server when the time to undo is over', async (word, verdict, message) => {
  const { pane, host } = showFiled()

  await press(pane, `${word}:`)
  await eventually(() => byRole(pane, 'status', message))
  expect(lessons(host)).toEqual([])
  await press(pane, 'Zamknij')

  const asks = verdict === 'always' && { earlierMail: 'ask' }
  await eventually(() => expect(lessons(host)).toEqual([{ verdict, ...asks }]))
})

it('asks about the earlier mail of a sender who always belongs there, once that is learnt', async () => {
  const found = { mails: 4, mailboxes: 1, filed: 1, confidential: 0, waiting: 3 }
  const sweep = '/api/contractors/meblex/sweep'
  const { pane, host } = showFiled({}, { ...taught, [`GET ${sweep}`]: found } as never)

  await press(pane, 'Zawsze:')
  expect(host.asked.filter(one => one.path === sweep)).toEqual([])
  await press(pane, 'Zamknij')

  const offer = await eventually(() => byRole(pane, 'region', 'Dawniejsza poczta'))
  expect(offer.textContent).toContain('anna@meblex.example')
  const [asked] = host.asked.filter(one => one.path === sweep)
  expect(asked?.query.get('address')).toBe('anna@meblex.example')
  byRole(offer, 'button', 'Przypisz 3')
})

it('asks about no earlier mail where nothing was learnt', async () => {
  const { pane, host } = showFiled({}, { 'POST /api/items/item/teach': refusal(403, 'not-allowed') } as never)

  await press(pane, 'Zawsze:')
  await press(pane, 'Zamknij')

  await eventually(() => byRole(pane, 'status', 'Nie udało się tego zapamiętać; nic się nie zmieniło.'))
  expect(host.asked.filter(one => one.path.endsWith('/sweep'))).toEqual([])
})

it('undoes a lesson without a trace', async () => {
  const { pane, host } = showFiled()

  await press(pane, 'Złe:')
  await eventually(() => expect(allByRole(pane, 'article', 'Przypisano')).toEqual([]))
  await press(pane, 'Cofnij')

  await eventually(() => byRole(pane, 'article', 'Przypisano'))
  expect(lessons(host)).toEqual([])
})

it('takes only the last of two verdicts', async () => {
  const { pane, host } = showFiled()

  await press(pane, 'Zawsze:')
  await press(pane, 'Nigdy:')
  await press(pane, 'Zamknij')

  await eventually(() => expect(lessons(host)).toEqual([{ verdict: 'never' }]))
})

it('says so when a lesson is refused, and shows the filing again', async () => {
  const { pane } = showFiled({}, { 'POST /api/items/item/teach': refusal(403, 'not-allowed') } as never)

  await press(pane, 'Nigdy:')
  await press(pane, 'Zamknij')

  await eventually(() => byRole(pane, 'status', 'Nie udało się tego zapamiętać; nic się nie zmieniło.'))
  await eventually(() => byRole(pane, 'article', 'Przypisano'))
})

it('asks nothing about what a person filed, and makes no rule of our own address', async () => {
  const byHand = showFiled({ filed: [{ ...filed, method: 'hand', by: 'Ewa' }] })
  await eventually(() => byRole(byHand.pane, 'article', 'Przypisano'))
  expect(verdicts(byHand.pane)).toEqual([])

  const ours = showFiled({ contractors: [buildMatch({ address: 'biuro@meblex.example' })] })
  await eventually(() => byRole(ours.pane, 'article', 'Przypisano'))
  expect(verdicts(ours.pane)).toEqual(['Dobre', 'Złe'])
})
