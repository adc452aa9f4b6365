import { expect, it } from 'vitest'
import { startJournal } from '../../../server/journal/start-journal.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'
import { buildJournalAddress, untilRead } from '../../support/smtp-door.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
await buildContractor(anna, { addresses: ['@klient.example'] })

/** A mail that was acknowledged for an address, an hour ago, and failed so often since. */
async function waits(addressId: string, from: string, tries = 0) {
  const hash = await test.house.blobs.put(Buffer.from(buildMail({ from, to: anna.email })))
  const later = tries > 0 ? `now() + interval '1 day'` : 'now()'
  await test.asSuper.query(
    `insert into journal_arrival (source_hash, size, recipients, arrived_at, tries, next_try_at) values ($1, 10, $2, now() - interval '1 hour', $3, ${later})`,
    [hash, JSON.stringify([{ id: addressId, tag: null }]), tries],
  )
}
const healthOf = async (actor: Actor, id: string) =>
  (await actor.get('/api/journal-addresses')).body.items.find((one: { id: string }) => one.id === id)

it('says of an address what waits, since when, what failed and how much is not filed, to its keeper alone', async () => {
  const hers = await buildJournalAddress(anna)
  const journal = await buildJournalAddress(admin, 'journal')
  await waits(hers.id, 'jan@klient.example')
  await waits(hers.id, 'ktos@nieznany.example')
  await waits(hers.id, 'inny@nieznany.example', 3)
  await waits(journal.id, 'jan@klient.example', 1)

  expect(await healthOf(anna, hers.id)).toMatchObject({ waiting: 3, failing: 1, unfiledShare: 0 })
  expect(Date.now() - Date.parse((await healthOf(anna, hers.id)).waitingSince)).toBeGreaterThan(3_500_000)
  expect(await healthOf(admin, journal.id)).toMatchObject({ waiting: 1, failing: 1 })
  expect(await healthOf(admin, hers.id)).toBeUndefined()

  const door = await startJournal(
    { ...test.house },
    { log: { warn: () => {} }, pace: { restMs: 100, firstWaitMs: 100 } },
  )
  await expect.poll(async () => (await healthOf(anna, hers.id)).waiting, { timeout: 10_000 }).toBe(1)
  expect((await bartek.post(`/api/journal-addresses/${hers.id}/sync`)).status).toBe(404)
  expect((await healthOf(anna, hers.id)).waiting).toBe(1)
  expect((await anna.post(`/api/journal-addresses/${hers.id}/sync`)).status).toBe(202)
  expect((await admin.post(`/api/journal-addresses/${journal.id}/sync`)).status).toBe(202)
  await untilRead(test)
  await door.stop()

  expect(await healthOf(anna, hers.id)).toMatchObject({
    waiting: 0,
    waitingSince: null,
    failing: 0,
    unfiledShare: 0.6667,
  })
})
