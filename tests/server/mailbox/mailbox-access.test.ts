import { afterEach, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const password = 'Zupełnie-tajne ☂ 9'

const wanted = (input: object = {}) => ({
  kind: 'imap',
  host: 'poczta.nasza.example',
  port: 993,
  tls: true,
  user: 'anna@nasza.example',
  password,
  since: '2026-01-01',
  ...input,
})

afterEach(() => test.asSuper.query(`delete from mailbox`))

it('lets a user add his own, and an administrator anybody’s', async () => {
  expect((await anna.post('/api/mailboxes', wanted({ ownerId: anna.id }))).status).toBe(201)
  expect((await anna.post('/api/mailboxes', wanted({ ownerId: bartek.id }))).body.code).toBe('not-allowed')
  expect((await admin.post('/api/mailboxes', wanted({ ownerId: bartek.id }))).body).toMatchObject({
    ownerId: bartek.id,
  })
  expect((await admin.post('/api/mailboxes', wanted({ ownerId: crypto.randomUUID() }))).body.fields).toEqual([
    'ownerId',
  ])
})

it('is added for nobody else by raw SQL either', async () => {
  const add = (user: string) =>
    test.house.database.work(user, tx =>
      tx.sql(
        `insert into mailbox (owner_id, host, port, tls, user_name, secret, since) values ($1, 'h', 1, true, 'u', '', '2026-01-01')`,
        [bartek.id],
      ),
    )

  await expect(add(anna.id)).rejects.toMatchObject({ code: '42501' })
  await add(admin.id)
})

it('is not there for anybody else, also by raw SQL; its secret for nobody', async () => {
  const { body } = await anna.post('/api/mailboxes', wanted())
  const asUser = (user: string, text: string) => test.house.database.work(user, tx => tx.sql(text, [body.id]))
  await asUser(anna.id, `insert into mailbox_state (mailbox_id, folder, uid_validity) values ($1, 'INBOX', 1)`)

  expect((await bartek.get('/api/mailboxes')).body.items).toEqual([])
  expect((await bartek.post(`/api/mailboxes/${body.id}/sync`)).status).toBe(404)
  expect((await bartek.remove(`/api/mailboxes/${body.id}`)).status).toBe(404)
  for (const table of ['mailbox_state where mailbox_id', 'mailbox where id', 'open_mailbox($1) where $1'])
    expect(await asUser(bartek.id, `select 1 from ${table} = $1`), table).toEqual([])
  expect(await asUser(admin.id, 'select 1 from open_mailbox($1)')).toEqual([])
  expect(await asUser(anna.id, 'select 1 from open_mailbox($1)')).toHaveLength(1)
  for (const user of [anna.id, bartek.id, admin.id])
    await expect(asUser(user, 'select secret from mailbox where id = $1')).rejects.toMatchObject({ code: '42501' })
  expect(await asUser(bartek.id, `update mailbox set state = 'live' where id = $1 returning 1`)).toEqual([])
})

it('is seen and removed by an administrator', async () => {
  const { body } = await anna.post('/api/mailboxes', wanted())

  expect((await admin.get('/api/mailboxes')).body.items).toMatchObject([{ id: body.id, ownerId: anna.id }])
  expect((await admin.remove(`/api/mailboxes/${body.id}`)).status).toBe(204)
  expect((await anna.get('/api/mailboxes')).body.items).toEqual([])
  expect((await admin.remove(`/api/mailboxes/${body.id}`)).status).toBe(404)
})

it('is off when its owner is switched off', async () => {
  await anna.post('/api/mailboxes', wanted())
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [anna.id])

  const { rows } = await test.asSuper.query('select * from mailbox_doors()')
  const listed = (await admin.get('/api/mailboxes')).body.items
  await test.asSuper.query('update app_user set disabled_at = null where id = $1', [anna.id])

  expect(rows).toEqual([])
  expect(listed).toMatchObject([{ state: 'off' }])
})
