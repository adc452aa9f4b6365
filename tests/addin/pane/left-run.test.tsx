import { beforeEach, expect, it, vi } from 'vitest'
import { adoptSession, signOut, tellSignedOut } from '../../../addin/api/session.ts'
import type { MailHost } from '../../../addin/host/mail-host.ts'
import { bulkRunOf, targetOf } from '../../../addin/pane/bulk-run.ts'
import { runsLeft } from '../../../addin/pane/kept-run.ts'
import type { Session } from '../../../shared/session.ts'
import { type FakeHost, fakeHost, refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildMessage, eventually, press, showPane } from './show-pane.ts'

const mails = ['one', 'two', 'three'].map(id => ({ id, subject: `Dostawa ${id}` }))
const filed = { id: null, messageId: null, action: 'file', items: [], method: null, evidence: '', reason: null }
const place = {
  contractorId: 'meblex',
  caseId: null,
  newCase: { title: 'Dostawa', number: 'n1' },
  name: 'Meblex · Dostawa',
}
/** What the browser keeps, whichever pane is open. */
let device: Map<string, string>

beforeEach(() => {
  device = new Map()
})

const sessionOf = (name: string) =>
  ({ token: name, refresh: `refresh ${name}`, user: { email: `${name}@nasza.example`, name } }) as Session

/** A pane of Outlook: its selected mails are opened one after the other, and never again once it is `gone`. */
async function openPane(who: string, { reads = Number.POSITIVE_INFINITY } = {}) {
  let left = reads
  const host: FakeHost & MailHost = {
    ...fakeHost(null, {
      'POST /api/messages': filed,
      'POST /api/contractors/meblex/cases': { id: 'opened', reference: '2026/1', title: 'Dostawa' },
      'DELETE /api/session': '',
    }),
    whatElse: async () => null,
    storage: {
      read: async key => device.get(key) ?? null,
      write: async (key, value) => void device.set(key, value),
      remove: async key => void device.delete(key),
    },
    readSelected: vi.fn(async () => {
      left -= 1
      if (left < 0) await new Promise(() => undefined)
      return { message: buildMessage(), source: new Blob(['Subject: x\r\n\r\nx']) }
    }),
  }
  await adoptSession(host, sessionOf(who))
  return host
}

/** The pane that is opened anew; its first question brings its user in. */
async function showAnew(host: FakeHost, who: string): Promise<HTMLElement> {
  const pane = showPane(host)
  await eventually(() => expect(pane.textContent).toContain('Nie wybrano wiadomości'))
  await adoptSession(host, sessionOf(who))
  return pane
}

const posted = (host: FakeHost) => host.asked.filter(one => one.path === '/api/messages').length
const names = async (host: MailHost, who: string) =>
  (await runsLeft(host.storage, `${who}@nasza.example`)).map(run => run.mails.map(({ id }) => id))

it('keeps what is left when the pane goes in the midst, and offers it to the same user, into the same case', async () => {
  const gone = await openPane('anna', { reads: 1 })
  void bulkRunOf(gone).file(mails, targetOf(place))
  await eventually(() => expect(posted(gone)).toBe(1))
  await vi.waitFor(async () => expect(await names(gone, 'anna')).toEqual([['two', 'three']]))

  const host = await openPane('anna')
  const pane = await showAnew(host, 'anna')
  await eventually(() => expect(pane.textContent).toContain('Zaznaczone wiadomości do przypisania: 2'))
  expect(posted(host)).toBe(0)
  await press(pane, 'Dokończ')

  await eventually(() => expect(posted(host)).toBe(2))
  const places = host.asked.filter(one => one.path === '/api/messages').map(({ query }) => query.toString())
  expect(new Set(places)).toEqual(new Set(['contractorId=meblex&caseId=opened']))
  await eventually(() => expect(pane.textContent).not.toContain('do przypisania'))
  await press(pane, 'Zamknij')
  await eventually(() => expect(pane.textContent).not.toContain('Gotowe'))
  await vi.waitFor(() => expect(device.has('left-runs')).toBe(false))
})

it('opens the case under the number that was kept, when the pane went before it was opened', async () => {
  const gone = await openPane('anna', { reads: 0 })
  void bulkRunOf(gone).file(mails, targetOf(place))
  await vi.waitFor(async () => expect(await names(gone, 'anna')).toHaveLength(1))

  const host = await openPane('anna')
  const pane = await showAnew(host, 'anna')
  await press(pane, 'Dokończ')

  await eventually(() => expect(posted(host)).toBe(3))
  const cases = host.asked.filter(one => one.path.endsWith('/cases'))
  expect(cases.map(({ body }) => body)).toEqual([{ id: 'n1', title: 'Dostawa' }])
})

it('says why the case could not be opened, and keeps what was to go there to be tried again', async () => {
  const gone = await openPane('anna', { reads: 0 })
  void bulkRunOf(gone).file(mails, targetOf(place))
  await vi.waitFor(async () => expect(await names(gone, 'anna')).toHaveLength(1))

  const host = await openPane('anna')
  host.answer('POST /api/contractors/meblex/cases', refusal(403, 'not-allowed'))
  const pane = await showAnew(host, 'anna')
  await press(pane, 'Dokończ')

  const said = await eventually(() => byRole(pane, 'alert', 'Nie udało się utworzyć sprawy'))
  expect(said.textContent).toContain('Nie masz do tego uprawnień')
  await vi.waitFor(async () => expect(await names(host, 'anna')).toEqual([['one', 'two', 'three']]))
  host.answer('POST /api/contractors/meblex/cases', { id: 'opened', reference: '2026/1', title: 'Dostawa' })
  await press(pane, 'Spróbuj ponownie (3)')

  await eventually(() => expect(posted(host)).toBe(3))
  await vi.waitFor(() => expect(device.has('left-runs')).toBe(false))
})

it('counts only what is through, and tries again only what failed', async () => {
  const gone = await openPane('anna', { reads: 0 })
  void bulkRunOf(gone).file(mails, null)
  await vi.waitFor(async () => expect(await names(gone, 'anna')).toHaveLength(1))

  const host = await openPane('anna')
  let asked = 0
  host.answer('POST /api/messages', () => {
    asked += 1
    if (asked === 1) return new Promise(resolve => setTimeout(() => resolve(refusal(403, 'not-allowed')), 50))
    return filed
  })
  const pane = await showAnew(host, 'anna')
  await press(pane, 'Dokończ')
  await eventually(() => byRole(pane, 'button', 'Przypisuję: 0 z 3'))
  await press(pane, 'Spróbuj ponownie (1)')

  await eventually(() => byRole(pane, 'button', 'Zamknij'))
  expect(asked).toBe(4)
})

it('offers it to nobody else, and keeps it for who began it although his session ended', async () => {
  const gone = await openPane('anna', { reads: 1 })
  void bulkRunOf(gone).file(mails, null)
  await eventually(() => expect(posted(gone)).toBe(1))
  tellSignedOut(gone)

  const host = await openPane('bartek')
  const pane = await showAnew(host, 'bartek')
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(pane.textContent).not.toContain('do przypisania')
  await adoptSession(host, sessionOf('anna'))

  await eventually(() => expect(pane.textContent).toContain('Zaznaczone wiadomości do przypisania: 2'))
  await press(pane, 'Zrezygnuj')
  await vi.waitFor(() => expect(device.has('left-runs')).toBe(false))
})

it('leaves nothing here of whoever signs out, but what another was cut off from', async () => {
  const cutOff = await openPane('bartek', { reads: 0 })
  void bulkRunOf(cutOff).file(mails, null)
  await vi.waitFor(async () => expect(await names(cutOff, 'bartek')).toHaveLength(1))
  tellSignedOut(cutOff)
  const gone = await openPane('anna', { reads: 1 })
  void bulkRunOf(gone).file(mails, null)
  await vi.waitFor(async () => expect(await names(gone, 'anna')).toEqual([['two', 'three']]))
  device.set('ignored', '["ewa@meblex.example"]')

  await signOut(gone)

  expect([await names(gone, 'anna'), await names(gone, 'bartek')]).toEqual([[], [['one', 'two', 'three']]])
  await signOut(await openPane('bartek'))
  expect([...device]).toEqual([['left', 'yes']])
})

it('forgets a run that is through', async () => {
  const host = await openPane('anna')
  await bulkRunOf(host).file(mails, null)

  expect(device.has('left-runs')).toBe(false)
})

it('asks to keep the pane open while it files', async () => {
  const host = await openPane('anna', { reads: 1 })
  const pane = showPane({ ...host, whatElse: async () => ({ is: 'several', mails }) } as FakeHost)
  await eventually(() => byRole(pane, 'button', 'Przypisz 3 wiadomości'))
  expect(pane.textContent).not.toContain('Nie zamykaj')

  await press(pane, 'Przypisz 3 wiadomości')

  await eventually(() => expect(pane.textContent).toContain('Nie zamykaj tego panelu, dopóki przypisywanie trwa.'))
})
