import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const url = '/api/mail-templates'
const order = { name: 'Zamówienie', language: 'pl', subject: 'Zamówienie {znak sprawy}', body: 'Dzień dobry, {imię}' }

const write = async (actor: Actor, change: object = {}) => {
  const { status, body } = await actor.post(url, { ...order, isShared: false, ...change })
  expect(status).toBe(201)
  return body
}
const names = async (actor: Actor, query = '') =>
  (await actor.get(`${url}${query}`)).body.items.map((one: { name: string }) => one.name)

it('keeps a template of one’s own for oneself, also from the administrator', async () => {
  const own = await write(anna, { name: 'Tylko Anny' })

  expect(own).toMatchObject({ name: 'Tylko Anny', isShared: false, isArchived: false, mayChange: true })
  expect(await names(anna)).toContain('Tylko Anny')
  for (const other of [bartek, admin]) {
    expect(await names(other)).not.toContain('Tylko Anny')
    expect((await other.patch(`${url}/${own.id}`, { name: 'Moje' })).status).toBe(404)
  }
  const { rows } = await test.asSuper.query('select name from mail_template where id = $1', [own.id])
  expect(rows).toEqual([{ name: 'Tylko Anny' }])
})

it('lets administrators alone keep the company’s, which everybody reads', async () => {
  expect((await anna.post(url, { ...order, isShared: true })).status).toBe(403)
  const shared = await write(admin, { name: 'Firmowy', isShared: true })

  expect((await anna.get(url)).body.items).toContainEqual({ ...shared, mayChange: false })
  expect((await anna.patch(`${url}/${shared.id}`, { body: 'Inna treść' })).status).toBe(403)
  expect((await admin.patch(`${url}/${shared.id}`, { body: 'Nowa treść' })).body).toEqual({
    ...shared,
    body: 'Nowa treść',
  })
})

it('puts a template into the archive and takes it out again', async () => {
  const { id } = await write(bartek, { name: 'Stary' })

  await bartek.patch(`${url}/${id}`, { isArchived: true })
  expect(await names(bartek)).not.toContain('Stary')
  expect(await names(bartek, '?archived=true')).toEqual(['Stary'])

  await bartek.patch(`${url}/${id}`, { isArchived: false })
  expect(await names(bartek)).toContain('Stary')
})

it('goes through a longer list page by page', async () => {
  const cora = await buildUser(test)
  for (const name of ['A', 'B', 'C']) await write(cora, { name: `Cory ${name}` })

  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await cora.get(`${url}?limit=1${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items.map((one: { name: string }) => one.name))
    cursor = body.next
  }
  expect(seen.filter(name => name.startsWith('Cory'))).toEqual(['Cory A', 'Cory B', 'Cory C'])
})

it.each([
  ['no name', { name: ' ' }],
  ['no text', { body: '\n' }],
  ['another language', { language: 'de' }],
  ['a subject of two lines', { subject: 'a\nBcc: b@c.example' }],
  ['a text without end', { body: 'x'.repeat(10_001) }],
  ['an owner', { ownerId: crypto.randomUUID() }],
])('refuses %s', async (_what, change) => {
  expect((await anna.post(url, { ...order, isShared: false, ...change })).status).toBe(400)
})

it('holds in the database, whatever the server asks', async () => {
  const { id } = await write(anna, { name: 'W bazie' })
  const as = (user: string | null, text: string, values: unknown[]) =>
    test.house.database.work(user, tx => tx.sql(text, values))

  expect(await as(bartek.id, 'select 1 from mail_template where id = $1', [id])).toEqual([])
  expect(await as(null, 'select 1 from mail_template', [])).toEqual([])
  expect(await as(admin.id, 'update mail_template set body = $2 where id = $1 returning 1', [id, 'x'])).toEqual([])
  const shared = `insert into mail_template (owner_id, name, language, subject, body) values ($1, 'x', 'pl', '', 'x')`
  await expect(as(anna.id, shared, [null])).rejects.toThrow()
  await expect(as(anna.id, shared, [bartek.id])).rejects.toThrow()
  await expect(as(anna.id, 'update mail_template set owner_id = null where id = $1', [id])).rejects.toThrow()
})
