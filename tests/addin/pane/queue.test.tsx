import { expect, it, vi } from 'vitest'
import type { Draft, FilingQueue, QueuedFiling, WaitingFiling } from '../../../addin/host/mail-host.ts'
import { fakeHost } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, buildMessage, eventually, press, showPane } from './show-pane.ts'

/** A queue in memory. */
function fakeQueue(filings: QueuedFiling[] = []): FilingQueue & { told: string[] } {
  const listeners = new Set<() => void>()
  const told: string[] = []
  let all = filings
  const change = (next: QueuedFiling[]) => {
    all = next
    for (const listener of listeners) listener()
  }
  return {
    told,
    add: async filing => change([...all, queued(filing)]),
    list: async () => all,
    retry: async id => void told.push(`retry ${id}`),
    discard: async id => change(all.filter(one => one.id !== id)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function queued(filing: WaitingFiling): QueuedFiling {
  return { ...filing, id: 'q', addedAt: '2026-11-23T11:00:00.000Z', state: 'waiting', attempts: 1, failure: 'offline' }
}

const waiting = queued({
  messageId: 'one@x.example',
  subject: 'Zamówienie',
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: '',
  title: '',
})

it('keeps a filing when the server is away, shows it, and lets it be discarded', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const pane = showPane({
    ...host,
    queue: fakeQueue(),
    fetch: async (path, init) => {
      if (path.startsWith('/api/messages')) throw new TypeError('no connection')
      return host.fetch(path, init)
    },
  })

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'zostanie przypisana, gdy serwer wróci'))
  const strip = await eventually(() => byRole(pane, 'group', 'przypisanie czeka na serwer'))
  strip.setAttribute('open', '')
  expect(strip.textContent).toContain('Re: Dostawa regałów')
  expect(strip.textContent).toContain('Meblex · kartoteka, bez sprawy')
  await press(pane, 'Usuń z kolejki: Re: Dostawa regałów')
  await eventually(() => expect(pane.querySelector('.queue')).toBeNull())
})

it('keeps whoever works by keyboard in the queue when one of its filings is discarded', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const filings = [waiting, { ...waiting, id: 'q2', subject: 'Oferta' }]
  const pane = showPane({ ...host, queue: fakeQueue(filings) })
  const strip = await eventually(() => byRole(pane, 'group', 'przypisania czekają na serwer'))
  strip.setAttribute('open', '')

  await press(pane, 'Usuń z kolejki: Zamówienie')

  await eventually(() => expect(strip.textContent).not.toContain('Zamówienie'))
  await eventually(() => expect(strip.contains(document.activeElement)).toBe(true))
})

it('reads the mail once, whether it is filed at once or waits', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const source = vi.fn(host.source)
  const queue = fakeQueue()
  const added = vi.spyOn(queue, 'add')
  const pane = showPane({
    ...host,
    queue,
    source,
    fetch: async (path, init) => {
      if (path.startsWith('/api/messages')) throw new TypeError('no connection')
      return host.fetch(path, init)
    },
  })

  await press(pane, 'Przypisz')

  await eventually(() => expect(added).toHaveBeenCalledTimes(1))
  expect(source).toHaveBeenCalledTimes(1)
})

it('keeps the mail that was shown, though another is selected by the time that the server has not answered', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const added: Blob[] = []
  let selected = 'the shown mail'
  const pane = showPane({
    ...host,
    queue: { ...fakeQueue(), add: async (_filing, source) => void added.push(source) },
    source: async () => new Blob([selected]),
    fetch: async (path, init) => {
      if (!path.startsWith('/api/messages')) return host.fetch(path, init)
      selected = 'another mail'
      throw new TypeError('no connection')
    },
  })

  await press(pane, 'Przypisz')

  await eventually(() => expect(added).toHaveLength(1))
  expect(await added[0]?.text()).toBe('the shown mail')
})

it.each<[QueuedFiling['failure'], string]>([
  ['not-signed-in', 'Zaloguj się, a wiadomość wyśle się sama.'],
  ['method-not-allowed', 'Serwer jest starszy niż dodatek'],
  ['not-allowed', 'Nie masz do tego uprawnień'],
])('says in clear words what %s means, and tries again on demand', async (failure, words) => {
  const queue = fakeQueue([{ ...waiting, state: 'stopped', failure }])
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() })
  const pane = showPane({ ...host, queue })

  await eventually(() => expect(pane.querySelector('.queue')?.textContent).toContain(words))
  await press(pane, 'Ponów: Zamówienie')

  expect(queue.told).toEqual(['retry q'])
})

it('offers to file later where nobody can say whose mail it is, but not for one that is still being written', async () => {
  const away = { 'POST /api/lookup': () => Promise.reject(new TypeError('network')) }
  const mail = showPane({ ...fakeHost(buildMessage(), away), queue: fakeQueue() })
  await eventually(() => byRole(mail, 'button', 'Przypisz, gdy serwer wróci'))

  const to = [{ name: 'Anna', address: 'anna@meblex.example' }]
  const draft: Draft = { id: 'd', to, cc: [], bcc: [], subject: 'Oferta', meant: null }
  const host = { ...fakeHost(null, away), queue: fakeQueue(), whatElse: async () => ({ is: 'draft' as const, draft }) }
  const pane = showPane(host)

  await eventually(() => byRole(pane, 'button', 'Spróbuj ponownie'))
  expect(allByRole(pane, 'button', 'Przypisz, gdy serwer wróci')).toEqual([])
})

it('marks what has been waiting for over a month, and shows it without being asked', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
  const queue = fakeQueue([
    { ...waiting, id: 'old', subject: 'Dawne', addedAt: daysAgo(31) },
    { ...waiting, id: 'new', subject: 'Nowe', addedAt: daysAgo(29) },
  ])
  const pane = showPane({ ...fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() }), queue })

  const strip = await eventually(() => byRole(pane, 'group', '2 przypisania czekają na serwer'))

  expect(strip.hasAttribute('open')).toBe(true)
  const marked = allByRole(strip, 'listitem').map(row => row.textContent?.includes('Czeka już ponad 30 dni'))
  expect(marked).toEqual([true, false])
})

it('tells what has failed from what still waits', async () => {
  const queue = fakeQueue([waiting, { ...waiting, id: 'lost', state: 'stopped', failure: 'case-closed' }])
  const pane = showPane({ ...fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup() }), queue })

  const strip = await eventually(() => byRole(pane, 'group', '1 przypisanie nie powiodło się'))

  expect(strip.textContent).toMatch(/^1\sprzypisanie czeka na serwer, 1\sprzypisanie nie powiodło się/)
})
