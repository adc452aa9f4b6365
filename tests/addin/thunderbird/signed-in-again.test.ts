import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WaitingFiling } from '../../../addin/host/mail-host.ts'
import { addToQueue, followQueue, workQueue } from '../../../addin/thunderbird/filing-queue.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

const filing: WaitingFiling = {
  messageId: null,
  subject: 'Regały',
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: '',
  title: '',
}
let thunderbird: ReturnType<typeof fakeThunderbird>
let letAnswer: () => void
let isOver: boolean

/** A server that knows nobody until `isOver` is false, and answers filings only when it is let to. */
beforeEach(async () => {
  thunderbird = fakeThunderbird()
  isOver = true
  const answered = new Promise<void>(resolve => {
    letAnswer = resolve
  })
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('indexedDB', thunderbird.indexedDB)
  vi.stubGlobal('fetch', async (url: string, request: { body?: ArrayBuffer }) => {
    if (!isOver) return thunderbird.fetch(url, request)
    await answered
    return Response.json({ code: 'not-signed-in' }, { status: 401 })
  })
  followQueue()
  thunderbird.local.refresh = 'refresh'
  await addToQueue(filing, new TextEncoder().encode('mail').buffer as ArrayBuffer)
})
afterEach(() => vi.unstubAllGlobals())

const signIn = () => thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })

it('goes on with the queue at once when its user signs in again', async () => {
  letAnswer()
  await workQueue({ isBack: true })
  expect(thunderbird.queued()).toMatchObject([{ failure: 'not-signed-in' }])
  expect(thunderbird.local.account).toBeUndefined()
  isOver = false

  await signIn()

  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
})

it('goes on with it also when it was still being told no while he signed in', async () => {
  const run = workQueue({ isBack: true })
  await vi.waitFor(() => expect(thunderbird.queued()).toMatchObject([{ state: 'sending' }]))

  await signIn()
  letAnswer()
  await run
  isOver = false
  await signIn()

  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
})
