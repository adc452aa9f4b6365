import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'

const DAY_MS = 86_400_000
const company = buildSampleCompany()
const mails = [...company.mails()]

function hashOf(sources: Iterable<{ source: Uint8Array }>): string {
  const hash = createHash('sha256')
  for (const { source } of sources) hash.update(source)
  return hash.digest('hex')
}

function isValidNip(nip: string): boolean {
  const sum = [6, 5, 7, 2, 3, 4, 5, 6, 7].reduce((total, weight, index) => total + weight * Number(nip[index]), 0)
  return /^\d{10}$/.test(nip) && sum % 11 === Number(nip[9])
}

it('makes the same bytes from the same seed', () => {
  const again = buildSampleCompany()

  expect(hashOf(again.mails())).toBe(hashOf(mails))
  expect({ ...again, mails: null }).toEqual({ ...company, mails: null })
})

it('makes the same bytes on every machine, compressed parts aside', () => {
  const plain = mails.filter(
    mail =>
      !mail.attachmentNames.some(name => /\.(docx|xlsx|png)$/.test(name)) &&
      !Buffer.from(mail.source).includes('image/png'),
  )

  expect(plain.length).toBeGreaterThan(1000)
  expect(hashOf(plain)).toMatchInlineSnapshot(`"5eb5e88b405ad42150ed4689c38f850b54294ac0a12ee82f3657622481d5fc82"`)
})

it('makes other mails from another seed', () => {
  const other = buildSampleCompany({ seed: 7, mails: 100 })
  const ids = new Set(mails.map(({ messageId }) => messageId))

  expect([...other.mails()].filter(({ messageId }) => ids.has(messageId))).toEqual([])
})

it('yields 3,000 mails in a few seconds', () => {
  const tookMs = startCpuClock()

  for (const _mail of buildSampleCompany().mails());

  expect(tookMs()).toBeLessThan(10_000)
})

it.each([40, 500, 3400])('yields exactly %i mails when asked for so many', count => {
  const asked = buildSampleCompany({ mails: count })

  expect([...asked.mails()]).toHaveLength(count)
  expect(asked.mailCount).toBe(count)
})

it('has the promised numbers of everything', () => {
  expect(mails).toHaveLength(3000)
  expect(company.users).toHaveLength(8)
  expect(company.users.filter(user => user.isAdministrator)).toHaveLength(1)
  expect(company.groups.map(group => group.name)).toEqual(['Sprzedaż', 'Księgowość', 'Serwis', 'Zarząd'])
  expect(company.contractors.length).toBeGreaterThanOrEqual(40)
  expect(company.persons.length).toBeGreaterThanOrEqual(140)
  expect(company.cases).toHaveLength(120)
  const count = (isNote: boolean) => company.activities.filter(({ kind }) => (kind === 'note') === isNote).length
  expect([count(false), count(true)]).toEqual([300, 60])
})

it('carries attachments in about a third of the mails', () => {
  const share = mails.filter(mail => mail.attachmentNames.length > 0).length / mails.length

  expect(share).toBeGreaterThan(0.32)
  expect(share).toBeLessThan(0.38)
})

it('gives every Polish company a NIP with a right check digit, and no two the same', () => {
  const numbers = company.contractors.flatMap(contractor => contractor.nip ?? [])

  expect(numbers.length).toBeGreaterThan(30)
  expect(numbers.filter(nip => !isValidNip(nip))).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
})

it('refers only to things that exist', () => {
  const contractors = new Set(company.contractors.map(({ key }) => key))
  const cases = new Map(company.cases.map(caseFile => [caseFile.key, caseFile.contractorKey]))
  const users = new Set(company.users.map(({ email }) => email))
  const persons = new Set(company.persons.map(({ key }) => key))

  expect(mails.filter(mail => mail.contractorKey && !contractors.has(mail.contractorKey))).toEqual([])
  expect(mails.filter(mail => mail.caseKey && cases.get(mail.caseKey) !== mail.contractorKey)).toEqual([])
  expect(mails.filter(mail => !users.has(mail.mailbox))).toEqual([])
  expect(company.activities.filter(one => one.person && !persons.has(one.person))).toEqual([])
  expect(company.activities.filter(one => !contractors.has(one.contractorKey))).toEqual([])
  expect(
    company.relations
      .flatMap(({ contractorKey, relatedKey }) => [contractorKey, relatedKey])
      .filter(key => !contractors.has(key)),
  ).toEqual([])
  expect(company.groups.flatMap(({ members }) => members).filter(email => !users.has(email))).toEqual([])
})

it('keeps the mail of a contractor that few may see in the mailboxes of those few', () => {
  const closed = company.contractors.filter(({ audience }) => audience !== 'everyone')
  const membersOf = (name: string) => company.groups.find(group => group.name === name)?.members ?? []

  expect(closed.length).toBeGreaterThan(1)
  for (const { key, audience } of closed) {
    const mailboxes = mails.filter(mail => mail.contractorKey === key).map(mail => mail.mailbox)
    expect(mailboxes.filter(mailbox => !membersOf(audience).includes(mailbox))).toEqual([])
  }
})

it('closes no case before it was opened, and writes in none after it was closed', () => {
  const closed = new Map(company.cases.map(({ key, closed: at }) => [key, at]))

  expect(company.cases.filter(({ opened, closed: at }) => at && at < opened)).toEqual([])
  expect(mails.filter(({ caseKey, sentAt }) => caseKey && sentAt > (closed.get(caseKey) ?? new Date(8.64e15)))).toEqual(
    [],
  )
})

it('puts the richest file at Hurtownia Kowal, with twelve cases of which four are open', () => {
  const kowal = company.contractors.find(({ name }) => name === 'Hurtownia Kowal sp. z o.o.')
  const cases = company.cases.filter(({ contractorKey }) => contractorKey === kowal?.key)
  const counts = company.contractors.map(({ key }) => mails.filter(({ contractorKey }) => contractorKey === key).length)
  const own = mails.filter(({ contractorKey }) => contractorKey === kowal?.key).length

  expect(kowal?.domain).toBe('hurtownia-kowal.example')
  expect(own).toBe(Math.max(...counts))
  expect(own).toBeGreaterThan(200)
  expect(cases).toHaveLength(12)
  expect(cases.filter(({ closed }) => closed === null)).toHaveLength(4)
})

it.each(['2026-10-14T09:20:00Z', '2027-01-02T02:00:00Z', '2026-03-30T05:10:00Z'])(
  'ends with the complaint about the chairs when the present is %s',
  present => {
    const now = new Date(present)
    const seen = [...buildSampleCompany({ now }).mails()]
    const newest = seen.at(-1)
    const times = seen.map(({ sentAt }) => sentAt.getTime())

    expect(newest?.subject).toMatch(/Reklamacja krzeseł Orion$/)
    expect(newest?.direction).toBe('in')
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times.at(-2)).toBeLessThan(times.at(-1) ?? 0)
    expect(times.at(-1)).toBeLessThan(now.getTime())
    expect(times.at(-1)).toBeGreaterThan(now.getTime() - DAY_MS)
    expect(times[0]).toBeGreaterThan(now.getTime() - 560 * DAY_MS)
  },
)

it('leaves no file of a contractor empty', () => {
  const written = new Set(mails.map(({ contractorKey }) => contractorKey))

  expect(company.contractors.filter(({ key }) => !written.has(key)).map(({ name }) => name)).toEqual([])
})
