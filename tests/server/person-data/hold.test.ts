import { beforeEach, expect, it } from 'vitest'
import { eraseExpired } from '../../../server/retention/keep-retained.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const refusal = { status: 409, body: { code: 'on-hold' } }
let number = 0

async function buildPerson() {
  number += 1
  const address = `ola${number}@dwie${number}.example`
  const people = [{ name: 'Ola', addresses: [address, `dom${number}@poczta.example`] }]
  const contractor = await buildContractor(anna, { name: `Oli ${number}`, people, audience: { users: [admin.id] } })
  return { address, contractor }
}
const hold = (address: string) => admin.post('/api/person-holds', { address, reason: 'Spór' })

beforeEach(async () => {
  await test.asSuper.query('delete from person_hold')
  await admin.put('/api/retention', { isOn: false, months: {} })
})

it('keeps mails in which she takes part, by any of her addresses, whatever their age, until it is lifted', async () => {
  const { address, contractor } = await buildPerson()
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: `a ${number}` }]
  await anna.hand(buildMail({ from: `dom${number}@poczta.example`, attachments }), `?contractorId=${contractor.id}`)
  await anna.hand(buildMail({ from: 'inny@obcy.example' }), `?contractorId=${contractor.id}`)
  await test.asSuper.query(`update item set occurred_at = now() - interval '9 years'`)
  const { body: held } = await hold(address)
  const months = { 'mail-in': 12, document: 12 }
  const preview = await admin.post('/api/retention/preview', { months })
  await admin.put('/api/retention', { isOn: true, months })

  expect(preview.body.items).toEqual([
    { kind: 'document', expired: 1, held: 1 },
    { kind: 'mail-in', expired: 2, held: 1 },
  ])
  expect(await eraseExpired(test)).toBe(1)
  expect((await admin.remove(`/api/person-holds/${held.id}`)).status).toBe(204)
  expect(await eraseExpired(test)).toBe(2)
})

it('lets nobody take her record away, nor merge it into another file', async () => {
  const { address, contractor } = await buildPerson()
  const other = await buildContractor(anna, { audience: { users: [admin.id] } })
  const { body: held } = await hold(address)
  const merge = () => anna.post(`/api/contractors/${other.id}/merge`, { fromId: contractor.id, circle: 'keep' })

  expect(await merge()).toMatchObject(refusal)
  await expect(test.asSuper.query('delete from person where contractor_id = $1', [contractor.id])).rejects.toThrow(
    'on-hold',
  )
  await admin.remove(`/api/person-holds/${held.id}`)
  expect((await merge()).status).toBe(200)
})

it('is listed with its reason, placed once and by administrators alone', async () => {
  const { address } = await buildPerson()

  expect(await hold(address.toUpperCase())).toMatchObject({ status: 201, body: { address, reason: 'Spór' } })
  expect((await hold(address)).status).toBe(409)
  expect((await admin.get('/api/person-holds')).body.items).toMatchObject([{ address }])
  expect((await anna.get('/api/person-holds')).status).toBe(403)
  expect((await anna.post('/api/person-holds', { address, reason: 'x' })).status).toBe(403)
  const { rows } = await test.asSuper.query(`select * from audit_entry where object_type = 'person-data'`)
  expect(JSON.stringify(rows)).not.toContain(address)
})
