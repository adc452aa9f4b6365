import { expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { atTheDoor } from './at-the-door.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const { ask, signIn } = atTheDoor(test)
let counter = 0

async function employee() {
  counter += 1
  const email = `pracownik${counter}@nasza.example`
  const password = 'Tajne hasło 1'
  const input = { email, name: `Pracownik ${counter}`, password }
  const { user } = await test.house.database.work(admin.id, tx => createUser(tx, input, new Date()))
  const session = async () => (await signIn(email, password)).body as { token: string; refresh: string }
  return { id: user.id, email, password, session }
}

const works = async (token: string) => (await ask('GET', '/api/me', token)).status
const goesOn = async (refresh: string) => (await ask('POST', '/api/session/refresh', undefined, { refresh })).status

it('ends the access token with the session at once, for reads, changes and mail', async () => {
  const anna = await employee()
  const { token, refresh } = await anna.session()
  const mail = () =>
    test.app.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      payload: Buffer.from('From: a@b.example\r\n\r\nx'),
    })
  expect((await mail()).statusCode).toBe(200)

  expect((await ask('DELETE', '/api/session', token)).status).toBe(204)

  expect(await works(token)).toBe(401)
  expect((await ask('GET', '/api/contractors', token)).status).toBe(401)
  expect((await ask('POST', '/api/contractors', token, { name: 'Spóźniony' })).status).toBe(401)
  expect((await ask('POST', '/api/lookup', token, { from: [] })).status).toBe(401)
  expect((await mail()).statusCode).toBe(401)
  expect(await goesOn(refresh)).toBe(401)
})

it('lists my sessions with the one I use, and ends another or all others', async () => {
  const anna = await employee()
  const [first, second, third] = [await anna.session(), await anna.session(), await anna.session()]

  const { items } = (await ask('GET', '/api/me/sessions', third.token)).body
  expect(items).toHaveLength(3)
  expect(items.filter((row: { isThis: boolean }) => row.isThis)).toHaveLength(1)
  expect(items[0]).toMatchObject({
    door: 'password',
    address: expect.stringMatching(/^10\./),
    device: 'lightMyRequest',
  })

  const { sid } = test.app.jwt.decode<{ sid: string }>(first.token) ?? { sid: '' }
  expect((await ask('DELETE', `/api/me/sessions/${sid}`, third.token)).status).toBe(204)
  expect(await works(first.token)).toBe(401)
  expect(await works(second.token)).toBe(200)
  expect((await ask('DELETE', `/api/me/sessions/${sid}`, third.token)).status).toBe(404)

  expect((await ask('DELETE', '/api/me/sessions', third.token)).status).toBe(204)
  expect(await works(second.token)).toBe(401)
  expect(await works(third.token)).toBe(200)
})

it('ends nobody else’s session, and says no more than that it is not there', async () => {
  const [anna, bartek] = [await employee(), await employee()]
  const [hers, his] = [await anna.session(), await bartek.session()]
  const { sid } = test.app.jwt.decode<{ sid: string }>(hers.token) ?? { sid: '' }

  const foreign = await ask('DELETE', `/api/me/sessions/${sid}`, his.token)
  const absent = await ask('DELETE', `/api/me/sessions/${crypto.randomUUID()}`, his.token)

  expect([foreign.status, foreign.body]).toEqual([404, absent.body])
  expect(await works(hers.token)).toBe(200)
})

it('ends access tokens too when a refresh token comes back', async () => {
  const anna = await employee()
  const first = await anna.session()
  const trade = async (refresh: string) => (await ask('POST', '/api/session/refresh', undefined, { refresh })).body
  const second = await trade(first.refresh)
  const third = await trade(second.refresh)

  expect(await goesOn(first.refresh)).toBe(401)

  for (const { token } of [first, second, third]) expect(await works(token)).toBe(401)
  expect(await goesOn(third.refresh)).toBe(401)
})

it('ends them also when a token is used that was given up for another', async () => {
  const anna = await employee()
  const first = await anna.session()
  const trade = async (refresh: string) => (await ask('POST', '/api/session/refresh', undefined, { refresh })).body
  const lost = await trade(first.refresh)
  const again = await trade(first.refresh)
  expect(await works(again.token)).toBe(200)

  expect(await goesOn(lost.refresh)).toBe(401)

  for (const { token } of [first, lost, again]) expect(await works(token)).toBe(401)
})

it('puts a user out at once when he is shut out, and lets him in again', async () => {
  const anna = await employee()
  const { token, refresh } = await anna.session()

  expect((await admin.patch(`/api/accounts/${anna.id}`, { isDisabled: true })).status).toBe(204)
  expect(await works(token)).toBe(401)
  expect(await goesOn(refresh)).toBe(401)
  expect((await signIn(anna.email, anna.password)).body.code).toBe('wrong-password')

  expect((await admin.patch(`/api/accounts/${anna.id}`, { isDisabled: false })).status).toBe(204)
  expect(await works(token)).toBe(401)
  expect((await signIn(anna.email, anna.password)).status).toBe(200)
})

it('lets an administrator end all sessions and tokens of a user, and nobody else', async () => {
  const [anna, bartek] = [await employee(), await employee()]
  const [hers, his] = [await anna.session(), await bartek.session()]
  const program = (await ask('POST', '/api/me/tokens', hers.token, { name: 'Skrypt', scopes: ['read'], days: 1 })).body

  expect((await ask('DELETE', `/api/accounts/${anna.id}/sessions`, his.token)).status).toBe(403)
  expect((await admin.remove(`/api/accounts/${crypto.randomUUID()}/sessions`)).status).toBe(404)
  expect((await admin.remove(`/api/accounts/${anna.id}/sessions`)).status).toBe(204)

  expect(await works(hers.token)).toBe(401)
  expect(await works(program.token)).toBe(401)
  expect(await works(his.token)).toBe(200)
})

it('keeps one administrator, who cannot shut himself out', async () => {
  const anna = await employee()

  expect((await admin.patch(`/api/accounts/${admin.id}`, { isDisabled: true })).status).toBe(403)
  expect((await admin.patch(`/api/accounts/${admin.id}`, { isAdmin: false })).status).toBe(403)
  expect((await admin.patch(`/api/accounts/${anna.id}`, { isAdmin: true })).status).toBe(204)
  expect((await admin.patch(`/api/accounts/${anna.id}`, { isAdmin: false })).status).toBe(204)
  expect((await admin.patch(`/api/accounts/${crypto.randomUUID()}`, { isAdmin: true })).status).toBe(404)
})

it('shows accounts to administrators only, with how each comes in', async () => {
  const anna = await employee()
  const { token } = await anna.session()

  expect((await ask('GET', '/api/accounts', token)).status).toBe(403)
  const { items } = (await admin.get('/api/accounts')).body
  expect(items.find((row: { id: string }) => row.id === anna.id)).toMatchObject({
    hasPassword: true,
    sessions: 1,
    tokens: 0,
    hasSecondFactor: false,
    disabledAt: null,
    linkUntil: null,
  })
})

it('changes a password for who knows the old one, and ends his other sessions', async () => {
  const anna = await employee()
  const [here, elsewhere] = [await anna.session(), await anna.session()]
  const change = (password: string) => ask('POST', '/api/me/password', here.token, { password, next: 'Nowy klucz 22' })

  expect((await change('nie to')).body.code).toBe('wrong-password')
  expect((await change(anna.password)).status).toBe(204)

  expect(await works(elsewhere.token)).toBe(401)
  expect(await works(here.token)).toBe(200)
  expect((await signIn(anna.email, anna.password)).status).toBe(401)
  expect((await signIn(anna.email, 'Nowy klucz 22')).status).toBe(200)
})

it('makes one link at a time, which resets the password, ends every session, and can be withdrawn', async () => {
  const anna = await employee()
  const { token } = await anna.session()
  const link = async () => {
    const { body } = await admin.post(`/api/accounts/${anna.id}/password-link`, {})
    return { token: body.passwordLink.split('/').at(-1), password: 'Po zmianie hasła' }
  }
  const use = (body: object) => ask('POST', '/api/session/password-link', undefined, body)

  const [first, second] = [await link(), await link()]
  expect((await use(first)).status).toBe(404)
  expect((await use(second)).status).toBe(200)
  expect((await use(second)).status).toBe(404)
  expect(await works(token)).toBe(401)

  const third = await link()
  expect((await admin.remove(`/api/accounts/${anna.id}/password-link`)).status).toBe(204)
  expect((await use(third)).status).toBe(404)
  expect((await admin.remove(`/api/accounts/${anna.id}/password-link`)).status).toBe(404)
  expect((await ask('POST', `/api/accounts/${admin.id}/password-link`, token, {})).status).toBe(401)
})

it('keeps links as hashes', async () => {
  const anna = await employee()
  const { body } = await admin.post(`/api/accounts/${anna.id}/password-link`, {})
  const word = body.passwordLink.split('/').at(-1)

  const { rows } = await test.asSuper.query(
    `select t::text from setup_link t union all select t::text from session t union all select t::text from access_token t`,
  )

  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(row => row.t.includes(word))).toBe(false)
})

it('works for a user whose row policies still hold within a session', async () => {
  const anna = await employee()
  const { token } = await anna.session()
  const hidden = await buildContractor(admin, { audience: { users: [] } })

  expect((await ask('GET', `/api/contractors/${hidden.id}`, token)).status).toBe(404)
})
