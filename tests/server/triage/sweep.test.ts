import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const sweep = async (actor: Actor, id: string, address: string) =>
  actor.get(`/api/contractors/${id}/sweep?address=${encodeURIComponent(address)}`)
const timeline = async (actor: Actor, id: string) => (await actor.get(`/api/contractors/${id}/timeline`)).body.items

it('counts what an address would bring: only mail that the reader has or sees', async () => {
  const contractor = await buildContractor(anna)
  const mails = Array.from({ length: 4 }, (_, n) => buildMail({ from: `osoba${n}@zamiatanie.example` }))
  for (const mail of mails) await anna.hand(mail)
  await bartek.hand(buildMail({ from: 'tylko@zamiatanie.example' }))
  const filed = await anna.hand(mails[0] ?? '', `?contractorId=${contractor.id}`)
  const secret = await anna.hand(mails[1] ?? '', `?contractorId=${contractor.id}`)
  await anna.patch(`/api/items/${secret.body.items[0].id}`, onlyHerself)

  expect((await sweep(anna, contractor.id, '@zamiatanie.example')).body).toEqual({
    mails: 4,
    mailboxes: 1,
    filed: 2,
    confidential: 1,
    waiting: 2,
  })
  // His own, and the one that lies open in the file.
  expect((await sweep(bartek, contractor.id, '@zamiatanie.example')).body).toEqual({
    mails: 2,
    mailboxes: 1,
    filed: 1,
    confidential: 0,
    waiting: 1,
  })
  expect((await sweep(anna, contractor.id, 'osoba2@zamiatanie.example')).body).toMatchObject({ mails: 1, waiting: 1 })
  expect(filed.body.items).toHaveLength(1)
})

it('files the caller’s waiting mail by the normal decision, and nobody else’s', async () => {
  const contractor = await buildContractor(anna)
  for (let n = 0; n < 3; n += 1) await anna.hand(buildMail({ from: `o${n}@zbior.example` }))
  await bartek.hand(buildMail({ from: 'b@zbior.example' }))
  await anna.post(`/api/contractors/${contractor.id}/addresses`, { address: '@zbior.example' })
  const act = () => anna.post(`/api/contractors/${contractor.id}/sweep`, { address: '@zbior.example' })

  const [one, other] = await Promise.all([act(), act()])
  const again = await act()

  expect(Math.max(one.body.filed, other.body.filed)).toBe(3)
  expect(again.body).toEqual({ looked: 0, filed: 0, next: null })
  const items = await timeline(anna, contractor.id)
  expect(items).toHaveLength(3)
  expect((await anna.get(`/api/items/${items[0].id}`)).body.filings).toMatchObject([
    { method: 'domain', evidence: 'zbior.example', by: null },
  ])
  expect((await bartek.get('/api/triage?domain=zbior.example')).body.items).toHaveLength(1)
})

it('refuses a hidden contractor as one that is not there, and an address of somebody else', async () => {
  const hidden = await buildContractor(anna, { ...onlyHerself, addresses: ['@tajne.example'] })
  const open = await buildContractor(anna)
  const nowhere = crypto.randomUUID()

  expect((await sweep(bartek, hidden.id, '@tajne.example')).body).toEqual(
    (await sweep(bartek, nowhere, '@tajne.example')).body,
  )
  const post = async (id: string) =>
    (await bartek.post(`/api/contractors/${id}/sweep`, { address: '@tajne.example' })).status
  expect([await post(hidden.id), await post(nowhere), await post(open.id)]).toEqual([404, 404, 400])
  expect((await sweep(anna, open.id, 'bzdura')).status).toBe(400)
})
