import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { name: 'Szefowa' })
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })
const celina = await buildUser(test, { name: 'Celina' })

type Seer = {
  name: string
  reasons: { through: string; group: string | null; caseReference: string | null; by: string | null }[]
}
const names = (reply: { body: { items: { name: string }[] } }) => reply.body.items.map(one => one.name)
const reasonsOf = (reply: { body: { items: Seer[] } }, name: string) =>
  reply.body.items
    .find(one => one.name === name)
    ?.reasons.map(({ through, group, caseReference, by }) => ({
      through,
      group,
      caseReference,
      by,
    }))

it('shares one item of a hidden file with a person, and takes it back at once', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const note = await buildNote(anna, contractor.id, { title: 'Udostępniona' })
  const other = await buildNote(anna, contractor.id)

  const shared = await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id] })
  expect(shared.body.items).toMatchObject([{ principalId: bartek.id, name: 'Bartek', by: 'Anna', reason: 'shared' }])
  expect((await bartek.get(`/api/items/${note.id}`)).body).toMatchObject({
    title: 'Udostępniona',
    contractorId: null,
    contractorName: null,
    may: { share: false, changeAudience: false },
  })
  expect((await bartek.get(`/api/items/${other.id}`)).status).toBe(404)
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
  expect((await bartek.get('/api/search?q=udostępniona')).body.items).toHaveLength(1)
  // Another file would open it to whoever sees that.
  const open = await buildContractor(bartek)
  const move = { contractorId: open.id, caseId: null }
  expect((await bartek.patch(`/api/items/${note.id}`, move)).body.code).toBe('not-allowed')
  expect((await bartek.post(`/api/items/${note.id}/seers`, move)).body.code).toBe('not-allowed')

  expect((await anna.remove(`/api/items/${note.id}/shares/${bartek.id}`)).status).toBe(204)
  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(404)
  expect((await bartek.get('/api/search?q=udostępniona')).body.items).toEqual([])
})

it('takes nobody what came to him by another way, before or after it was shared with him', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const source = buildMail({ subject: 'Dwie drogi', messageId: 'dwie-drogi@klient.example' })
  const place = `?contractorId=${contractor.id}&caseId=${hidden.id}`
  const id: string = (await anna.hand(source, place)).body.items[0].id
  await anna.post(`/api/items/${id}/shares`, { principals: [bartek.id] })
  // He sees the file, not the case: by filing it there from his own mailbox he gets a way in of his own.
  const { objectId } = (await bartek.get(`/api/items/${id}`)).body
  await test.house.database.work(bartek.id, tx =>
    tx.sql(
      `select put_filing(jsonb_build_object('byHand', false, 'contractorId', $1::text, 'objectId', $2::text, 'caseId', $3::text, 'kind', 'mail-in',
         'occurredAt', now(), 'title', '', 'snippet', '', 'who', '', 'hasAttachment', false, 'method', 'address', 'evidence', ''))`,
      [contractor.id, objectId, hidden.id],
    ),
  )

  expect((await anna.remove(`/api/items/${id}/shares/${bartek.id}`)).status).toBe(204)

  expect((await bartek.get(`/api/items/${id}`)).status).toBe(200)
  expect((await anna.get(`/api/items/${id}/shares`)).body.items).toEqual([])
})

it('shares with a group, for as long as one is in it, and only once', async () => {
  const group = await buildGroup(admin, [bartek])
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const note = await buildNote(anna, contractor.id)

  await anna.post(`/api/items/${note.id}/shares`, { principals: [group.id] })
  const again = await anna.post(`/api/items/${note.id}/shares`, { principals: [group.id] })
  expect(again.body.items).toHaveLength(1)
  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(200)
  expect(
    (await bartek.get('/api/notifications')).body.items.filter((one: { itemId: string }) => one.itemId === note.id),
  ).toHaveLength(1)

  await admin.patch(`/api/groups/${group.id}`, { members: [] })
  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(404)
})

it('lets share only who stands in the audience, and nobody with a stranger', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const note = await buildNote(anna, contractor.id)
  await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id] })
  const path = `/api/items/${note.id}/shares`

  expect((await bartek.post(path, { principals: [celina.id] })).status).toBe(403)
  expect((await celina.post(path, { principals: [celina.id] })).status).toBe(404)
  expect(await celina.get(path)).toEqual(await celina.get(`/api/items/${crypto.randomUUID()}/shares`))
  expect((await anna.post(path, { principals: [crypto.randomUUID()] })).status).toBe(404)
  expect((await anna.post(path, { principals: [] })).status).toBe(400)
  expect((await anna.remove(`${path}/${celina.id}`)).status).toBe(404)
  // What one was given, one may give back.
  expect((await bartek.remove(`${path}/${bartek.id}`)).status).toBe(204)
  expect((await celina.get(`/api/items/${note.id}`)).status).toBe(404)
})

it('writes down who shared what with whom', async () => {
  const note = await buildNote(anna, (await buildContractor(anna)).id)
  await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id] })
  await anna.remove(`/api/items/${note.id}/shares/${bartek.id}`)

  const { rows } = await test.asSuper.query(
    `select user_id, verb, details from audit_entry where object_id = $1 and verb like '%shared' order by id`,
    [note.id],
  )
  expect(rows).toEqual([
    { user_id: anna.id, verb: 'shared', details: { principalId: bartek.id } },
    { user_id: anna.id, verb: 'unshared', details: { principalId: bartek.id } },
  ])
})

it('ends what was shared when a circle is drawn without him, and keeps what is named in it', async () => {
  const note = await buildNote(anna, (await buildContractor(anna, { audience: { users: [] } })).id)
  await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id, celina.id] })

  await anna.patch(`/api/items/${note.id}`, { audience: { users: [celina.id] } })

  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(404)
  expect((await celina.get(`/api/items/${note.id}`)).status).toBe(200)
})

it('lets recipients of a filed mail see it when the company wants it so', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] }, addresses: ['@odbiorcy.example'] })
  const hand = async (subject: string) =>
    (await anna.hand(buildMail({ from: 'x@odbiorcy.example', to: anna.email, cc: bartek.email, subject }))).body
      .items[0].id
  const before = await hand('Przed')
  expect((await bartek.get(`/api/items/${before}`)).status).toBe(404)

  expect((await anna.patch('/api/settings/access', { recipients: true })).status).toBe(403)
  expect((await admin.patch('/api/settings/access', { recipients: true })).body).toEqual({
    recipients: true,
    newContractors: null,
    remotePictures: true,
  })
  const after = await hand('Po')

  expect((await bartek.get(`/api/items/${after}`)).status).toBe(200)
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
  expect((await celina.get(`/api/items/${after}`)).status).toBe(404)
  expect((await bartek.get(`/api/items/${before}`)).status).toBe(404)
  expect(reasonsOf(await anna.get(`/api/items/${after}/seers`), 'Bartek')).toEqual([
    { through: 'recipient', group: null, caseReference: null, by: null },
  ])
  await admin.patch('/api/settings/access', { recipients: false })
})

it('gives a new contractor the audience that the company has settled on', async () => {
  const group = await buildGroup(admin, [bartek])
  await admin.patch('/api/settings/access', { newContractors: { groups: [group.id] } })

  const contractor = await buildContractor(anna)
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(200)
  expect((await celina.get(`/api/contractors/${contractor.id}`)).status).toBe(404)

  expect(
    (await admin.patch('/api/settings/access', { newContractors: { groups: [crypto.randomUUID()] } })).status,
  ).toBe(400)
  await admin.patch('/api/settings/access', { newContractors: null })
  expect((await celina.get(`/api/contractors/${(await buildContractor(anna)).id}`)).status).toBe(200)
})

it('says in names who sees an item and through what, before filing and after', async () => {
  const { id: group } = (await admin.post('/api/groups', { name: 'Sprzedaż', members: [bartek.id] })).body
  const contractor = await buildContractor(anna, { audience: { users: [celina.id] } })
  const caseFile = await buildCase(anna, contractor.id, { audience: { groups: [group] } })
  const inCase = { through: 'case', group: null, caseReference: caseFile.reference, by: null }

  const place = await anna.get(`/api/contractors/${contractor.id}/seers?caseId=${caseFile.id}`)
  expect(names(place)).toEqual(['Anna', 'Bartek'])
  expect(reasonsOf(place, 'Bartek')).toEqual([{ ...inCase, group: 'Sprzedaż' }])
  expect(names(await anna.get(`/api/contractors/${contractor.id}/seers`))).toEqual(['Anna', 'Celina'])

  const note = await buildNote(anna, contractor.id, { caseId: caseFile.id })
  await anna.post(`/api/items/${note.id}/shares`, { principals: [celina.id] })
  const seers = await anna.get(`/api/items/${note.id}/seers`)
  expect(seers.body.total).toBe(3)
  expect(reasonsOf(seers, 'Anna')).toEqual([inCase])
  expect(reasonsOf(seers, 'Bartek')).toEqual([{ ...inCase, group: 'Sprzedaż' }])
  expect(reasonsOf(seers, 'Celina')).toEqual([{ through: 'shared', group: null, caseReference: null, by: 'Anna' }])
  // To her the case is not there, so its audience is not either.
  expect(names(await celina.get(`/api/items/${note.id}/seers`))).toEqual(['Celina'])
  expect((await bartek.get(`/api/contractors/${contractor.id}/seers`)).status).toBe(404)
  expect((await admin.get(`/api/items/${note.id}/seers`)).status).toBe(404)
})

it('writes down who opens a confidential item, for those who look after it', async () => {
  const contractor = await buildContractor(anna)
  const { body: received } = await anna.hand(buildMail({}), `?contractorId=${contractor.id}`)
  const itemId = received.items[0].id
  await bartek.get(`/api/items/${itemId}`)
  expect((await anna.get(`/api/items/${itemId}/readings`)).body.items).toEqual([])

  await anna.patch(`/api/items/${itemId}`, { audience: { users: [bartek.id] } })
  expect((await bartek.get(`/api/items/${itemId}`)).body).toMatchObject({ confidential: true, may: { readLog: false } })
  await bartek.get(`/api/items/${itemId}/source`)
  expect((await celina.get(`/api/items/${itemId}`)).status).toBe(404)

  const readings = (await anna.get(`/api/items/${itemId}/readings`)).body.items
  expect(
    readings.filter((one: { userName: string }) => one.userName === 'Bartek').map((one: { what: string }) => one.what),
  ).toEqual(['source', 'page'])
  expect(readings.some((one: { userName: string }) => one.userName === 'Celina')).toBe(false)
  expect((await bartek.get(`/api/items/${itemId}/readings`)).status).toBe(403)
  expect((await celina.get(`/api/items/${itemId}/readings`)).status).toBe(404)
})

it('writes down who takes a confidential document', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@dok.example'] })
  const file = { name: 'umowa.pdf', type: 'application/pdf', content: '%PDF poufne' }
  await anna.hand(buildMail({ from: 'x@dok.example', attachments: [file] }))
  const { items } = (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body
  const mail = items.find((row: { kind: string }) => row.kind === 'mail-in')
  const document = items.find((row: { kind: string }) => row.kind !== 'mail-in')
  await anna.patch(`/api/items/${mail.id}`, { audience: { users: [bartek.id] } })

  expect((await bartek.get(`/api/documents/${document.objectId}/content`)).status).toBe(200)

  const { rows } = await test.asSuper.query('select user_id, what from item_reading where item_id = $1', [document.id])
  expect(rows).toEqual([{ user_id: bartek.id, what: 'document' }])
})

it('leaves who sees a file or case to its manager, who may hand it over', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  for (const path of [`/api/cases/${caseFile.id}`, `/api/contractors/${contractor.id}`]) {
    expect((await anna.get(path)).body.may).toEqual({ change: true, changeAudience: true })
    expect((await bartek.get(path)).body.may).toEqual({ change: true, changeAudience: false })
    expect((await bartek.patch(path, { audience: { users: [] } })).status).toBe(403)
    expect((await bartek.patch(path, { managerId: bartek.id })).status).toBe(403)
    expect((await celina.get(path)).status).toBe(200)

    await anna.patch(path, { audience: { users: [] } })
    expect((await anna.patch(path, { managerId: bartek.id })).body.managerId).toBe(bartek.id)
    expect((await bartek.get(path)).body.may).toEqual({ change: true, changeAudience: true })
    expect((await anna.patch(path, { audience: { users: [celina.id] } })).status).toBe(403)
  }
})

it('touches rows in proportion to the audience, not to the items', async () => {
  const contractor = await buildContractor(anna)
  for (let n = 0; n < 60; n += 1) await buildNote(anna, contractor.id)
  const client = await test.asApp.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lupa.user', $1, true)`, [anna.id])
    const { rows } = await client.query('select audience_id from contractor where id = $1', [contractor.id])
    await client.query('select change_audience($1, $2, null)', [rows[0].audience_id, [bartek.id]])
    const touched = await client.query(
      `select relname, (n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`,
    )
    await client.query('commit')
    expect(touched.rows.map(row => row.relname).sort()).toEqual(['audience_member', 'change'])
    expect(touched.rows.every(row => row.rows <= 3)).toBe(true)
  } finally {
    client.release()
  }
  expect((await celina.get(`/api/contractors/${contractor.id}/timeline`)).status).toBe(404)
})
