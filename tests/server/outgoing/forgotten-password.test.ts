import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { isLinkMailed } from '../../../server/identity/forgotten-password.ts'
import { tokenHash } from '../../../server/identity/token.ts'
import { codeShown } from '../../support/authenticator.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { atTheDoor } from '../identity/at-the-door.ts'
import { send } from '../matrix/watch.ts'
import { mailsOf, nameServer } from './posting.ts'
import { openSmtpDouble, type SmtpDouble } from './smtp-server.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const admin = await buildUser(test)
const { ask, signIn } = atTheDoor(test)
const route = { method: 'POST', url: '/api/session/forgotten-password' }
const old = 'Stare hasło 1'
const fresh = 'Nowy-klucz-91'
let counter = 0
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
})
afterAll(() => smtp.close())
beforeEach(async () => {
  await nameServer(admin, smtp)
  await test.asSuper.query('delete from sign_in_attempt')
})

async function employee() {
  counter += 1
  const email = `zapomina${counter}@nasza.example`
  const input = { email, name: `Pracownik ${counter}`, password: old }
  const { user } = await test.house.database.work(admin.id, tx => createUser(tx, input, new Date()))
  return { id: user.id, email }
}

async function forget(email: string, remoteAddress = '10.9.0.1') {
  const reply = await test.app.inject({ method: 'POST', url: route.url, payload: { email }, remoteAddress })
  return { status: reply.statusCode, body: reply.body }
}

async function tokenFor(email: string): Promise<string> {
  await forget(email)
  const [mail] = await mailsOf(test, smtp)
  return /https:\/\/lupa\.nasza\.example\/#\/new-password\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const use = (token: string, code?: string) =>
  ask('POST', '/api/session/password-link', undefined, { token, password: fresh, ...(code && { code }) })

it('lets in, once, whoever forgot, and ends every session and token that there was', async () => {
  const { email } = await employee()
  const before = (await signIn(email, old)).body
  const made = await ask('POST', '/api/me/tokens', before.token, { name: 'Skrypt', scopes: ['read'], days: 30 })
  const token = await tokenFor(` ${email.toUpperCase()}`)

  expect((await signIn(email, old)).status).toBe(200)
  const reply = await use(token)

  expect(reply.status).toBe(200)
  expect((await use(token)).body.code).toBe('not-found')
  expect((await ask('GET', '/api/me', before.token)).status).toBe(401)
  expect((await ask('POST', '/api/session/refresh', undefined, { refresh: before.refresh })).status).toBe(401)
  expect((await ask('GET', '/api/me', made.body.token)).status).toBe(401)
  expect((await ask('GET', '/api/me', reply.body.token)).status).toBe(200)
  expect((await signIn(email, old)).body.code).toBe('wrong-password')
  expect((await signIn(email, fresh)).status).toBe(200)
})

it('answers everybody alike after the same work, and writes to nobody who has no password', async () => {
  const known = await employee()
  const out = await employee()
  await admin.patch(`/api/accounts/${out.id}`, { isDisabled: true })
  const atProvider = await buildUser(test)
  const typed = [known.email, out.email, atProvider.email, 'nikt@obca.example', 'hasło wpisane nie tu']

  const replies = []
  for (const email of typed) replies.push(await send(test, route, { body: { email } }, null))
  const asked = (await test.asSuper.query('select payload from graphile_worker._private_jobs')).rows
  const mails = await mailsOf(test, smtp)

  expect(new Set(replies.map(reply => JSON.stringify(reply))).size).toBe(1)
  expect(replies[0]).toMatchObject({ status: 202, body: '' })
  expect(asked).toHaveLength(typed.length)
  expect(JSON.stringify(asked)).not.toMatch(/example|hasło/)
  expect(mails.map(mail => mail.recipients)).toEqual([[known.email]])
})

it('is written down, in the language of its reader', async () => {
  const { id, email } = await employee()
  const { token } = (await signIn(email, old)).body
  await ask('PATCH', '/api/me', token, { language: 'en' })
  await forget(email)

  const [mail] = await mailsOf(test, smtp)

  expect(mail).toMatchObject({ recipients: [email], subject: 'A new password for Lupa' })
  const { rows } = await test.asSuper.query('select verb, user_id from audit_entry where object_id = $1 order by id', [
    id,
  ])
  expect(rows.slice(-2)).toEqual([
    { verb: 'password-forgotten', user_id: null },
    { verb: 'password-link-made', user_id: null },
  ])
  expect((await admin.get('/api/mail-server')).body.recent[0]).toMatchObject({
    kind: 'password-forgotten',
    state: 'sent',
  })
})

it('goes past no second factor', async () => {
  const { email } = await employee()
  const { token } = (await signIn(email, old)).body
  const { secret } = (await ask('POST', '/api/me/second-factor', token)).body
  const { recoveryCodes } = (
    await ask('POST', '/api/me/second-factor/confirm', token, { code: codeShown(secret, new Date()) })
  ).body
  const link = await tokenFor(email)

  expect((await use(link)).body.code).toBe('code-needed')
  expect((await ask('GET', '/api/me', token)).status).toBe(200)
  expect((await use(link, recoveryCodes[0])).status).toBe(200)
})

it('is good for an hour, and not sent at all after an hour in the queue', async () => {
  const { id, email } = await employee()
  const link = await tokenFor(email)
  const { rows } = await test.asSuper.query(
    `update setup_link set expires_at = expires_at - interval '1 hour' where token_hash = $1 returning expires_at > now() as lives`,
    [tokenHash(link)],
  )
  await test.asSuper.query('delete from outgoing_mail where user_id = $1', [id])
  await forget(email)
  await test.asSuper.query(`
    create function grow_old() returns trigger language plpgsql as $$ begin new.created_at := now() - interval '61 minutes'; return new; end $$;
    create trigger grow_old before insert on outgoing_mail for each row execute function grow_old()`)
  const late = await mailsOf(test, smtp)
  await test.asSuper.query('drop trigger grow_old on outgoing_mail')

  expect(rows).toEqual([{ lives: false }])
  expect((await use(link)).body.code).toBe('not-found')
  expect(late).toEqual([])
})

it('takes three wishes for an account and twenty from an address in a quarter of an hour, known or not', async () => {
  const { email } = await employee()
  const known = await Promise.all([1, 2, 3, 4].map(n => forget(email, `10.9.1.${n}`)))
  const unknown = await Promise.all([1, 2, 3, 4].map(n => forget('nikt@obca.example', `10.9.2.${n}`)))
  const fromOne = []
  for (let n = 0; n < 21; n += 1) fromOne.push((await forget(`nikt${n}@obca.example`, '10.9.3.1')).status)

  const amounts = (replies: { status: number }[]) => replies.map(reply => reply.status).toSorted()
  expect(amounts(known)).toEqual([202, 202, 202, 429])
  expect(amounts(unknown)).toEqual(amounts(known))
  expect(fromOne.slice(-2)).toEqual([202, 429])
  // Somebody who asks too often gets one mail.
  expect(await mailsOf(test, smtp)).toHaveLength(1)
})

it('writes once where several jobs work off as many wishes at the same time', async () => {
  const { id } = await employee()
  const [one, other] = [new pg.Client(test.jobsUrl), new pg.Client(test.jobsUrl)]
  await Promise.all([one.connect(), other.connect()])

  await one.query('begin')
  await one.query('select mail_forgotten($1)', [id])
  const second = other.query('select mail_forgotten($1)', [id])
  await setTimeout(200)
  await one.query('commit')
  await second
  await Promise.all([one.end(), other.end()])

  const { rows } = await test.asSuper.query('select kind from outgoing_mail where user_id = $1', [id])
  expect(rows).toEqual([{ kind: 'password-forgotten' }])
  await test.asSuper.query('delete from outgoing_mail where user_id = $1', [id])
})

it('ends only what its owner asked for before, and links no identity', async () => {
  const { id, email } = await employee()
  const made = (await admin.post(`/api/accounts/${id}/password-link`, {})).body.passwordLink.split('/').at(-1)
  const first = await tokenFor(email)
  await test.asSuper.query('delete from outgoing_mail where user_id = $1', [id])
  const second = await tokenFor(email)
  const linked = (link: string) =>
    test.house.database.work(null, tx =>
      tx.sql<{ who: string | null }>(
        `select user_of_identity('https://dostawca.example', $1, null, 'x', null, $2) as who`,
        [link, tokenHash(link)],
      ),
    )

  expect((await use(first)).body.code).toBe('not-found')
  expect(await linked(second)).toEqual([{ who: null }])
  expect((await use(made)).status).toBe(200)
  expect((await use(second)).body.code).toBe('not-found')
})

it('says so where no mail can be sent', async () => {
  expect((await ask('GET', route.url)).body).toEqual({ isMailed: true })
  await admin.remove('/api/mail-server')

  expect((await ask('GET', route.url)).body).toEqual({ isMailed: false })
  expect((await forget('nikt@obca.example')).status).toBe(409)
})

it('mails no link while it does not know to where the link would lead', async () => {
  const { database } = test.house

  expect(await isLinkMailed(database, { publicUrl: 'https://lupa.nasza.example' })).toBe(true)
  expect(await isLinkMailed(database, { publicUrl: null })).toBe(false)
})
