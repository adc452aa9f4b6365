import { expect, it } from 'vitest'
import { expire } from '../../../server/audit/start-sealing.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { name: 'Szefowa' })
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })
const other = await buildUser(test, { admin: true, name: 'Drugi administrator' })
const reason = 'Klient dzwonił w pilnej sprawie'
const opening = (objectType: string, objectId: string) => ({ objectType, objectId, reason, minutes: 30 })

it('says which of given ids somebody would see, and how many in all, and nothing else', async () => {
  const seen = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const seenCase = await buildCase(anna, hidden.id, { audience: { users: [bartek.id] } })
  const hiddenCase = await buildCase(anna, seen.id, { audience: { users: [] } })
  const [shown, secret] = [await buildNote(anna, seen.id), await buildNote(anna, hidden.id)]

  const { body } = await admin.post('/api/access/view-as', {
    userId: bartek.id,
    items: [shown.id, secret.id, crypto.randomUUID()],
    contractors: [seen.id],
    cases: [seenCase.id, hiddenCase.id],
  })

  expect(body).toEqual({
    items: [shown.id],
    contractors: [seen.id],
    cases: [seenCase.id],
    counts: { contractors: 2, cases: 1, items: 1 },
  })
  // And the one who asked is himself again.
  expect((await admin.get(`/api/items/${shown.id}`)).status).toBe(404)
  const { rows } = await test.asSuper.query(
    `select user_id from audit_entry where verb = 'viewed-as' and object_id = $1`,
    [bartek.id],
  )
  expect(rows).toEqual([{ user_id: admin.id }])
})

it('lets only administrators look as somebody else, and shows of a disabled user nothing', async () => {
  expect((await anna.post('/api/access/view-as', { userId: bartek.id })).status).toBe(403)
  expect((await admin.post('/api/access/view-as', { userId: crypto.randomUUID() })).status).toBe(404)
  expect((await admin.post('/api/access/view-as', { userId: 'x' })).status).toBe(400)

  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [bartek.id])
  const { body } = await admin.post('/api/access/view-as', { userId: bartek.id })
  expect(body.counts).toEqual({ contractors: 0, cases: 0, items: 0 })
  await test.asSuper.query('update app_user set disabled_at = null where id = $1', [bartek.id])
})

it.each(['contractor', 'case', 'item'] as const)(
  'opens one %s for one administrator, tells whoever looks after it, and closes it again',
  async objectType => {
    const contractor = await buildContractor(anna, { audience: { users: [] } })
    const caseFile = await buildCase(anna, contractor.id, { audience: { users: [] } })
    const note = await buildNote(anna, contractor.id, { ...(objectType === 'case' && { caseId: caseFile.id }) })
    const beside = await buildNote(anna, (await buildContractor(anna, { audience: { users: [] } })).id)
    const objectId = { contractor: contractor.id, case: caseFile.id, item: note.id }[objectType]
    expect((await admin.get(`/api/items/${note.id}`)).status).toBe(404)

    const opened = await admin.post('/api/access/break-glass', opening(objectType, objectId))

    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({ userName: 'Szefowa', objectType, objectId, reason, closedAt: null })
    expect((await admin.get(`/api/items/${note.id}`)).status).toBe(200)
    expect((await admin.get(`/api/items/${beside.id}`)).status).toBe(404)
    expect((await other.get(`/api/items/${note.id}`)).status).toBe(404)
    const [told] = (await anna.get('/api/notifications')).body.items
    expect(told).toMatchObject({ kind: 'break-glass', by: 'Szefowa', reason, isUnread: true })
    const seers = (await anna.get(`/api/items/${note.id}/seers`)).body.items
    expect(seers.find((one: { name: string }) => one.name === 'Szefowa').reasons).toMatchObject([
      { through: 'break-glass' },
    ])
    expect((await anna.get('/api/access/break-glass')).body.items[0]).toMatchObject({ id: opened.body.id })

    // Groups change meanwhile: the opening lasts.
    await buildGroup(admin, [bartek])
    expect((await admin.get(`/api/items/${note.id}`)).status).toBe(200)

    expect((await bartek.remove(`/api/access/break-glass/${opened.body.id}`)).status).toBe(404)
    expect((await anna.remove(`/api/access/break-glass/${opened.body.id}`)).status).toBe(204)
    expect((await admin.get(`/api/items/${note.id}`)).status).toBe(404)
    const { rows } = await test.asSuper.query(
      'select verb, user_id from audit_entry where object_id = $1 order by id desc limit 2',
      [objectId],
    )
    expect(rows).toEqual([
      { verb: 'glass-mended', user_id: anna.id },
      { verb: 'glass-broken', user_id: admin.id },
    ])
  },
)

it('ends by itself when its time is over', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const { body } = await admin.post('/api/access/break-glass', opening('contractor', contractor.id))
  await expire(test.jobs)
  expect((await admin.get(`/api/contractors/${contractor.id}`)).status).toBe(200)

  await test.asSuper.query(`update break_glass set expires_at = now() - interval '1 second' where id = $1`, [body.id])
  await expire(test.jobs)

  expect((await admin.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
  const { rows } = await test.asSuper.query(
    'select from membership where principal_id = $1 union all select from audience_member where principal_id = $1',
    [body.id],
  )
  expect(rows).toEqual([])
})

it('leaves what the administrator was given by right meanwhile', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const { body } = await admin.post('/api/access/break-glass', opening('contractor', contractor.id))
  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [admin.id] } })

  await admin.remove(`/api/access/break-glass/${body.id}`)

  expect((await admin.get(`/api/contractors/${contractor.id}`)).status).toBe(200)
})

it('opens nothing without a reason, for nobody but an administrator, and nothing that is open already', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const seen = await buildContractor(anna)
  const path = '/api/access/break-glass'

  expect((await bartek.post(path, opening('contractor', hidden.id))).status).toBe(403)
  expect((await admin.post(path, { ...opening('contractor', hidden.id), reason: 'bo tak' })).status).toBe(400)
  expect((await admin.post(path, { ...opening('contractor', hidden.id), minutes: 5000 })).status).toBe(400)
  expect((await admin.post(path, opening('contractor', seen.id))).status).toBe(409)
  expect((await admin.get(`/api/contractors/${hidden.id}`)).status).toBe(404)
  expect((await bartek.get(path)).body.items).toEqual([])
})

it('tells those who stand in the audience when nobody looks after it', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [bartek.id] } })
  await test.asSuper.query('update contractor set manager_id = null where id = $1', [contractor.id])

  await admin.post('/api/access/break-glass', opening('contractor', contractor.id))

  expect((await bartek.get('/api/notifications')).body.items[0]).toMatchObject({
    kind: 'break-glass',
    contractorId: contractor.id,
  })
})

it('answers about what is hidden and what is not there alike, until the reason stands in the log', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const hiddenCase = await buildCase(anna, hidden.id)
  const { id: hiddenNote } = await buildNote(anna, hidden.id)
  const path = '/api/access/break-glass'
  const apart = ({
    id: _id,
    objectId: _object,
    openedAt: _opened,
    expiresAt: _expires,
    ...rest
  }: Record<string, unknown>) => rest

  for (const [type, id] of Object.entries({ contractor: hidden.id, case: hiddenCase.id, item: hiddenNote })) {
    const absentId = crypto.randomUUID()
    const unreasoned = { objectType: type, objectId: absentId, reason: ' ', minutes: 30 }
    expect((await admin.post(path, unreasoned)).status).toBe(400)
    const absent = await admin.post(path, opening(type, absentId))
    const there = await admin.post(path, opening(type, id))

    expect([absent.status, there.status]).toEqual([201, 201])
    expect(apart(absent.body)).toEqual(apart(there.body))
    const log = `/api/audit?verb=glass-broken&objectId=`
    expect((await admin.get(log + absentId)).body.items).toHaveLength(1)
    expect((await admin.remove(`${path}/${absent.body.id}`)).status).toBe(204)
    expect((await admin.remove(`${path}/${there.body.id}`)).status).toBe(204)
  }
})
