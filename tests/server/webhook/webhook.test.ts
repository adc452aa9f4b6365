import { createHmac } from 'node:crypto'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import http from 'node:http'
import { type AddressInfo, BlockList, isIP } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { raiseBackupAlarm } from '../../../server/outgoing/raise-backup-alarm.ts'
import { postGuarded } from '../../../server/webhook/guarded-post.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildContractor, buildNote, buildUser } from '../../support/people.ts'
import { jobsOf, startTestWork } from '../../support/worker.ts'

interface Heard {
  headers: Record<string, string>
  body: string
}

const heard: Heard[] = []
let answer = 200
let slowness = 0
/** How many were told at once, and how many at most. */
let open = 0
let most = 0
const target = http.createServer((request, response) => {
  let body = ''
  open += 1
  most = Math.max(most, open)
  response.on('close', () => {
    open -= 1
  })
  request.on('data', part => {
    body += part
  })
  request.on('end', () => {
    heard.push({ headers: request.headers as Record<string, string>, body })
    const headers = answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}
    setTimeout(() => response.writeHead(answer, headers).end('tajna odpowiedź'), slowness)
  })
})
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')

const test = await openTestHouse()
test.house.config.webhookNetworks = loopback
const admin = await buildUser(test)
const anna = await buildUser(test)
let url = ''
beforeAll(async () => {
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hak`
})
afterAll(() => target.close())
beforeEach(async () => {
  answer = 200
  slowness = 0
  await announced()
  await worked()
  most = 0
  await test.asSuper.query('delete from webhook')
  heard.length = 0
})

const hook = async (actor: Actor, events = ['item.changed']): Promise<{ id: string; secret: string }> => {
  const reply = await actor.post('/api/webhooks', { url, events })
  expect(reply.status).toBe(201)
  return reply.body
}
const announced = () => test.jobs.call('select announce_changes(1000)')
async function worked() {
  const work = startTestWork(test)
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), { timeout: 20_000, interval: 50 })
  await work.stop()
}
const told = () => heard.map(one => JSON.parse(one.body))

it('tells of a change by ids and kinds, signed, and never by a word of it', async () => {
  const { secret } = await hook(admin)
  const contractor = await buildContractor(anna, { name: 'Tajna Firma' })
  const note = await buildNote(anna, contractor.id, { title: 'Tajny tytuł' })
  await announced()
  await worked()

  expect(told()).toEqual([
    {
      type: 'item.changed',
      timestamp: expect.any(String),
      data: { itemId: note.id, kind: 'note', contractorId: contractor.id },
    },
  ])
  const [{ headers, body } = { headers: {}, body: '' }] = heard
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
})

it('has the rights of who made it: what he does not see it is not told of, and leaves no trace in its log', async () => {
  const { id } = await hook(admin)
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  await buildNote(anna, hidden.id)
  await announced()
  expect((await admin.get(`/api/webhooks/${id}/deliveries`)).body.items).toEqual([])

  const open = await buildContractor(anna)
  await buildNote(anna, open.id)
  await announced()
  await anna.patch(`/api/contractors/${open.id}`, { audience: { users: [] } })
  await worked()

  expect(heard).toEqual([])
  expect((await admin.get(`/api/webhooks/${id}/deliveries`)).body.items).toEqual([])
})

it('writes down what was answered, tries again what was not taken, and keeps it as a dead letter', async () => {
  const { id } = await hook(admin, ['contractor.changed'])
  answer = 500
  const contractor = await buildContractor(admin)
  await admin.patch(`/api/contractors/${contractor.id}`, { city: 'Łódź' })
  await announced()
  const log = async () => (await admin.get(`/api/webhooks/${id}/deliveries`)).body.items
  const work = startTestWork(test)
  await expect.poll(async () => (await log())[0]?.attempts, { timeout: 10_000 }).toBe(1)
  await work.stop()
  expect(await log()).toMatchObject([
    { event: 'contractor.changed', state: 'waiting', status: 500, failure: 'refused' },
  ])
  const { rows } = await test.asSuper.query('select max_attempts, last_error from graphile_worker._private_jobs')
  expect(rows).toEqual([{ max_attempts: 12, last_error: 'webhook-not-taken' }])
  await test.asSuper.query('update graphile_worker._private_jobs set attempts = max_attempts')
  expect(await log()).toMatchObject([{ state: 'failed' }])

  answer = 204
  const [job] = (await admin.get('/api/jobs')).body.items
  await admin.post(`/api/jobs/${job.id}/retry`)
  await worked()
  expect(await log()).toMatchObject([{ state: 'sent', status: 204, failure: null, attempts: 2 }])
  expect(heard[0]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
})

it('signs with the former secret too, for a day after a new one', async () => {
  const { id, secret } = await hook(admin)
  const next = (await admin.post(`/api/webhooks/${id}/secret`)).body.secret
  expect(next).not.toBe(secret)

  expect((await admin.post(`/api/webhooks/${id}/test`)).body).toEqual({ status: 200, failure: null })
  expect(heard.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(2)
  await test.asSuper.query(`update webhook set former_until = now()`)
  await admin.post(`/api/webhooks/${id}/test`)
  expect(heard.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  expect(told().map(one => [one.type, one.data])).toEqual([
    ['test', {}],
    ['test', {}],
  ])
})

it('is changed by its owner only, and switched off by any administrator', async () => {
  const second = await buildUser(test, { admin: true })
  const { id } = await hook(admin)

  for (const change of [{ url: 'https://obcy.example/' }, { events: ['case.changed'] }, { enabled: true }])
    expect((await second.patch(`/api/webhooks/${id}`, change)).status).toBe(403)
  expect((await second.post(`/api/webhooks/${id}/secret`)).status).toBe(403)
  expect((await second.patch(`/api/webhooks/${id}`, { enabled: false })).status).toBe(204)
  await buildNote(anna, (await buildContractor(anna)).id)
  await announced()
  await worked()
  expect(heard).toEqual([])
  expect((await anna.get('/api/webhooks')).status).toBe(403)
  expect(JSON.stringify((await admin.get('/api/webhooks')).body)).not.toContain('whsec_')
  const { rows } = await test.asSuper.query('select * from webhook')
  expect(JSON.stringify(rows)).not.toContain('whsec_')
})

it('tells nothing any more when its owner is no administrator', async () => {
  const second = await buildUser(test, { admin: true })
  await hook(second)
  await test.asSuper.query('update app_user set is_admin = false where id = $1', [second.id])
  await buildNote(anna, (await buildContractor(anna)).id)
  await announced()
  await worked()

  expect(heard).toEqual([])
})

it('gives up for good what an administrator took off the dead letters', async () => {
  const { id } = await hook(admin)
  answer = 500
  await buildNote(anna, (await buildContractor(anna)).id)
  await announced()
  const work = startTestWork(test)
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1)
  await work.stop()
  await test.asSuper.query('update graphile_worker._private_jobs set attempts = max_attempts')
  const [job] = (await admin.get('/api/jobs')).body.items
  expect((await admin.remove(`/api/jobs/${job.id}`)).status).toBe(204)

  answer = 200
  await worked()

  expect(heard).toHaveLength(1)
  expect((await admin.get(`/api/webhooks/${id}/deliveries`)).body.items).toMatchObject([{ state: 'failed' }])
  expect((await admin.get('/api/webhooks')).body.items).toMatchObject([{ waiting: 0 }])
})

it('says that its owner is no administrator any more, and tells so when it is tried', async () => {
  const second = await buildUser(test, { admin: true })
  const { id } = await hook(second)
  expect((await admin.get('/api/webhooks')).body.items).toMatchObject([{ hasRights: true }])
  await test.asSuper.query('update app_user set is_admin = false where id = $1', [second.id])

  expect((await admin.get('/api/webhooks')).body.items).toMatchObject([{ enabled: true, hasRights: false }])
  expect((await admin.post(`/api/webhooks/${id}/test`)).body).toEqual({ status: null, failure: 'no-rights' })
})

it('keeps two weeks of its log while the server runs, not only since it was started', async () => {
  const { id } = await hook(admin)
  await admin.post(`/api/webhooks/${id}/test`)
  const work = startTestWork(test, undefined, { everyMs: 50 })
  await expect.poll(async () => (await admin.get(`/api/webhooks/${id}/deliveries`)).body.items.length).toBe(1)

  await test.asSuper.query(`update webhook_delivery set created_at = now() - interval '15 days'`)

  await expect.poll(async () => (await admin.get(`/api/webhooks/${id}/deliveries`)).body.items.length).toBe(0)
  await work.stop()
})

it('takes one place of those who work for one target, however slowly it answers', async () => {
  await hook(admin)
  slowness = 400
  const contractor = await buildContractor(anna)
  for (let turn = 0; turn < 4; turn += 1) await buildNote(anna, contractor.id)
  await announced()
  await worked()

  expect(heard).toHaveLength(4)
  expect(most).toBe(1)
})

it('tells of alarms of mailboxes', async () => {
  await hook(admin, ['mailbox.alarm', 'mailbox.clear'])
  const login = { kind: 'imap', host: 'imap.nasza.example', port: 993, tls: true, user: 'biuro', password: 'x' }
  const { id } = (await anna.post('/api/mailboxes', { ...login, since: '2026-01-01' })).body
  await test.asSuper.query(`update mailbox set state = 'error', last_sync_at = now() - interval '7 hours'`)
  await test.jobs.call('select raise_alarms(0)')
  await test.asSuper.query(`update mailbox set state = 'live', last_sync_at = now() + interval '1 second'`)
  await test.jobs.call('select raise_alarms(0)')
  await worked()

  expect(told().map(one => [one.type, one.data.mailboxId])).toEqual(
    expect.arrayContaining([
      ['mailbox.alarm', id],
      ['mailbox.clear', id],
    ]),
  )
})

it('tells of backups that fail, though no server for mail is named, and only who asked for it', async () => {
  expect(await raiseBackupAlarm(test.jobs)).toBe(false)
  await hook(admin)
  expect(await raiseBackupAlarm(test.jobs)).toBe(false)
  await hook(admin, ['backup.alarm'])

  expect(await raiseBackupAlarm(test.jobs)).toBe(true)
  await worked()

  expect(told().map(one => [one.type, one.data])).toEqual([['backup.alarm', {}]])
})

it('follows no redirection', async () => {
  const { id } = await hook(admin)
  answer = 302

  expect((await admin.post(`/api/webhooks/${id}/test`)).body).toEqual({ status: 302, failure: 'refused' })
})

it('goes where the judged address leads, though the name means this machine a moment later, and to no name that means both', async () => {
  // What is allowed stands for the internet here; the target listens where nobody may go.
  const allowed = new BlockList()
  allowed.addAddress('127.0.0.2', 'ipv4')
  let answers: string[][] = []
  let asked = 0
  const resolve = ((_name: string, _options: object, done: (error: null, found: LookupAddress[]) => void) => {
    asked += 1
    done(
      null,
      (answers.shift() ?? ['127.0.0.1']).map(address => ({ address, family: isIP(address) })),
    )
  }) as never
  const to = `http://dwulicowa.example:${new URL(url).port}/`
  const post = (...found: string[][]) => {
    answers = found
    return postGuarded({ url: to, headers: {}, body: '{}', networks: allowed, resolve })
  }

  await expect(post(['127.0.0.2'], ['127.0.0.1'])).rejects.toMatchObject({ code: 'unreachable' })
  // Asked once: whoever asks again to connect goes where he is not allowed to.
  expect(asked).toBe(1)
  await expect(post(['127.0.0.1'])).rejects.toMatchObject({ code: 'private-address' })
  await expect(post(['127.0.0.2', '127.0.0.1'])).rejects.toMatchObject({ code: 'private-address' })
  await expect(post(['::ffff:127.0.0.1'])).rejects.toMatchObject({ code: 'private-address' })
  expect(heard).toEqual([])
})

it.each([
  'http://127.0.0.1:1/',
  'https://localhost:1/',
  'https://[::1]:1/',
  'https://[::ffff:127.0.0.1]:1/',
  'https://2130706433:1/',
  'https://0x7f.1:1/',
])('goes to %s only where that network was opened', async url => {
  const post = postGuarded({ url, headers: {}, body: '{}', networks: null })

  await expect(post).rejects.toMatchObject({ code: 'private-address' })
})

it('goes nowhere in the clear but in a network that was opened', async () => {
  const post = postGuarded({ url: 'http://1.1.1.1/', headers: {}, body: '{}', networks: loopback })

  await expect(post).rejects.toMatchObject({ code: 'not-encrypted' })
  test.house.config.webhookNetworks = null
  expect((await admin.post('/api/webhooks', { url, events: ['item.changed'] })).status).toBe(400)
  test.house.config.webhookNetworks = loopback
  const withPassword = { url: 'https://jan:haslo@cel.example/', events: ['item.changed'] }
  expect((await admin.post('/api/webhooks', withPassword)).status).toBe(400)
})
