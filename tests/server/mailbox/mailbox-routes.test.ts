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

afterEach(() => test.asSuper.query(`delete from mailbox; delete from company_setting where key = 'plain-imap'`))

it('adds a mailbox and never says its password again', async () => {
  const audience = { users: [bartek.id], groups: [] }
  const created = await anna.post('/api/mailboxes', wanted({ folders: ['INBOX', 'Wysłane'], audience }))
  const listed = await anna.get('/api/mailboxes')

  expect(created.status).toBe(201)
  const { password: _, ...rest } = wanted()
  expect(created.body).toMatchObject({
    ...rest,
    ownerId: anna.id,
    folders: ['INBOX', 'Wysłane'],
    audience,
    state: 'new',
  })
  expect(listed.body).toEqual({ items: [created.body], next: null })
  expect(JSON.stringify([created, listed])).not.toContain('tajne')
})

it.each([
  [{ kind: 'pop3' }],
  [{ host: 'poczta.example\r\nA1 LOGOUT' }],
  [{ host: 'poczta example' }],
  [{ host: '' }],
  [{ port: 0 }],
  [{ port: 70_000 }],
  [{ user: 'anna\r\nA1 DELETE INBOX' }],
  [{ user: 'anna\n' }],
  [{ user: 'anna\u0000admin' }],
  [{ user: 'anna\u0085'.replace('\u0085', '\u007f') }],
  [{ password: 'a\r\nb' }],
  [{ password: 'a\u0000b' }],
  [{ password: '' }],
  [{ folders: ['INBOX\r\nA2 DELETE INBOX'] }],
  [{ folders: ['INBOX', 'x\ny'] }],
  [{ folders: ['x\u0000'] }],
  [{ folders: [''] }],
  [{ folders: Array.from({ length: 9 }, (_, index) => `F${index}`) }],
  [{ since: '2026-13-01' }],
  [{ since: '0001-01-01' }],
  [{ since: 'wczoraj' }],
  [{ tls: 'no' }],
  [{ ownerId: 'x' }],
  [{ secret: 'x' }],
])('refuses %j', async input => {
  const reply = await admin.post('/api/mailboxes', wanted(input))

  expect([reply.status, reply.body.code]).toEqual([400, 'invalid'])
  expect((await test.asSuper.query('select 1 from mailbox')).rowCount).toBe(0)
})

it('refuses control characters in the database too', async () => {
  const insert = (column: string, value: string) =>
    test.house.database.work(anna.id, tx =>
      tx.sql(
        `insert into mailbox (owner_id, host, port, tls, user_name, secret, since, folders)
         values ($1, ${column === 'host' ? '$2' : `'h'`}, 1, true, ${column === 'user_name' ? '$2' : `'u'`}, '', '2026-01-01',
                 array[${column === 'folders' ? '$2' : `'f'`}]::text[])`,
        [anna.id, value],
      ),
    )
  for (const column of ['host', 'user_name', 'folders'])
    await expect(insert(column, 'x\r\ny'), column).rejects.toMatchObject({ code: '23514' })
})

it('speaks without encryption to this machine only, unless the company says otherwise', async () => {
  const plainly = (host: string) =>
    anna.post('/api/mailboxes', wanted({ host, tls: false })).then(reply => reply.status)

  for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '::1']) expect(await plainly(host), host).toBe(201)
  for (const host of [
    'poczta.example',
    '10.0.0.1',
    '127.0.0.1.zly.example',
    '127.zly.example',
    'localhost.zly.example',
    '::2',
  ])
    expect(await plainly(host), host).toBe(400)
  await test.asSuper.query(`insert into company_setting (key, value) values ('plain-imap', 'true')`)
  expect(await plainly('10.0.0.1')).toBe(201)
})

it('refuses the same mailbox twice', async () => {
  await anna.post('/api/mailboxes', wanted())

  expect((await anna.post('/api/mailboxes', wanted({ password: 'inne' }))).body).toMatchObject({
    status: 409,
    code: 'already-there',
  })
})
