import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

const block = (actor: Actor, address: string, scope = 'personal') =>
  actor.post('/api/blocked-addresses', { address, scope })
const list = async (actor: Actor) => (await actor.get('/api/blocked-addresses')).body.items

it.each([
  ['an address', 'zly@adres.example', 'zly@adres.example'],
  ['an address with a tag', 'tag@adres.example', 'tag+reklama@adres.example'],
  ['a domain', '@domena.example', 'ktokolwiek@domena.example'],
  ['an address in capitals', 'DUZY@adres.example', 'duzy@adres.example'],
])('leaves out mail of %s on the personal list, for its owner only', async (_name, address, from) => {
  await block(anna, address)

  expect((await anna.hand(buildMail({ from }))).body).toMatchObject({
    action: 'leave-out',
    reason: expect.stringMatching(/^blocked/),
  })
  expect((await bartek.hand(buildMail({ from }))).body).toMatchObject({ action: 'triage' })
})

it.each([
  ['another address of the domain', 'zly@sasiad.example', 'dobry@sasiad.example'],
  ['a longer domain', '@krotka.example', 'a@nie.krotka.example'],
  ['an address that looks like the domain', '@koniec.example', 'koniec.example@inna.example'],
])('does not leave out %s', async (_name, address, from) => {
  await block(anna, address)

  expect((await anna.hand(buildMail({ from }))).body.action).toBe('triage')
})

it('leaves out for everyone what the company blocks, also mail of a contractor', async () => {
  await buildContractor(anna, { addresses: ['@firma-zla.example'] })
  await block(admin, '@firma-zla.example', 'company')

  const { body } = await bartek.hand(buildMail({ from: 'a@firma-zla.example' }))

  expect(body).toMatchObject({ action: 'leave-out', reason: expect.stringMatching(/^blocked/), items: [] })
  const leftOut = (await bartek.get('/api/triage?state=left-out&domain=firma-zla.example')).body.items
  expect(leftOut).toMatchObject([{ id: body.id, reason: expect.stringMatching(/^blocked/) }])
})

it('lets a person file by hand what is blocked, and what we write ourselves go its way', async () => {
  const contractor = await buildContractor(anna, { addresses: ['k@wlasne.example'] })
  await block(anna, anna.email)
  await block(anna, 'k@wlasne.example')

  const byHand = await anna.hand(buildMail({ from: 'k@wlasne.example' }), `?contractorId=${contractor.id}`)
  const sent = await anna.hand(buildMail({ from: anna.email, to: 'k@wlasne.example' }))

  expect(byHand.body.items).toHaveLength(1)
  expect(sent.body).toMatchObject({ action: 'file' })
})

it('keeps the lists apart, the company’s for administrators, and adds nothing twice', async () => {
  const first = await block(anna, '@prywatna.example')
  const second = await block(anna, '@PRYWATNA.example')
  const company = (await block(admin, '@firmowa.example', 'company')).body

  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body.id).toBe(first.body.id)
  expect((await block(anna, '@firmowa2.example', 'company')).status).toBe(403)
  expect(JSON.stringify(await list(bartek))).not.toContain('prywatna')
  expect(JSON.stringify(await list(admin))).not.toContain('prywatna')
  expect(await list(bartek)).toContainEqual(expect.objectContaining({ address: '@firmowa.example', scope: 'company' }))
  expect((await bartek.remove(`/api/blocked-addresses/${first.body.id}`)).status).toBe(404)
  expect((await bartek.remove(`/api/blocked-addresses/${company.id}`)).status).toBe(403)
  expect((await anna.remove(`/api/blocked-addresses/${first.body.id}`)).status).toBe(204)
  expect((await anna.remove(`/api/blocked-addresses/${first.body.id}`)).status).toBe(404)
  expect((await anna.hand(buildMail({ from: 'x@prywatna.example' }))).body.action).toBe('triage')
})

it('refuses what is neither an address nor a domain', async () => {
  for (const address of ['', 'abc', '@', 'a@b', 'x'.repeat(400)]) expect((await block(anna, address)).status).toBe(400)
})
