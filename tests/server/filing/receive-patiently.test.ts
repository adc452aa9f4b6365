import { expect, it, vi } from 'vitest'
import { receivePatiently, resumeArrivals } from '../../../server/filing/receive-patiently.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const contractor = await buildContractor(anna)
const place = { contractorId: contractor.id, caseId: null }
const rows = async () => (await test.asSuper.query('select 1 from arrival')).rows.length
const timeline = async () => (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items

it('answers that a slow message is still being read, and files it when it is', async () => {
  const incoming = {
    userId: anna.id,
    source: Buffer.from(buildMail({ subject: 'Powolna' })),
    arrival: { door: 'push' as const },
    place,
  }

  const answer = await receivePatiently(test.house, incoming, 0)

  expect(answer).toMatchObject({ action: 'pending', items: [] })
  await vi.waitFor(async () => expect(await timeline()).toMatchObject([{ title: 'Powolna' }]))
  await vi.waitFor(async () => expect(await rows()).toBe(0))
})

it('goes on after a restart with what was still being read', async () => {
  const source = Buffer.from(buildMail({ subject: 'Przerwana' }))
  const hash = await test.house.blobs.put(source)
  await test.asSuper.query('insert into arrival (owner_id, source_hash, place) values ($1, $2, $3)', [
    anna.id,
    hash,
    JSON.stringify(place),
  ])

  await resumeArrivals(test.house)

  expect((await timeline()).map((row: { title: string }) => row.title)).toContain('Przerwana')
  expect(await rows()).toBe(0)
})
