import { expect, it } from 'vitest'
import { createUser } from '../../server/identity/create-user.ts'
import { openTestHouse } from '../support/house.ts'
import { buildMail } from '../support/mail.ts'
import { buildContractor, buildUser } from '../support/people.ts'

const log: string[] = []
const test = await openTestHouse({ log })
const admin = await buildUser(test)
const password = 'Bardzo tajne hasło 7'
await test.house.database.work(admin.id, tx =>
  createUser(tx, { email: 'anna@nasza.example', name: 'Anna', password }, new Date()),
)
const anna = await buildUser(test)

const signIn = (email: string, word: string, agent = 'przeglądarka') =>
  test.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: word },
    headers: { 'user-agent': agent },
    remoteAddress: '198.51.100.4',
  })
const refused = () => log.map(line => JSON.parse(line)).filter(line => line.msg === 'refused')

it('writes down who was refused what from where: at the door, and behind it', async () => {
  log.length = 0
  await signIn('anna@nasza.example', 'zgaduję')
  await test.app.inject({ url: '/api/me', headers: { authorization: 'Bearer zły' }, remoteAddress: '198.51.100.5' })
  await anna.post('/api/users', { name: 'X', email: 'x@nasza.example' })

  expect(refused()).toMatchObject([
    { code: 'wrong-password', method: 'POST', route: '/api/session', ip: '198.51.100.4', user: null },
    { code: 'not-signed-in', method: 'GET', route: '/api/me', ip: '198.51.100.5', user: null },
    { code: 'not-allowed', method: 'POST', route: '/api/users', user: anna.id },
  ])
})

it('writes down that somebody signed in, by which door, in the log that cannot be changed', async () => {
  const { user } = (await signIn('anna@nasza.example', password)).json()

  const { rows } = await test.asSuper.query(
    `select details from audit_entry where verb = 'signed-in' and user_id = $1`,
    [user.id],
  )
  expect(rows).toEqual([{ details: { door: 'password' } }])
})

it('writes down no password, token or word of a mail', async () => {
  log.length = 0
  const { token, refresh } = (await signIn('anna@nasza.example', password)).json()
  await signIn('anna@nasza.example', 'pomylone hasło')
  await signIn('hasło w złym polu', password)
  await test.app.inject({ url: `/api/me?token=${token}`, headers: { authorization: `Bearer ${token}x` } })
  await test.app.inject({ method: 'POST', url: '/api/session/refresh', payload: { refresh } })
  const contractor = await buildContractor(anna, { name: 'Tajny Kontrahent', addresses: ['jan@tajny.example'] })
  await anna.hand(buildMail({ from: 'jan@tajny.example', subject: 'Tajny temat', text: 'Tajna treść' }))
  await anna.get(`/api/contractors/${contractor.id}/timeline?q=tajne`)

  const written = log.join('')
  expect(log.length).toBeGreaterThan(5)
  for (const word of [password, 'pomylone hasło', 'hasło w złym polu', refresh, token.split('.')[2], 'tajn', 'Tajn'])
    expect(written, word).not.toContain(word)
})

it('lets nobody forge a line of it', async () => {
  log.length = 0
  const forged = 'x"}\n{"level":30,"msg":"wszystko dobrze"}\r\n'
  await signIn(forged, forged, 'a\tb')
  await test.app.inject({ url: `/api/contractors/${encodeURIComponent(forged)}` })

  for (const line of log) {
    expect(line.trimEnd()).not.toContain('\n')
    expect(JSON.parse(line).msg).not.toBe('wszystko dobrze')
  }
  expect(log.length).toBeGreaterThan(1)
})

it('writes down a fault with what is needed to mend it, and tells the caller nothing', async () => {
  log.length = 0
  await test.asSuper.query('alter table contractor rename to contractor_away')
  const { body, status } = await anna.get('/api/contractors')
  await test.asSuper.query('alter table contractor_away rename to contractor')

  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('relation')
  const fault = log.map(line => JSON.parse(line)).find(line => line.msg === 'unexpected error')
  expect(fault.level).toBe(50)
  expect(fault.err.stack).toContain('.ts')
})
