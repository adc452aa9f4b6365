import { expect, it } from 'vitest'
import { endGrace } from '../../../server/filing/end-grace.ts'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { refileStored } from '../../../server/filing/refile-stored.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)
const everybody = { admin, anna, bartek, celina }

let counter = 0
const word = () => `krag${String(++counter).padStart(3, '0')}x`
const body = (value: string, contractorId: string, audience: object | null = null) => ({
  match: 'all',
  conditions: [{ field: 'subject', operator: 'contains', values: [value], match: 'any' }],
  action: 'file',
  contractorId,
  audience,
})
const made = async (actor: Actor, value: string, contractorId: string, audience: object | null, scope = 'company') => {
  const reply = await actor.post('/api/rules', { name: value, scope, ...body(value, contractorId, audience) })
  expect([reply.status, reply.body.code]).toEqual([201, undefined])
  return reply.body
}
const replayed = async (actor: Actor, ruleId: string, preview = false) => {
  const reply = await actor.post(`/api/rules/${ruleId}/replay`, { preview, limit: 500 })
  return reply.body.items.map((item: { outcome: string }) => item.outcome)
}
const pdf = (name: string) => ({ name: `${name}.pdf`, type: 'application/pdf', content: `%PDF-1.4 ${name}\n%%EOF` })
const mailAbout = (subject: string, more: object = {}) => buildMail({ subject, attachments: [pdf(subject)], ...more })

/** Who sees how much of a file: the mail and the document that came with it. */
async function seen(contractorId: string): Promise<Record<string, number>> {
  const amounts: Record<string, number> = {}
  for (const [name, actor] of Object.entries(everybody)) {
    const { body: page } = await actor.get(`/api/contractors/${contractorId}/timeline`)
    if (page.items?.length) amounts[name] = page.items.length
  }
  return amounts
}

async function arrivesAt(actor: Actor, source: string, consent: object) {
  counter += 1
  const login = { kind: 'imap', host: 'poczta.example', port: 993, tls: true, user: `k${counter}`, password: 'tajne' }
  const { body: mailbox } = await actor.post('/api/mailboxes', { ...login, since: '2026-01-01', ...consent })
  const arrival = { door: 'imap', mailboxId: mailbox.id, remoteId: `INBOX/1/${counter}` } as const
  await receiveMessage(test.house, { userId: actor.id, source: Buffer.from(source), arrival })
  return mailbox
}

it('shows what it files, with its documents, to those named and to whose mail it is, and says by which version', async () => {
  const subject = word()
  const contractor = await buildContractor(anna)
  const team = await buildGroup(admin, [bartek])
  const rule = await made(anna, subject, contractor.id, { groups: [team.id] }, 'personal')

  const { body: filed } = await anna.hand(mailAbout(subject))

  expect(filed).toMatchObject({ action: 'file', evidence: `${subject} v1` })
  expect(await seen(contractor.id)).toEqual({ anna: 2, bartek: 2 })
  expect(rule).toMatchObject({ version: 1, state: 'applies', viewers: [{ id: team.id, isGroup: true }] })
  const { rows } = await test.asSuper.query(
    `select verb, details from audit_entry where object_id in ($1, $2) and verb in ('circled', 'created') order by verb`,
    [filed.items[0].id, rule.id],
  )
  expect(rows).toMatchObject([
    { verb: 'circled', details: { filings: 2 } },
    { verb: 'created', details: { viewers: [team.id] } },
  ])
})

it('lets nobody see more than the place does, nor than the owner of the mailbox consents to', async () => {
  const [narrowPlace, narrowConsent] = [word(), word()]
  const place = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const open = await buildContractor(anna)
  await made(anna, narrowPlace, place.id, { users: [anna.id, bartek.id, celina.id] }, 'personal')
  await made(anna, narrowConsent, open.id, { users: [anna.id, bartek.id, admin.id] }, 'personal')

  const { body: filed } = await anna.hand(mailAbout(narrowPlace))
  await arrivesAt(anna, mailAbout(narrowConsent), { audience: { users: [bartek.id, celina.id] } })

  expect(await seen(place.id)).toEqual({ anna: 2, bartek: 2 })
  expect((await celina.get(`/api/items/${filed.items[0].id}`)).status).toBe(404)
  expect(await seen(open.id)).toEqual({ anna: 2, bartek: 2 })
})

it('keeps of two groups the people of both, and a group within a group as it is', async () => {
  const [across, within] = [word(), word()]
  const [left, right] = [await buildGroup(admin, [bartek, celina]), await buildGroup(admin, [bartek, admin])]
  const around = await buildGroup(admin, [left])
  const one = await buildContractor(anna, { audience: { users: [anna.id], groups: [left.id] } })
  const two = await buildContractor(anna, { audience: { users: [anna.id], groups: [around.id] } })
  await made(anna, across, one.id, { groups: [right.id] }, 'personal')
  await made(anna, within, two.id, { groups: [left.id] }, 'personal')

  await anna.hand(mailAbout(across))
  await anna.hand(mailAbout(within))

  expect(await seen(one.id)).toEqual({ anna: 2, bartek: 2 })
  expect(await seen(two.id)).toEqual({ anna: 2, bartek: 2, celina: 2 })
  const { rows: members } = await test.asSuper.query(
    `select count(*)::int as amount from audience_member m join filing f on f.audience_id = m.audience_id join item i on i.id = f.item_id
      where i.contractor_id = $1 and m.principal_id = $2`,
    [two.id, left.id],
  )
  expect(members).toEqual([{ amount: 2 }])
})

it('begins to narrow when a hold ends, whoever ends it', async () => {
  const [graceful, met] = [word(), word()]
  const [one, two] = [await buildContractor(anna), await buildContractor(anna)]
  await made(anna, graceful, one.id, { users: [anna.id, bartek.id] }, 'personal')
  await made(anna, met, two.id, { users: [anna.id, bartek.id] }, 'personal')
  const mailbox = await arrivesAt(anna, mailAbout(graceful), { release: 'after-grace', graceMinutes: 10 })
  const again = mailAbout(met)
  await arrivesAt(anna, again, { release: 'by-hand' })
  expect([await seen(one.id), await seen(two.id)]).toEqual([{ anna: 2 }, { anna: 2 }])

  await test.asSuper.query(`update filing set held_until = now() - interval '1 minute' where held_until is not null`)
  await endGrace(test.house, mailbox.id)
  await celina.hand(again, `?contractorId=${two.id}`)

  expect(await seen(one.id)).toEqual({ anna: 2, bartek: 2 })
  // Celina sees it because she handed it in.
  expect(await seen(two.id)).toEqual({ anna: 2, bartek: 2, celina: 2 })
})

it('shows a second copy to whose it is, and narrows also where a choice for the thread leads', async () => {
  const subject = word()
  const contractor = await buildContractor(anna, { addresses: [`${subject}@klient.example`] })
  const from = `${subject}@klient.example`
  await made(admin, subject, contractor.id, { users: [anna.id] })
  const mail = mailAbout(subject, { from })
  await anna.hand(mail)
  await bartek.hand(mail)
  expect(await seen(contractor.id)).toEqual({ anna: 2, bartek: 2 })
  const root = buildMail({ from, subject: 'inny temat', messageId: `<${subject}@klient.example>` })
  await anna.hand(root, `?contractorId=${contractor.id}`)
  const before = await seen(contractor.id)

  await anna.hand(buildMail({ from, subject, headers: [`In-Reply-To: <${subject}@klient.example>`] }))

  const after = await seen(contractor.id)
  expect(after).toEqual({ ...before, anna: (before.anna ?? 0) + 1 })
})

it('holds its mail back when nobody whom it names is left, and says so', async () => {
  const subject = word()
  const contractor = await buildContractor(anna, { addresses: [`${subject}@klient.example`] })
  const leaver = await buildUser(test)
  const rule = await made(admin, subject, contractor.id, { users: [leaver.id] })
  const mail = (number: number) =>
    buildMail({ from: `${subject}@klient.example`, subject, messageId: `<${subject}-${number}@k.example>` })
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [leaver.id])

  const { body: waiting } = await anna.hand(mail(1))

  expect(waiting).toMatchObject({ action: 'suggest', reason: 'rule-stopped', items: [] })
  const shown = (await admin.get('/api/rules')).body.items.find((one: { id: string }) => one.id === rule.id)
  expect(shown).toMatchObject({ state: 'audience-gone', viewers: [{ id: leaver.id }] })
  expect((await admin.post(`/api/rules/${rule.id}/replay`, { preview: true })).status).toBe(422)
  // Deciding about it anew, as when an address is added, does not open it either.
  await refileStored(test.house, anna.id, waiting.id, null)
  expect(await seen(contractor.id)).toEqual({})
  await test.asSuper.query('update app_user set disabled_at = null where id = $1', [leaver.id])
  await refileStored(test.house, anna.id, waiting.id, null)
  expect(await seen(contractor.id)).toEqual({ anna: 1 })
})

it('keeps a group that a rule names from being removed', async () => {
  const group = await buildGroup(admin, [bartek])
  const contractor = await buildContractor(anna)
  const rule = await made(admin, word(), contractor.id, { groups: [group.id] })

  expect((await admin.remove(`/api/groups/${group.id}`)).body.code).toBe('group-in-use')
  await admin.remove(`/api/rules/${rule.id}`)
  expect((await admin.remove(`/api/groups/${group.id}`)).status).toBe(204)
})

it('changes who sees earlier mail when told to, and nothing that a person has settled', async () => {
  const subject = word()
  const contractor = await buildContractor(anna, { addresses: [`${subject}@klient.example`] })
  const from = `${subject}@klient.example`
  const number = (one: number) => ({ from, messageId: `<${subject}-${one}@k.example>` })
  await anna.hand(mailAbout(subject, number(1)))
  const { body: circled } = await anna.hand(buildMail({ subject, ...number(2) }))
  const { body: byHand } = await anna.hand(buildMail({ subject, ...number(3) }), `?contractorId=${contractor.id}`)
  await anna.patch(`/api/items/${circled.items[0].id}`, { audience: { users: [celina.id] } })
  const rule = await made(anna, subject, contractor.id, { users: [anna.id, bartek.id] }, 'personal')
  const outcomes = (preview: boolean) => replayed(anna, rule.id, preview).then(all => all.toSorted())
  expect(byHand.items).toHaveLength(1)

  expect(await outcomes(true)).toEqual(['by-hand', 'by-hand', 'circle'])
  expect(await seen(contractor.id)).toEqual({ admin: 3, anna: 4, bartek: 3, celina: 4 })
  expect(await outcomes(false)).toEqual(['by-hand', 'by-hand', 'circle'])
  expect(await seen(contractor.id)).toEqual({ admin: 1, anna: 4, bartek: 3, celina: 2 })
  expect(await outcomes(false)).toEqual(['by-hand', 'by-hand', 'done-already'])

  // A new version says it anew, and without an audience the place decides again.
  const wider = body(subject, contractor.id, { users: [anna.id, bartek.id, celina.id] })
  expect((await anna.patch(`/api/rules/${rule.id}`, { body: wider })).body.version).toBe(2)
  expect(await outcomes(false)).toEqual(['by-hand', 'by-hand', 'circle'])
  expect(await seen(contractor.id)).toEqual({ admin: 1, anna: 4, bartek: 3, celina: 4 })
  const { audience: _unsaid, ...unsaid } = body(subject, contractor.id)
  expect((await anna.patch(`/api/rules/${rule.id}`, { body: unsaid })).body.viewers).toHaveLength(3)
  expect((await anna.patch(`/api/rules/${rule.id}`, { name: 'Inaczej' })).body.viewers).toHaveLength(3)
  await anna.patch(`/api/rules/${rule.id}`, { body: body(subject, contractor.id) })
  await outcomes(false)
  expect(await seen(contractor.id)).toEqual({ admin: 3, anna: 4, bartek: 3, celina: 4 })
})

it('leaves alone what a person settled after the rule, also where it is moved', async () => {
  const subject = word()
  const [contractor, other] = [await buildContractor(anna), await buildContractor(anna)]
  const rule = await made(anna, subject, contractor.id, { users: [anna.id, bartek.id] }, 'personal')
  const { body: settled } = await anna.hand(mailAbout(subject, { messageId: `<${subject}-1@k.example>` }))
  await anna.hand(buildMail({ subject, messageId: `<${subject}-2@k.example>` }))
  await anna.patch(`/api/items/${settled.items[0].id}`, { audience: { users: [celina.id] } })

  await anna.patch(`/api/rules/${rule.id}`, { body: body(subject, other.id, { users: [anna.id, celina.id] }) })

  expect((await replayed(anna, rule.id)).toSorted()).toEqual(['by-hand', 'move'])
  expect(await seen(contractor.id)).toEqual({ anna: 2, celina: 2 })
  expect(await seen(other.id)).toEqual({ anna: 1, celina: 1 })
})

it('says in its trial and in the preview who would see it, and refuses nobody and strangers', async () => {
  const subject = word()
  const contractor = await buildContractor(anna, { audience: { users: [bartek.id] } })
  const tried = { scope: 'personal', ...body(subject, contractor.id, { users: [anna.id, bartek.id, celina.id] }) }
  const names = (viewers: { id: string }[]) => viewers.map(({ id }) => id).toSorted()

  expect(names((await anna.post('/api/rules/test', tried)).body.viewers)).toEqual([anna.id, bartek.id].toSorted())
  const rule = await made(anna, subject, contractor.id, { users: [bartek.id] }, 'personal')
  const preview = await anna.post(`/api/rules/${rule.id}/replay`, { preview: true })
  expect(names(preview.body.viewers)).toEqual([bartek.id])
  for (const audience of [{ users: [], groups: [] }, {}, { users: [crypto.randomUUID()] }]) {
    const reply = await anna.post('/api/rules', { name: 'x', scope: 'personal', ...body('x', contractor.id, audience) })
    expect([reply.status, reply.body.code]).toEqual([400, 'invalid'])
  }
})
