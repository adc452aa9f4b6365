import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna, { addresses: ['@os.example'] })
const caseFile = await buildCase(anna, contractor.id)
const secret = await buildCase(anna, contractor.id, { audience: { users: [] } })
const url = `/api/contractors/${contractor.id}/timeline`

const call = (title: string, startsAt: string, caseId?: string) =>
  anna.post('/api/activities', {
    kind: 'call',
    contractorId: contractor.id,
    title,
    startsAt,
    ...(caseId && { caseId }),
  })
// Thirty at the same moment: only the id tells them apart.
for (let index = 0; index < 30; index += 1)
  await call(`Równo ${index}`, '2026-05-05T10:00:00.000Z', index % 3 ? undefined : caseFile.id)
for (let index = 0; index < 10; index += 1)
  await call(`Tajne ${index}`, `2026-06-0${(index % 9) + 1}T10:00:00.000Z`, secret.id)
await call('Za rok', new Date(Date.now() + 365 * 86_400_000).toISOString())
const attachments = [{ name: 'FV 1.pdf', type: 'application/pdf', content: '%PDF-1.4 os' }]
await anna.hand(
  buildMail({ from: 'a@os.example', subject: 'Z fakturą', attachments, date: new Date('2026-07-07T10:00:00Z') }),
)
await anna.hand(buildMail({ from: 'a@os.example', subject: 'Bez niczego', date: new Date('2026-08-08T10:00:00Z') }))

async function everyPage(
  actor: Actor,
  address: string,
  limit: number,
): Promise<{ id: string; title: string; occurredAt: string }[]> {
  const rows = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await actor.get(
      `${address}${address.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`,
    )
    expect(body.items.length).toBeLessThanOrEqual(limit)
    rows.push(...body.items)
    cursor = body.next
  }
  return rows
}

it.each([1, 7, 30, 43, 200])('pages through everything once, newest first, %i at a time', async limit => {
  const rows = await everyPage(anna, url, limit)

  expect(rows).toHaveLength(43)
  expect(new Set(rows.map(row => row.id)).size).toBe(43)
  expect(rows.map(row => row.occurredAt)).toEqual(
    rows
      .map(row => row.occurredAt)
      .toSorted()
      .toReversed(),
  )
})

it('pages the same way for somebody who sees a part of it', async () => {
  expect(await everyPage(bartek, url, 4)).toHaveLength(33)
  expect((await everyPage(bartek, '/api/timeline', 5)).filter(row => row.title.startsWith('Tajne'))).toEqual([])
})

it('leaves out what lies in the future', async () => {
  expect((await everyPage(anna, url, 50)).map(row => row.title)).not.toContain('Za rok')
})

it.each([
  ['kind=invoice', 1],
  ['kind=mail-in', 2],
  ['kind=mail-in&kind=invoice', 3],
  ['kind=call', 40],
  ['attachment=true', 1],
  ['attachment=true&kind=call', 0],
  ['from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z', 10],
  ['from=2026-07-07T00:00:00Z', 3],
  ['to=2026-05-05T12:00:00%2B02:00', 0],
  ['to=2026-05-05T12:00:01%2B02:00', 30],
  [`caseId=${caseFile.id}`, 10],
  [`caseId=${secret.id}&kind=call`, 10],
  ['q=rowno', 30],
  ['q=rowno&kind=mail-in', 0],
  ['q=faktura&kind=mail-in', 1],
  ['q=faktura&kind=call', 0],
  ['q=faktur&kind=mail-in', 1],
  ['q=tajne&from=2026-06-05T00:00:00Z', 5],
])('filters by %s', async (filter, count) => {
  expect(await everyPage(anna, `${url}?${filter}`, 9)).toHaveLength(count)
})

it('refuses cursors and kinds that are none of ours', async () => {
  for (const filter of ['cursor=abc', 'kind=rachunek', 'from=wczoraj', 'limit=0', 'limit=201']) {
    expect((await anna.get(`${url}?${filter}`)).status, filter).toBe(400)
  }
})

it('shows a case across its page, and to nobody outside', async () => {
  expect(await everyPage(anna, `/api/cases/${caseFile.id}/timeline`, 3)).toHaveLength(10)
  expect((await bartek.get(`/api/cases/${secret.id}/timeline`)).status).toBe(404)
  expect((await bartek.get(`${url}?caseId=${secret.id}`)).status).toBe(404)
})
