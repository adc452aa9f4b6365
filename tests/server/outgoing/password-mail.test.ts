import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { startTestWork } from '../../support/worker.ts'
import { mailsOf, nameServer } from './posting.ts'
import { openSmtpDouble, type SmtpDouble } from './smtp-server.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const admin = await buildUser(test)
const bartek = await buildUser(test, { name: 'Bartek\r\nBcc: wszyscy@nasza.example' })
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
})
afterAll(() => smtp.close())
beforeEach(() => nameServer(admin, smtp))

const invite = (userId: string) => admin.post(`/api/accounts/${userId}/password-mail`, {})
const tokenIn = (text = '') => /https:\/\/lupa\.nasza\.example\/#\/password\/([\w-]+)/.exec(text)?.[1]
const enter = (token: string | undefined) =>
  test.app.inject({ method: 'POST', url: '/api/session/password-link', payload: { token, password: 'Nowy-klucz-91' } })

it('mails a link that lets its reader in, once, in his language', async () => {
  await bartek.patch('/api/me', { language: 'en' })
  expect((await invite(bartek.id)).status).toBe(202)

  const [mail] = await mailsOf(test, smtp)

  expect(mail).toMatchObject({ recipients: [bartek.email], subject: 'Your invitation to Lupa' })
  expect(tokenIn(mail?.html)).toBe(tokenIn(mail?.text))
  expect((await enter(tokenIn(mail?.text))).statusCode).toBe(200)
  expect((await enter(tokenIn(mail?.text))).statusCode).toBe(404)
  expect((await invite(bartek.id)).status).toBe(202)
  expect((await mailsOf(test, smtp))[0]?.subject).toBe('A new password for Lupa')
})

it('lets no name begin a header', async () => {
  await invite(bartek.id)

  const [mail] = await mailsOf(test, smtp)

  expect(mail?.headers.map(header => header.key)).not.toContain('bcc')
  expect(mail?.recipients).toEqual([bartek.email])
  expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
})

it('keeps no link while a mail waits, and lists only what for and to whom', async () => {
  smtp.refuse({ code: 451, text: 'later' })
  await invite(bartek.id)
  const work = startTestWork(test)
  await expect
    .poll(async () => (await admin.get('/api/mail-server')).body.recent[0].failure, { timeout: 10_000 })
    .toBe('recipient-refused')
  await work.stop()

  const { rows } = await test.asSuper.query(`select * from outgoing_mail where state = 'waiting'`)
  expect(Object.keys(rows[0]).sort()).toEqual([
    'about',
    'asked_by',
    'created_at',
    'failure',
    'id',
    'kind',
    'settled_at',
    'since',
    'state',
    'user_id',
  ])
  const { rows: jobs } = await test.asSuper.query('select id, last_error, attempts from graphile_worker._private_jobs')
  expect(jobs).toMatchObject([{ last_error: 'mail-not-taken', attempts: 1 }])
  expect(work.warnings.length).toBeGreaterThan(0)
  expect(JSON.stringify(work.warnings)).not.toMatch(/later|nasza\.example/)
  smtp.refuse(null)
  await test.asSuper.query('update graphile_worker._private_jobs set run_at = now()')
  expect(await mailsOf(test, smtp)).toHaveLength(1)
  expect((await admin.get('/api/mail-server')).body.recent[0]).toMatchObject({ state: 'sent', failure: null })
})

it('ends no link that was handed over, while nobody is there to take the mail', async () => {
  const { body } = await admin.post(`/api/accounts/${bartek.id}/password-link`, {})
  const given = body.passwordLink.split('/').at(-1)
  await test.asSuper.query('update mail_server set port = 9')
  await invite(bartek.id)
  const work = startTestWork(test)
  await expect
    .poll(async () => (await admin.get('/api/mail-server')).body.recent[0].failure, { timeout: 10_000 })
    .not.toBeNull()
  await work.stop()

  expect((await enter(given)).statusCode).toBe(200)
  await test.asSuper.query('delete from graphile_worker._private_jobs; delete from outgoing_mail')
})

it('becomes a dead letter after its last attempt, which an administrator may try again', async () => {
  smtp.refuse({ code: 550, text: 'never' })
  await invite(bartek.id)
  await test.asSuper.query('update graphile_worker._private_jobs set attempts = max_attempts - 1')
  const work = startTestWork(test)
  await expect
    .poll(async () => (await admin.get('/api/mail-server')).body.recent[0].state, { timeout: 10_000 })
    .toBe('failed')
  await work.stop()
  const { items } = (await admin.get('/api/jobs')).body
  expect(items).toMatchObject([{ task: 'send-mail', error: 'mail-not-taken' }])

  smtp.refuse(null)
  expect((await admin.post(`/api/jobs/${items[0].id}/retry`)).status).toBe(204)

  expect(await mailsOf(test, smtp)).toHaveLength(1)
})

it('writes to nobody who was shut out meanwhile', async () => {
  const celina = await buildUser(test)
  await invite(celina.id)
  await admin.patch(`/api/accounts/${celina.id}`, { isDisabled: true })

  expect(await mailsOf(test, smtp)).toEqual([])
  expect((await invite(celina.id)).status).toBe(403)
})

it('asks a proof before an administrator’s account is opened by mail', async () => {
  const second = await buildUser(test, { admin: true })
  await test.asSuper.query(`update sign_in set created_at = created_at - interval '11 minutes'`)

  expect((await invite(second.id)).body.code).toBe('password-needed')
})

it('says so where there is no server, or no address for the link', async () => {
  await admin.remove('/api/mail-server')

  expect((await invite(bartek.id)).body.code).toBe('no-mail-server')
})

it('tells at the former address that it was changed, and lets no link in that went there', async () => {
  const celina = await buildUser(test)
  const { body } = await admin.post(`/api/accounts/${celina.id}/password-link`, {})

  expect((await admin.patch(`/api/accounts/${celina.id}`, { email: 'celina@nowa.example' })).status).toBe(204)

  const [mail, ...more] = await mailsOf(test, smtp)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ recipients: [celina.email], subject: 'Zmieniono adres konta w Lupie' })
  expect(mail?.text).toContain('celina@nowa.example')
  expect((await enter(body.passwordLink.split('/').at(-1))).statusCode).toBe(404)
  await admin.patch(`/api/accounts/${celina.id}`, { name: 'Celina' })
  expect(await mailsOf(test, smtp)).toEqual([])
})
