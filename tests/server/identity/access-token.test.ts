import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { atTheDoor } from './at-the-door.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const { ask } = atTheDoor(test)

async function tokenOf(actor: typeof anna, scopes: string[], days = 30) {
  const { status, body } = await actor.post('/api/me/tokens', { name: 'Skrypt', scopes, days })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body as { id: string; token: string; scopes: string[] }
}

it('works as a bearer for what its scopes allow', async () => {
  const contractor = await buildContractor(anna)
  const reader = await tokenOf(anna, ['read'])
  const writer = await tokenOf(anna, ['write'])

  expect(reader.token).toMatch(/^lupa_[\w-]{43}$/)
  expect(writer.scopes.toSorted()).toEqual(['read', 'write'])
  expect((await ask('GET', `/api/contractors/${contractor.id}`, reader.token)).status).toBe(200)
  expect((await ask('POST', '/api/lookup', reader.token, { from: [] })).status).toBe(200)
  expect((await ask('POST', '/api/contractors', reader.token, { name: 'Nie' })).body.code).toBe('not-allowed')
  expect((await ask('POST', '/api/contractors', writer.token, { name: 'Tak' })).status).toBe(201)
})

it('cannot write through a route that is thought to read: the database refuses', async () => {
  const { id } = await tokenOf(anna, ['read'])
  const database = test.house.database.within(id)

  const write = () => database.work(anna.id, tx => tx.sql(`insert into own_address values ('x@y.example', false)`))
  const asAdmin = () => database.work(anna.id, tx => tx.sql('select set_password($1, $2)', [anna.id, 'x']))

  await expect(write()).rejects.toMatchObject({ code: '25006' })
  await expect(asAdmin()).rejects.toMatchObject({ code: '25006' })
})

it('makes no administrator of its owner without that scope', async () => {
  const plain = await tokenOf(admin, ['write'])
  const strong = await tokenOf(admin, ['write', 'admin'])

  expect((await ask('GET', '/api/me', plain.token)).body.isAdmin).toBe(false)
  expect((await ask('POST', '/api/groups', plain.token, { name: 'Słaba' })).status).toBe(403)
  expect((await ask('PATCH', '/api/settings/filing', plain.token, { borders: ['mx.firma.example'] })).status).toBe(403)
  expect((await ask('POST', '/api/groups', strong.token, { name: 'Mocna' })).status).toBe(201)
})

it('gives the scope of administrators to administrators only', async () => {
  expect((await anna.post('/api/me/tokens', { name: 'x', scopes: ['admin'], days: 1 })).status).toBe(403)
})

it('reaches nothing of sign-in: no token makes tokens, sessions or passwords', async () => {
  const { id, token } = await tokenOf(admin, ['write', 'admin'])
  const tries = await Promise.all([
    ask('POST', '/api/me/tokens', token, { name: 'x', scopes: ['read'], days: 1 }),
    ask('GET', '/api/me/tokens', token),
    ask('GET', '/api/me/sessions', token),
    ask('DELETE', `/api/me/tokens/${id}`, token),
    ask('POST', '/api/me/second-factor', token),
    ask('POST', '/api/session/handover', token, { challenge: 'x'.repeat(43) }),
    ask('POST', `/api/accounts/${anna.id}/password-link`, token, {}),
    ask('POST', '/api/me/password', token, { password: 'x', next: 'yyyyyyyy' }),
  ])

  expect(tries.map(reply => reply.status)).toEqual(tries.map(() => 403))
})

it('stops at once when it is ended, and at its day', async () => {
  const ended = await tokenOf(anna, ['read'])
  const late = await tokenOf(anna, ['read'])
  expect((await ask('GET', '/api/me', ended.token)).status).toBe(200)

  expect((await anna.remove(`/api/me/tokens/${ended.id}`)).status).toBe(204)
  await test.asSuper.query(`update access_token set expires_at = now() - interval '1 second' where id = $1`, [late.id])

  expect((await ask('GET', '/api/me', ended.token)).status).toBe(401)
  expect((await ask('GET', '/api/me', late.token)).status).toBe(401)
  // A stream that is open longer asks again within the same token.
  await expect(test.house.database.within(ended.id).read(anna.id, async () => 1)).rejects.toMatchObject({
    code: 'LU401',
  })
})

it('is listed to its owner with its last use, and ended by nobody else', async () => {
  const { id, token } = await tokenOf(anna, ['read'])
  const rowOf = async () => (await anna.get('/api/me/tokens')).body.items.find((row: { id: string }) => row.id === id)
  expect((await rowOf()).usedAt).toBeNull()

  await ask('GET', '/api/me', token)

  expect((await rowOf()).usedAt).toMatch(/^20/)
  expect(await rowOf()).not.toHaveProperty('token')
  expect((await bartek.remove(`/api/me/tokens/${id}`)).status).toBe(404)
  expect((await bartek.get('/api/me/tokens')).body.items).toEqual([])
})

it('is listed to administrators whosever it is, and ended by them at once, with a trace', async () => {
  const { id, token } = await tokenOf(bartek, ['read'])
  const gone = await tokenOf(bartek, ['read'])
  await test.asSuper.query(`update access_token set expires_at = now() - interval '1 second' where id = $1`, [gone.id])
  const { body } = await admin.get('/api/access-tokens')
  const rows = body.items as { id: string }[]

  const row = rows.find(one => one.id === id)
  expect(row).toMatchObject({ name: 'Skrypt', scopes: ['read'], ownerId: bartek.id, usedAt: null })
  expect(JSON.stringify(row)).not.toMatch(/lupa_|hash/)
  expect(rows.some(one => one.id === gone.id)).toBe(false)
  expect((await anna.get('/api/access-tokens')).status).toBe(403)
  expect((await anna.remove(`/api/access-tokens/${id}`)).status).toBe(403)
  expect((await ask('GET', '/api/me', token)).status).toBe(200)

  expect((await admin.remove(`/api/access-tokens/${id}`)).status).toBe(204)

  expect((await ask('GET', '/api/me', token)).status).toBe(401)
  expect((await admin.remove(`/api/access-tokens/${id}`)).status).toBe(404)
  const { rows: log } = await test.asSuper.query(
    `select user_id, verb, details from audit_entry where object_id = $1 and verb = 'ended'`,
    [id],
  )
  expect(log).toEqual([{ user_id: admin.id, verb: 'ended', details: { ownerId: bartek.id } }])
})

it('comes to administrators in pages, what ends first above all, also those of one person', async () => {
  const zofia = await buildUser(test, { name: 'Zofia Żółć', email: 'z.kowalska@nasza.example' })
  const late = await tokenOf(zofia, ['read'], 40)
  const soon = await tokenOf(zofia, ['read'], 20)
  const every = (query: string) => admin.get(`/api/access-tokens${query}`)
  const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id)

  const first = await every('?q=zolc&limit=1')
  const second = await every(`?q=zolc&limit=1&cursor=${first.body.next}`)
  expect([...idsOf(first), ...idsOf(second)]).toEqual([soon.id, late.id])
  expect(second.body.next).toBeNull()
  expect(idsOf(await every('?q=kowalska%20zofia'))).toEqual([soon.id, late.id])
  expect(idsOf(await every('?q=%25'))).toEqual([])

  const all: string[] = []
  for (let cursor = ''; ; ) {
    const page = await every(`?limit=2${cursor}`)
    expect(page.body.items.length).toBeLessThanOrEqual(2)
    all.push(...idsOf(page))
    if (!page.body.next) break
    cursor = `&cursor=${page.body.next}`
  }
  expect(all).toEqual(idsOf(await every('?limit=200')))
  expect(all.length).toBeGreaterThan(4)
})

it('refuses a cursor that is none of its own', async () => {
  const cursor = Buffer.from(JSON.stringify(['kiedyś', anna.id])).toString('base64url')

  expect((await admin.get(`/api/access-tokens?cursor=${cursor}`)).status).toBe(400)
  expect((await anna.get('/api/access-tokens?q=a')).status).toBe(403)
})

it('is kept as a hash', async () => {
  const { token } = await tokenOf(anna, ['read'])
  const { rows } = await test.asSuper.query('select t::text from access_token t')

  expect(rows.some(row => row.t.includes(token.slice(5)))).toBe(false)
})

it('refuses scopes and days that there are not', async () => {
  const make = (body: object) => anna.post('/api/me/tokens', { name: 'x', scopes: ['read'], days: 1, ...body })

  expect((await make({ scopes: ['everything'] })).status).toBe(400)
  expect((await make({ days: 0 })).status).toBe(400)
  expect((await make({ days: 367 })).status).toBe(400)
  expect((await make({ name: ' ' })).status).toBe(400)
})
