import { beforeEach, expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { name: 'Szefowa' })
const otherAdmin = await buildUser(test, { name: 'Szef', admin: true })
const everything = ['contractors', 'cases', 'tasks', 'mailboxes', 'items']
const imap = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, password: 'p', since: '2026-01-01' }

let leaver: Actor
let heir: Actor
beforeEach(async () => {
  leaver = await buildUser(test, { name: 'Odchodząca' })
  heir = await buildUser(test, { name: 'Następca' })
})

const url = (who: Actor) => `/api/accounts/${who.id}/hand-over`
const shutOut = () => admin.patch(`/api/accounts/${leaver.id}`, { isDisabled: true })
const give = (parts = everything, to = heir, by = admin) => by.post(url(leaver), { toId: to.id, parts })
const logOf = async (objectId: string) =>
  (
    await test.asSuper.query('select user_id, verb, details from audit_entry where object_id = $1 and verb = $2', [
      objectId,
      'handed-over',
    ])
  ).rows

it('gives files, cases and open tasks a new manager, who sees them; the administrator sees none of it', async () => {
  const file = await buildContractor(leaver, { name: 'Tylko jej', audience: { users: [] } })
  const kase = await buildCase(leaver, file.id)
  const task = await buildNote(leaver, file.id, { kind: 'task', title: 'Oddzwonić', assigneeId: leaver.id })
  const done = await buildNote(leaver, file.id, { kind: 'task', title: 'Zrobione', assigneeId: leaver.id })
  await leaver.patch(`/api/activities/${done.objectId}`, { state: 'done' })
  await shutOut()

  expect((await admin.get(url(leaver))).body).toEqual({ contractors: 1, cases: 1, tasks: 1, mailboxes: [], items: 0 })
  const given = await give()

  expect(given.body).toEqual({ contractors: 1, cases: 1, tasks: 1, mailboxes: 0, items: 0 })
  for (const place of [`/api/contractors/${file.id}`, `/api/cases/${kase.id}`]) {
    expect((await heir.get(place)).body.managerId).toBe(heir.id)
    expect((await admin.get(place)).status).toBe(404)
  }
  expect((await heir.get('/api/tasks')).body.items).toMatchObject([{ title: 'Oddzwonić' }])
  const { items: told } = (await heir.get('/api/notifications')).body
  expect(told.filter((one: { kind: string }) => one.kind === 'task')).toMatchObject([{ by: 'Szefowa' }])
  expect(told.filter((one: { kind: string }) => one.kind === 'handed-over')).toMatchObject([
    { by: 'Szefowa', given: { from: 'Odchodząca', contractors: 1, cases: 1, mailboxes: 0, items: 0 }, isUnread: true },
  ])
  expect(await logOf(file.id)).toMatchObject([
    { user_id: admin.id, details: { managerId: heir.id, fromId: leaver.id } },
  ])
  expect(await logOf(task.objectId)).toHaveLength(1)
  expect(await logOf(leaver.id)).toMatchObject([{ user_id: admin.id, details: { toId: heir.id, contractors: 1 } }])
})

it('lists whoever was shut out among the colleagues only for those who ask for former ones too', async () => {
  await shutOut()
  type Row = { id: string; isFormer?: true }
  const rowOf = async (address: string) => (await heir.get(address)).body.items.find(({ id }: Row) => id === leaver.id)

  expect(await rowOf('/api/users')).toBeUndefined()
  expect(await rowOf('/api/users?former=true')).toMatchObject({ name: 'Odchodząca', isFormer: true })
})

it('gives nothing twice, and only what was ticked', async () => {
  await buildContractor(leaver)
  const note = await buildCase(leaver, (await buildContractor(heir)).id)
  await shutOut()

  expect((await give(['contractors'])).body).toMatchObject({ contractors: 1, cases: 0 })
  expect((await heir.get(`/api/cases/${note.id}`)).body.managerId).toBe(leaver.id)
  expect((await give()).body).toMatchObject({ contractors: 0, cases: 1 })
  expect((await give()).body).toEqual({ contractors: 0, cases: 0, tasks: 0, mailboxes: 0, items: 0 })
  const { items: told } = (await heir.get('/api/notifications')).body
  expect(told.filter((one: { kind: string }) => one.kind === 'handed-over')).toHaveLength(2)
})

it('lets the new one in to a task that he does not see, and to nothing else there', async () => {
  const colleague = await buildUser(test)
  const file = await buildContractor(colleague, { audience: { users: [leaver.id] } })
  const task = await buildNote(colleague, file.id, { kind: 'task', title: 'Ukryte', assigneeId: leaver.id })
  const note = await buildNote(colleague, file.id)
  await shutOut()

  expect((await give()).body).toMatchObject({ tasks: 1, contractors: 0 })

  expect((await heir.get(`/api/items/${task.id}`)).status).toBe(200)
  expect((await heir.get(`/api/items/${note.id}`)).status).toBe(404)
  expect((await heir.get(`/api/contractors/${file.id}`)).status).toBe(404)
})

it('finds somebody for what nobody sees any more, and leaves what others see to them', async () => {
  const colleague = await buildUser(test)
  const file = await buildContractor(colleague)
  const lonely = await buildNote(leaver, file.id, { title: 'Sama' })
  await leaver.patch(`/api/items/${lonely.id}`, { audience: { users: [] } })
  const together = await buildNote(leaver, file.id)
  await leaver.patch(`/api/items/${together.id}`, { audience: { users: [colleague.id] } })
  const shared = await buildNote(colleague, (await buildContractor(colleague, { audience: { users: [] } })).id)
  await colleague.post(`/api/items/${shared.id}/shares`, { principals: [leaver.id] })
  await shutOut()

  expect((await admin.get(url(leaver))).body.items).toBe(1)
  expect((await give(['items'])).body.items).toBe(1)

  expect((await heir.get(`/api/items/${lonely.id}`)).body.title).toBe('Sama')
  for (const hidden of [together, shared]) expect((await heir.get(`/api/items/${hidden.id}`)).status).toBe(404)
  expect((await admin.get(`/api/items/${lonely.id}`)).status).toBe(404)
})

it('gives a mailbox with the mail from it that waits, and not what was left out or handed in by hand', async () => {
  const box = (await leaver.post('/api/mailboxes', { ...imap, user: 'biuro' })).body
  const waiting = await leaver.hand(buildMail({ from: 'a@nikt-tu.example', subject: 'Czeka' }))
  const leftOut = await leaver.hand(buildMail({ from: 'b@nikt-tu.example', subject: 'Pominięta' }))
  await leaver.hand(buildMail({ from: 'c@nikt-tu.example', subject: 'Podana ręką' }))
  await leaver.post('/api/triage/leave-out', { ids: [leftOut.body.id] })
  await test.asSuper.query(
    `update message_copy set mailbox_id = $1, door = 'imap' where message_id = any($2) and owner_id = $3`,
    [box.id, [waiting.body.id, leftOut.body.id], leaver.id],
  )
  await shutOut()
  expect((await admin.get(url(leaver))).body.mailboxes).toEqual(['biuro'])

  expect((await give(['mailboxes'])).body.mailboxes).toBe(1)

  expect((await heir.get('/api/mailboxes')).body.items).toMatchObject([{ id: box.id, ownerId: heir.id, user: 'biuro' }])
  expect((await heir.get('/api/triage')).body.items).toMatchObject([{ subject: 'Czeka' }])
  expect((await heir.get('/api/triage?state=left-out')).body.items).toEqual([])
})

it('leaves the same mailbox to whoever has it already', async () => {
  for (const who of [leaver, heir]) await who.post('/api/mailboxes', { ...imap, user: 'wspolna' })
  await shutOut()

  expect((await give()).body.mailboxes).toBe(0)
})

it('is for administrators, of somebody who is out, and to somebody else who is here', async () => {
  const file = await buildContractor(leaver, { audience: { users: [] } })
  expect((await admin.get(url(leaver))).body.code).toBe('account-on')
  expect((await give()).body.code).toBe('account-on')
  await shutOut()

  for (const reply of [await heir.get(url(leaver)), await give(everything, otherAdmin, heir)])
    expect(reply.status).toBe(403)
  expect((await give(everything, admin)).status).toBe(403)
  expect((await give(everything, leaver)).status).toBe(404)
  expect((await give(['wszystko'])).status).toBe(400)
  expect((await admin.get('/api/accounts/4d2a3b1c-0000-4000-8000-000000000000/hand-over')).status).toBe(404)
  expect((await admin.get(`/api/contractors/${file.id}`)).status).toBe(404)
})

it('leaves every row as the rules want it', async () => {
  for (const text of Object.values(consistencySql)) expect((await test.asSuper.query(text)).rows, text).toEqual([])
})
