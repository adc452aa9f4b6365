import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { name: 'Szefowa' })
const manager = await buildUser(test, { name: 'Opiekunka' })
const anna = await buildUser(test, { name: 'Anna' })
const reader = await buildUser(test, { name: 'Czytelnik' })
const other = await buildUser(test, { name: 'Inny' })

const nobody = { users: [], groups: [] }

async function seersOf(itemId: string): Promise<string[]> {
  const people = { Szefowa: admin, Opiekunka: manager, Anna: anna, Czytelnik: reader, Inny: other }
  const seen = await Promise.all(
    Object.entries(people).map(async ([name, { get }]) =>
      (await get(`/api/items/${itemId}`)).status === 200 ? [name] : [],
    ),
  )
  return seen.flat()
}

async function waysOf(itemId: string): Promise<object[]> {
  const { rows } = await test.asSuper.query('select reason from item_grant where item_id = $1', [itemId])
  return rows
}

const encircle = (actor: Actor, itemId: string, audience: object = nobody) =>
  actor.patch(`/api/items/${itemId}`, { audience })

/** Anna's note in the manager's file, where everybody sees it. */
async function annasNote() {
  const file = await buildContractor(manager)
  const note = await buildNote(anna, file.id)
  return { file, note }
}

it('leaves the author and the manager in a circle that a reader draws, and says so', async () => {
  const { note } = await annasNote()
  const before = await reader.get(`/api/items/${note.id}/viewers`)

  expect((await encircle(reader, note.id)).status).toBe(200)

  expect(before.body.staying.map((one: { name: string }) => one.name)).toEqual(['Anna', 'Opiekunka'])
  expect((await manager.get(`/api/items/${note.id}/viewers`)).body.staying).toEqual([])

  expect(await seersOf(note.id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
  const { body } = await reader.get(`/api/items/${note.id}/viewers`)
  expect(body.items.map((one: { name: string }) => one.name)).toEqual(['Anna', 'Czytelnik', 'Opiekunka'])
  const { rows } = await test.asSuper.query(
    `select details->'kept' as kept from audit_entry where verb = 'audience-changed' and object_id = $1`,
    [note.id],
  )
  expect(rows[0].kept.toSorted()).toEqual([anna.id, manager.id].toSorted())
})

it.each([
  ['its author', anna, 'Anna'],
  ['the manager of its file', manager, 'Opiekunka'],
])('lets %s leave the others out', async (_who, keeper, name) => {
  const { note } = await annasNote()

  await encircle(keeper, note.id)

  expect(await seersOf(note.id)).toEqual([name])
})

it('lets the author go on seeing what a reader moves into a case of his own, and the preview names her', async () => {
  const { file, note } = await annasNote()
  const hidden = await buildCase(reader, file.id, { audience: nobody })
  const move = { caseId: hidden.id }

  const { body } = await reader.post(`/api/items/${note.id}/seers`, move)
  await reader.patch(`/api/items/${note.id}`, move)

  expect(body.viewers.map((one: { name: string }) => one.name)).toEqual(['Anna', 'Czytelnik', 'Opiekunka'])
  expect(body.newcomers).toEqual([])
  expect(await seersOf(note.id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
  const seers = await anna.get(`/api/items/${note.id}/seers`)
  expect(seers.body.items.find((one: { name: string }) => one.name === 'Opiekunka').reasons).toMatchObject([
    { through: 'kept' },
  ])
})

it('lets them go on seeing it in another file, of which they are told nothing else', async () => {
  const { note } = await annasNote()
  const elsewhere = await buildContractor(reader, { name: 'Ukryta', audience: nobody })
  const move = { contractorId: elsewhere.id, caseId: null }

  const preview = await reader.post(`/api/items/${note.id}/seers`, move)
  const moved = await reader.patch(`/api/items/${note.id}`, move)

  expect(preview.body.viewers.map((one: { name: string }) => one.name)).toEqual(['Anna', 'Czytelnik', 'Opiekunka'])
  expect(await seersOf(moved.body.id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
  expect((await anna.get(`/api/items/${moved.body.id}`)).body).toMatchObject({
    contractorId: null,
    contractorName: null,
  })
  expect((await anna.get(`/api/contractors/${elsewhere.id}`)).status).toBe(404)
})

it('does not come to look after what one took along: not by a circle, a second move or a share taken back', async () => {
  const { note } = await annasNote()
  const elsewhere = await buildContractor(reader, { audience: nobody })
  const hidden = await buildCase(reader, elsewhere.id, { audience: nobody })
  const { body } = await reader.patch(`/api/items/${note.id}`, { contractorId: elsewhere.id, caseId: null })

  await encircle(reader, body.id)
  await reader.patch(`/api/items/${body.id}`, { caseId: hidden.id })
  await encircle(reader, body.id)
  const unshared = await reader.remove(`/api/items/${body.id}/shares/${anna.id}`)

  expect(unshared.status).toBe(404)
  expect(await seersOf(body.id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
})

it('keeps who filed a mail by hand, and what came with it, whoever files it in one more case', async () => {
  const file = await buildContractor(manager, { addresses: ['biuro@trzyma.example'] })
  const pdf = { name: 'umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 umowa z trzymanymi\n%%EOF' }
  const source = buildMail({ from: 'biuro@trzyma.example', messageId: 'trzymany@klient.example', attachments: [pdf] })
  const { body } = await anna.hand(source, `?contractorId=${file.id}`)
  const itemId: string = body.items[0].id
  const second = await buildCase(reader, file.id)
  const { rows } = await test.asSuper.query(
    `select i.id from filing f join item i on i.id = f.item_id where f.via_message_id = $1`,
    [body.id],
  )
  await reader.patch(`/api/items/${itemId}`, { caseId: second.id, fromCases: [] })
  await encircle(reader, itemId)

  expect(await seersOf(itemId)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
  expect(await seersOf(rows[0].id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
})

it('takes nothing from the manager by confirming what the server filed', async () => {
  const file = await buildContractor(manager, { addresses: ['biuro@potwierdza.example'] })
  const source = buildMail({ from: 'biuro@potwierdza.example', messageId: 'potwierdzany@klient.example' })
  const { body } = await reader.hand(source, '')
  const itemId: string = body.items[0].id
  expect(body.items[0].contractorId).toBe(file.id)
  await reader.post(`/api/items/${itemId}/teach`, { verdict: 'right' })

  await encircle(reader, itemId)

  expect(await seersOf(itemId)).toEqual(['Opiekunka', 'Czytelnik'])
})

it('gathers no ways in when it is moved to and fro', async () => {
  const { file, note } = await annasNote()
  const hidden = await buildCase(reader, file.id, { audience: nobody })

  await reader.patch(`/api/items/${note.id}`, { caseId: hidden.id })
  const there = await waysOf(note.id)
  await reader.patch(`/api/items/${note.id}`, { caseId: null })

  expect(there).toEqual([{ reason: 'kept' }, { reason: 'kept' }])
  expect(await waysOf(note.id)).toEqual([])
  expect(await seersOf(note.id)).toEqual(['Szefowa', 'Opiekunka', 'Anna', 'Czytelnik', 'Inny'])
})

it('opens nothing to a manager who did not see it, nor to whoever is switched off', async () => {
  const file = await buildContractor(manager)
  const hidden = await buildCase(anna, file.id, { audience: { users: [reader.id], groups: [] } })
  const leaver = await buildUser(test, { name: 'Odchodzi' })
  const note = await buildNote(leaver, file.id)
  const secret = await buildNote(anna, file.id, { caseId: hidden.id })
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [leaver.id])

  await encircle(reader, secret.id)
  await encircle(reader, note.id)

  expect(await seersOf(secret.id)).toEqual(['Anna', 'Czytelnik'])
  const { body } = await reader.get(`/api/items/${note.id}/viewers`)
  expect(body.items.map((one: { name: string }) => one.name)).toEqual(['Czytelnik', 'Opiekunka'])
})

it('takes an item from nobody by moving another filing of it, with its circle, to where they see it', async () => {
  const { file, note } = await annasNote()
  const open = await buildCase(anna, file.id)
  const narrow = await buildCase(reader, file.id, { audience: nobody })
  await anna.patch(`/api/items/${note.id}`, { caseId: open.id, fromCases: [] })
  await reader.patch(`/api/items/${note.id}`, { caseId: narrow.id, fromCases: [] })
  await encircle(reader, note.id)
  await reader.patch(`/api/items/${note.id}`, { caseId: open.id, fromCases: [narrow.id] })

  expect(await seersOf(note.id)).toEqual(['Opiekunka', 'Anna', 'Czytelnik'])
})

it('refuses a circle to who looks in for an emergency', async () => {
  const file = await buildContractor(manager, { audience: nobody })
  const note = await buildNote(manager, file.id)
  const reason = 'ktoś musi zajrzeć do tego teraz'
  await admin.post('/api/access/break-glass', { objectType: 'contractor', objectId: file.id, reason, minutes: 30 })

  const reply = await encircle(admin, note.id)

  expect(reply.status).toBe(403)
  expect((await manager.get(`/api/items/${note.id}`)).status).toBe(200)
})
