import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

/** A file with one person in it. */
async function open() {
  const people = [{ name: 'Ewa Lis', role: 'biuro', phones: ['22 1'], addresses: ['ewa@osoby.example'] }]
  const { id } = await buildContractor(anna, { people, addresses: ['biuro@osoby.example'] })
  const { body } = await anna.get(`/api/contractors/${id}`)
  return { path: `/api/contractors/${id}/people`, id, ewa: body.people[0].id as string }
}

it('adds a person, whose mail then finds the file', async () => {
  const { path, id } = await open()
  const jan = { name: ' Jan Kot ', role: 'kierowca', phones: ['600 700 800'], addresses: ['JAN@nowy.example'] }

  const { status, body } = await anna.post(path, jan)

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.people).toMatchObject([
    { name: 'Ewa Lis' },
    { name: 'Jan Kot', role: 'kierowca', phones: ['600 700 800'], addresses: ['jan@nowy.example'] },
  ])
  expect((await anna.hand(buildMail({ from: 'jan@nowy.example' }))).body.items).toMatchObject([{ contractorId: id }])
})

it('changes what is named of a person and leaves the rest', async () => {
  const { path, ewa } = await open()

  const { body } = await anna.patch(`${path}/${ewa}`, { phones: ['22 2'], role: '' })

  expect(body.people).toMatchObject([
    { id: ewa, name: 'Ewa Lis', role: null, phones: ['22 2'], addresses: ['ewa@osoby.example'] },
  ])
})

it('replaces the addresses of a person, and takes one over that was the company’s', async () => {
  const { path, ewa } = await open()

  const { body } = await anna.patch(`${path}/${ewa}`, { addresses: ['biuro@osoby.example', 'e.lis@osoby.example'] })

  expect(body.people[0].addresses).toEqual(['biuro@osoby.example', 'e.lis@osoby.example'])
  expect(body.addresses).toEqual([])
})

it('refuses a wrong address, and then changes nothing', async () => {
  const { path, id, ewa } = await open()

  expect((await anna.patch(`${path}/${ewa}`, { role: 'inna', addresses: ['@gmail.com'] })).status).toBe(400)
  expect((await anna.post(path, { name: 'Jan', addresses: ['nic'] })).status).toBe(400)
  expect((await anna.post(path, { name: ' ' })).status).toBe(400)
  expect((await anna.get(`/api/contractors/${id}`)).body.people).toMatchObject([{ role: 'biuro' }])
})

it('knows no person of another file, and lets nobody change whom he may only see', async () => {
  const { path, id, ewa } = await open()
  const other = await open()
  expect((await anna.patch(`${other.path}/${ewa}`, { role: 'x' })).status).toBe(404)

  await anna.patch(`/api/contractors/${id}`, { audience: { users: [] } })
  expect((await bartek.post(path, { name: 'Jan' })).status).toBe(404)
  expect((await bartek.patch(`${path}/${ewa}`, { role: 'x' })).status).toBe(404)
  await buildCase(anna, id, { audience: { users: [bartek.id] } })
  expect((await bartek.post(path, { name: 'Jan' })).status).toBe(403)
  expect((await bartek.patch(`${path}/${ewa}`, { role: 'x' })).status).toBe(403)
})
