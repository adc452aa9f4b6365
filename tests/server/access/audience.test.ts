import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

const titles = (reply: { body: { items: { title: string }[] } }) => reply.body.items.map(item => item.title)

it('shows a new contractor to everyone', async () => {
  const contractor = await buildContractor(anna)

  const seen = await bartek.get(`/api/contractors/${contractor.id}`)

  expect(seen.status).toBe(200)
  expect(seen.body.audience.map((viewer: { name: string }) => viewer.name)).toContain('Wszyscy')
})

it('hides a contractor from those outside its audience, the administrator included', async () => {
  const contractor = await buildContractor(anna, { name: 'Tajny kontrahent', audience: { users: [] } })
  await buildNote(anna, contractor.id)

  for (const outsider of [admin, bartek]) {
    expect((await outsider.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
    expect((await outsider.get(`/api/contractors/${contractor.id}/timeline`)).status).toBe(404)
    expect((await outsider.get('/api/contractors?q=Tajny')).body.items).toEqual([])
    expect(titles(await outsider.get('/api/timeline'))).not.toContain('Notatka')
  }
})

it('lets a group in, and the groups inside it', async () => {
  const inner = await buildGroup(admin, [bartek])
  const outer = await buildGroup(admin, [inner])
  const contractor = await buildContractor(anna, { audience: { groups: [outer.id] } })

  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(200)

  await admin.patch(`/api/groups/${inner.id}`, { members: [] })
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
})

it('lets a case follow its contractor, stand alone, and follow again', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  await buildNote(anna, contractor.id, { caseId: caseFile.id, title: 'W sprawie' })
  const seen = async () => titles(await bartek.get(`/api/contractors/${contractor.id}/timeline`))

  expect(await seen()).toEqual(['W sprawie'])

  await anna.patch(`/api/cases/${caseFile.id}`, { audience: { users: [] } })
  expect(await seen()).toEqual([])
  expect((await bartek.get(`/api/cases/${caseFile.id}/timeline`)).status).toBe(404)

  await anna.patch(`/api/cases/${caseFile.id}`, { audience: 'inherit' })
  expect(await seen()).toEqual(['W sprawie'])
})

it('shows a contractor to those who see only one case of it, and of its items only that case', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })
  await buildNote(anna, contractor.id, { title: 'Poza sprawą' })
  await buildNote(anna, contractor.id, { caseId: caseFile.id, title: 'W sprawie' })

  const timeline = await bartek.get(`/api/contractors/${contractor.id}/timeline`)

  expect(titles(timeline)).toEqual(['W sprawie'])
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).body.may).toEqual({
    change: false,
    changeAudience: false,
  })
  expect((await bartek.patch(`/api/contractors/${contractor.id}`, { name: 'Inna' })).status).toBe(403)
  expect((await bartek.post('/api/activities', { kind: 'note', contractorId: contractor.id, title: 'x' })).status).toBe(
    404,
  )
})

it('makes one item confidential, and open again', async () => {
  const contractor = await buildContractor(anna)
  const note = await buildNote(anna, contractor.id, { title: 'Poufne' })

  await anna.patch(`/api/items/${note.id}`, { audience: { users: [] } })
  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(404)
  expect(titles(await bartek.get(`/api/contractors/${contractor.id}/timeline`))).toEqual([])
  expect((await bartek.get(`/api/search?q=poufne`)).body.items).toEqual([])
  expect(
    (await anna.get(`/api/items/${note.id}/viewers`)).body.items.map((viewer: { id: string }) => viewer.id),
  ).toEqual([anna.id])
  expect((await bartek.get(`/api/items/${note.id}/viewers`)).status).toBe(404)

  await anna.patch(`/api/items/${note.id}`, { audience: 'inherit' })
  expect(titles(await bartek.get(`/api/contractors/${contractor.id}/timeline`))).toEqual(['Poufne'])
})

it('lets nobody come back whom a colleague took out of a circle meanwhile', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [admin.id, bartek.id] } })
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [admin.id, bartek.id] } })
  const note = await buildNote(anna, contractor.id)
  const was = { audience: [bartek.id, anna.id, admin.id] }
  const without = { audience: { users: [anna.id, admin.id] }, was }
  const stale = { audience: { users: [anna.id, admin.id, bartek.id] }, was }

  for (const place of [`/api/items/${note.id}`, `/api/cases/${caseFile.id}`, `/api/contractors/${contractor.id}`]) {
    expect((await anna.patch(place, without)).status).toBe(200)
    const late = await anna.patch(place, stale)
    expect([late.status, late.body.code, late.body.fields]).toEqual([409, 'changed-meanwhile', ['audience']])
    expect((await bartek.get(place)).status).toBe(404)
    const knowingly = { audience: { users: [anna.id] }, was: { audience: [anna.id, admin.id] } }
    expect((await anna.patch(place, knowingly)).status).toBe(200)
  }
})

it('takes one of two circles that were chosen at the same time', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const choose = (id: string) =>
    anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [id] }, was: { audience: [anna.id] } })

  const both = await Promise.all([choose(admin.id), choose(bartek.id)])

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

it('refuses the members of a group, the words of a contractor and the title of a case when they were not seen', async () => {
  const group = await buildGroup(admin, [anna, bartek])
  const contractor = await buildContractor(anna, { note: 'płaci w terminie', tags: ['stały', 'hurt'] })
  const caseFile = await buildCase(anna, contractor.id, { title: 'Montaż' })
  const overtaken: [string, object, object, string[]][] = [
    [`/api/groups/${group.id}`, { members: [anna.id] }, { members: [bartek.id, anna.id] }, ['members']],
    [`/api/contractors/${contractor.id}`, { note: 'zalega' }, { note: 'płaci w terminie', regon: null }, ['note']],
    [`/api/contractors/${contractor.id}`, { tags: ['hurt'] }, { tags: ['hurt', 'stały'] }, ['tags']],
    [`/api/cases/${caseFile.id}`, { title: 'Montaż okien' }, { title: 'Montaż', inherits: true }, ['title']],
  ]

  for (const [place, change, was, fields] of overtaken) {
    const writer = place.includes('groups') ? admin : anna
    expect((await writer.patch(place, { ...change, was })).status).toBe(200)
    const late = await writer.patch(place, { ...change, was })
    expect([late.status, late.body.code, late.body.fields]).toEqual([409, 'changed-meanwhile', fields])
  }
})

it('answers the same for what is hidden and what is not there', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const note = await buildNote(anna, contractor.id)

  for (const path of [`/api/contractors/:id`, `/api/contractors/:id/timeline`, `/api/contractors/:id/cases`]) {
    const hidden = await bartek.get(path.replace(':id', contractor.id))
    const absent = await bartek.get(path.replace(':id', crypto.randomUUID()))
    expect(hidden).toEqual(absent)
  }
  expect(await bartek.get(`/api/items/${note.id}`)).toEqual(await bartek.get(`/api/items/${crypto.randomUUID()}`))
  expect(await bartek.remove(`/api/items/${note.id}`)).toEqual(await bartek.remove(`/api/items/${crypto.randomUUID()}`))
  expect((await anna.get(`/api/items/${note.id}`)).status).toBe(200)
})

it('finds by words what one sees through an audience, and nothing else', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  await buildNote(anna, contractor.id, { title: 'Reklamacja krzeseł' })
  await buildNote(anna, hidden.id, { title: 'Reklamacja foteli' })

  expect(titles(await bartek.get('/api/search?q=reklamacja'))).toEqual(['Reklamacja krzeseł'])
  expect(titles(await bartek.get(`/api/contractors/${contractor.id}/timeline?q=krzesel`))).toEqual([
    'Reklamacja krzeseł',
  ])
  expect(titles(await bartek.get('/api/search?q=foteli'))).toEqual([])
  expect(titles(await anna.get('/api/search?q=reklamac'))).toHaveLength(2)
})

it('removes a group on which nothing leans, and with it what its members had through groups around it', async () => {
  const inner = await buildGroup(admin, [bartek])
  const outer = await buildGroup(admin, [inner])
  const contractor = await buildContractor(anna, { audience: { groups: [outer.id] } })
  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(200)

  expect((await anna.remove(`/api/groups/${inner.id}`)).status).toBe(403)
  expect((await admin.remove(`/api/groups/${inner.id}`)).status).toBe(204)

  expect((await bartek.get(`/api/contractors/${contractor.id}`)).status).toBe(404)
  const { items } = (await admin.get('/api/groups')).body
  expect(items.find((group: { id: string }) => group.id === outer.id).members).toEqual([])
  expect((await admin.remove(`/api/groups/${inner.id}`)).status).toBe(404)
})

it('keeps a group that lets somebody in anywhere, and the one of everybody', async () => {
  const contractor = await buildContractor(anna)
  const note = await buildNote(anna, contractor.id)
  const leaning = {
    contractor: (group: string) => buildContractor(anna, { audience: { groups: [group] } }),
    case: (group: string) => buildCase(anna, contractor.id, { audience: { groups: [group] } }),
    share: (group: string) => anna.post(`/api/items/${note.id}/shares`, { principals: [group] }),
    settings: (group: string) => admin.patch('/api/settings/access', { newContractors: { groups: [group] } }),
  }
  for (const [what, lean] of Object.entries(leaning)) {
    const group = await buildGroup(admin, [bartek])
    await lean(group.id)
    const reply = await admin.remove(`/api/groups/${group.id}`)
    expect({ what, status: reply.status, code: reply.body.code }).toEqual({ what, status: 409, code: 'group-in-use' })
  }
  await admin.patch('/api/settings/access', { newContractors: null })
  const everyone = (await admin.get('/api/groups')).body.items.find((group: { everyone: boolean }) => group.everyone)
  expect((await admin.remove(`/api/groups/${everyone.id}`)).status).toBe(403)
})
