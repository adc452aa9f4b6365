import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followLater } from '../../../addin/thunderbird/hand-in-later.ts'
import { fileNewMail, followNewMail, leaveNewMail } from '../../../addin/thunderbird/new-mail.ts'
import { type FakeMail, fakeThunderbird } from './fake-thunderbird.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_MS = 5 * DAY_MS
let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('indexedDB', thunderbird.indexedDB)
  vi.stubGlobal('fetch', thunderbird.fetch)
  followNewMail()
  followLater()
  await fileNewMail(true)
  vi.setSystemTime(Date.now() + DAYS_MS)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('files what comes days after it was written, as on a Monday', async () => {
  thunderbird.arrives([aged(1, 3 * DAY_MS)])

  await handedIn(1)
})

it('leaves alone what was written before it was switched on, though it arrives later', async () => {
  thunderbird.arrives([aged(1, 6 * DAY_MS), aged(2, 0)])

  await handedIn(2)
  expect(thunderbird.queued()).toEqual([])
  expect(waiting()).toEqual([])
})

it('files all of it, however many pages it comes in', async () => {
  const many = Array.from({ length: 230 }, (_, at) => aged(at + 1, DAY_MS))

  thunderbird.arrives(many.slice(0, 100), [], many.slice(100))

  await vi.waitFor(() => {
    // The queue takes the rest when its time has come.
    thunderbird.alarm('filing-queue')
    expect(new Set(thunderbird.handedIn.map(({ body }) => body)).size).toBe(many.length)
  }, 20_000)
  expect(waiting()).toEqual([])
}, 30_000)

it('goes on after a mail that is not to be read yet, and tries that one again', async () => {
  thunderbird.state.unreadable.add(1)
  thunderbird.arrives([aged(1, 0), aged(2, 0)])
  await handedIn(2)
  await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries: 1 }]))

  thunderbird.state.unreadable.clear()
  await atTheAlarm()

  await handedIn(2, 1)
  await vi.waitFor(() => expect(waiting()).toEqual([]))
})

it('says in the queue what it could not read in many tries', async () => {
  thunderbird.state.unreadable.add(1)
  thunderbird.arrives([aged(1, 0)])

  for (let tries = 1; tries < 8; tries += 1) {
    await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries }]))
    await atTheAlarm()
  }

  await vi.waitFor(() => expect(thunderbird.queued()).toMatchObject([{ state: 'stopped', failure: 'no-source' }]))
  expect(waiting()).toEqual([])
})

it('says nothing of a mail that was thrown away meanwhile', async () => {
  const { id } = aged(1, 0)
  thunderbird.state.unreadable.add(id)
  thunderbird.arrives([aged(1, 0)])
  await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries: 1 }]))
  thunderbird.mails.clear()

  for (let tries = 2; tries <= 8; tries += 1) {
    await atTheAlarm()
    await vi.waitFor(() => expect(waiting()).toMatchObject(tries < 8 ? [{ tries }] : []))
  }

  expect(thunderbird.queued()).toEqual([])
})

it('keeps what arrives while nobody is signed in until somebody is', async () => {
  await thunderbird.messenger.storage.local.remove('account')
  thunderbird.arrives([aged(1, 0)])
  await vi.waitFor(() => expect(waiting()).toHaveLength(1))
  expect(thunderbird.handedIn).toEqual([])

  await thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })

  await handedIn(1)
})

it('keeps it for who was signed in last, and files it in no other name', async () => {
  await thunderbird.messenger.storage.local.remove('account')
  thunderbird.arrives([aged(1, 0)])
  await vi.waitFor(() => expect(waiting()).toHaveLength(1))

  await thunderbird.messenger.storage.local.set({ account: 'jan@nasza.example' })
  await atTheAlarm()
  expect(thunderbird.handedIn).toEqual([])
  await thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })

  await handedIn(1)
})

it('takes nothing in for whoever has signed out, nor for who comes next, who is filed for from then on', async () => {
  await leaveNewMail()
  await thunderbird.messenger.storage.local.remove('account')
  thunderbird.arrives([aged(1, 0)])
  await new Promise(resolve => setTimeout(resolve, 50))
  await thunderbird.messenger.storage.local.set({ account: 'jan@nasza.example' })
  thunderbird.arrives([aged(2, 0)])

  await handedIn(2)
  expect(waiting()).toEqual([])
})

it('hands in nothing any more once it is switched off', async () => {
  thunderbird.state.unreadable.add(1)
  thunderbird.arrives([aged(1, 0)])
  await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries: 1 }]))

  await fileNewMail(false)
  thunderbird.arrives([aged(2, 0)])
  thunderbird.state.unreadable.clear()
  await atTheAlarm()

  expect(waiting()).toEqual([])
  expect(thunderbird.handedIn).toEqual([])
})

function aged(id: number, ms: number): FakeMail {
  return thunderbird.mail({ id, date: new Date(Date.now() - ms) })
}

const waiting = () => thunderbird.kept('later:')

async function handedIn(...ids: number[]): Promise<void> {
  const expected = ids.map(id => `mail ${id}`)
  await vi.waitFor(() => expect(thunderbird.handedIn.map(({ body }) => body)).toEqual(expected), { timeout: 5_000 })
}

/** Lets the time pass until the alarm, and goes on when what it sets off is over. */
async function atTheAlarm(): Promise<void> {
  vi.setSystemTime((thunderbird.alarms.get('later-mail') ?? Date.now()) + 1)
  thunderbird.alarm('later-mail')
  await new Promise(resolve => setTimeout(resolve, 20))
}
