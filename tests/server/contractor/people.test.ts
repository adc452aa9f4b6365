import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

/** A file with one person in it. */
async function open(domain = 'osoby.example', name = 'Ewa Lis') {
  const people = [{ name, role: 'biuro', phones: ['22 1'], addresses: [`ewa@${domain}`] }]
  const { id } = await buildContractor(anna, { people, addresses: [`biuro@${domain}`] })
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

it('refuses an address that another person has, and lets nobody lose one silently', async () => {
  const { path, id, ewa } = await open('wspolny.example')
  const taken = { status: 409, body: { code: 'address-taken', fields: ['addresses'] } }

  expect(await anna.post(path, { name: 'Jan', addresses: ['EWA@wspolny.example'] })).toMatchObject(taken)
  const { body } = await anna.post(path, { name: 'Jan', addresses: ['biuro@wspolny.example'] })
  const jan = body.people.find((person: { name: string }) => person.name === 'Jan')
  expect(jan.addresses).toEqual(['biuro@wspolny.example'])
  const both = { addresses: ['ewa@wspolny.example', 'biuro@wspolny.example'] }
  expect(await anna.patch(`${path}/${ewa}`, both)).toMatchObject(taken)
  expect((await anna.get(`/api/contractors/${id}`)).body.people).toMatchObject([
    { name: 'Ewa Lis', addresses: ['ewa@wspolny.example'] },
    { name: 'Jan', addresses: ['biuro@wspolny.example'] },
  ])
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

it('removes a person: listed, found and offered no more, and mail finds nothing by the addresses', async () => {
  const { path, id, ewa } = await open('usunieta.example', 'Ewa Usunięta')
  const kase = await buildCase(anna, id)
  const before = (await anna.hand(buildMail({ from: 'ewa@usunieta.example', subject: 'Wcześniej' }))).body

  const { status, body } = await anna.remove(`${path}/${ewa}`)

  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.people).toEqual([])
  expect(body.addresses).toEqual(['biuro@usunieta.example'])
  expect((await anna.hand(buildMail({ from: 'ewa@usunieta.example' }))).body.items).toEqual([])
  expect((await anna.get(`/api/items/${before.items[0].id}`)).body.title).toBe('Wcześniej')
  expect((await anna.get(`/api/cases/${kase.id}`)).body.people).toEqual([])
  expect((await anna.get('/api/search/places?q=Ewa%20Usuni%C4%99ta')).body.people).toEqual([])
  expect((await anna.get('/api/contractors?q=Ewa%20Usuni%C4%99ta')).body.items).toEqual([])
  expect((await anna.get('/api/contractors?address=ewa@usunieta.example')).body.items).toEqual([])
  const call = { kind: 'call', contractorId: id, title: 'Telefon', personId: ewa }
  expect((await anna.post('/api/activities', call)).status).toBe(404)
  // Not there is not there.
  expect((await anna.remove(`${path}/${ewa}`)).status).toBe(404)
  expect((await anna.patch(`${path}/${ewa}`, { role: 'x' })).status).toBe(404)
  const { rows } = await test.asSuper.query(
    'select verb, details from audit_entry where object_id = $1 order by id desc limit 1',
    [id],
  )
  expect(rows).toEqual([{ verb: 'person-removed', details: { personId: ewa } }])
})

it('leaves what was done with a removed person as it was, with the name', async () => {
  const { path, id, ewa } = await open()
  const { id: itemId, objectId } = await buildNote(anna, id, {
    kind: 'call',
    title: 'Telefon',
    personId: ewa,
    startsAt: '2026-03-03T10:00:00.000Z',
  })
  await anna.remove(`${path}/${ewa}`)

  const changed = await anna.patch(`/api/activities/${objectId}`, { title: 'Długi telefon', personId: ewa })

  expect(changed.status, JSON.stringify(changed.body)).toBeLessThan(300)
  const { body } = await anna.get(`/api/items/${itemId}`)
  expect(body.title).toBe('Długi telefon')
  expect(body.activity).toMatchObject({ personId: ewa, personName: 'Ewa Lis' })
  const timeline = await anna.get(`/api/contractors/${id}/timeline?personId=${ewa}`)
  expect(timeline.body.items).toHaveLength(1)
})

it('takes a removed person back, with the addresses that nobody was given since', async () => {
  const { path, id, ewa } = await open('wraca.example')
  await anna.patch(`${path}/${ewa}`, { addresses: ['ewa@wraca.example', 'e.lis@wraca.example'] })
  await anna.remove(`${path}/${ewa}`)
  const jan = await anna.post(path, { name: 'Jan', addresses: ['e.lis@wraca.example'] })
  expect(jan.body.people).toMatchObject([{ name: 'Jan', addresses: ['e.lis@wraca.example'] }])

  const { body } = await anna.patch(`${path}/${ewa}`, { removed: false })

  expect(body.people).toMatchObject([
    { id: ewa, name: 'Ewa Lis', role: 'biuro', phones: ['22 1'], addresses: ['ewa@wraca.example'] },
    { name: 'Jan', addresses: ['e.lis@wraca.example'] },
  ])
  expect((await anna.hand(buildMail({ from: 'ewa@wraca.example' }))).body.items).toMatchObject([{ contractorId: id }])
  const { rows } = await test.asSuper.query(
    `select verb from audit_entry where object_id = $1 and verb like 'person-%' order by id`,
    [id],
  )
  expect(rows.map(({ verb }) => verb)).toEqual(['person-removed', 'person-restored'])
})

it('removes nobody of another file, nobody whom one may only see, and nobody on hold', async () => {
  const admin = await buildUser(test, { admin: true })
  const { path, id, ewa } = await open()
  const other = await open()
  expect((await anna.remove(`${other.path}/${ewa}`)).status).toBe(404)
  const { body: hold } = await admin.post('/api/person-holds', { address: 'ewa@osoby.example', reason: 'Spór' })
  expect(await anna.remove(`${path}/${ewa}`)).toMatchObject({ status: 409, body: { code: 'on-hold' } })
  expect((await anna.get(`/api/contractors/${id}`)).body.people).toMatchObject([{ addresses: ['ewa@osoby.example'] }])
  await admin.remove(`/api/person-holds/${hold.id}`)

  await anna.patch(`/api/contractors/${id}`, { audience: { users: [] } })
  expect((await bartek.remove(`${path}/${ewa}`)).status).toBe(404)
  await buildCase(anna, id, { audience: { users: [bartek.id] } })
  expect((await bartek.remove(`${path}/${ewa}`)).status).toBe(403)
})
