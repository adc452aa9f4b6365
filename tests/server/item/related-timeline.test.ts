import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)
const parent = await buildContractor(anna, {
  name: 'Matka',
  people: [{ name: 'Ewa', addresses: ['ewa@matka.example'] }],
})
const daughter = await buildContractor(anna, { name: 'Córka', audience: { users: [bartek.id] } })
const branch = await buildContractor(anna, { name: 'Oddział', audience: { users: [] } })
const further = await buildContractor(anna, { name: 'Wnuczka' })
const shared = await buildCase(anna, parent.id, { title: 'Wspólna', audience: { users: [bartek.id] } })
await anna.put(`/api/cases/${shared.id}/parties/${daughter.id}`, {})
for (const [one, other] of [
  [parent, daughter],
  [parent, branch],
  [daughter, further],
] as const)
  await anna.put(`/api/contractors/${one.id}/related/${other.id}`, { kind: 'subsidiary' })

const url = `/api/contractors/${parent.id}/timeline`
const call = (contractorId: string, title: string, startsAt: string, caseId?: string) =>
  anna.post('/api/activities', { kind: 'call', contractorId, title, startsAt, ...(caseId && { caseId }) })
const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T10:00:00.000Z`
for (let n = 1; n <= 5; n += 1) {
  await call(parent.id, `matka ${n}`, day(3 * n))
  await call(daughter.id, `córka ${n}`, day(3 * n + 1), n === 2 ? shared.id : undefined)
  await call(branch.id, `oddział ${n}`, day(3 * n + 2))
  // All at one moment: only the id tells them apart.
  for (const one of [parent, daughter, branch]) await call(one.id, `równo ${n}`, day(1))
}
await call(further.id, 'wnuczka', day(9))
const attachments = [{ name: 'FV 1.pdf', type: 'application/pdf', content: '%PDF-1.4 os' }]
const mail = buildMail({ from: 'ewa@matka.example', subject: 'Mail Ewy', attachments, date: new Date(day(28)) })
await anna.hand(mail, `?contractorId=${daughter.id}`)
await indexWords(test)

interface Row {
  id: string
  title: string
  occurredAt: string
  contractorName: string
}

async function everyPage(actor: Actor, question: string, limit = 200): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await actor.get(`${url}?${question}&limit=${limit}${cursor && `&cursor=${cursor}`}`)
    rows.push(...body.items)
    cursor = body.next
  }
  return rows
}
const titles = async (actor: Actor, question: string) => (await everyPage(actor, question)).map(row => row.title)

it('is off unless asked for', async () => {
  for (const question of ['', 'related=false']) expect(await everyPage(anna, question)).toHaveLength(10)
})

it.each([1, 7, 15, 31, 200])('shows all files as one, newest first, %i at a time, once each', async limit => {
  const rows = await everyPage(anna, 'related=true', limit)

  expect(rows).toHaveLength(32)
  expect(new Set(rows.map(row => row.id)).size).toBe(32)
  const keys = rows.map(row => `${row.occurredAt} ${row.id}`)
  expect(keys).toEqual(keys.toSorted().toReversed())
  expect(new Set(rows.map(row => row.contractorName))).toEqual(new Set(['Matka', 'Córka', 'Oddział']))
})

it('shows each reader those files that he sees, and of them his items', async () => {
  const ofBartek = await everyPage(bartek, 'related=true', 7)
  expect(new Set(ofBartek.map(row => row.contractorName))).toEqual(new Set(['Matka', 'Córka']))
  expect(ofBartek).toHaveLength(22)
  // She sees the parent alone, though it is related to two.
  expect(await titles(celina, 'related=true')).toEqual(await titles(celina, ''))
  // Through one case: what lies in it, and nothing else of that file.
  const own = await buildContractor(anna, { name: 'Z jedną sprawą', audience: { users: [] } })
  const seen = await buildCase(anna, own.id, { audience: { users: [celina.id] } })
  await call(own.id, 'w sprawie', day(20), seen.id)
  await call(own.id, 'obok sprawy', day(20))
  await anna.put(`/api/contractors/${parent.id}/related/${own.id}`, { kind: 'other' })
  expect((await titles(celina, 'related=true')).filter(title => title.includes('spraw'))).toEqual(['w sprawie'])
  await anna.remove(`/api/contractors/${parent.id}/related/${own.id}`)
})

it('narrows like the list of one file', async () => {
  expect(await titles(anna, 'related=true&kind=mail-in&kind=invoice')).toHaveLength(2)
  expect(await titles(anna, 'related=true&attachment=true')).toEqual(['Mail Ewy'])
  expect(await titles(anna, `related=true&caseId=${shared.id}`)).toEqual(['córka 2'])
  expect(await titles(anna, `related=true&from=${day(15)}&to=${day(18)}`)).toEqual(['oddział 5', 'córka 5', 'matka 5'])
  expect(await titles(anna, 'related=true&q=córka')).toEqual(['córka 5', 'córka 4', 'córka 3', 'córka 2', 'córka 1'])
  expect(await titles(anna, `related=true&personId=${parent.people[0]?.id}`)).toEqual(['Mail Ewy'])
  expect(await titles(anna, 'related=true&since=2000-01-01T00:00:00.000Z')).toHaveLength(32)
  expect(await titles(anna, 'related=true&since=2999-01-01T00:00:00.000Z')).toEqual([])
})

it('goes on with what is looked for, page after page', async () => {
  const rows = await everyPage(anna, 'related=true&q=równo', 4)

  expect(rows).toHaveLength(15)
  expect(new Set(rows.map(row => row.id)).size).toBe(15)
})

it('says in the spreadsheet of which file each row is', async () => {
  const { body } = await anna.get(`${url}.csv?related=true`)

  expect(body.split('\r\n')).toHaveLength(34)
  expect(body).toContain('Oddział')
})

it('ends for a reader with his sight of the other file', async () => {
  const other = await buildContractor(anna, { name: 'Na chwilę', audience: { users: [celina.id] } })
  await call(other.id, 'na chwilę', day(2))
  await anna.put(`/api/contractors/${parent.id}/related/${other.id}`, { kind: 'group' })
  expect(await titles(celina, 'related=true')).toContain('na chwilę')

  await anna.patch(`/api/contractors/${other.id}`, { audience: { users: [] } })

  expect(await titles(celina, 'related=true')).toEqual(await titles(celina, ''))
})
