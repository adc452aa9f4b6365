import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MeantCase } from '../../../addin/host/mail-host.ts'
import { draftSaved, keepMeant, readDraft } from '../../../addin/thunderbird/draft.ts'
import { fileSent } from '../../../addin/thunderbird/file-sent.ts'
import { retryQueued } from '../../../addin/thunderbird/filing-queue.ts'
import { followLater } from '../../../addin/thunderbird/hand-in-later.ts'
import { type FakeMail, fakeThunderbird } from './fake-thunderbird.ts'

const meant: MeantCase = {
  caseId: 'case',
  reference: '2026/0001',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  parties: ['@meblex.example'],
}
const CASE = '?contractorId=meblex&caseId=case'
const tab = { id: 7 }
let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('indexedDB', thunderbird.indexedDB)
  vi.stubGlobal('fetch', thunderbird.fetch)
  followLater()
  thunderbird.composers.set(7, { type: 'new' })
  await keepMeant(7, meant)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('files a sent mail in the case that it was meant for', async () => {
  await sendNow(thunderbird.mail({ id: 1 }))

  await filed()
  expect(waiting()).toEqual([])
})

it('files a mail that was sent just as there was nothing more to do', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { alarms } = thunderbird.messenger
  const clear = vi.spyOn(alarms, 'clear').mockImplementationOnce(async name => {
    await promise
    return thunderbird.alarms.delete(name)
  })
  await sendNow(thunderbird.mail({ id: 1 }))
  await vi.waitFor(() => expect(clear).toHaveBeenCalled())

  await keepMeant(7, meant)
  await sendNow(thunderbird.mail({ id: 2 }))
  resolve()

  await vi.waitFor(() => expect(thunderbird.handedIn.map(({ body }) => body)).toEqual(['mail 1', 'mail 2']))
  expect(waiting()).toEqual([])
})

it('waits for a mail in the outbox, which is filed when it is sent', async () => {
  const unsent = thunderbird.mail({ id: 1, folder: { id: 'folder', specialUse: ['outbox'] } })
  await fileSent(tab, { mode: 'sendLater', messages: [unsent] })
  await atTheAlarm()
  expect(thunderbird.handedIn).toEqual([])

  thunderbird.mails.clear()
  thunderbird.mail({ id: 2, headerMessageId: unsent.headerMessageId, folder: { id: 'folder', specialUse: ['sent'] } })
  await atTheAlarm()

  await filed()
})

it('tries again where the copy cannot be read just after sending', async () => {
  thunderbird.state.unreadable.add(1)
  await sendNow(thunderbird.mail({ id: 1 }))
  await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries: 1 }]))

  thunderbird.state.unreadable.clear()
  await atTheAlarm()

  await filed()
})

it('says in the queue that there is no copy, and files it when there is one and the user tries again', async () => {
  await fileSent(tab, {
    mode: 'sendNow',
    messages: [],
    headerMessageId: 'sent@nasza.example',
    details: { subject: 'O' },
  })
  for (let tries = 1; tries < 5; tries += 1) {
    await vi.waitFor(() => expect(waiting()).toMatchObject([{ tries }]))
    await atTheAlarm()
  }
  await vi.waitFor(() => expect(waiting()).toEqual([]))
  const [stopped] = thunderbird.queued()
  expect(stopped).toMatchObject({ state: 'stopped', failure: 'no-source', subject: 'O', caseId: 'case' })

  thunderbird.mail({ id: 3, headerMessageId: 'sent@nasza.example' })
  await retryQueued(stopped?.id ?? '')

  await filed()
  expect(thunderbird.queued()).toEqual([])
})

it('keeps it for who chose the case, when he has been signed out meanwhile', async () => {
  await thunderbird.messenger.storage.local.set({ account: 'jan@nasza.example' })
  await sendNow(thunderbird.mail({ id: 1 }))
  await vi.waitFor(() => expect(waiting()).toHaveLength(1))
  await atTheAlarm()
  expect(thunderbird.handedIn).toEqual([])

  await thunderbird.messenger.storage.local.set({ account: 'anna@nasza.example' })

  await filed()
})

it('knows the case of a draft that was saved and is open again, and keeps nothing of it once it is sent', async () => {
  await draftSaved(tab, { mode: 'draft', messages: [thunderbird.mail({ id: 1 })] })
  reopen(9, 1)

  expect((await readDraft(9)).meant).toEqual(meant)

  await fileSent({ id: 9 }, { mode: 'sendNow', messages: [thunderbird.mail({ id: 2 })] })
  await filed()
  expect(thunderbird.kept('draft:')).toEqual([])
})

it('shows the case of a saved draft to nobody else', async () => {
  await draftSaved(tab, { mode: 'draft', messages: [thunderbird.mail({ id: 1 })] })
  await thunderbird.messenger.storage.local.set({ account: 'jan@nasza.example' })
  reopen(9, 1)

  expect((await readDraft(9)).meant).toBeNull()
})

it('keeps a case with the newest copy of a draft only, and lets it go with the user', async () => {
  await draftSaved(tab, { mode: 'autoSave', messages: [thunderbird.mail({ id: 1 })] })
  await draftSaved(tab, { mode: 'draft', messages: [thunderbird.mail({ id: 2 })] })
  expect(thunderbird.kept('draft:')).toMatchObject([{ meant }])

  await keepMeant(7, null)

  expect(thunderbird.kept('draft:')).toEqual([])
})

it.each(['first', 'last'])(
  'keeps a case that is chosen while the draft saves itself, whichever comes %s',
  async which => {
    const other = { ...meant, caseId: 'other' }
    const acts = [
      () => keepMeant(7, other),
      () => draftSaved(tab, { mode: 'autoSave', messages: [thunderbird.mail({ id: 1 })] }),
    ]

    await Promise.all((which === 'first' ? acts : acts.toReversed()).map(act => act()))

    expect((await readDraft(7)).meant).toEqual(other)
    expect(thunderbird.kept('draft:')).toMatchObject([{ meant: other }])
  },
)

function sendNow(copy: FakeMail): Promise<void> {
  return fileSent(tab, { mode: 'sendNow', messages: [copy], headerMessageId: copy.headerMessageId })
}

/** Thunderbird was closed, and this draft is open again in another tab. */
function reopen(other: number, draft: number) {
  for (const key of Object.keys(thunderbird.session)) if (key.startsWith('draft:')) delete thunderbird.session[key]
  thunderbird.composers.set(other, { type: 'draft', relatedMessageId: draft })
}

const waiting = () => thunderbird.kept('later:')

async function filed(): Promise<void> {
  await vi.waitFor(() => expect(thunderbird.handedIn).toMatchObject([{ query: CASE }]))
}

/** Lets the time pass until the alarm, and goes on when what it sets off is over. */
async function atTheAlarm(): Promise<void> {
  vi.setSystemTime((thunderbird.alarms.get('later-mail') ?? Date.now()) + 1)
  thunderbird.alarm('later-mail')
  await new Promise(resolve => setTimeout(resolve, 20))
}
