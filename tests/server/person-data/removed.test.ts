import { expect, it } from 'vitest'
import { erasePerson } from '../../../server/person-data/erase-person.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser, tokenOf } from '../../support/people.ts'
import { readZip } from '../../support/read-zip.ts'
import { placesOf } from './text-columns.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
let number = 0

/** A contact person who was removed from a file, and of whom a call and two mails tell. */
async function buildRemoved() {
  number += 1
  const [address, other, phone] = [`ola${number}@oli.example`, `ola${number}@dom.example`, `60160260${number}`]
  const name = `Aleksandra Nowak-${number}`
  const people = [{ name, phones: [phone], addresses: [address, other] }]
  const contractor = await buildContractor(anna, { people })
  const personId = contractor.people[0]?.id
  await anna.hand(buildMail({ from: address, subject: 'pierwszy' }))
  await anna.hand(buildMail({ from: other, subject: 'drugi' }))
  await anna.post('/api/activities', { kind: 'call', contractorId: contractor.id, personId, title: `Rozmowa: ${name}` })
  await anna.remove(`/api/contractors/${contractor.id}/people/${personId}`)
  return { address, other, phone, name, contractor }
}

it('finds whoever was removed from a file by name, number and address, with what there is', async () => {
  const { address, other, phone, name, contractor } = await buildRemoved()
  const search = async (query: string) => (await admin.post('/api/person-data/search', { query })).body.items

  for (const query of [name, phone, address])
    expect(await search(query)).toContainEqual(expect.objectContaining({ address, name }))
  const { body } = await admin.post('/api/person-data/report', { address })
  expect(body.addresses).toEqual([address, other])
  expect(body.counts).toMatchObject({ people: 1, addresses: 0, mails: 2, activities: 1 })
  expect(body.files).toMatchObject([{ contractorId: contractor.id, people: 1 }])
})

it('gives a copy of what there is of whoever was removed', async () => {
  const { address, other, name } = await buildRemoved()
  const { body } = await admin.post('/api/person-data/exports', { address, reason: 'Wniosek z 2 marca' })
  const headers = { authorization: `Bearer ${await tokenOf(test, admin.id)}` }

  const { rawPayload } = await test.app.inject({ url: `/api/person-data/exports/${body.id}`, headers })

  const data = JSON.parse(String((await readZip(rawPayload)).get('data.json')))
  expect(data.people).toMatchObject([{ name, addresses: [other, address].toSorted() }])
  expect(data.activities).toMatchObject([{ title: `Rozmowa: ${name}` }])
})

it('keeps by a hold what was done with whoever was removed', async () => {
  const { address, name } = await buildRemoved()
  const { body: hold } = await admin.post('/api/person-holds', { address, reason: 'Spór' })
  const ask = () =>
    admin.post('/api/erasures', {
      address,
      confirmation: address,
      reason: 'Wniosek z 2 marca',
      duties: [],
      others: 'erase',
    })
  const isHeld = `select is_person_held(id) as held from activity where title = $1`

  expect((await test.asSuper.query(isHeld, [`Rozmowa: ${name}`])).rows).toEqual([{ held: true }])
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'on-hold' } })
  await admin.remove(`/api/person-holds/${hold.id}`)
  expect((await ask()).status).toBe(201)
})

it('erases whoever was removed, to the last word', async () => {
  const { address, other, phone, name } = await buildRemoved()
  const preview = { address, duties: [], others: 'erase' }
  expect((await admin.post('/api/erasures/preview', preview)).body).toMatchObject({ people: 1, activities: 1 })
  const { body } = await admin.post('/api/erasures', { ...preview, confirmation: address, reason: 'Wniosek z 2 marca' })

  await erasePerson(test, body.id)

  for (const word of [address, other, phone, name]) expect(await placesOf(test.asSuper, word)).toEqual([])
})
