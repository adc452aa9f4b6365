import { expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { tokenHash } from '../../../server/identity/token.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser, tokenOf } from '../../support/people.ts'

let now = new Date()
const test = await openTestHouse({ now: () => now })
const admin = await buildUser(test)
await test.house.database.work(admin.id, tx =>
  createUser(tx, { email: 'anna@nasza.example', name: 'Anna', password: 'Tajne hasło 1' }, now),
)

const post = (url: string, payload: object, address = '127.0.0.1') =>
  test.app.inject({ method: 'POST', url, payload, remoteAddress: address })
const signIn = (password = 'Tajne hasło 1', address = '127.0.0.1') =>
  post('/api/session', { email: ' Anna@nasza.example ', password }, address)
const me = (token: string) => test.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })

it('signs in with the right password', async () => {
  const reply = await signIn()

  expect(reply.statusCode).toBe(200)
  expect(reply.json().user).toMatchObject({ name: 'Anna', email: 'anna@nasza.example', isAdmin: false, language: 'pl' })
  expect((await me(reply.json().token)).statusCode).toBe(200)
})

it('refuses a wrong password and an unknown address alike', async () => {
  const wrong = await signIn('inne')
  const unknown = await post('/api/session', { email: 'nikt@nasza.example', password: 'inne' })

  expect(wrong.statusCode).toBe(401)
  expect(wrong.json()).toMatchObject({ code: 'wrong-password' })
  expect(unknown.json()).toEqual(wrong.json())
})

const refreshed = async (refresh: string) => {
  const reply = await post('/api/session/refresh', { refresh })
  return { status: reply.statusCode, refresh: String(reply.json().refresh ?? '') }
}

it('trades a refresh token once, and ends the family when it comes back', async () => {
  const first = (await signIn()).json()
  const second = await refreshed(first.refresh)
  const third = await refreshed(second.refresh)
  expect(third.status).toBe(200)

  expect((await refreshed(first.refresh)).status).toBe(401)
  expect((await refreshed(third.refresh)).status).toBe(401)
})

it('signs nobody out whose answer was lost, and takes the one that was lost for stolen', async () => {
  const first = (await signIn()).json()
  const lost = await refreshed(first.refresh)
  const again = await refreshed(first.refresh)
  const next = await refreshed(again.refresh)
  expect([again.status, next.status]).toEqual([200, 200])

  expect((await refreshed(lost.refresh)).status).toBe(401)
  expect((await refreshed(next.refresh)).status).toBe(401)
})

it('waits for a lost answer as long as an access token lives', async () => {
  const first = (await signIn()).json()
  const second = await refreshed(first.refresh)
  await test.asSuper.query(
    `update session set replaced_at = replaced_at - interval '11 minutes' where token_hash = $1`,
    [tokenHash(first.refresh)],
  )

  expect((await refreshed(first.refresh)).status).toBe(401)
  expect((await refreshed(second.refresh)).status).toBe(401)
})

it('goes on for thirty days without being used, and for half a year in all', async () => {
  const idle = (await signIn()).json()
  await test.asSuper.query(`update session set expires_at = now() where token_hash = $1`, [tokenHash(idle.refresh)])
  expect((await post('/api/session/refresh', { refresh: idle.refresh })).statusCode).toBe(401)

  const used = (await signIn()).json()
  const isOld = (days: number) =>
    test.asSuper.query(
      `update sign_in set created_at = now() - $2 * interval '1 day' where id = (select family_id from session where token_hash = $1)`,
      [tokenHash(used.refresh), days],
    )
  await isOld(179)
  const next = await post('/api/session/refresh', { refresh: used.refresh })
  expect(next.statusCode).toBe(200)
  await isOld(181)
  expect((await post('/api/session/refresh', { refresh: next.json().refresh })).statusCode).toBe(401)
})

it('takes no password that everybody tries first, neither by a link nor for the old one', async () => {
  const { body } = await admin.post('/api/users', { name: 'Prosty', email: 'prosty@nasza.example' })
  const token = new URL(body.passwordLink, 'http://x').hash.split('/').at(-1)
  for (const password of [
    'password',
    'Password123',
    'zaq12wsx',
    'haslo123',
    'Hasło123!',
    'H4slo2026',
    'haslohaslo1',
    '!!Warszawa44',
  ])
    expect((await post('/api/session/password-link', { token, password })).json().code, password).toBe(
      'common-password',
    )
  expect((await post('/api/session/password-link', { token, password: 'cztery zwykłe słowa razem' })).statusCode).toBe(
    200,
  )

  const { token: own } = (await signIn()).json()
  const change = await test.app.inject({
    method: 'POST',
    url: '/api/me/password',
    headers: { authorization: `Bearer ${own}` },
    payload: { password: 'Tajne hasło 1', next: '1qaz2wsx' },
  })
  expect(change.json().code).toBe('common-password')
})

it('signs out: the refresh token is worthless', async () => {
  const session = (await signIn()).json()

  const reply = await test.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { authorization: `Bearer ${session.token}` },
  })

  expect(reply.statusCode).toBe(204)
  expect((await post('/api/session/refresh', { refresh: session.refresh })).statusCode).toBe(401)
})

it('lets a new user set a password by a link, once, within three days', async () => {
  const create = (email: string) => admin.post('/api/users', { name: 'Nowy', email })
  const linkOf = (reply: { body: { passwordLink: string } }) => reply.body.passwordLink.split('/').at(-1)
  const token = linkOf(await create('nowy@nasza.example'))

  expect((await post('/api/session/password-link', { token, password: 'krótkie' })).statusCode).toBe(400)
  expect((await post('/api/session/password-link', { token, password: 'długie hasło' })).statusCode).toBe(200)
  expect((await post('/api/session/password-link', { token, password: 'inne długie' })).statusCode).toBe(404)

  now = new Date(Date.now() - 73 * 3_600_000)
  const late = linkOf(await create('pozny@nasza.example'))
  now = new Date()
  expect((await post('/api/session/password-link', { token: late, password: 'długie hasło' })).statusCode).toBe(404)
})

it('refuses tokens that we did not make', async () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = { sub: admin.id, sid: crypto.randomUUID(), iss: 'lupa', aud: 'lupa-api', exp: Date.now() / 1000 + 600 }
  const good = await tokenOf(test, admin.id)
  const [head, payload, signature] = good.split('.')
  const forged = [
    '',
    'x',
    `${encode({ alg: 'none', typ: 'JWT' })}.${encode(body)}.`,
    `${encode({ alg: 'HS384', typ: 'JWT' })}.${encode(body)}.${signature}`,
    `${head}.${encode(body)}.${signature}`,
    `${head}.${payload}.${signature?.slice(0, -3)}abc`,
    test.app.jwt.sign({ sub: admin.id, sid: 'x' }, { iss: 'other' }),
    test.app.jwt.sign({ sub: admin.id, sid: 'x' }, { aud: 'other' }),
    test.app.jwt.sign({ sub: admin.id, sid: 'x' }, { expiresIn: -1 }),
    // Signed by us, for sessions that nobody knows or that are another’s.
    test.app.jwt.sign({ sub: admin.id, sid: 'x' }),
    test.app.jwt.sign({ sub: admin.id, sid: crypto.randomUUID() }),
    test.app.jwt.sign({ sub: admin.id, sid: admin.id }),
  ]

  expect((await me(good)).statusCode).toBe(200)
  for (const token of forged) expect((await me(token)).statusCode, token).toBe(401)
})

it('slows down guessing', async () => {
  const answers = []
  for (let index = 0; index < 25; index += 1) answers.push((await signIn('zgaduję', '127.0.0.9')).statusCode)

  expect(answers.at(-1)).toBe(429)
  expect((await signIn('Tajne hasło 1', '127.0.0.10')).statusCode).toBe(200)
})

it('refuses to make the second user without an administrator', async () => {
  const nobody = test.house.database.work(null, tx =>
    createUser(tx, { email: 'zly@nasza.example', name: 'Zły', isAdmin: true }, now),
  )

  await expect(nobody).rejects.toMatchObject({ code: 'LU403' })
  const { rows } = await test.asSuper.query(`select 1 from app_user where email = 'zly@nasza.example'`)
  expect(rows).toEqual([])
})
