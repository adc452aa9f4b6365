import { expect, it } from 'vitest'
import { adoptSession, signOut } from '../../../addin/api/session.ts'
import type { MailHost } from '../../../addin/host/mail-host.ts'
import { bulkRunOf } from '../../../addin/pane/bulk-run.ts'
import type { Session } from '../../../shared/session.ts'

const mails = ['one', 'two', 'three'].map(id => ({ id, subject: id }))
const target = { contractorId: 'meblex', place: 'file', newTitle: '', caseNumber: 'n', name: 'Meblex', onCase: () => undefined }

it('files nothing more when whoever chose it signs out, and shows nothing of it to whoever comes next', async () => {
  const { host, filed, answerNext } = paneOf()
  await adoptSession(host, sessionOf('anna'))
  const run = bulkRunOf(host)
  const over = run.file(mails, target as Parameters<typeof run.file>[1])
  await answerNext()
  await answerNext()

  await signOut(host)
  expect([...run.results()].map(([id, { is }]) => [id, is])).toEqual([
    ['one', 'filed'],
    ['two', 'filed'],
    ['three', 'failed'],
  ])
  await adoptSession(host, sessionOf('bartek'))
  await answerNext()
  await over

  expect(filed).toEqual(['Bearer anna', 'Bearer anna'])
  expect([...run.results()]).toEqual([])
})

it('shows whoever signs in again how it went', async () => {
  const { host, answerNext } = paneOf()
  await adoptSession(host, sessionOf('anna'))
  const run = bulkRunOf(host)
  await adoptSession(host, sessionOf('anna'))
  const over = run.file(mails, null)
  await answerNext()
  await signOut(host)
  await answerNext()
  await over

  await adoptSession(host, sessionOf('anna'))

  expect(run.results().get('one')).toEqual({ is: 'filed' })
  expect(run.results().get('three')).toEqual({ is: 'failed', failure: 'not-signed-in' })
})

const sessionOf = (name: string) =>
  ({ token: name, refresh: `refresh ${name}`, user: { email: `${name}@nasza.example`, name } }) as Session

/** A pane whose mails are read when it is said. */
function paneOf() {
  const kept = new Map<string, string>()
  const filed: (string | undefined)[] = []
  const reading: (() => void)[] = []
  const host = {
    storage: {
      read: async (key: string) => kept.get(key) ?? null,
      write: async (key: string, value: string) => void kept.set(key, value),
      remove: async (key: string) => void kept.delete(key),
    },
    async readSelected(id: string) {
      await new Promise<void>(resolve => reading.push(resolve))
      return { message: { messageId: id, subject: id }, source: new Blob(['mail']) }
    },
    async fetch(path: string, { headers }: { headers: Record<string, string> }) {
      if (!path.startsWith('/api/messages')) return { status: 204, headers: {}, body: '' }
      filed.push(headers.authorization)
      return { status: 200, headers: {}, body: JSON.stringify({ action: 'file', items: [] }) }
    },
  } as unknown as MailHost
  const answerNext = async () => {
    for (let turn = 0; turn < 100 && reading.length === 0; turn += 1) await new Promise(resolve => setTimeout(resolve, 1))
    reading.shift()?.()
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  return { host, filed, answerNext }
}
