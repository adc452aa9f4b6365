import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { admin: true })
const anna = await buildUser(test)
const contractor = await buildContractor(anna, { addresses: ['jan@klient.example'] })
const url = '/api/settings/references'
const year = new Date().getFullYear()

const change = (pattern: string, user: Actor = admin) => user.patch(url, { pattern })
const referenceOf = async (caseId: string) => (await anna.get(`/api/cases/${caseId}`)).body.reference
const openCase = async () => {
  const { id } = await buildCase(anna, contractor.id)
  return { id, reference: await referenceOf(id) }
}
const suggested = async (subject: string) => {
  const asked = {
    messageId: `${crypto.randomUUID()}@klient.example`,
    from: ['jan@klient.example'],
    to: [anna.email],
    cc: [],
    subject,
  }
  const { body } = await anna.post('/api/lookup', asked)
  return body.suggestions.map((one: { caseId: string | null }) => one.caseId)
}

it('gives new cases references by the pattern, keeps the old ones, and finds them all in mail', async () => {
  const old = await openCase()
  expect(old.reference).toBe(`${year}/0001`)

  expect((await change('spr-{year}-{number}')).body).toEqual({
    pattern: 'SPR-{year}-{number}',
    used: ['{year}/{number:4}', 'SPR-{year}-{number}'],
  })
  const second = await openCase()
  expect((await change('KANC/{number:3}')).status).toBe(200)
  const third = await openCase()

  expect(second.reference).toBe(`SPR-${year}-2`)
  expect(third.reference).toBe('KANC/001')
  expect(await referenceOf(old.id)).toBe(`${year}/0001`)
  for (const [words, { id }] of [
    [`Odp: ${year}-0001`, old],
    [`Odp: spr ${year}`, null],
    [`Odp: spr-${year}-0002 termin`, second],
    [`SPR/${year}/2`, second],
    ['Re: kanc-1', third],
    ['[KANC/001]', third],
    ['KANC/0011', null],
  ].map(([words, one]) => [words, one ?? { id: null }]) as [string, { id: string | null }][])
    expect((await suggested(words))[0] ?? null, words).toBe(id)
  expect((await anna.get(url)).body.pattern).toBe('KANC/{number:3}')
})

it('files mail by a reference in its body, as by one of the first pattern', async () => {
  const pattern = await change('TEMAT-{year}-{number:3}')
  expect(pattern.status).toBe(200)
  const { id, reference } = await openCase()
  const hand = (text: string) =>
    anna.hand(buildMail({ from: anna.email, to: 'jan@klient.example', subject: 'Termin', text }))

  const { body } = await hand(`Dzień dobry, w sprawie ${reference} proponuję piątek.`)

  expect(body.items).toMatchObject([{ contractorId: contractor.id, caseId: id }])
  expect(body.method).toBe('case-number')
})

it('counts on past four digits', async () => {
  await test.asSuper.query('insert into case_counter values ($1, 9999) on conflict (year) do update set last = 9999', [
    year,
  ])
  await change('{year}/{number:4}')

  expect((await openCase()).reference).toBe(`${year}/10000`)
})

it('refuses patterns that could be taken for something else, and everybody who is no administrator', async () => {
  for (const pattern of ['{number}', 'FV-{number}', '(a+)+{number}', '{number:4}/{year}'])
    expect((await change(pattern)).body).toMatchObject({ status: 422, code: 'ambiguous-pattern', fields: ['pattern'] })
  expect((await change('')).status).toBe(400)
  expect((await change('X'.repeat(61))).status).toBe(400)
  expect((await change('SPR-{number}', anna)).status).toBe(403)
})
