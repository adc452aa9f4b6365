import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)

let counter = 0
const onlyHerself = { audience: { users: [] } }
const word = () => `slowo${String(++counter).padStart(3, '0')}x`
const about = (value: string) => ({
  match: 'all',
  conditions: [{ field: 'subject', operator: 'contains', values: [value], match: 'any' }],
})
const filing = (value: string, contractorId: string, more: object = {}) => ({
  name: `Reguła ${value}`,
  scope: 'personal',
  ...about(value),
  action: 'file',
  contractorId,
  ...more,
})
const made = async (actor: Actor, input: object) => {
  const reply = await actor.post('/api/rules', input)
  expect([reply.status, reply.body.code]).toEqual([201, undefined])
  return reply.body
}
const mine = async (actor: Actor) => (await actor.get('/api/rules')).body.items
const lying = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items

it('files mail by a rule of its owner, into contractor and case, and says by which', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const subject = word()
  const rule = await made(anna, filing(subject, contractor.id, { caseId: caseFile.id }))
  await test.asSuper.query(
    `insert into company_setting (key, value) values ('filing-borders', '["mx.nasza.example"]') on conflict (key) do update set value = excluded.value`,
  )
  const headers = ['Authentication-Results: mx.nasza.example; dmarc=pass header.from=klient.example']

  const unknown = await anna.hand(buildMail({ subject: subject.toUpperCase() }))
  const { body } = await anna.hand(buildMail({ subject: subject.toUpperCase(), headers }))

  // Without a word of our border anybody could have written what the rule looks for: into the file, not into the case.
  expect(unknown.body.items).toMatchObject([{ contractorId: contractor.id, caseId: null }])
  expect(body).toMatchObject({ action: 'file', method: 'rule', evidence: rule.name })
  expect(body.items).toMatchObject([{ contractorId: contractor.id, caseId: caseFile.id }])
  const item = (await anna.get(`/api/items/${body.items[0].id}`)).body
  expect(item.filings).toMatchObject([{ method: 'rule', evidence: rule.name, by: null }])
  expect((await mine(anna)).find((one: { id: string }) => one.id === rule.id).hits).toBe(2)
})

it('keeps the version by which a mail was filed', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const rule = await made(anna, filing(subject, contractor.id))
  await anna.hand(buildMail({ subject }))
  const changed = await anna.patch(`/api/rules/${rule.id}`, { name: 'Nowa nazwa' })
  await anna.hand(buildMail({ subject }))

  const { rows } = await test.asSuper.query(
    `select v.number, f.evidence from filing f join rule_version v on v.id = f.rule_version_id where v.rule_id = $1 order by 1`,
    [rule.id],
  )
  expect(changed.body).toMatchObject({ version: 2, name: 'Nowa nazwa', hits: 1 })
  expect(rows).toEqual([
    { number: 1, evidence: rule.name },
    { number: 2, evidence: 'Nowa nazwa' },
  ])
})

it('leaves mail out by a rule, with the rule as the reason', async () => {
  await buildContractor(anna, { addresses: ['@pomijany.example'] })
  const subject = word()
  const rule = await made(anna, { name: 'Bez tego', scope: 'personal', ...about(subject), action: 'leave-out' })

  const { body } = await anna.hand(buildMail({ from: 'a@pomijany.example', subject }))

  expect(body).toMatchObject({ action: 'leave-out', reason: 'rule', items: [] })
  const out = (await anna.get('/api/triage?state=left-out')).body.items
  expect(out).toContainEqual(expect.objectContaining({ id: body.id, reason: 'rule' }))
  expect((await mine(anna)).find((one: { id: string }) => one.id === rule.id).hits).toBe(1)
})

it('asks a header by its name', async () => {
  const contractor = await buildContractor(anna)
  const value = word()
  const conditions = [{ field: 'header', header: 'X-System', operator: 'contains', values: [value], match: 'any' }]
  await made(anna, filing(value, contractor.id, { conditions }))

  const { body } = await anna.hand(buildMail({ headers: [`X-System: =?utf-8?B?${btoa(`erp ${value}`)}?=`] }))

  expect(body.items).toMatchObject([{ contractorId: contractor.id }])
})

it('is tried in order, one’s own rules first, and not while it is off', async () => {
  const [first, second, third] = [await buildContractor(anna), await buildContractor(anna), await buildContractor(anna)]
  const subject = word()
  const company = await made(anna, filing(subject, third.id, { scope: 'company' }))
  const one = await made(anna, filing(subject, first.id))
  const two = await made(anna, filing(subject, second.id))
  const filedTo = async () => (await anna.hand(buildMail({ subject }))).body.items[0].contractorId

  expect(await filedTo()).toBe(first.id)
  await anna.post('/api/rules/order', { scope: 'personal', ruleIds: [two.id, one.id] })
  expect(await filedTo()).toBe(second.id)
  await anna.patch(`/api/rules/${two.id}`, { isOn: false })
  expect(await filedTo()).toBe(first.id)
  await anna.remove(`/api/rules/${one.id}`)
  expect(await filedTo()).toBe(third.id)
  await anna.remove(`/api/rules/${company.id}`)
})

it('applies one’s own rules to nobody else’s mail, the company’s to everybody’s', async () => {
  const contractor = await buildContractor(anna)
  const [own, shared] = [word(), word()]
  await made(anna, filing(own, contractor.id))
  await made(anna, filing(shared, contractor.id, { scope: 'company' }))

  expect((await bartek.hand(buildMail({ subject: own }))).body.action).toBe('triage')
  expect((await bartek.hand(buildMail({ subject: shared }))).body).toMatchObject({ action: 'file', method: 'rule' })
})

it('lets only administrators make, change, order, replay and try rules of the company', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  const rule = await made(anna, filing(subject, contractor.id, { scope: 'company' }))
  const known = (await mine(bartek)).find((one: { id: string }) => one.id === rule.id)

  expect(known).toMatchObject({ mayChange: false, contractorName: contractor.name })
  for (const reply of [
    await bartek.post('/api/rules', filing(subject, contractor.id, { scope: 'company' })),
    await bartek.patch(`/api/rules/${rule.id}`, { isOn: false }),
    await bartek.remove(`/api/rules/${rule.id}`),
    await bartek.post('/api/rules/order', { scope: 'company', ruleIds: [rule.id] }),
    await bartek.post(`/api/rules/${rule.id}/replay`, { preview: true }),
    await bartek.post('/api/rules/test', { scope: 'company', ...about(subject), action: 'leave-out' }),
  ])
    expect([reply.status, reply.body.code]).toEqual([403, 'not-allowed'])
})

it('knows nothing of another one’s rule, nor of the company’s that files where one may not look', async () => {
  const hidden = await buildContractor(anna, onlyHerself)
  const subject = word()
  const own = await made(anna, filing(subject, hidden.id))
  const company = await made(anna, filing(word(), hidden.id, { scope: 'company' }))
  const second = await buildUser(test, { admin: true })

  for (const actor of [bartek, second]) {
    const ids = (await mine(actor)).map((one: { id: string }) => one.id)
    for (const { id } of [own, company]) {
      expect(ids).not.toContain(id)
      const absent = await actor.patch(`/api/rules/${crypto.randomUUID()}`, { isOn: false })
      expect(await actor.patch(`/api/rules/${id}`, { isOn: false })).toEqual(absent)
      expect((await actor.remove(`/api/rules/${id}`)).status).toBe(404)
      expect((await actor.post(`/api/rules/${id}/replay`, { preview: true })).status).toBe(404)
    }
    expect((await actor.post('/api/rules', filing(subject, hidden.id))).status).toBe(404)
    expect((await actor.post('/api/rules/test', { ...filing(subject, hidden.id), name: undefined })).status).toBe(404)
  }
  const order = await second.post('/api/rules/order', { scope: 'company', ruleIds: [company.id] })
  expect(order.status).toBe(404)
})

it('tells the owner of a mail nothing of a company rule that files where he may not look', async () => {
  const hidden = await buildContractor(anna, onlyHerself)
  const open = await buildContractor(anna, { addresses: ['@obok.example'] })
  const subject = word()
  const rule = await made(anna, filing(subject, hidden.id, { scope: 'company' }))

  const { body } = await bartek.hand(buildMail({ from: 'a@obok.example', subject }))

  expect(body).toMatchObject({ action: 'file', method: 'address' in body ? 'address' : 'domain' })
  expect(JSON.stringify(body)).not.toContain(rule.name)
  expect(body.items).toMatchObject([{ contractorId: open.id }])
  expect(await lying(anna, hidden.id)).toHaveLength(1)
})

it('does not apply where its owner no longer sees the target, and says so without naming it', async () => {
  const contractor = await buildContractor(celina, { audience: { users: [bartek.id] } })
  const subject = word()
  const rule = await made(bartek, filing(subject, contractor.id))
  await celina.patch(`/api/contractors/${contractor.id}`, onlyHerself)

  const { body } = await bartek.hand(buildMail({ subject }))

  expect(body.action).toBe('triage')
  expect(await lying(celina, contractor.id)).toEqual([])
  const shown = (await mine(bartek)).find((one: { id: string }) => one.id === rule.id)
  expect(shown).toMatchObject({ state: 'target-hidden', contractorId: null, contractorName: null })
  expect((await bartek.post(`/api/rules/${rule.id}/replay`, { preview: false })).status).toBe(422)
})

it('does not apply to a closed case, and refuses to be made for one', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const subject = word()
  const rule = await made(anna, filing(subject, contractor.id, { caseId: caseFile.id }))
  await anna.patch(`/api/cases/${caseFile.id}`, { closed: true })

  expect((await anna.hand(buildMail({ subject }))).body.action).toBe('triage')
  expect((await mine(anna)).find((one: { id: string }) => one.id === rule.id).state).toBe('case-closed')
  const again = await anna.post('/api/rules', filing(subject, contractor.id, { caseId: caseFile.id }))
  expect(again.body.code).toBe('case-closed')
  expect((await anna.post(`/api/rules/${rule.id}/replay`, { preview: true })).body.code).toBe('case-closed')
})

it('does not apply once the administrator who wrote it is none any more', async () => {
  const second = await buildUser(test, { admin: true })
  const contractor = await buildContractor(second)
  const subject = word()
  const rule = await made(second, filing(subject, contractor.id, { scope: 'company' }))
  await test.asSuper.query('update app_user set is_admin = false where id = $1', [second.id])

  expect((await bartek.hand(buildMail({ subject }))).body.action).toBe('triage')
  expect((await mine(anna)).find((one: { id: string }) => one.id === rule.id).state).toBe('author-gone')
})

it('files nothing of a doubtful sender, and nothing that a person has taken out', async () => {
  const contractor = await buildContractor(anna)
  const subject = word()
  await made(anna, filing(subject, contractor.id))
  const doubtful = await anna.hand(buildMail({ subject, headers: ['From: drugi@inny.example'] }))
  const mail = buildMail({ subject })
  const filed = await anna.hand(mail)
  await anna.remove(`/api/items/${filed.body.items[0].id}`)

  const again = await anna.hand(mail)

  expect(doubtful.body).toMatchObject({ action: 'triage', reason: 'doubtful-sender' })
  expect(again.body.items).toEqual([])
  expect(await lying(anna, contractor.id)).toEqual([])
})

it.each([
  [
    'an address by a domain operator on the subject',
    { conditions: [{ field: 'subject', operator: 'domain', values: ['a.pl'], match: 'any' }] },
  ],
  ['a header without a name', { conditions: [{ field: 'header', operator: 'is', values: ['a'], match: 'any' }] }],
  ['no condition', { conditions: [] }],
  ['no value', { conditions: [{ field: 'subject', operator: 'is', values: [], match: 'any' }] }],
  ['a mailbox that is no id', { conditions: [{ field: 'mailbox', operator: 'is', values: ['x'], match: 'any' }] }],
  ['a regular expression', { conditions: [{ field: 'subject', operator: 'regex', values: ['a+'], match: 'any' }] }],
  ['no target', { contractorId: null }],
  ['a blank name', { name: '  ' }],
])('refuses %s', async (_name, wrong) => {
  const contractor = await buildContractor(anna)
  const reply = await anna.post('/api/rules', filing('x', contractor.id, wrong))
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid'])
})

it('keeps every place once when an order is given many times at once', async () => {
  const owner = await buildUser(test)
  const contractor = await buildContractor(owner)
  const rules = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(name => made(owner, filing(name, contractor.id))))
  const ids = rules.map(rule => rule.id)

  const orders = Array.from({ length: 12 }, (_, turn) => [...ids.slice(turn % 5), ...ids.slice(0, turn % 5)])
  const replies = await Promise.all(
    orders.map((ruleIds, turn) =>
      turn % 3 === 0
        ? owner.post('/api/rules/order', { scope: 'personal', ruleIds: ruleIds.slice(0, 3) })
        : owner.post('/api/rules/order', { scope: 'personal', ruleIds }),
    ),
  )

  expect(replies.map(reply => reply.status)).toEqual(orders.map(() => 200))
  const { rows } = await test.asSuper.query('select position from rule where owner_id = $1 order by 1', [owner.id])
  expect(rows.map(row => row.position)).toEqual([1, 2, 3, 4, 5])
  const last = [...ids].toReversed()
  await owner.post('/api/rules/order', { scope: 'personal', ruleIds: last })
  expect(
    (await mine(owner))
      .filter((one: { scope: string }) => one.scope === 'personal')
      .map((one: { id: string }) => one.id),
  ).toEqual(last)
})

it('gives the application’s role no way around the functions', async () => {
  const client = await test.asApp.connect()
  try {
    for (const text of [
      'select * from rule',
      'select * from rule_version',
      `update rule set owner_id = '${bartek.id}'`,
      'select rule_mails(array(select id from message))',
      'select * from known_rules()',
    ]) {
      await client.query('begin')
      await client.query(`select set_config('lupa.user', $1, true)`, [bartek.id])
      await expect(client.query(text), text).rejects.toMatchObject({ code: '42501' })
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})

it('marks and holds no mail that one may not see', async () => {
  const { body } = await anna.hand(buildMail())
  const contractor = await buildContractor(bartek)
  const rule = await made(bartek, filing(word(), contractor.id))
  const { rows } = await test.asSuper.query('select id from rule_version where rule_id = $1', [rule.id])
  const held = test.house.database.work(bartek.id, tx => tx.sql('select hold_rule_mail($1, $2)', [body.id, rows[0].id]))

  await expect(held).rejects.toMatchObject({ code: 'LU404' })
})
