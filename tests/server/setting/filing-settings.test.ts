import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const url = '/api/settings/filing'

it('begins with nobody’s word believed, and keeps what is not named', async () => {
  expect((await anna.get(url)).body).toEqual({ borders: [], tenant: false, threshold: null, freeMailDomains: [] })

  const changed = await admin.patch(url, { borders: ['mx.nasza.example'] })
  await admin.patch(url, { threshold: 0.8 })

  expect(changed.status).toBe(200)
  expect((await anna.get(url)).body).toMatchObject({ borders: ['mx.nasza.example'], tenant: false, threshold: 0.8 })
  await admin.patch(url, { threshold: null })
  expect((await anna.get(url)).body.threshold).toBeNull()
})

it('is believed by the decision from the next mail on', async () => {
  const contractor = await buildContractor(admin, { addresses: ['jan@klient.example'] })
  const caseFile = await buildCase(admin, contractor.id)
  const headers = ['Authentication-Results: mx.nasza.example; dmarc=pass header.from=klient.example']
  const mail = () => buildMail({ from: 'jan@klient.example', subject: `Sprawa ${caseFile.reference}`, headers })
  await admin.patch(url, { borders: [] })
  const before = await admin.hand(mail())
  await admin.patch(url, { borders: ['mx.nasza.example'] })
  const after = await admin.hand(mail())

  expect(before.body.items).toMatchObject([{ contractorId: contractor.id, caseId: null }])
  expect(after.body.items).toMatchObject([{ contractorId: contractor.id, caseId: caseFile.id }])
})

it('is changed by administrators only, and takes no nonsense', async () => {
  expect((await anna.patch(url, { tenant: true })).status).toBe(403)
  for (const body of [
    {},
    { borders: 'mx' },
    { borders: ['a b'] },
    { threshold: 2 },
    { other: 1 },
    { freeMailDomains: ['bzdura'] },
  ])
    expect((await admin.patch(url, body)).status).toBe(400)
  expect((await anna.get(url)).body.tenant).toBe(false)
})

it('takes a domain that everyone can get an address in for no company’s, in decision and pane', async () => {
  const before = await buildContractor(admin, { addresses: ['@kazdy.example'] })
  await admin.patch(url, { freeMailDomains: ['@Kazdy.example', 'kazdy.example'] })

  expect((await anna.get(url)).body.freeMailDomains).toEqual(['kazdy.example'])
  expect((await admin.hand(buildMail({ from: 'a@kazdy.example' }))).body).toMatchObject({ action: 'triage', items: [] })
  const { body } = await admin.post('/api/lookup', { from: ['a@kazdy.example'] })
  expect(body).toMatchObject({ contractors: [], unknown: [{ address: 'a@kazdy.example', isFreeMail: true }] })
  const add = (address: string) => admin.post(`/api/contractors/${before.id}/addresses`, { address })
  expect((await add('@kazdy.example')).status).toBe(400)
  expect((await add('b@kazdy.example')).status).toBe(200)
  expect((await admin.hand(buildMail({ from: 'b@kazdy.example' }))).body).toMatchObject({ method: 'address' })

  await admin.patch(url, { freeMailDomains: [] })
  expect((await admin.hand(buildMail({ from: 'c@kazdy.example' }))).body).toMatchObject({ method: 'domain' })
})
