import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

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
