import { beforeEach, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const refusal = { status: 409, body: { code: 'on-hold' } }

const hold = (objectType: 'contractor' | 'case', objectId: string) =>
  admin.post('/api/legal-holds', { objectType, objectId, reason: 'Spór' })
const build = (name: string) => buildContractor(anna, { name, audience: { users: [admin.id] } })
beforeEach(() => test.asSuper.query('delete from legal_hold'))

it('neither moves out of a held contractor’s file nor takes out of it, until the hold is lifted', async () => {
  const contractor = await build('Wstrzymany')
  const other = await build('Inny')
  const kase = await buildCase(anna, contractor.id, { audience: { users: [admin.id] } })
  const note = await buildNote(anna, contractor.id)
  const { body: held } = await hold('contractor', contractor.id)

  expect(await anna.patch(`/api/items/${note.id}`, { contractorId: other.id })).toMatchObject(refusal)
  expect(await anna.remove(`/api/items/${note.id}`)).toMatchObject(refusal)
  const bulk = await anna.post('/api/items/assign', { itemIds: [note.id], contractorId: other.id, caseId: null })
  expect(JSON.stringify(bulk.body)).toContain('on-hold')
  expect((await anna.get(`/api/items/${note.id}`)).status).toBe(200)
  // Within the file that is held it is put where it belongs.
  expect((await anna.patch(`/api/items/${note.id}`, { caseId: kase.id })).status).toBe(200)
  expect(await anna.remove(`/api/items/${note.id}?caseId=${kase.id}`)).toMatchObject(refusal)
  await admin.remove(`/api/legal-holds/${held.id}`)
  expect((await anna.remove(`/api/items/${note.id}`)).status).toBe(204)
})

it('lets nothing go from a held case, nor what came with a mail there', async () => {
  const contractor = await build('Ze sprawą')
  const kase = await buildCase(anna, contractor.id, { audience: { users: [admin.id] } })
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: 'a' }]
  await anna.hand(buildMail({ subject: 'w sprawie', attachments }), `?contractorId=${contractor.id}&caseId=${kase.id}`)
  const { body } = await anna.get(`/api/contractors/${contractor.id}/timeline`)
  await hold('case', kase.id)

  expect(body.items).toHaveLength(2)
  for (const { id } of body.items) {
    expect(await anna.remove(`/api/items/${id}?caseId=${kase.id}`)).toMatchObject(refusal)
    expect(await anna.patch(`/api/items/${id}`, { caseId: null })).toMatchObject(refusal)
    expect(await anna.remove(`/api/items/${id}`)).toMatchObject(refusal)
  }
})

it('merges no file that is held, on either side', async () => {
  const [one, other] = [await build('Jeden'), await build('Drugi')]
  const { body: held } = await hold('contractor', one.id)
  const merge = (into: string, fromId: string) =>
    anna.post(`/api/contractors/${into}/merge`, { fromId, circle: 'keep' })

  expect(await merge(one.id, other.id)).toMatchObject(refusal)
  expect(await merge(other.id, one.id)).toMatchObject(refusal)
  await admin.remove(`/api/legal-holds/${held.id}`)
  expect((await merge(other.id, one.id)).status).toBe(200)
})
