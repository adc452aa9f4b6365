import { expect, it } from 'vitest'
import { type Answer, type FakeHost, refusal, reply } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, eventually, press, showFile, type } from './show-pane.ts'

const unknown = [{ address: 'anna@meblex.example', name: 'Anna Nowak', isFreeMail: false }]
const held = { items: [], ofTaxId: [{ id: 'm', name: 'Meblex stary', nip: '5213017228', city: null }] }
const nobody = { items: [], ofTaxId: [] }
const url = '/api/contractors'

async function create(answers: Record<string, Answer>) {
  const shown = showFile(buildLookup({ contractors: [], unknown }), {
    [`POST ${url}`]: { id: 'fresh', name: 'Meblex' },
    ...answers,
  })
  await press(shown.pane, 'Utwórz kontrahenta: anna@meblex.example')
  await type(shown.pane, 'NIP', '521-301-72-28')
  await press(shown.pane, 'Utwórz kontrahenta')
  return shown
}

const sent = (host: FakeHost, path: string) =>
  host.asked.filter(one => one.method === 'POST' && one.path === path).map(({ body }) => body)

it('says who has the NIP, asked once, and adds the person to that contractor', async () => {
  const { pane, host } = await create({
    [`POST ${url}/holders`]: held,
    [`POST ${url}/m/people`]: refusal(409, 'address-taken'),
    [`POST ${url}/m/addresses`]: { id: 'm' },
  })

  await eventually(() => expect(byRole(pane, 'alert').textContent).toContain('NIP 521-301-72-28 ma już: Meblex stary'))
  expect(sent(host, `${url}/holders`)).toEqual([
    { taxId: '521-301-72-28', addresses: ['@meblex.example', 'anna@meblex.example'] },
  ])
  await press(pane, 'Dodaj do: Meblex stary')

  await eventually(() => byRole(pane, 'heading', 'Meblex stary'))
  expect(sent(host, `${url}/m/people`)).toMatchObject([{ name: 'Anna Nowak', addresses: ['anna@meblex.example'] }])
  expect(sent(host, `${url}/m/addresses`)).toMatchObject([{ address: '@meblex.example', earlierMail: 'ask' }])
  expect(sent(host, url)).toEqual([])
})

it('creates a second one where somebody wants it, and asks anew for another NIP', async () => {
  const { pane, host } = await create({ [`POST ${url}/holders`]: held })
  await eventually(() => byRole(pane, 'button', 'Utwórz mimo to'))

  await type(pane, 'NIP', '5213017229')
  await press(pane, 'Utwórz kontrahenta')
  await press(pane, 'Utwórz mimo to')

  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  expect(sent(host, `${url}/holders`)).toHaveLength(2)
  expect(sent(host, url)).toHaveLength(1)
})

it('asks under the same number again when the answer was lost', async () => {
  const { pane, host } = await create({ [`POST ${url}/holders`]: nobody, [`POST ${url}`]: reply(502) })
  await eventually(() => byRole(pane, 'alert'))
  host.answer(`POST ${url}`, { id: 'fresh', name: 'Meblex' })

  await press(pane, 'Utwórz kontrahenta')

  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  const numbers = sent(host, url).map(body => (body as { id: string }).id)
  expect(numbers).toHaveLength(2)
  expect(new Set(numbers).size).toBe(1)
})
