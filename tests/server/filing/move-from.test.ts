import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })
const celina = await buildUser(test, { name: 'Celina' })

/** The titles of the cases in which an item lies, and a dash where it lies in the file at large. */
async function placesOf(actor: Actor, itemId: string): Promise<(string | null)[]> {
  const { body } = await actor.get(`/api/items/${itemId}`)
  return body.filings.map((filed: { caseId: string | null }) => filed.caseId).toSorted()
}

async function inTwoCases() {
  const contractor = await buildContractor(anna)
  const cases = []
  for (let index = 0; index < 3; index += 1) cases.push((await buildCase(anna, contractor.id)).id)
  const [first = '', second = '', third = ''] = cases
  const note = await buildNote(anna, contractor.id, { caseId: first })
  await anna.patch(`/api/items/${note.id}`, { caseId: second, fromCases: [] })
  return { contractor, first, second, third, id: note.id }
}

it('puts an item into one more case where it is taken out of none', async () => {
  const { id, first, second } = await inTwoCases()

  expect(await placesOf(anna, id)).toEqual([first, second].toSorted())
})

it('moves an item out of the case that is named, and leaves it in the other', async () => {
  const { id, first, second, third } = await inTwoCases()

  await anna.patch(`/api/items/${id}`, { caseId: third, fromCases: [first] })

  expect(await placesOf(anna, id)).toEqual([second, third].toSorted())
})

it('takes an item out of one case without laying it open in the file while another case has it', async () => {
  const { id, first, second } = await inTwoCases()

  await anna.patch(`/api/items/${id}`, { caseId: null, fromCases: [first] })
  expect(await placesOf(anna, id)).toEqual([second])

  await anna.patch(`/api/items/${id}`, { caseId: null, fromCases: [second] })
  expect(await placesOf(anna, id)).toEqual([null])
})

it('takes the documents of a mail along out of the case that is named only', async () => {
  const { contractor, first, second, third } = await inTwoCases()
  const attachments = [{ name: 'umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 umowa' }]
  const { body } = await anna.hand(buildMail({ attachments }), `?contractorId=${contractor.id}&caseId=${first}`)
  const mail = body.items[0].id
  const documentOf = async () =>
    (await anna.get(`/api/items/${mail}`)).body.attachments.map((one: { itemId: string }) => one.itemId)[0]
  await anna.patch(`/api/items/${mail}`, { caseId: second, fromCases: [] })
  expect(await placesOf(anna, await documentOf())).toEqual([first, second].toSorted())

  await anna.patch(`/api/items/${mail}`, { caseId: third, fromCases: [second] })

  expect(await placesOf(anna, mail)).toEqual([first, third].toSorted())
  expect(await placesOf(anna, await documentOf())).toEqual([first, third].toSorted())
})

it('keeps the narrow circle of an item in the case that it is added to', async () => {
  const { contractor, first, second } = await inTwoCases()
  const { id } = await buildNote(anna, contractor.id, { caseId: first })
  await anna.patch(`/api/items/${id}`, { audience: { users: [anna.id] } })

  await anna.patch(`/api/items/${id}`, { caseId: second, fromCases: [] })

  expect((await bartek.get(`/api/items/${id}`)).status).toBe(404)
})

it('says of each of many where it lay, so that it can be put back', async () => {
  const { id, first, second, third } = await inTwoCases()

  const { body } = await anna.post('/api/items/assign', { itemIds: [id], caseId: third })

  expect(body.items[0].was.toSorted()).toEqual([first, second].toSorted())
  expect(await placesOf(anna, id)).toEqual([third])
  const [one, ...others] = body.items[0].was
  await anna.post('/api/items/assign', { itemIds: [id], caseId: one, fromCases: [third] })
  for (const caseId of others) await anna.post('/api/items/assign', { itemIds: [id], caseId, fromCases: [] })
  expect(await placesOf(anna, id)).toEqual([first, second].toSorted())
})

it('tells nothing of a case that somebody does not see, which keeps the item', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const open = await buildCase(anna, contractor.id)
  const { id } = await buildNote(anna, contractor.id)
  await anna.patch(`/api/items/${id}`, { caseId: hidden.id, fromCases: [] })

  const { body } = await bartek.post('/api/items/assign', { itemIds: [id], caseId: open.id })

  expect(body.items[0].was).toEqual([null])
  expect(await placesOf(anna, id)).toEqual([hidden.id, open.id].toSorted())
})

it('answers for every item also when one of them fails as nothing should', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const notes = [await buildNote(anna, contractor.id), await buildNote(anna, contractor.id)]
  const [good, bad] = notes.map(note => note.id)
  await test.asSuper.query(
    `create function break_one() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
     create trigger break_one before insert on filing for each row when (new.item_id = '${bad}') execute function break_one()`,
  )

  const { status, body } = await anna.post('/api/items/assign', { itemIds: [good, bad], caseId: caseFile.id })
  await test.asSuper.query('drop trigger break_one on filing; drop function break_one()')

  expect(status).toBe(200)
  expect(body.items.map((one: { done: boolean }) => one.done)).toEqual([true, false])
  expect(body.items[1].code).toBe('internal')
})

/** What is told before a move: who would see the item, who of them is new, and whether its own circle goes along. */
async function foreseen(actor: Actor, itemId: string, move: object) {
  const { status, body } = await actor.post(`/api/items/${itemId}/seers`, move)
  if (status !== 200) return status
  const names = (people: { name: string }[]) => people.map(one => one.name)
  const { viewers, newcomers, newTotal, keepsCircle } = body
  return { viewers: names(viewers), newcomers: names(newcomers), newTotal, keepsCircle }
}

it('names before a move who will see the item and who is new, and moves nothing', async () => {
  const narrow = await buildContractor(anna, { audience: { users: [] } })
  const wide = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const { id } = await buildNote(anna, narrow.id)

  const told = await foreseen(anna, id, { contractorId: wide.id, caseId: null })

  expect(told).toEqual({ viewers: ['Anna', 'Bartek'], newcomers: ['Bartek'], newTotal: 1, keepsCircle: false })
  expect((await bartek.get(`/api/items/${id}`)).status).toBe(404)
  expect((await bartek.get(`/api/contractors/${wide.id}/timeline`)).body.items).toEqual([])
  expect((await anna.get(`/api/items/${id}`)).body.contractorId).toBe(narrow.id)
})

it('names nobody as new who sees the item already, in its case or where the same mail lies too', async () => {
  const narrow = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const wide = await buildContractor(anna, { audience: { users: [bartek.id, celina.id] } })
  const inside = await buildCase(anna, wide.id, { audience: { users: [] } })
  const source = buildMail({ subject: 'W dwóch kartotekach' })
  const hand = async (place: string) => (await anna.hand(source, place)).body.items
  const [first] = await hand(`?contractorId=${narrow.id}`)
  const told = () => foreseen(anna, first.id, { contractorId: wide.id, caseId: null })
  expect(await told()).toMatchObject({ newcomers: ['Celina'], newTotal: 1 })

  await hand(`?contractorId=${wide.id}&caseId=${inside.id}`)
  expect(await told()).toMatchObject({ newcomers: ['Celina'] })
  await hand(`?contractorId=${wide.id}`)

  expect(await told()).toMatchObject({ newcomers: [], newTotal: 0 })
})

it('says that a circle of its own goes along, and lets nobody new in by it', async () => {
  const wide = await buildContractor(anna, { audience: { users: [bartek.id, celina.id] } })
  const { id } = await buildNote(anna, wide.id)
  await anna.patch(`/api/items/${id}`, { audience: { users: [celina.id] } })
  const there = await buildCase(anna, wide.id, { audience: { users: [bartek.id] } })

  const told = await foreseen(anna, id, { caseId: there.id })

  expect(told).toEqual({ viewers: ['Anna', 'Celina'], newcomers: [], newTotal: 0, keepsCircle: true })
})

it('counts the people of a group, each once, and those whom the item keeps in its other case', async () => {
  const { contractor, first, id } = await inTwoCases()
  expect(await foreseen(anna, id, { caseId: null, fromCases: [first] })).toMatchObject({ newcomers: [] })
  const narrow = await buildContractor(anna, { audience: { users: [] } })
  const note = await buildNote(anna, narrow.id)

  const told = await foreseen(anna, note.id, { contractorId: contractor.id, caseId: null })

  expect(told).toEqual({
    viewers: ['Wszyscy', 'Anna'],
    newcomers: ['Bartek', 'Celina'],
    newTotal: 2,
    keepsCircle: false,
  })
})

it('tells nobody who may not move it, and refuses where the move would be refused', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const open = await buildContractor(anna)
  const { id } = await buildNote(anna, hidden.id)
  const closed = await buildCase(anna, hidden.id)
  await anna.patch(`/api/cases/${closed.id}`, { closed: true })
  const { id: known } = await buildNote(bartek, open.id)

  expect(await foreseen(bartek, id, { contractorId: open.id, caseId: null })).toBe(404)
  expect(await foreseen(bartek, known, { contractorId: hidden.id, caseId: null })).toBe(404)
  expect(await foreseen(anna, id, { caseId: closed.id })).toBe(409)
})

it('tells nobody who moves to where the mail lies hidden from him of the ways in that colleagues have there', async () => {
  const open = await buildContractor(anna)
  const other = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const secret = await buildCase(anna, other.id, { audience: { users: [] } })
  const source = buildMail({ subject: 'Też w tajnej sprawie' })
  const [hidden] = (await anna.hand(source, `?contractorId=${other.id}&caseId=${secret.id}`)).body.items
  await anna.post(`/api/items/${hidden.id}/shares`, { principals: [celina.id] })
  const [own] = (await bartek.hand(source, `?contractorId=${open.id}`)).body.items

  const told = await foreseen(bartek, own.id, { contractorId: other.id, caseId: null })

  expect(told).toEqual({ viewers: ['Anna', 'Bartek'], newcomers: [], newTotal: 0, keepsCircle: false })
})

it('says of a mail that lies in that very place for few only what it says of one that does not', async () => {
  const open = await buildContractor(anna)
  const other = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const source = buildMail({ subject: 'Poufna w tym samym miejscu' })
  await anna.hand(source, `?contractorId=${other.id}&viewer=${anna.id}`)
  const [own] = (await bartek.hand(source, `?contractorId=${open.id}`)).body.items
  const [fresh] = (await bartek.hand(buildMail({ subject: 'Nowa tutaj' }), `?contractorId=${open.id}`)).body.items
  const move = { contractorId: other.id, caseId: null }

  expect(await foreseen(bartek, own.id, move)).toEqual(await foreseen(bartek, fresh.id, move))
})

it('names also those to whom it was shown and stays shown', async () => {
  const open = await buildContractor(anna)
  const narrow = await buildContractor(anna, { audience: { users: [] } })
  const { id } = await buildNote(anna, narrow.id)
  await anna.post(`/api/items/${id}/shares`, { principals: [celina.id] })
  const there = await buildCase(anna, open.id, { audience: { users: [] } })

  const told = await foreseen(anna, id, { contractorId: open.id, caseId: there.id })

  expect(told).toMatchObject({ viewers: ['Anna', 'Celina'] })
})
