import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WaitingFiling } from '../../../addin/host/mail-host.ts'
import { fileLeft } from '../../../addin/thunderbird/file-rest.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

const filing: WaitingFiling = {
  messageId: 'one@meblex.example',
  subject: 'Regały',
  placeName: 'Meblex',
  contractorId: 'meblex',
  caseId: null,
  newCase: null,
  comment: 'pilne',
  title: '',
}
let thunderbird: ReturnType<typeof fakeThunderbird>
let me: string

beforeEach(async () => {
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('indexedDB', thunderbird.indexedDB)
  vi.stubGlobal('fetch', thunderbird.fetch)
  me = String((await thunderbird.messenger.storage.local.get('account')).account)
})
afterEach(() => vi.unstubAllGlobals())

it('files with all that was decided, though the mail has another number by now', async () => {
  thunderbird.mail({ id: 2, headerMessageId: 'one@meblex.example', subject: 'Regały' })

  await fileLeft({ message: 1, filing }, me)

  await vi.waitFor(() => expect(thunderbird.handedIn).toHaveLength(1))
  expect(thunderbird.handedIn[0]).toMatchObject({ body: 'mail 2' })
  expect(thunderbird.handedIn[0]?.query).toContain('contractorId=meblex&comment=pilne')
})

it('files no other mail to which Thunderbird gave the number meanwhile', async () => {
  thunderbird.mail({ id: 1, headerMessageId: 'other@meblex.example', subject: 'Inna' })

  await fileLeft({ message: 1, filing: { ...filing, messageId: null } }, me)

  const kept = Object.keys(await thunderbird.messenger.storage.local.get(null))
  expect(kept.filter(key => key.startsWith('later:'))).toEqual([])
})
