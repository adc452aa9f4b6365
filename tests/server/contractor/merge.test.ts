import { expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

const titles = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline?limit=100`)).body.items.map(
    (row: { title: string }) => row.title,
  )
const merge = (actor: Actor, into: string, from: string, circle = 'keep') =>
  actor.post(`/api/contractors/${into}/merge`, { fromId: from, circle })

async function isConsistent() {
  for (const [name, text] of Object.entries(consistencySql))
    expect((await test.asSuper.query(text)).rows, name).toEqual([])
}

it('finds pairs of one NIP, one domain and alike names, among those that the asker sees', async () => {
  const first = await buildContractor(admin, { name: 'Drukarnia Wschód sp. z o.o.', taxId: '5213017228' })
  const second = await buildContractor(admin, {
    name: 'Drukarnia Wschod Sp. z o. o.',
    addresses: ['a@druk-wschod.example'],
  })
  const third = await buildContractor(admin, { name: 'DW', taxId: '5213017228', addresses: ['@druk-wschod.example'] })
  await buildContractor(anna, { name: 'Drukarnia Wschód tajna', audience: { users: [] } })
  const { body } = await admin.get('/api/contractors/duplicates')

  const reasonsOf = (one: { id: string }, other: { id: string }) =>
    body.items.find(
      (pair: { one: { id: string }; other: { id: string } }) =>
        [pair.one.id, pair.other.id].toSorted().join() === [one.id, other.id].toSorted().join(),
    )?.reasons
  expect(reasonsOf(first, third)).toEqual(['taxId'])
  expect(reasonsOf(first, second)).toEqual(['name'])
  expect(reasonsOf(second, third)).toEqual(['domain'])
  expect(JSON.stringify(body)).not.toContain('tajna')
  expect(body.items[0].reasons).toContain('taxId')
})

it('moves items, cases, people, addresses and tax ids, and leads old links to the file that is left', async () => {
  const from = await buildContractor(anna, {
    name: 'Stara nazwa',
    taxId: '7740001454',
    addresses: ['biuro@stara.example', '@wspolna.example'],
    people: [{ name: 'Jan Stary', addresses: ['jan@stara.example'] }],
    tags: ['ważny'],
  })
  const into = await buildContractor(anna, { name: 'Nowa nazwa', addresses: ['@wspolna.example'], tags: ['nowy'] })
  const caseFile = await buildCase(anna, from.id, { title: 'Stara sprawa' })
  await buildNote(anna, from.id, { title: 'notatka w sprawie', caseId: caseFile.id })
  const both = buildMail({
    from: 'x@wspolna.example',
    subject: 'w obu',
    attachments: [{ name: 'umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 x' }],
  })
  await anna.hand(both, `?contractorId=${from.id}`)
  await anna.hand(both, `?contractorId=${into.id}`)
  const old = buildMail({ from: 'jan@stara.example', subject: 'tylko stary' })
  await anna.hand(old)
  await anna.put(`/api/contractors/${from.id}/follow`, { follows: true })
  await indexWords(test)

  const { body: preview } = await anna.get(`/api/contractors/${into.id}/merge?fromId=${from.id}`)
  expect(preview).toMatchObject({ items: 4, both: 2, cases: 1, gaining: [], losing: [], mayMerge: true })
  const merged = await merge(anna, into.id, from.id)

  expect(merged.status).toBe(200)
  expect(merged.body).toMatchObject({
    id: into.id,
    nip: '7740001454',
    tags: ['nowy', 'ważny'],
    addresses: ['biuro@stara.example', '@wspolna.example'],
    people: [{ name: 'Jan Stary', addresses: ['jan@stara.example'] }],
  })
  expect((await titles(anna, into.id)).toSorted()).toEqual(['notatka w sprawie', 'tylko stary', 'umowa.pdf', 'w obu'])
  const found = await anna.get(`/api/search?q=${encodeURIComponent('"tylko stary"')}&contractorId=${into.id}`)
  expect(found.body.items).toMatchObject([{ title: 'tylko stary' }])
  expect((await anna.get(`/api/contractors/${from.id}`)).body.id).toBe(into.id)
  expect((await anna.get(`/api/contractors/${into.id}/cases`)).body.items).toMatchObject([{ id: caseFile.id }])
  // The same mail once more stays one, and new mail finds the file that is left.
  await anna.hand(both, `?contractorId=${into.id}`)
  const { body: next } = await anna.hand(buildMail({ from: 'jan@stara.example', subject: 'później' }))
  expect(next.items).toMatchObject([{ contractorId: into.id }])
  expect(await titles(anna, into.id)).toHaveLength(5)
  await isConsistent()
})

it('keeps what was for fewer eyes with those eyes, also what the merger does not see', async () => {
  const narrow = await buildContractor(anna, { name: 'Wąska', audience: { users: [admin.id] } })
  const wide = await buildContractor(anna, { name: 'Szeroka' })
  await buildNote(anna, narrow.id, { title: 'dla dwojga' })
  const secret = await buildNote(anna, narrow.id, { title: 'tylko Anny' })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [] } })
  const caseFile = await buildCase(anna, narrow.id)
  await buildNote(anna, narrow.id, { title: 'w sprawie', caseId: caseFile.id })

  const { body: preview } = await admin.get(`/api/contractors/${wide.id}/merge?fromId=${narrow.id}`)
  expect(preview.items).toBe(2)
  expect(preview.gaining.length).toBeGreaterThan(0)
  expect((await merge(admin, wide.id, narrow.id, 'keep')).status).toBe(200)

  expect((await titles(anna, wide.id)).toSorted()).toEqual(['dla dwojga', 'tylko Anny', 'w sprawie'])
  expect((await titles(admin, wide.id)).toSorted()).toEqual(['dla dwojga', 'w sprawie'])
  expect(await titles(bartek, wide.id)).toEqual([])
  expect((await bartek.get(`/api/cases/${caseFile.id}`)).status).toBe(404)
  await isConsistent()
})

it('widens only when it is told to, and never what has a circle of its own', async () => {
  const narrow = await buildContractor(anna, { name: 'Wąska dwa', audience: { users: [] } })
  const wide = await buildContractor(anna, { name: 'Szeroka dwa' })
  await buildNote(anna, narrow.id, { title: 'od teraz dla wszystkich' })
  const secret = await buildNote(anna, narrow.id, { title: 'nadal tylko Anny' })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [] } })
  expect((await merge(anna, wide.id, narrow.id, 'survivor')).status).toBe(200)

  expect(await titles(bartek, wide.id)).toEqual(['od teraz dla wszystkich'])
  await isConsistent()
})

it('is refused to who is not in both circles, or neither administers nor manages', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const open = await buildContractor(anna)

  expect((await merge(admin, open.id, hidden.id)).status).toBe(404)
  expect((await merge(admin, hidden.id, open.id)).status).toBe(404)
  const other = await buildContractor(anna)
  expect((await merge(bartek, open.id, other.id)).status).toBe(403)
  expect((await merge(anna, open.id, open.id)).status).toBe(400)
  expect((await merge(anna, open.id, other.id, 'everyone')).status).toBe(400)
  expect((await anna.get(`/api/contractors/${other.id}`)).body.id).toBe(other.id)
})

it('leads a link on through a second merge, and shows it to nobody who does not see the file that is left', async () => {
  const [a, b, c] = [
    await buildContractor(anna),
    await buildContractor(anna),
    await buildContractor(anna, { audience: { users: [] } }),
  ]
  await merge(anna, b.id, a.id)
  await merge(anna, c.id, b.id)

  expect((await anna.get(`/api/contractors/${a.id}`)).body.id).toBe(c.id)
  expect((await bartek.get(`/api/contractors/${a.id}`)).status).toBe(404)
  const { body } = await admin.get('/api/audit?limit=50')
  expect(JSON.stringify(body.items)).toContain(a.id)
})

it('keeps whose an address of both is, and what was known of the file that goes', async () => {
  const from = await buildContractor(anna, {
    name: 'Odchodząca',
    regon: '123456785',
    city: 'Łódź',
    people: [{ name: 'Anna Wspólna', addresses: ['anna@wspolny-adres.example'] }],
  })
  const into = await buildContractor(anna, {
    name: 'Zostająca',
    city: 'Kutno',
    addresses: ['anna@wspolny-adres.example'],
  })

  const { body } = await merge(anna, into.id, from.id)

  expect(body.people).toMatchObject([{ name: 'Anna Wspólna', addresses: ['anna@wspolny-adres.example'] }])
  expect(body).toMatchObject({ city: 'Kutno', regon: '123456785', note: 'Odchodząca, Łódź' })
})
