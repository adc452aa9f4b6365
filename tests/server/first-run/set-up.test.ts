import { expect, it } from 'vitest'
import { openFirstWay } from '../../../server/identity/first-user.ts'
import { openTestHouse } from '../../support/house.ts'
import { actorOf, buildUser } from '../../support/people.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const input = (token: string, more: object = {}) => ({
  token,
  company: 'Nasza Firma',
  name: 'Anna Nowak',
  email: 'Anna@Nasza.example',
  password: 'Hasło-Anny-17',
  language: 'en',
  ...more,
})
const post = (url: string, payload: object) => test.app.inject({ method: 'POST', url, payload })
const tokenOf = async () => {
  const way = await openFirstWay(test.house)
  return way && 'setUpToken' in way ? way.setUpToken : ''
}

it('is open for nobody who has no token, and for the token of the last start only', async () => {
  const earlier = await tokenOf()
  const token = await tokenOf()

  expect((await post('/api/set-up/look', { token: 'zgadnięty' })).statusCode).toBe(404)
  expect((await post('/api/set-up', input('zgadnięty'))).statusCode).toBe(404)
  expect((await post('/api/set-up/look', { token: earlier })).statusCode).toBe(404)
  expect((await post('/api/set-up/look', { token })).statusCode).toBe(204)
  const { rows } = await test.asSuper.query('select * from first_run')
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('keeps the token when what was typed is no good', async () => {
  const token = await tokenOf()

  expect((await post('/api/set-up', input(token, { email: 'nikt' }))).statusCode).toBe(400)
  expect((await post('/api/set-up', input(token, { password: 'krótkie' }))).statusCode).toBe(400)
  expect((await post('/api/set-up', input(token, { password: 'NaszaFirma2026' }))).json().code).toBe('common-password')
  expect((await post('/api/set-up/look', { token })).statusCode).toBe(204)
})

it('makes the first user once, however many ask at once, and is closed for ever', async () => {
  const token = await tokenOf()

  const answers = await Promise.all(
    ['a', 'b', 'c'].map(name => post('/api/set-up', input(token, { email: `${name}@nasza.example` }))),
  )

  expect(answers.map(answer => answer.statusCode).toSorted((one, other) => one - other)).toEqual([201, 404, 404])
  const [made] = answers.filter(answer => answer.statusCode === 201)
  expect(made?.json().user).toMatchObject({ name: 'Anna Nowak', isAdmin: true, language: 'en' })
  expect(await openFirstWay(test.house)).toBe(null)
  expect((await post('/api/set-up/look', { token })).statusCode).toBe(404)
  const me = await test.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${made?.json().token}` } })
  expect(me.statusCode).toBe(200)
})

it('goes on where it was left, for administrators only', async () => {
  const { rows } = await test.asSuper.query('select id, email from app_user')
  const admin = actorOf(test, rows[0].id, rows[0].email)
  const member = await buildUser(test)
  expect((await member.get('/api/first-run')).status).toBe(403)
  expect((await member.patch('/api/first-run', { company: 'Cudza' })).status).toBe(403)
  expect((await admin.get('/api/first-run')).body).toEqual({
    company: 'Nasza Firma',
    domains: [],
    done: [],
    skipped: [],
    publicUrl: 'https://lupa.nasza.example',
  })

  await admin.patch('/api/first-run', { step: 'company', state: 'done' })
  await admin.patch('/api/first-run', { step: 'mail', state: 'skipped' })
  await admin.patch('/api/first-run', { step: 'mailbox', state: 'skipped' })
  const reply = await admin.patch('/api/first-run', { company: 'Nowa nazwa', step: 'mailbox', state: 'open' })

  expect(reply.body).toMatchObject({ company: 'Nowa nazwa', done: ['company'], skipped: ['mail'] })
  expect((await admin.patch('/api/first-run', { step: 'mail' })).status).toBe(400)
})

it('makes the user of the settings where there are some', async () => {
  const other = await openTestHouse()
  other.house.config.admin = { email: 'szef@nasza.example', password: 'Hasło szefa 1' }

  expect(await openFirstWay(other.house)).toEqual({ email: 'szef@nasza.example', linkToken: null })
})

it('makes somebody with a link for the sample company, which belongs to somebody', async () => {
  const other = await openTestHouse()

  expect(await openFirstWay(other.house, { needsUser: true })).toEqual({
    email: 'admin@lupa.local',
    linkToken: expect.any(String),
  })
})
