import { beforeEach, expect, it, vi } from 'vitest'
import { adoptSession, onSessionChange, signOut } from '../../addin/api/session.ts'
import type { MailHost, WaitingFiling } from '../../addin/host/mail-host.ts'
import { withQueue } from '../../addin/outlook/with-queue.ts'
import { pageQueue } from '../../addin/queue/page-queue.ts'
import type { Session } from '../../shared/session.ts'
import { fakeHost, refusal } from '../support/fake-host.ts'
import { filingsInMemory } from '../support/filings-in-memory.ts'

const filing: WaitingFiling = {
  messageId: 'one@x.example',
  subject: 'Regały',
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: '',
  title: '',
}
const received = { action: 'file', items: [{ id: 'i', contractorId: 'meblex', caseId: null }] }
const user = { id: 'u', name: 'Jan', email: 'Jan@nasza.example', isAdmin: false, language: 'pl' }
const session = { token: 'token-1', refresh: 'refresh-1', user } as Session
const source = new Blob(['Subject: x\r\n\r\nx'])
const { kept, sources, store } = filingsInMemory()

beforeEach(() => {
  kept.clear()
  sources.clear()
})

function open(account: () => string | null = () => 'jan@nasza.example') {
  const host = fakeHost(null, { 'POST /api/messages': refusal(503, 'unavailable') })
  return { host, queue: pageQueue(host, account, { store }) }
}
const sent = (host: { asked: { path: string }[] }) => host.asked.filter(one => one.path === '/api/messages').length
const eventually = (expectation: () => unknown) => vi.waitFor(expectation, { timeout: 2000, interval: 5 })

it('keeps a filing with its mail and without any token, and tells of it', async () => {
  const { queue } = open()
  const told = vi.fn()
  queue.onChange(told)

  await queue.add(filing, source)

  expect(await queue.list()).toMatchObject([{ subject: 'Regały', state: 'waiting', failure: 'offline', attempts: 1 }])
  expect(told).toHaveBeenCalled()
  const [mail] = sources.values()
  expect(new TextDecoder().decode(mail)).toBe('Subject: x\r\n\r\nx')
  expect(JSON.stringify([...kept.values()])).not.toMatch(/token|refresh/)
})

it('sends it as soon as the server is heard of, once, and forgets it', async () => {
  const { host, queue } = open()
  await queue.add(filing, source)
  host.answer('POST /api/messages', received)

  await Promise.all([queue.serverIsBack(true), queue.serverIsBack(true)])

  await eventually(() => expect(kept.size).toBe(0))
  expect(sent(host)).toBe(1)
})

it('keeps for one new case what is meant for one of the same title, and for its own what is not', async () => {
  const { queue } = open()
  const other = (word: string) => new Blob([`Subject: ${word}\r\n\r\nx`])

  await queue.add({ ...filing, newCase: 'Dach', caseNumber: 'n1' }, source)
  await queue.add({ ...filing, newCase: 'Dach', caseNumber: 'n2' }, other('y'))
  await queue.add({ ...filing, newCase: 'Piwnica', caseNumber: 'n3' }, other('z'))
  await queue.add({ ...filing, newCase: 'Dach', caseNumber: 'n4', contractorId: 'hydro' }, other('z'))

  const numbers = [...kept.values()].map(one => one.caseNumber)
  expect(numbers).toEqual(['n1', 'n1', 'n3', 'n4'])
})

it('goes on with what was kept before the pane was closed', async () => {
  await open().queue.add(filing, source)
  const { host, queue } = open()
  host.answer('POST /api/messages', received)
  await adoptSession(host, session)

  await eventually(() => expect(kept.size).toBe(0))
  expect(await queue.list()).toEqual([])
})

it('sends and shows nobody what somebody else has filed', async () => {
  await open().queue.add(filing, source)

  const { host, queue } = open(() => 'ewa@nasza.example')
  host.answer('POST /api/messages', received)
  await adoptSession(host, session)
  await queue.serverIsBack(true)

  expect(await queue.list()).toEqual([])
  expect(sent(host)).toBe(0)
  expect(kept.size).toBe(1)
})

it('tries one again when it is told to, and lets it be discarded', async () => {
  const { host, queue } = open()
  await queue.add(filing, source)
  const [{ id } = { id: '' }] = await queue.list()

  await queue.retry(id)
  expect(sent(host)).toBe(1)
  expect(await queue.list()).toMatchObject([{ state: 'waiting', failure: 'unavailable', attempts: 2 }])
  await queue.discard(id)

  expect(kept.size + sources.size).toBe(0)
})

it('takes nothing of nobody, so that he is told at once', async () => {
  await expect(open(() => null).queue.add(filing, source)).rejects.toMatchObject({ code: 'not-signed-in' })
})

it('stands in a mail program that has none, for whoever is signed in there', async () => {
  const plain: MailHost = fakeHost(null)
  const host = withQueue(plain)
  const told = vi.fn()
  host.queue?.onChange(told)
  await adoptSession(host, session)
  await expect(host.queue?.list()).resolves.toEqual([])

  await signOut(host)

  await eventually(() => expect(told).toHaveBeenCalled())
  await expect(host.queue?.add(filing, source)).rejects.toMatchObject({ code: 'not-signed-in' })
})

it('sends nothing by the token of another who has signed in elsewhere in this browser', async () => {
  let account: string | null = null
  const { host, queue } = open(() => account)
  onSessionChange(host, one => {
    account = one?.email.toLowerCase() ?? null
  })
  await adoptSession(host, session)
  await queue.add(filing, source)
  host.answer('POST /api/messages', refusal(401, 'not-signed-in'))
  const ewa = { token: 'token-2', refresh: 'refresh-2', user: { ...user, id: 'e', email: 'ewa@nasza.example' } }
  host.answer('POST /api/session/refresh', ewa)

  await queue.serverIsBack(true)

  expect(account).toBe('ewa@nasza.example')
  const tokens = host.asked.filter(one => one.path === '/api/messages').map(one => one.headers.authorization)
  expect(tokens).toEqual(['Bearer token-1'])
  expect([...kept.values()]).toMatchObject([{ account: 'jan@nasza.example', state: 'waiting' }])
})

it('keeps the newest decision about the same mail and place', async () => {
  const { queue } = open()
  await queue.add(filing, source)
  await queue.add({ ...filing, comment: 'tylko dla mnie', viewers: [] }, source)

  expect(await queue.list()).toMatchObject([{ comment: 'tylko dla mnie', viewers: [] }])
})

it('does not send again and again what a server that answers otherwise does not take', async () => {
  const { host, queue } = open()
  await queue.add(filing, source)
  for (let n = 0; n < 20; n += 1) await queue.serverIsBack(false)
  expect(sent(host)).toBe(5)

  await queue.serverIsBack(true)
  expect(sent(host)).toBe(6)
})

it('goes on at once when he who filed signs in again, also while it is still being told no', async () => {
  let account: string | null = null
  const host = fakeHost(null, { 'POST /api/messages': refusal(401, 'not-signed-in') })
  onSessionChange(host, one => {
    account = one?.email.toLowerCase() ?? null
  })
  const queue = pageQueue(host, () => account, { store })
  await adoptSession(host, session)
  await queue.add(filing, source)
  for (const one of kept.values()) kept.set(one.id, { ...one, attempts: 9 })
  host.answer('POST /api/session/refresh', refusal(401, 'not-signed-in'))
  const run = queue.serverIsBack(true)
  await eventually(() => expect(sent(host)).toBe(1))
  await signOut(host)
  host.answer('POST /api/messages', received)

  await adoptSession(host, session)
  await run

  await eventually(() => expect(kept.size).toBe(0))
})
