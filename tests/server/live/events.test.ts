import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { startAnnouncing } from '../../../server/live/start-announcing.ts'
import { upload } from '../../support/form.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import {
  type Actor,
  buildCase,
  buildContractor,
  buildGroup,
  buildNote,
  buildUser,
  sessionOf,
} from '../../support/people.ts'
import { type Listening, listen } from './listen.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
await test.app.listen({ host: '127.0.0.1', port: 0 })
const announcing = startAnnouncing(test.jobs, { warn: () => {} })
const open: Listening[] = []

afterEach(() => {
  for (const listening of open.splice(0)) listening.stop()
})
afterAll(() => announcing.stop())

async function listening(user: Actor, session?: string): Promise<Listening> {
  const one = await listen(test, user, session)
  open.push(one)
  await settled()
  one.events.length = 0
  return one
}

/** Until everything that was done is announced and told. */
async function settled() {
  await vi.waitFor(async () => {
    const { rows } = await test.asSuper.query('select count(*)::int as waiting from change')
    expect(rows[0].waiting).toBe(0)
  }, 5_000)
  await new Promise(resolve => setTimeout(resolve, 300))
}

const about = ({ events }: Listening, itemId: string) => events.filter(event => event.itemId === itemId)

it('tells everybody who may see it of a new item, and nobody else anything at all', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const [hers, his] = [await listening(anna), await listening(bartek)]

  const note = await buildNote(anna, contractor.id)
  await settled()

  expect(about(hers, note.id)).toEqual([{ type: 'item', itemId: note.id, contractorId: contractor.id }])
  expect(his.events).toEqual([])
})

it('tells of a mail that files itself, of its change, and of cases and contractors', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@zywe.example'] })
  const his = await listening(bartek)

  const { body } = await anna.hand(buildMail({ from: 'x@zywe.example' }))
  const caseFile = await buildCase(anna, contractor.id)
  await anna.patch(`/api/contractors/${contractor.id}`, { city: 'Gdynia' })
  await settled()
  expect(about(his, body.items[0].id)).toHaveLength(1)
  expect(his.events).toContainEqual({ type: 'case', contractorId: contractor.id, caseId: caseFile.id })
  expect(his.events).toContainEqual({ type: 'contractor', contractorId: contractor.id })

  his.events.length = 0
  await anna.patch(`/api/items/${body.items[0].id}`, { title: 'Inny tytuł' })
  await settled()
  expect(about(his, body.items[0].id)).toHaveLength(1)
})

it('tells nothing of a mail that is filed for few at once, not even that it is gone', async () => {
  const contractor = await buildContractor(anna)
  const [hers, his] = [await listening(anna), await listening(bartek)]

  const { body } = await anna.hand(
    buildMail({ subject: 'Dla mnie' }),
    `?contractorId=${contractor.id}&viewer=${anna.id}`,
  )
  await settled()

  expect(about(hers, body.items[0].id)).toHaveLength(1)
  expect(about(his, body.items[0].id)).toEqual([])
})

it('tells nothing of what is made or put in for few at once', async () => {
  const contractor = await buildContractor(anna)
  await bartek.put(`/api/contractors/${contractor.id}/follow`, { follows: true })
  const [hers, his] = [await listening(anna), await listening(bartek)]

  const note = await buildNote(anna, contractor.id, { audience: { users: [] } })
  const file = { name: 'tajne.txt', content: 'tajne', fields: { audience: '{"users":[]}' } }
  const { item } = (await upload(test, anna, contractor.id, file)).body
  await settled()

  expect([about(hers, note.id), about(hers, item.id)].map(events => events.map(({ type }) => type))).toEqual([
    ['item'],
    ['item'],
  ])
  expect(his.events).toEqual([])
})

it('tells whoever loses an item that it is gone, and never of it again', async () => {
  const contractor = await buildContractor(anna)
  const note = await buildNote(anna, contractor.id)
  const his = await listening(bartek)

  await anna.patch(`/api/items/${note.id}`, { audience: { users: [] } })
  await settled()
  expect(about(his, note.id).map(event => event.type)).toEqual(['gone'])

  his.events.length = 0
  await anna.patch(`/api/items/${note.id}`, { title: 'Nowy tytuł' })
  await anna.remove(`/api/items/${note.id}`)
  await settled()
  expect(his.events).toEqual([])
})

it('tells whoever leaves an audience or a group that his rights have changed, and then nothing of what is there', async () => {
  const group = await buildGroup(admin, [bartek])
  const byName = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const byGroup = await buildContractor(anna, { audience: { groups: [group.id] } })
  const his = await listening(bartek)

  await anna.patch(`/api/contractors/${byName.id}`, { audience: { users: [] } })
  await settled()
  expect(his.events).toEqual([{ type: 'access' }])
  his.events.length = 0
  await admin.patch(`/api/groups/${group.id}`, { members: [] })
  await settled()
  expect(his.events).toEqual([{ type: 'access' }])

  his.events.length = 0
  await buildNote(anna, byName.id)
  await buildNote(anna, byGroup.id)
  await settled()
  expect(his.events).toEqual([])
})

it('judges by the rights of the moment of telling, not of the moment of the change', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const his = await listening(bartek)

  // In one transaction, so that both are announced together.
  await test.house.database.work(anna.id, async tx => {
    const rows = await tx.sql<{ audience_id: string }>('select audience_id from contractor where id = $1', [
      contractor.id,
    ])
    await tx.sql(`update contractor set note = 'x' where id = $1`, [contractor.id])
    await tx.sql('select change_audience($1, $2, null)', [rows[0]?.audience_id, []])
  })
  await settled()

  expect(his.events).toEqual([{ type: 'access' }])
})

it('tells of one’s own queue only', async () => {
  const [hers, his] = [await listening(anna), await listening(bartek)]

  await anna.hand(buildMail({ from: 'nikt@nieznany.example' }))
  await settled()

  expect(hers.events).toEqual([{ type: 'triage' }])
  expect(his.events).toEqual([])
})

it('ends the streams of a session that ends, and of a user who is disabled, at once', async () => {
  const { rows: signIns } = await test.asSuper.query(
    `insert into sign_in (user_id, door, device, address) values ($1, 'password', '', '') returning id`,
    [bartek.id],
  )
  const { rows } = await test.asSuper.query(
    `insert into session (family_id, user_id, token_hash, expires_at) values ($2, $1, 'live', now() + interval '1 day') returning family_id`,
    [bartek.id, signIns[0].id],
  )
  const [ending, other] = [await listening(bartek, rows[0].family_id), await listening(bartek)]

  await test.house.database.work(bartek.id, tx => tx.sql('select end_session($1)', [rows[0].family_id]))
  await settled()
  expect([ending.isOver, other.isOver]).toEqual([true, false])

  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [bartek.id])
  await settled()
  expect(other.isOver).toBe(true)
  await test.asSuper.query('update app_user set disabled_at = null where id = $1', [bartek.id])
})

it('ends with the token', async () => {
  const token = test.app.jwt.sign({ sub: anna.id, sid: await sessionOf(test, anna.id) }, { expiresIn: '2s' })
  const { port } = test.app.server.address() as { port: number }
  const start = Date.now()
  const reply = await fetch(`http://127.0.0.1:${port}/api/events`, { headers: { authorization: `Bearer ${token}` } })
  expect(reply.headers.get('content-type')).toBe('text/event-stream')
  expect(reply.headers.get('cache-control')).toBe('no-store')

  await reply.text()

  expect(Date.now() - start).toBeLessThan(3_500)
})

it('holds one connection however many listen, and lets nobody open streams without end', async () => {
  const before = await liveConnections()
  for (let n = 0; n < 29; n += 1) await listen(test, anna).then(one => open.push(one))
  expect(await liveConnections()).toBe(Math.max(before, 1))
  expect(await idleInTransaction()).toBe(0)

  await listen(test, anna).then(one => open.push(one))
  await expect(listen(test, anna)).rejects.toThrow('429')
})

it('tells everybody to ask anew after its connection was lost', async () => {
  const his = await listening(bartek)

  await test.asSuper.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lupa live' and datname = current_database()`,
  )

  await vi.waitFor(() => expect(his.events).toContainEqual({ type: 'resync' }), 5_000)
  his.events.length = 0
  const note = await buildNote(anna, (await buildContractor(anna)).id)
  await settled()
  expect(about(his, note.id)).toHaveLength(1)
})

async function liveConnections(): Promise<number> {
  const { rows } = await test.asSuper.query(
    `select count(*)::int as amount from pg_stat_activity where application_name = 'lupa live' and datname = current_database()`,
  )
  return rows[0].amount
}

async function idleInTransaction(): Promise<number> {
  const { rows } = await test.asSuper.query(
    `select count(*)::int as amount from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`,
  )
  return rows[0].amount
}
