import { expect, it } from 'vitest'
import { loadSample } from '../../../server/sample/load-sample.ts'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import { openTestHouse } from '../../support/house.ts'
import { actorOf, buildUser } from '../../support/people.ts'

const MAILS = 200
const now = new Date('2026-11-23T12:00:00Z')
const test = await openTestHouse({ now: () => now })
const admin = await buildUser(test)

it('loads through the doors: what is true about the sample is what the product found out', {
  timeout: 120_000,
}, async () => {
  await loadSample(test.house, admin.id, () => {}, { mails: MAILS })

  const company = buildSampleCompany({ now, mails: MAILS })
  const { rows } = await test.asSuper.query('select count(*)::int as count from message')
  expect(rows[0].count).toBe(company.mailCount)
  const katarzyna = (await test.asSuper.query(`select id, email from app_user where name = 'Katarzyna Maj'`)).rows[0]
  const found = await actorOf(test, katarzyna.id, katarzyna.email).get('/api/contractors?q=Hurtownia Kowal')
  const timeline = await actorOf(test, katarzyna.id, katarzyna.email).get(
    `/api/contractors/${found.body.items[0].id}/timeline`,
  )
  expect(timeline.body.items.length).toBeGreaterThan(10)
  expect(timeline.body.items.map((row: { title: string }) => row.title).join()).toContain('Reklamacja krzeseł Orion')
  const related = await actorOf(test, katarzyna.id, katarzyna.email).get(
    `/api/contractors/${found.body.items[0].id}/related`,
  )
  expect(related.body.items.map((one: { name: string }) => one.name)).toEqual([
    'Meble Kruk Joanna Kruk',
    'Park Magazynowy Wschód sp. z o.o.',
  ])
})
