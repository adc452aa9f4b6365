import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fileRest } from '../../../addin/thunderbird/file-rest.ts'
import { followLater } from '../../../addin/thunderbird/hand-in-later.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(() => {
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('indexedDB', thunderbird.indexedDB)
  vi.stubGlobal('fetch', thunderbird.fetch)
  followLater()
})
afterEach(() => vi.unstubAllGlobals())

it('goes on with a new case under the number of the window that was closed', async () => {
  for (const id of [1, 2]) thunderbird.mail({ id })
  const newCase = { title: 'Dach', number: 'n1' }

  await fileRest(
    [1, 2, 99],
    { contractorId: 'meblex', caseId: null, newCase, name: 'Meblex · Dach' },
    'anna@nasza.example',
  )

  await vi.waitFor(() => {
    // The queue takes the rest when its time has come.
    thunderbird.alarm('filing-queue')
    expect(new Set(thunderbird.handedIn.map(({ body }) => body))).toEqual(new Set(['mail 1', 'mail 2']))
  }, 5_000)
  expect(new Set(thunderbird.handedIn.map(({ query }) => query))).toEqual(new Set(['?contractorId=meblex&caseId=n1']))
  expect(new Set(thunderbird.opened.map(one => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ id: 'n1', title: 'Dach' })]),
  )
})

it('does nothing of it in the name of another who signed in meanwhile', async () => {
  thunderbird.mail({ id: 1 })
  thunderbird.local.account = 'jan@nasza.example'

  await fileRest([1], null, 'anna@nasza.example')
  thunderbird.alarm('later-mail')
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(thunderbird.handedIn).toEqual([])

  await thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })
  thunderbird.alarm('later-mail')
  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
})

it('keeps apart what two have left of the same mail for the same place', async () => {
  thunderbird.mail({ id: 1 })
  thunderbird.local.account = 'jan@nasza.example'

  await fileRest([1], null, 'anna@nasza.example')
  await fileRest([1], null, 'jan@nasza.example')

  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
  await vi.waitFor(() => expect(thunderbird.kept('later:')).toMatchObject([{ account: 'anna@nasza.example' }]))
  await thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })
  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(2))
})

it('hands in once what an earlier version kept, under a key that did not say whose it is', async () => {
  const { headerMessageId, subject } = thunderbird.mail({ id: 1 })
  const account = 'anna@nasza.example'
  const due = { addedAt: 1, tries: 0, dueAt: 1 }
  const kept = { why: 'several', message: 1, headerMessageId, subject, place: null, account, ...due }
  thunderbird.local[`later: several   ${headerMessageId}`] = kept

  thunderbird.alarm('later-mail')

  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
  await vi.waitFor(() => expect(thunderbird.kept('later:')).toEqual([]))
})
