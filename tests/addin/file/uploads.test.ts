import { expect, it, vi } from 'vitest'
import { ApiError } from '../../../addin/api/api-error.ts'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import type { FileToSend } from '../../../addin/file/send-file.ts'
import { startUploads, uploadsTo } from '../../../addin/file/uploads.ts'
import type { MailHost } from '../../../addin/host/mail-host.ts'
import { LARGEST_UPLOAD, type Uploaded } from '../../../shared/upload.ts'

const host = {} as MailHost
const arrived: Uploaded = { became: 'document', id: 'd', isKnown: false, item: null }

/** Sends that end when the test says so. */
function held() {
  const sent: (FileToSend & { end: () => void; fail: (error: Error) => void })[] = []
  const send = (_host: MailHost, toSend: FileToSend) =>
    new Promise<Uploaded>((resolve, reject) => {
      sent.push({ ...toSend, end: () => resolve(arrived), fail: reject })
    })
  return { sent, send }
}
const named = (name: string, size = 1) => Object.defineProperty(new File(['x'], name), 'size', { value: size })

it('sends two at a time, and tells how far each is', async () => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', null, send)
  const listener = vi.fn()
  uploads.follow(listener)

  uploads.add([named('a'), named('b'), named('c')])
  sent[0]?.onProgress(0.5)

  expect(uploads.list().map(one => one.state)).toEqual(['sending', 'sending', 'waiting'])
  expect(uploads.list()[0]?.share).toBe(0.5)
  sent[0]?.end()
  await vi.waitFor(() => expect(uploads.list().map(one => one.state)).toEqual(['done', 'sending', 'sending']))
  expect(listener).toHaveBeenCalled()
})

it('sends again under the same key', async () => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', 's', send)
  uploads.add([named('a')])
  sent[0]?.fail(new ApiError('offline'))
  await vi.waitFor(() => expect(uploads.list()[0]).toMatchObject({ state: 'failed', failure: 'offline' }))

  uploads.retry(uploads.list()[0]?.key ?? '')

  expect(sent[1]?.key).toBe(sent[0]?.key)
  expect(sent[1]).toMatchObject({ contractorId: 'k', caseId: 's' })
})

it.each([
  [LARGEST_UPLOAD + 1, 'too-large'],
  [0, 'empty'],
])('sends nothing of a file of %d bytes', (size, failure) => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', null, send)

  uploads.add([named('a', size)])

  expect(uploads.list()[0]).toMatchObject({ state: 'failed', failure })
  expect(sent).toEqual([])
})

it('takes what is over off the list', async () => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', null, send)
  uploads.add([named('a'), named('b')])
  sent[0]?.end()
  await vi.waitFor(() => expect(uploads.list()[0]?.state).toBe('done'))

  uploads.clear()

  expect(uploads.list().map(one => one.file.name)).toEqual(['b'])
})

it('stops and forgets everything when another reader may follow', async () => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', null, send)
  uploads.add([named('a'), named('b'), named('c')])

  uploads.end()
  sent[0]?.end()
  await Promise.resolve()

  expect(uploads.list()).toEqual([])
  expect(sent.map(one => one.signal.aborted)).toEqual([true, true])
})

it('hands nobody the uploads of who was there before', () => {
  const before = uploadsTo(host, 'k', null)
  before.add([named('a', 0)])

  forgetAnswers()

  expect(before.list()).toEqual([])
  expect(uploadsTo(host, 'k', null)).not.toBe(before)
})

it('sends what was said of a file along with it', () => {
  const { sent, send } = held()
  const uploads = startUploads(host, 'k', null, send)
  const told = { title: 'Umowa ramowa', type: 'contract' as const, audience: { users: ['u'], groups: [] } }

  uploads.add([new File(['x'], 'skan.pdf')], told)
  uploads.add([new File(['x'], 'inny.pdf')])

  expect(sent.map(one => one.told)).toEqual([told, {}])
})
