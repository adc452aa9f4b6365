import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const url = '/api/own-addresses'
const add = async (actor: Actor, address: string) => (await actor.post(url, { address })).status
const remove = async (actor: Actor, address: string) =>
  (await actor.remove(`${url}?address=${encodeURIComponent(address)}`)).status
const addresses = async () => (await anna.get(url)).body.items.map((one: { address: string }) => one.address)

it('makes mail of our own domain internal from then on, until it is taken off', async () => {
  const internal = () => admin.hand(buildMail({ from: 'ktos@oddzial.example', to: admin.email }))
  expect((await internal()).body.reason).not.toBe('internal')

  expect(await add(admin, '@Oddzial.example')).toBe(201)
  expect(await add(admin, '@oddzial.example')).toBe(201)
  expect(await addresses()).toContain('@oddzial.example')
  expect((await internal()).body).toMatchObject({ action: 'leave-out', reason: 'internal' })

  expect(await remove(admin, '@oddzial.example')).toBe(204)
  expect(await addresses()).not.toContain('@oddzial.example')
  expect((await internal()).body.reason).not.toBe('internal')
})

it('keeps the address of an account, and names whose it is', async () => {
  const { items } = (await admin.get(url)).body
  expect(items).toContainEqual({ address: anna.email, userName: expect.stringContaining('Użytkownik') })

  expect(await remove(admin, anna.email)).toBe(400)
  expect(await addresses()).toContain(anna.email)
})

it('takes the domain of mail where the name of a web page was typed', async () => {
  const added = await admin.post(url, { address: '@www.kowalski.example' })
  await add(admin, '@www.example')

  expect(added.body.address).toBe('@kowalski.example')
  expect(await addresses()).toEqual(expect.arrayContaining(['@kowalski.example', '@www.example']))
  expect(await addresses()).not.toContain('@www.kowalski.example')
  expect(await add(admin, '@www.gmail.com')).toBe(400)
})

it('refuses a mail service for everyone, nonsense, and whoever is no administrator', async () => {
  await admin.patch('/api/settings/filing', { freeMailDomains: ['kazdego.example'] })

  for (const address of ['@gmail.com', '@kazdego.example', 'bzdura']) expect(await add(admin, address)).toBe(400)
  expect(await add(admin, 'firma@gmail.com')).toBe(201)
  expect(await add(anna, '@nasza2.example')).toBe(403)
  expect(await remove(anna, 'firma@gmail.com')).toBe(403)
  expect(await remove(admin, '@nie-ma.example')).toBe(404)
  expect(await remove(admin, 'bzdura')).toBe(400)
})
