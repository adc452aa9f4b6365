import { expect, it } from 'vitest'
import type { Counts } from '../../../shared/finding.ts'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna, { name: 'Szukany', addresses: ['biuro@szukany.example'] })
await anna.post(`/api/contractors/${contractor.id}/addresses`, {
  address: 'jan@szukany.example',
  personName: 'Jan Lis',
})
const hidden = await buildContractor(anna, {
  name: 'Ukryty',
  addresses: ['ewa@ukryty.example'],
  audience: { users: [anna.id] },
})
await anna.post(`/api/contractors/${hidden.id}/addresses`, { address: 'adam@ukryty.example', personName: 'Adam Kot' })
const caseFile = await buildCase(anna, contractor.id, { title: 'Regały' })
const secret = await buildCase(anna, contractor.id, { title: 'Poufna', audience: { users: [anna.id] } })

const mail = (from: string, subject: string) => buildMail({ from, subject, text: 'Prosimy o wycenę regałów.' })
await anna.hand(mail('jan@szukany.example', 'Jeden'), `?contractorId=${contractor.id}&caseId=${caseFile.id}`)
await anna.hand(mail('jan@szukany.example', 'Dwa'), `?contractorId=${contractor.id}&caseId=${secret.id}`)
await anna.hand(mail('adam@ukryty.example', 'Trzy'), `?contractorId=${hidden.id}`)
await buildNote(anna, contractor.id, { title: 'Notatka o regałach' })
await indexWords(test)

async function counts(user: Actor, more = ''): Promise<Counts> {
  const reply = await user.get(`/api/search/counts?q=rega%C5%82${more}`)
  expect(reply.status).toBe(200)
  return reply.body
}

const amounts = (shares: Counts['cases']) => Object.fromEntries(shares.map(({ name, amount }) => [name, amount]))

it('counts the finds by kind, contractor, case, person and year', async () => {
  const all = await counts(anna)

  expect([all.amount, all.isMore]).toEqual([4, false])
  expect(all.kinds).toEqual({ 'mail-in': 3, note: 1 })
  expect(amounts(all.contractors)).toEqual({ Szukany: 3, Ukryty: 1 })
  expect(amounts(all.cases)).toEqual({ [`${caseFile.reference} Regały`]: 1, [`${secret.reference} Poufna`]: 1 })
  expect(amounts(all.people)).toEqual({ 'Jan Lis': 2, 'Adam Kot': 1 })
  expect(Object.values(all.years).reduce((sum, amount) => sum + amount, 0)).toBe(4)
})

it('counts and names nothing of what the reader does not see', async () => {
  const all = await counts(bartek)

  expect(all.amount).toBe(2)
  expect(amounts(all.contractors)).toEqual({ Szukany: 2 })
  expect(amounts(all.cases)).toEqual({ [`${caseFile.reference} Regały`]: 1 })
  expect(amounts(all.people)).toEqual({ 'Jan Lis': 1 })
})

it('counts within what is chosen', async () => {
  const people: { id: string; name: string }[] = (await anna.get(`/api/contractors/${contractor.id}`)).body.people

  expect((await counts(anna, `&contractorId=${hidden.id}`)).amount).toBe(1)
  expect((await counts(anna, `&caseId=${caseFile.id}`)).amount).toBe(1)
  expect((await counts(anna, `&personId=${people[0]?.id}`)).amount).toBe(2)
  expect((await counts(anna, '&kind=note')).kinds).toEqual({ note: 1 })
  expect((await counts(anna, '&to=2000-01-01T00:00:00.000Z')).amount).toBe(0)
  expect((await counts(bartek, `&contractorId=${hidden.id}`)).amount).toBe(0)
  expect((await counts(bartek, `&caseId=${secret.id}`)).amount).toBe(0)
})

it('counts nothing where nothing is looked for, and refuses no words at all', async () => {
  expect((await anna.get('/api/search/counts?q=-nic')).body.amount).toBe(0)
  expect((await anna.get('/api/search/counts')).status).toBe(400)
})

it('stops at a thousand and says that there are more', async () => {
  const titles = Array.from({ length: 1_001 }, (_, index) => `Palety ${index}`)
  while (titles.length > 0) {
    await Promise.all(titles.splice(0, 20).map(title => buildNote(anna, contractor.id, { title })))
  }
  await indexWords(test)

  const many: Counts = (await bartek.get('/api/search/counts?q=palety')).body

  expect([many.amount, many.isMore]).toEqual([1_000, true])
}, 120_000)

it('finds people and cases by their names, as far as the reader sees them', async () => {
  const find = async (user: Actor, q: string) => (await user.get(`/api/search/places?q=${encodeURIComponent(q)}`)).body

  expect((await find(anna, 'jan l')).people).toMatchObject([{ name: 'Jan Lis', contractorName: 'Szukany' }])
  expect((await find(anna, 'adam')).people).toMatchObject([{ name: 'Adam Kot' }])
  expect((await find(bartek, 'adam')).people).toEqual([])
  expect((await find(bartek, 'rega')).cases).toMatchObject([{ title: 'Regały', reference: caseFile.reference }])
  expect((await find(anna, secret.reference)).cases).toMatchObject([{ title: 'Poufna' }])
  expect((await find(bartek, secret.reference)).cases).toEqual([])
  expect((await find(anna, '%')).cases).toEqual([])
  expect((await anna.get('/api/search/places?q=')).status).toBe(400)
})

it('counts in a file and in a case what their lists find, what is to come with it', async () => {
  const file = await buildContractor(anna)
  const kase = await buildCase(anna, file.id)
  const meet = (startsAt: string) =>
    buildNote(anna, file.id, { kind: 'meeting', title: 'Odbiór windy', startsAt, caseId: kase.id })
  await meet('2026-01-05T10:00:00.000Z')
  await meet('2099-01-05T10:00:00.000Z')
  const places = [
    [`contractors/${file.id}`, `contractorId=${file.id}`],
    [`cases/${kase.id}`, `caseId=${kase.id}`],
  ]

  for (const [place, where] of places)
    for (const [more, amount] of [
      ['', 2],
      ['&to=2050-01-01T00:00:00.000Z', 1],
    ] as const) {
      const list = (await anna.get(`/api/${place}/timeline?q=windy${more}`)).body.items
      const counted: Counts = (await anna.get(`/api/search/counts?q=windy&${where}${more}`)).body
      expect([list.length, counted.amount]).toEqual([amount, amount])
    }
})
