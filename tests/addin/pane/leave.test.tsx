import { expect, it, vi } from 'vitest'
import type { FilingQueue, QueuedFiling } from '../../../addin/host/mail-host.ts'
import { discardAll, sendAll } from '../../../addin/queue/empty-queue.ts'
import { fakeHost, reply } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, buildMessage, eventually, press, showPane } from './show-pane.ts'

function waiting(id: string): QueuedFiling {
  return {
    id,
    messageId: `${id}@x.example`,
    subject: id,
    placeName: 'Meblex',
    contractorId: 'meblex',
    caseId: null,
    newCase: null,
    comment: '',
    title: '',
    addedAt: new Date().toISOString(),
    state: 'waiting',
    attempts: 1,
    failure: 'offline',
  }
}

/** A queue whose server takes everything or is away. */
function queueOf(ids: string[], server: 'there' | 'away') {
  let all = ids.map(waiting)
  const retry = vi.fn(async (id: string) => {
    if (server === 'there') all = all.filter(one => one.id !== id)
  })
  const discard = vi.fn(async (id: string) => {
    all = all.filter(one => one.id !== id)
  })
  const queue: FilingQueue = {
    add: async () => undefined,
    list: async () => all,
    retry,
    discard,
    onChange: () => () => undefined,
  }
  return { queue, retry, discard }
}

async function signOutWith(ids: string[], server: 'there' | 'away') {
  const made = queueOf(ids, server)
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup(), 'DELETE /api/session': reply(204) })
  const pane = showPane({ ...host, queue: made.queue })
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  await press(pane, 'Wyloguj się')
  return { ...made, host, pane }
}

const isSignedOut = (pane: HTMLElement) => eventually(() => byRole(pane, 'heading', 'Zaloguj się'))
const question = (pane: HTMLElement) => eventually(() => byRole(pane, 'region', 'przypisania czekają na serwer'))

it('signs out at once when nothing waits', async () => {
  const { pane } = await signOutWith([], 'there')

  await isSignedOut(pane)
})

it('asks whoever has filings waiting, and stays when told so', async () => {
  const { pane, host, retry, discard } = await signOutWith(['one', 'two'], 'away')
  const region = await question(pane)
  expect(region.textContent).toContain('Same wiadomości zostają w skrzynce.')
  expect(document.activeElement === region).toBe(true)

  await press(pane, 'Nie wylogowuj')

  await eventually(() => expect(document.activeElement === byRole(pane, 'button', 'Wyloguj się')).toBe(true))
  expect([retry.mock.calls, discard.mock.calls]).toEqual([[], []])
  expect(host.asked.some(one => one.method === 'DELETE')).toBe(false)
})

it('sends them first, then signs out', async () => {
  const { pane, retry } = await signOutWith(['one', 'two'], 'there')
  await question(pane)

  await press(pane, 'Wyślij i wyloguj')

  await isSignedOut(pane)
  expect(retry.mock.calls).toEqual([['one'], ['two']])
})

it('stays signed in when they could not be sent, and says that they still wait', async () => {
  const { pane, host } = await signOutWith(['one', 'two'], 'away')
  await question(pane)

  await press(pane, 'Wyślij i wyloguj')

  await eventually(() => byRole(pane, 'alert', 'To, co zostało, czeka dalej w kolejce.'))
  expect(host.asked.some(one => one.method === 'DELETE')).toBe(false)
})

it('leaves nothing on the device of whoever gives them up', async () => {
  const { pane, queue } = await signOutWith(['one', 'two'], 'away')
  await question(pane)

  await press(pane, 'Usuń z kolejki i wyloguj')

  await isSignedOut(pane)
  expect(await queue.list()).toEqual([])
})

it('tries no second filing while the server is away, but all when it is there', async () => {
  const away = queueOf(['one', 'two'], 'away')
  const there = queueOf(['one', 'two'], 'there')

  expect(await sendAll(away.queue)).toBe(false)
  expect(await sendAll(there.queue)).toBe(true)
  expect(await discardAll(away.queue)).toBe(true)

  expect(away.retry).toHaveBeenCalledTimes(1)
  expect(there.retry).toHaveBeenCalledTimes(2)
})

it('does not sign out whoever has chosen to stay while they were still being sent', async () => {
  let answer: () => void = () => undefined
  const made = queueOf(['one'], 'there')
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup(), 'DELETE /api/session': reply(204) })
  const retry = async (id: string) => {
    await new Promise<void>(resolve => {
      answer = resolve
    })
    await made.retry(id)
  }
  const pane = showPane({ ...host, queue: { ...made.queue, retry } })
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  await press(pane, 'Wyloguj się')
  await press(pane, 'Wyślij i wyloguj')

  await press(pane, 'Nie wylogowuj')
  answer()

  await eventually(() => expect(made.retry).toHaveBeenCalled())
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(host.asked.some(one => one.method === 'DELETE')).toBe(false)
})
