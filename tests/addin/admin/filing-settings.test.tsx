import { expect, it } from 'vitest'
import { BlockListPage } from '../../../addin/admin/block-list-page.tsx'
import { FilingSettingsPage } from '../../../addin/admin/filing-settings-page.tsx'
import { type Asked, refusal, reply } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { choose, eventually, press, type } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const settings = { borders: [], tenant: false, threshold: null, freeMailDomains: [] }
const url = '/api/settings/filing'
const own = [
  { address: '@nasza.example', userName: null },
  { address: 'ewa@nasza.example', userName: 'Ewa Nowak' },
]
const answers = {
  [`GET ${url}`]: settings,
  [`PATCH ${url}`]: settings,
  'GET /api/own-addresses': { items: own, next: null },
  'GET /api/settings/references': { pattern: '{year}/{number:4}', used: ['{year}/{number:4}'] },
}
const page = document.body

it('saves whose word about senders counts, and says which line is no server', async () => {
  const host = showPage(FilingSettingsPage, answers)
  await eventually(() => expect(page.textContent).toContain('Teraz nikt nie ręczy za nadawców.'))

  await type(page, 'Nazwy naszych serwerów', 'mx.nasza.example\nmoja bramka')
  await press(page, 'Zapisz: Sprawdzanie nadawców')
  await eventually(() => expect(page.textContent).toContain('„moja bramka” nie jest nazwą serwera.'))
  expect(sent(host, 'PATCH', url)).toEqual([])

  await type(page, 'Nazwy naszych serwerów', ' mx.nasza.example \n')
  await press(page, 'Zapisz: Sprawdzanie nadawców')
  await eventually(() => expect(sent(host, 'PATCH', url)).toEqual([{ borders: ['mx.nasza.example'], tenant: false }]))
})

it('saves the threshold and the domains for everyone each by itself', async () => {
  const host = showPage(FilingSettingsPage, answers)
  await choose(page, 'Gdy miejsce jest tylko prawdopodobne', '0.8')
  await press(page, 'Zapisz: Gdy miejsce')
  await eventually(() => expect(sent(host, 'PATCH', url)).toEqual([{ threshold: 0.8 }]))

  await type(page, 'Dodatkowe domeny', '@miejska.example')
  await press(page, 'Zapisz: Poczta dla wszystkich')
  await eventually(() => expect(sent(host, 'PATCH', url).at(-1)).toEqual({ freeMailDomains: ['miejska.example'] }))
})

it('keeps own addresses, but not those of accounts', async () => {
  const host = showPage(FilingSettingsPage, {
    ...answers,
    'DELETE /api/own-addresses': reply(204),
    'POST /api/own-addresses': ({ body }: Asked) =>
      (body as { address: string }).address === '@gmail.com'
        ? refusal(400, 'invalid')
        : { address: '@kowalski.example', userName: null },
  })
  await eventually(() => expect(page.textContent).toContain('konto: Ewa Nowak'))
  expect(allByRole(page, 'button', 'Usuń: ewa@nasza.example')).toEqual([])

  await press(page, 'Usuń: @nasza.example')
  await eventually(() => byRole(page, 'status', 'Usunięto: @nasza.example.'))
  expect(host.asked.find(one => one.method === 'DELETE')?.query.get('address')).toBe('@nasza.example')

  await type(page, 'Adres lub domena', '@gmail.com')
  await press(page, 'Dodaj')
  await eventually(() => expect(page.textContent).toContain('albo jest to poczta dla wszystkich'))

  await type(page, 'Adres lub domena', '@www.kowalski.example')
  await press(page, 'Dodaj')
  await eventually(() => expect(page.textContent).toContain('Dodano: @kowalski.example. Bez „www.”'))
})

it('is for administrators', async () => {
  showPage(FilingSettingsPage, answers, { isAdmin: false })

  await eventually(() => byRole(page, 'heading', 'Tylko dla administratorów'))
})

it('lets everybody leave senders out of his own mail, and shows the company’s list', async () => {
  const blocked = { id: 'b', address: '@reklamy.example', scope: 'company', createdAt: '2026-11-20T09:00:00.000Z' }
  const host = showPage(
    BlockListPage,
    {
      'GET /api/blocked-addresses': { items: [blocked], next: null },
      'POST /api/blocked-addresses': { ...blocked, id: 'c', address: 'a@b.example', scope: 'personal' },
    },
    { isAdmin: false },
  )
  await eventually(() => expect(page.textContent).toContain('@reklamy.example'))
  expect(allByRole(page, 'button', 'Usuń: @reklamy.example')).toEqual([])

  await type(page, 'Adres lub domena', 'bzdura')
  await press(page, 'Dodaj')
  await eventually(() => expect(page.textContent).toContain('To nie jest adres ani domena.'))
  await type(page, 'Adres lub domena', ' A@b.example ')
  await press(page, 'Dodaj')

  await eventually(() =>
    expect(sent(host, 'POST', '/api/blocked-addresses')).toEqual([{ address: 'a@b.example', scope: 'personal' }]),
  )
})

it('shows how the next reference would look while one types, and says why a pattern is refused', async () => {
  const kept = { pattern: 'SPR-{number:3}', used: ['{year}/{number:4}', 'SPR-{number:3}'] }
  const host = showPage(FilingSettingsPage, { ...answers, 'PATCH /api/settings/references': kept })
  // What is kept of the visit before shows at once, and is asked for again.
  await eventually(() => expect(sent(host, 'GET', '/api/settings/references')).toHaveLength(1))
  await type(page, 'Wzór', 'fv/{number}')
  await press(page, 'Zapisz: Znaki spraw')
  await eventually(() => expect(page.textContent).toContain('Tak zaczynają się numery faktur'))
  expect(sent(host, 'PATCH', '/api/settings/references')).toEqual([])

  await type(page, 'Wzór', 'spr-{number:3}')
  await eventually(() => expect(page.textContent).toContain('podobny do SPR-017'))
  await press(page, 'Zapisz: Znaki spraw')
  await eventually(() =>
    expect(sent(host, 'PATCH', '/api/settings/references')).toEqual([{ pattern: 'SPR-{number:3}' }]),
  )
  await eventually(() => expect(page.textContent).toContain('Wzory używane wcześniej: {year}/{number:4}'))
})
