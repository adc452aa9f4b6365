import { expect, it } from 'vitest'
import { type Answer, type Asked, type FakeHost, refusal, reply } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, eventually, press, showFile } from './show-pane.ts'

const counts = { mails: 47, mailboxes: 3, filed: 5, confidential: 2, waiting: 40 }
const unknown = [{ address: 'anna@meblex.example', name: 'Anna Nowak', isFreeMail: false, company: 'Meblex' }]
const url = '/api/contractors/fresh/sweep'

/** A contractor is opened for an unknown person in the pane. */
async function createContractor(answers: Record<string, Answer> = {}) {
  const shown = showFile(buildLookup({ contractors: [], unknown }), {
    'POST /api/contractors/holders': { items: [], ofTaxId: [] },
    'POST /api/contractors': { id: 'fresh', name: 'Meblex' },
    [`GET ${url}`]: counts,
    ...answers,
  })
  await press(shown.pane, 'Utwórz kontrahenta: anna@meblex.example')
  await press(shown.pane, 'Utwórz kontrahenta')
  return shown
}

const sweeps = (host: FakeHost, method: string) => host.asked.filter(one => one.path === url && one.method === method)
const offer = (pane: HTMLElement) => eventually(() => byRole(pane, 'region', 'Dawniejsza poczta'))

it('offers earlier mail of a new contractor in words, counted once for his domain, and holds it until the answer', async () => {
  const { pane, host } = await createContractor()

  const words = (await offer(pane)).textContent?.replaceAll('\u00A0', ' ')

  expect(words).toContain('@meblex.example: 47 maili w 3 skrzynkach, 5 już w tej kartotece, w tym 2 poufne')
  expect(words).toContain('Na przypisanie czeka: 40 maili.')
  expect(sweeps(host, 'GET').map(one => one.query.get('address'))).toEqual(['@meblex.example'])
  const created = host.asked.find(one => one.path === '/api/contractors')
  expect(created?.body).toMatchObject({ earlierMail: 'ask' })
  expect(sweeps(host, 'POST')).toEqual([])
})

it('files it part by part, for every address, and says how it went', async () => {
  const { pane, host } = await createContractor({
    [`POST ${url}`]: ({ body }: Asked) => {
      const { address, cursor } = body as { address: string; cursor?: string }
      if (address !== '@meblex.example') return { looked: 0, filed: 0, next: null }
      return cursor ? { looked: 10, filed: 8, next: null } : { looked: 30, filed: 30, next: 'further' }
    },
  })

  await press(pane, 'Przypisz 40')

  await eventually(() =>
    expect((pane.querySelector('.sweep')?.textContent ?? '').replaceAll('\u00A0', ' ')).toContain(
      'Przypisano: 38 maili. Reszta (2 maile) czeka na decyzję',
    ),
  )
  const addresses = sweeps(host, 'POST').map(one => (one.body as { address: string }).address)
  expect(addresses.toSorted()).toEqual(['@meblex.example', '@meblex.example', 'anna@meblex.example'])
  await press(pane, 'Zamknij: Dawniejsza poczta')
  await eventually(() => expect(allByRole(pane, 'region', 'Dawniejsza poczta')).toEqual([]))
})

it('leaves it alone when it is skipped', async () => {
  const { pane, host } = await createContractor({ [`DELETE ${url}`]: reply(204) })
  await offer(pane)

  await press(pane, 'Pomiń')

  await eventually(() => byRole(pane, 'status', 'Dawniejsza poczta zostaje, gdzie była.'))
  const skipped = sweeps(host, 'DELETE').map(one => one.query.get('address'))
  expect(skipped.toSorted()).toEqual(['@meblex.example', 'anna@meblex.example'])
  expect(sweeps(host, 'POST')).toEqual([])
})

it('asks nothing where nothing waits, and holds nothing up', async () => {
  const { pane, host } = await createContractor({
    [`GET ${url}`]: { mails: 0, mailboxes: 0, filed: 0, confidential: 0, waiting: 0 },
    [`POST ${url}`]: { looked: 0, filed: 0, next: null },
  })

  await eventually(() => expect(sweeps(host, 'POST')).toHaveLength(2))
  expect(allByRole(pane, 'region', 'Dawniejsza poczta')).toEqual([])
})

it('says what was kept when filing breaks off', async () => {
  const { pane } = await createContractor({ [`POST ${url}`]: refusal(503, 'unavailable') })

  await press(pane, 'Przypisz 40')

  await eventually(() => byRole(pane, 'alert', 'Nie udało się przypisać całej dawniejszej poczty.'))
})
