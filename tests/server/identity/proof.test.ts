import { expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { atTheDoor } from './at-the-door.ts'

const test = await openTestHouse()
const first = await buildUser(test)
const { ask, signIn } = atTheDoor(test)
const password = 'Tajne hasło 1'
const account = (name: string, isAdmin: boolean) =>
  test.house.database.work(first.id, tx =>
    createUser(tx, { email: `${name}@nasza.example`, name, isAdmin, password }, new Date()),
  )
const { user: admin } = await account('administratorka', true)
const { user: anna } = await account('anna', false)
const session = async () => (await signIn(admin.email, password)).body.token as string
const age = () => test.asSuper.query(`update sign_in set created_at = created_at - interval '11 minutes'`)

const link = (token: string, userId: string, body = {}) =>
  ask('POST', `/api/accounts/${userId}/password-link`, token, body)

it('gives a session that was found lying about no password link for an administrator, himself or another', async () => {
  const token = await session()
  await age()

  for (const id of [admin.id, first.id]) {
    expect((await link(token, id)).body.code).toBe('password-needed')
    expect((await link(token, id, { password: 'zgaduję' })).body.code).toBe('wrong-password')
    expect((await link(token, id, { password })).status).toBe(201)
  }
  expect((await link(token, anna.id)).status).toBe(201)
})

it('makes no new administrator on the word of such a session, and links no account to one', async () => {
  const token = await session()
  await age()
  const nobody = '00000000-0000-4000-8000-000000000000'
  const link = (userId: string, body = {}) =>
    ask('POST', `/api/identity-requests/${nobody}/link`, token, { userId, ...body })
  const create = (body: object) =>
    ask('POST', '/api/users', token, { name: 'Nowy', email: 'nowy@nasza.example', isAdmin: true, ...body })

  expect((await create({})).body.code).toBe('password-needed')
  expect((await create({ ownPassword: 'zgaduję' })).body.code).toBe('wrong-password')
  expect((await create({ ownPassword: password })).status).toBe(201)
  expect((await create({ isAdmin: false, email: 'zwykly@nasza.example' })).status).toBe(201)
  expect((await link(admin.id)).body.code).toBe('password-needed')
  expect((await link(admin.id, { password })).body.code).toBe('not-found')
  expect((await link(anna.id)).body.code).toBe('not-found')
})

it('makes nobody an administrator on the word of such a session', async () => {
  const token = await session()
  await age()
  const change = (body: object) => ask('PATCH', `/api/accounts/${anna.id}`, token, body)

  expect((await change({ isAdmin: true })).body.code).toBe('password-needed')
  expect((await change({ isAdmin: true, password: 'zgaduję' })).body.code).toBe('wrong-password')
  expect((await change({ isAdmin: true, password })).status).toBe(204)
  expect((await change({ isAdmin: false })).status).toBe(204)
})

it('asks for nothing more just after the sign-in, but for it after that of a mail program', async () => {
  const token = await session()
  expect((await link(token, admin.id)).status).toBe(201)

  await test.asSuper.query(`update sign_in set door = 'mail-program' where user_id = $1`, [admin.id])

  expect((await link(token, admin.id)).body.code).toBe('password-needed')
})

it('lets nobody guess the password there', async () => {
  const token = await session()
  await age()
  await test.asSuper.query('delete from sign_in_attempt')
  const codes: string[] = []
  const headers = { authorization: `Bearer ${token}` }
  for (let n = 0; n < 12; n += 1) {
    const payload = { password: 'zgaduję' }
    const reply = await test.app.inject({
      method: 'POST',
      url: `/api/accounts/${admin.id}/password-link`,
      headers,
      payload,
    })
    codes.push(reply.json().code)
  }

  expect(codes).toEqual([...Array(10).fill('wrong-password'), 'too-many', 'too-many'])
})

it('tells nobody but administrators who is one', async () => {
  const { token } = (await signIn(anna.email, password)).body

  for (const id of [admin.id, anna.id, crypto.randomUUID()])
    expect((await link(token, id, { password })).body.code).toBe('not-allowed')
})

it('gives no administrator another address on the word of such a session, by which a new password could be had', async () => {
  const token = await session()
  await age()
  const change = (userId: string, body: object) => ask('PATCH', `/api/accounts/${userId}`, token, body)
  const email = 'kto-inny@nasza.example'

  expect((await change(first.id, { email })).body.code).toBe('password-needed')
  expect((await change(first.id, { email, password })).status).toBe(204)
  expect((await change(anna.id, { email: 'anna@nowa.example', name: ' Anna Nowa ' })).status).toBe(204)
  expect((await change(anna.id, { email: admin.email.toUpperCase() })).body.code).toBe('already-there')
  expect((await change(anna.id, { email: 'nowa.example' })).body.code).toBe('invalid')

  expect((await signIn('anna@nasza.example', password)).body.code).toBe('wrong-password')
  const { body } = await signIn('Anna@nowa.example', password)
  expect((await ask('GET', '/api/me', body.token)).body).toMatchObject({
    name: 'Anna Nowa',
    email: 'anna@nowa.example',
  })
  const own = await test.asSuper.query(`select value from own_address where value like 'anna@%' order by 1`)
  expect(own.rows.map(row => row.value)).toEqual(['anna@nasza.example', 'anna@nowa.example'])
  const { rows } = await test.asSuper.query(
    `select details from audit_entry where verb = 'profile-changed' and object_id = $1`,
    [anna.id],
  )
  expect(rows).toEqual([{ details: { name: true, email: true } }])
  expect((await ask('PATCH', `/api/accounts/${first.id}`, body.token, { name: 'Nie moja' })).body.code).toBe(
    'not-allowed',
  )
})
