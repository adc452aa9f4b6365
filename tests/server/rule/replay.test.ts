import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

let counter = 0
const pdf = (words: string) => ({ name: 'umowa.pdf', type: 'application/pdf', content: `%PDF-1.4 ${words}\n%%EOF` })
const word = () => `wyraz${String(++counter).padStart(3, '0')}x`
const body = (value: string, contractorId: string, more: object = {}) => ({
  match: 'all',
  conditions: [{ field: 'subject', operator: 'contains', values: [value], match: 'any' }],
  action: 'file',
  contractorId,
  ...more,
})
const made = async (actor: Actor, value: string, contractorId: string, more: object = {}) =>
  (
    await actor.post('/api/rules', {
      name: `Reguła ${value}`,
      scope: 'personal',
      ...body(value, contractorId),
      ...more,
    })
  ).body
const everything = async (actor: Actor, ruleId: string, preview: boolean, limit = 100) => {
  const outcomes: Record<string, string> = {}
  let cursor: string | null = null
  do {
    const reply: Awaited<ReturnType<Actor['post']>> = await actor.post(`/api/rules/${ruleId}/replay`, {
      preview,
      limit,
      ...(cursor && { cursor }),
    })
    expect(reply.status).toBe(200)
    for (const item of reply.body.items) outcomes[item.messageId] = item.outcome
    cursor = reply.body.next
  } while (cursor)
  return outcomes
}
const filings = async () =>
  (
    await test.asSuper.query(
      `select i.object_id, i.contractor_id, f.case_file_id, f.method, f.evidence, f.filed_by from item i join filing f on f.item_id = i.id order by 1, 2, 3`,
    )
  ).rows

it('tries a rule on the latest mail of its owner and writes nothing', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const own = await anna.hand(buildMail({ subject }))
  const other = await bartek.hand(buildMail({ subject }))
  const before = await filings()

  const reply = await anna.post('/api/rules/test', { scope: 'personal', ...body(subject, contractor.id) })

  const outcomes = new Map(
    reply.body.items.map((item: { messageId: string; outcome: string }) => [item.messageId, item.outcome]),
  )
  expect(outcomes.get(own.body.id)).toBe('file')
  expect(outcomes.has(other.body.id)).toBe(false)
  expect(await filings()).toEqual(before)
  expect((await anna.get('/api/rules')).body.items).toEqual([])
})

it('shows an administrator who tries a rule of the company only mail that he sees', async () => {
  const subject = word()
  const hidden = await buildContractor(bartek, { audience: { users: [] } })
  const open = await buildContractor(bartek)
  const secret = await bartek.hand(buildMail({ subject }), `?contractorId=${hidden.id}`)
  const waiting = await bartek.hand(buildMail({ subject }))
  const seen = await bartek.hand(buildMail({ subject }), `?contractorId=${open.id}`)

  const reply = await anna.post('/api/rules/test', { scope: 'company', ...body(subject, open.id), latest: 500 })

  const ids = reply.body.items.map((item: { messageId: string }) => item.messageId)
  expect(ids).toContain(seen.body.id)
  expect(ids).not.toContain(secret.body.id)
  expect(ids).not.toContain(waiting.body.id)
})

it('tells apart what it would file, move, and leave as it is, and does just that', async () => {
  const old = await buildContractor(anna, { addresses: ['@stary.example'] })
  const target = await buildContractor(anna)
  const caseFile = await buildCase(anna, target.id)
  const subject = word()
  const attachments = [pdf(subject)]
  const waiting = await anna.hand(buildMail({ subject, attachments }))
  const moved = await anna.hand(
    buildMail({
      subject,
      from: 'a@stary.example',
      attachments: [pdf(`inna ${subject}`)],
    }),
  )
  const byHand = await anna.hand(buildMail({ subject }), `?contractorId=${old.id}`)
  const doubtful = await anna.hand(buildMail({ subject, headers: ['From: b@c.example'] }))
  const other = await anna.hand(buildMail({ subject: word() }))
  const confidential = await anna.hand(buildMail({ subject, from: 'c@stary.example' }))
  await anna.patch(`/api/items/${confidential.body.items[0].id}`, { audience: { users: [] } })
  const rule = await made(anna, subject, target.id, { caseId: caseFile.id })
  const expected = {
    [waiting.body.id]: 'file',
    [moved.body.id]: 'move',
    [byHand.body.id]: 'by-hand',
    [doubtful.body.id]: 'doubtful',
    [confidential.body.id]: 'by-hand',
  }
  const before = await filings()

  expect(await everything(anna, rule.id, true)).toEqual(expected)
  expect(await filings()).toEqual(before)
  expect(await everything(anna, rule.id, false, 2)).toEqual(expected)

  const after = await filings()
  const of = (id: string) => after.filter(row => row.object_id === id)
  for (const id of [waiting.body.id, moved.body.id])
    expect(of(id)).toEqual([
      {
        object_id: id,
        contractor_id: target.id,
        case_file_id: caseFile.id,
        method: 'rule',
        evidence: rule.name,
        filed_by: null,
      },
    ])
  for (const id of [byHand.body.id, confidential.body.id])
    expect(of(id)).toEqual(before.filter(row => row.object_id === id))
  expect(of(other.body.id)).toEqual([])
  const kinds = (await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items.map(
    (row: { kind: string }) => row.kind,
  )
  expect(kinds.filter((kind: string) => kind === 'mail-in')).toHaveLength(2)
  expect(kinds).toHaveLength(4)
  expect((await anna.get('/api/triage')).body.items.map((row: { id: string }) => row.id)).not.toContain(waiting.body.id)
  expect((await anna.get('/api/rules')).body.items.find((one: { id: string }) => one.id === rule.id).hits).toBe(2)
})

it('does nothing twice, also when it runs several times at once', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const ids: string[] = []
  for (let number = 0; number < 6; number += 1) ids.push((await anna.hand(buildMail({ subject }))).body.id)
  const rule = await made(anna, subject, contractor.id)

  await Promise.all([1, 2, 3, 4].map(limit => everything(anna, rule.id, false, limit)))

  const first = await filings()
  expect(first.filter(row => ids.includes(row.object_id))).toHaveLength(6)
  const again = await everything(anna, rule.id, false)
  expect(Object.values(again)).toEqual(ids.map(() => 'done-already'))
  expect(await filings()).toEqual(first)
})

it('moves on what it filed itself when its target changes, but not what another rule filed', async () => {
  const [one, two, three] = [await buildContractor(anna), await buildContractor(anna), await buildContractor(anna)]
  const subject = word()
  const rule = await made(anna, subject, one.id)
  const { body: mail } = await anna.hand(buildMail({ subject }))
  const other = await made(anna, subject, three.id)
  await anna.patch(`/api/rules/${rule.id}`, { body: body(subject, two.id) })

  expect(await everything(anna, other.id, false)).toEqual({ [mail.id]: 'filed-already' })
  expect(await everything(anna, rule.id, false)).toEqual({ [mail.id]: 'move' })
  expect((await filings()).filter(row => row.object_id === mail.id)).toMatchObject([
    { contractor_id: two.id, method: 'rule' },
  ])
})

it('touches nobody else’s mail', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const { body: hers } = await bartek.hand(buildMail({ subject }))
  const personal = await made(anna, subject, contractor.id)
  const company = await made(anna, subject, contractor.id, { scope: 'company' })

  expect(await everything(anna, personal.id, false)).toEqual({})
  expect(await everything(anna, company.id, false)).toEqual({})
  expect((await filings()).filter(row => row.object_id === hers.id)).toEqual([])
})

it('takes no notice of what somebody filed where one may not look', async () => {
  const contractor = await buildContractor(bartek)
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const subject = word()
  const mail = buildMail({ subject })
  const { body: known } = await bartek.hand(mail)
  const { body: plain } = await bartek.hand(buildMail({ subject }))
  await anna.hand(mail, `?contractorId=${hidden.id}`)
  const rule = await made(bartek, subject, contractor.id)

  expect(await everything(bartek, rule.id, true)).toEqual({ [known.id]: 'file', [plain.id]: 'file' })
  await everything(bartek, rule.id, false)

  const of = (await filings()).filter(row => row.object_id === known.id)
  expect(of).toHaveLength(2)
  expect(of).toContainEqual(expect.objectContaining({ contractor_id: hidden.id, method: 'hand', filed_by: anna.id }))
})

it('leaves out what waits, and nothing that lies in a file', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const { body: waiting } = await anna.hand(buildMail({ subject }))
  const { body: filed } = await anna.hand(
    buildMail({ subject, from: 'x@plik.example' }),
    `?contractorId=${contractor.id}`,
  )
  const rule = await made(anna, subject, contractor.id, { action: 'leave-out', contractorId: null })

  expect(await everything(anna, rule.id, false)).toEqual({ [waiting.id]: 'leave-out', [filed.id]: 'by-hand' })
  expect(await everything(anna, rule.id, false)).toMatchObject({ [waiting.id]: 'done-already' })
  const out = (await anna.get('/api/triage?state=left-out')).body.items.map((row: { id: string }) => row.id)
  expect(out).toContain(waiting.id)
})

it('reads a header from the source of a stored mail', async () => {
  const contractor = await buildContractor(anna)
  const value = word()
  const conditions = [{ field: 'header', header: 'x-nadawca', operator: 'is', values: [value], match: 'any' }]
  const { body: mail } = await anna.hand(buildMail({ headers: [`X-Nadawca:\r\n\t${value.toUpperCase()}`] }))
  const rule = await made(anna, value, contractor.id, { conditions })

  expect(await everything(anna, rule.id, false)).toEqual({ [mail.id]: 'file' })
})
