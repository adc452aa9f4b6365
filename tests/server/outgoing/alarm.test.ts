import { afterAll, beforeAll, expect, it } from 'vitest'
import { tell } from '../../../server/outgoing/start-telling.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { jobsOf } from '../../support/worker.ts'
import { mailsOf, nameServer } from './posting.ts'
import { openSmtpDouble, type SmtpDouble } from './smtp-server.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const admin = await buildUser(test)
const anna = await buildUser(test)
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
  await nameServer(admin, smtp)
})
afterAll(() => smtp.close())

let counter = 0
async function mailbox(more: { state?: string; hours?: number } = {}): Promise<string> {
  counter += 1
  const body = { kind: 'imap', host: 'imap.nasza.example', port: 993, tls: true, user: `biuro${counter}` }
  const made = await anna.post('/api/mailboxes', { ...body, password: 'x', since: '2026-01-01' })
  await set(made.body.id, more.state ?? 'error', more.hours ?? 7)
  return made.body.id
}
const set = (id: string, state: string, hours: number) =>
  test.asSuper.query(
    `update mailbox set state = $2, error = case when $2 = 'error' then 'unreachable' end, last_sync_at = now() - $3 * interval '1 hour' where id = $1`,
    [id, state, hours],
  )
const look = () => tell({ now: () => new Date(2026, 10, 27, 3, 0) }, test.jobs, 0)
const alarmedAt = async (id: string) =>
  (await admin.get('/api/mailboxes')).body.items.find((one: { id: string }) => one.id === id).alarmedAt

it('tells administrators of an unread mailbox once, and once more when it is read again', async () => {
  const id = await mailbox()
  await look()
  const [alarm, ...more] = await mailsOf(test, smtp)

  expect(more).toEqual([])
  expect(alarm).toMatchObject({ recipients: [admin.email], subject: 'Skrzynka nie jest czytana' })
  expect(alarm?.text).toContain(`biuro${counter} (imap.nasza.example)`)
  expect(alarm?.text).toContain('Serwer poczty nie odpowiada.')
  expect(await alarmedAt(id)).not.toBe(null)
  await look()
  expect(await jobsOf(test)).toBe(0)

  await test.asSuper.query(`update mailbox_alarm set raised_at = now() - interval '1 minute'`)
  await set(id, 'live', 0)
  await look()
  expect((await mailsOf(test, smtp)).map(mail => mail.subject)).toEqual(['Skrzynka jest znowu czytana'])
  expect(await alarmedAt(id)).toBe(null)
})

it('tells of several mailboxes in one mail', async () => {
  const ids = [await mailbox(), await mailbox()]
  await look()

  const mails = await mailsOf(test, smtp)

  expect(mails.map(mail => mail.subject)).toEqual(['Nieczytane skrzynki: 2'])
  for (const id of ids) await anna.remove(`/api/mailboxes/${id}`)
})

it.each([
  ['less than the hours', { hours: 5 }],
  ['reading old mail', { state: 'backfill', hours: 40 }],
])('tells nothing of a mailbox that is %s', async (_what, more) => {
  await mailbox(more)
  await look()

  expect(await jobsOf(test)).toBe(0)
})

it('waits some minutes, in which a mailbox is read that only the server had forgotten', async () => {
  const id = await mailbox({ state: 'live', hours: 12 })
  await tell({ now: () => new Date(2026, 10, 27, 3, 0) }, test.jobs)
  await set(id, 'live', 0)
  await tell({ now: () => new Date(2026, 10, 27, 3, 0) }, test.jobs)

  expect(await jobsOf(test)).toBe(0)
  expect(await alarmedAt(id)).toBe(null)
})

it('says nothing of a mailbox that is paused, nor of what was mended before the mail left', async () => {
  const paused = await mailbox()
  await anna.patch(`/api/mailboxes/${paused}`, { paused: true })
  await look()
  expect(await jobsOf(test)).toBe(0)

  const mended = await mailbox()
  await look()
  await set(mended, 'live', 0)
  expect(await mailsOf(test, smtp)).toEqual([])
  await look()
  await mailsOf(test, smtp)
})

it('keeps to the hours that an administrator chose, also never', async () => {
  expect((await anna.patch('/api/settings/alarm', { hours: 1 })).status).toBe(403)
  expect((await admin.patch('/api/settings/alarm', { hours: 0 })).body).toEqual({ hours: 0 })
  await mailbox({ hours: 400 })
  await look()
  expect(await jobsOf(test)).toBe(0)

  await admin.patch('/api/settings/alarm', { hours: 1 })
  await look()
  expect((await mailsOf(test, smtp)).length).toBe(1)
})
