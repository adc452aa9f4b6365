import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const url = '/api/settings/filing'

it('begins with nobody’s word believed, and keeps what is not named', async () => {
  expect((await anna.get(url)).body).toEqual({ borders: [], tenant: false, threshold: null })

  const changed = await admin.patch(url, { borders: ['mx.nasza.example'] })
  await admin.patch(url, { threshold: 0.8 })

  expect(changed.status).toBe(200)
  expect((await anna.get(url)).body).toEqual({ borders: ['mx.nasza.example'], tenant: false, threshold: 0.8 })
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
  for (const body of [{}, { borders: 'mx' }, { borders: ['a b'] }, { threshold: 2 }, { other: 1 }])
    expect((await admin.patch(url, body)).status).toBe(400)
  expect((await anna.get(url)).body.tenant).toBe(false)
})
