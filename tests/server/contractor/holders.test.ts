import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

it('names those who have just this address or its domain, to whoever sees them', async () => {
  await buildContractor(anna, { name: 'Żółty', addresses: ['@klient.example'], audience: { users: [anna.id] } })
  await buildContractor(admin, { name: 'Biały', addresses: ['jan@klient.example', '@klient.example.com'] })
  const holders = async (user: typeof anna, address: string) => {
    const { status, body } = await user.get(`/api/contractors?address=${encodeURIComponent(address)}`)
    return status === 200 ? body.items.map((one: { name: string }) => one.name) : status
  }

  expect(await holders(anna, '@klient.example')).toEqual(['Żółty'])
  expect(await holders(anna, ' JAN@klient.example')).toEqual(['Biały', 'Żółty'])
  expect(await holders(anna, 'ewa@klient.example')).toEqual(['Żółty'])
  expect(await holders(anna, '@inny.example')).toEqual([])
  expect(await holders(bartek, '@klient.example')).toEqual([])
  expect(await holders(bartek, 'jan@klient.example')).toEqual(['Biały'])
  expect(await holders(anna, 'nikt')).toBe(400)
})

it('names the holders of many addresses at once, each as it was asked for', async () => {
  const wanted = [' JAN@klient.example', '@inny.example', '@klient.example']
  const asked = async (user: typeof anna) =>
    (await user.post('/api/contractors/holders', { addresses: wanted })).body.items.map(
      (one: { address: string; contractors: { name: string }[] }) => [one.address, ...one.contractors.map(c => c.name)],
    )

  expect(await asked(anna)).toEqual([
    [' JAN@klient.example', 'Biały', 'Żółty'],
    ['@klient.example', 'Żółty'],
  ])
  expect(await asked(bartek)).toEqual([[' JAN@klient.example', 'Biały']])
  expect((await anna.post('/api/contractors/holders', { addresses: ['nikt'] })).body).toMatchObject({
    code: 'invalid',
    fields: ['addresses'],
  })
})

it('names who has a NIP however it is written, to whoever sees them', async () => {
  await buildContractor(anna, { name: 'Ukryty', taxId: '5213017228', audience: { users: [anna.id] } })
  await buildContractor(admin, { name: 'Jawny', taxId: 'PL 521-301-72-28' })
  const asked = async (user: typeof anna, taxId: string) =>
    user.post('/api/contractors/holders', { addresses: [], taxId })
  const names = async (user: typeof anna) =>
    (await asked(user, '521 301 72 28')).body.ofTaxId.map((one: { name: string }) => one.name)

  expect(await names(anna)).toEqual(['Jawny', 'Ukryty'])
  expect(await names(bartek)).toEqual(['Jawny'])
  expect((await asked(bartek, '')).body).toEqual({ items: [], ofTaxId: [] })
  expect((await asked(anna, '5213017229')).body).toMatchObject({ code: 'tax-id-wrong', fields: ['taxId'] })
})

it('makes one contractor and one case of what is sent twice under one number', async () => {
  const [id, caseId] = [randomUUID(), randomUUID()]
  const create = () => anna.post('/api/contractors', { id, name: 'Raz', addresses: ['@raz.example'] })
  const open = () => anna.post(`/api/contractors/${id}/cases`, { id: caseId, title: 'Raz' })

  const replies = [...(await Promise.all([create(), create()])), await create()]
  const opened = [...(await Promise.all([open(), open()])), await open()]

  expect(replies.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([201, id]))
  expect(opened.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([201, caseId]))
  expect((await anna.get(`/api/contractors/${id}/cases`)).body.items).toHaveLength(1)
})

it('gives nobody what another made under a number, hidden or not', async () => {
  const make = async (audience: object) => {
    const { id } = await buildContractor(anna, { id: randomUUID(), name: 'Moje', ...audience })
    const { id: caseId } = await buildCase(anna, id, { id: randomUUID(), title: 'Moje' })
    return { id, caseId }
  }
  const own = await buildContractor(bartek)
  const answers = async ({ id, caseId }: { id: string; caseId: string }) => [
    await bartek.post('/api/contractors', { id, name: 'Cudze' }),
    await bartek.post(`/api/contractors/${own.id}/cases`, { id: caseId, title: 'Cudze' }),
  ]

  const seen = await answers(await make({}))
  const hidden = await answers(await make({ audience: { users: [anna.id] } }))

  expect(seen.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([409, 'already-there']))
  expect(hidden.map(({ status, body }) => [status, body])).toEqual(seen.map(({ status, body }) => [status, body]))
})
