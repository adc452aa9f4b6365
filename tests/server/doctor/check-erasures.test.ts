import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkErasures } from '../../../server/doctor/check-erasures.ts'
import { erasePerson } from '../../../server/person-data/erase-person.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const folder = test.house.config.dataFolder
const ola = 'ola@wraca.example'
const old = buildMail({ from: ola })

async function found() {
  const client = await test.asSuper.connect()
  try {
    return await checkErasures(client, folder)
  } finally {
    client.release()
  }
}

it('names who stands here again after an older backup was restored, until she is erased again or may come back', async () => {
  await admin.hand(old)
  const body = { address: ola, confirmation: ola, reason: 'Wniosek z 2 marca', duties: [], others: 'keep' }
  const { body: asked } = await admin.post('/api/erasures', body)
  await erasePerson(test, asked.id)
  appendFileSync(path.join(folder, 'audit', 'erasures.jsonl'), '{"erased":["broken off')

  expect(await found()).toMatchObject([{ state: 'ok' }])
  // As the backup from before has it.
  await test.asSuper.query('delete from tombstone; delete from erasure')
  await admin.hand(old)
  expect(await found()).toMatchObject([{ state: 'fault', says: expect.stringContaining(ola) }])
  appendFileSync(path.join(folder, 'audit', 'erasures.jsonl'), '\n')
  const { body: again } = await admin.post('/api/erasures', body)
  await erasePerson(test, again.id)
  expect(await found()).toMatchObject([{ state: 'ok' }])
  await admin.remove(`/api/erasures/${again.id}/tombstone`)
  await admin.hand(old)
  expect(await found()).toMatchObject([{ state: 'ok' }])
})

it('says when an erasure is not done', async () => {
  const address = 'inna@czeka.example'
  const body = { address, confirmation: address, reason: 'Wniosek z 2 marca', duties: [], others: 'keep' }
  await admin.post('/api/erasures', body)
  await test.asSuper.query(`update erasure set asked_at = now() - interval '2 hours' where state = 'waiting'`)

  expect(await found()).toMatchObject([{ state: 'warning', says: expect.stringContaining('1 erasures') }])
})
