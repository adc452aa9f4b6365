import { beforeEach, expect, it, vi } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { redecideBatch } from '../../../server/filing/redecide.ts'
import { changesFor } from '../../../server/live/hub.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const owner = await buildUser(test)
const helper = await buildUser(test)
const nested = await buildUser(test)
const outsider = await buildUser(test)
const inner = await buildGroup(admin, [nested])
const outer = await buildGroup(admin, [inner])
const contractor = await buildContractor(owner)
const onlyHerself = { audience: { users: [] } }

let number = 0
let shared = { id: '' }
let own = { id: '' }

/** A mailbox that nobody reads, of whom it is. */
async function mailboxOf(actor: Actor, user: string): Promise<{ id: string }> {
  const login = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, password: 'tajne' }
  const reply = await actor.post('/api/mailboxes', { ...login, user, since: '2026-01-01' })
  expect(reply.status).toBe(201)
  return reply.body
}

beforeEach(async () => {
  await test.asSuper.query('delete from mailbox; delete from triage_entry')
  shared = await mailboxOf(owner, 'biuro@nasza.example')
  own = await mailboxOf(owner, 'szefowa@nasza.example')
  expect((await help(owner, { users: [helper.id], groups: [outer.id] })).status).toBe(200)
})

const help = (actor: Actor, helpers: object, box = shared) => actor.patch(`/api/mailboxes/${box.id}`, { helpers })

/** A mail from a stranger comes by a mailbox; answers its id. */
async function arrives(actor: Actor, box: { id: string }, input: Parameters<typeof buildMail>[0] = {}) {
  number += 1
  const source = buildMail({ from: `obcy${number}@nieznany.example`, subject: `Pytanie ${number}`, ...input })
  return arrivesAs(actor, box, source)
}

async function arrivesAs(actor: Actor, box: { id: string }, source: string): Promise<string> {
  const arrival = { door: 'imap', mailboxId: box.id, remoteId: `INBOX/1/${++number}` } as const
  const { id } = await receiveMessage(test.house, { userId: actor.id, source: Buffer.from(source), arrival })
  if (!id) throw new Error('what is read has an id')
  return id
}

const waitsFor = async (actor: Actor, query = '') =>
  (await actor.get(`/api/triage${query}`)).body.items.map((row: { id: string }) => row.id) as string[]
const amountFor = async (actor: Actor) =>
  ((await actor.get('/api/triage/groups')).body.items as { amount: number }[]).reduce((sum, one) => sum + one.amount, 0)
const reads = async (actor: Actor, id: string) => (await actor.get(`/api/triage/${id}/message`)).status
const file = (actor: Actor, ids: string[], place = contractor) =>
  actor.post('/api/triage/file', { ids, contractorId: place.id })
const leaveOut = (actor: Actor, ids: string[]) => actor.post('/api/triage/leave-out', { ids })
const recover = (actor: Actor, ids: string[]) => actor.post('/api/triage/recover', { ids })
const done = ({ body }: { body: { items: { done: boolean }[] } }) => body.items.map(item => item.done)

/** What the application's role is shown by SQL of its own. */
async function rowsAs(actor: Actor, ...texts: string[]): Promise<Record<string, unknown>[]> {
  const client = await test.asApp.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lupa.user', $1, true)`, [actor.id])
    let rows: Record<string, unknown>[] = []
    for (const text of texts) rows = (await client.query(text)).rows
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const entriesOf = async (id: string) =>
  (
    await test.asSuper.query(
      'select state, owner_id as owner, decided_by as by from triage_entry where message_id = $1 order by owner_id',
      [id],
    )
  ).rows

it('shows what waits in a mailbox to its owner and to those who help, also through a group in a group, and to nobody else', async () => {
  const id = await arrives(owner, shared)

  for (const actor of [owner, helper, nested]) {
    expect(await waitsFor(actor)).toEqual([id])
    expect(await amountFor(actor)).toBe(1)
    expect(await reads(actor, id)).toBe(200)
  }
  for (const actor of [outsider, admin]) {
    expect(await waitsFor(actor)).toEqual([])
    expect(await amountFor(actor)).toBe(0)
    expect(await reads(actor, id)).toBe(404)
    expect(done(await leaveOut(actor, [id]))).toEqual([false])
    expect(done(await file(actor, [id]))).toEqual([false])
  }
  const [row] = (await helper.get('/api/triage')).body.items
  expect(row.mailboxes).toEqual(['biuro@nasza.example'])
  expect((await helper.get('/api/triage/groups')).body.items[0].mailboxes).toEqual(['biuro@nasza.example'])
})

it('shows a helper nothing of the owner’s other mailboxes, of what she handed in herself, and of what is not open', async () => {
  const others = [
    await arrives(owner, own),
    (await owner.hand(buildMail({ from: 'reka@nieznany.example' }))).body.id,
    await arrives(owner, shared, { headers: ['List-Id: <nowiny.nieznany.example>'] }),
  ]

  expect((await owner.get('/api/triage?state=left-out')).body.items).toHaveLength(1)
  expect(await waitsFor(helper)).toEqual([])
  expect(await waitsFor(helper, '?state=left-out')).toEqual([])
  expect(await amountFor(helper)).toBe(0)
  for (const id of others) {
    expect(await reads(helper, id)).toBe(404)
    expect(done(await file(helper, [id]))).toEqual([false])
    expect(done(await leaveOut(helper, [id]))).toEqual([false])
    expect(done(await recover(helper, [id]))).toEqual([false])
  }
  const chosen = { sender: 'reka@nieznany.example', contractorId: contractor.id }
  expect((await helper.post('/api/triage/file', chosen)).body).toEqual({ items: [], left: 0 })
})

it('judges who helps when he asks: whoever leaves the group or is no longer named sees nothing any more', async () => {
  const id = await arrives(owner, shared)
  expect(await reads(nested, id)).toBe(200)

  await test.asSuper.query('delete from group_member where group_id = $1 and member_id = $2', [inner.id, nested.id])
  expect(await reads(nested, id)).toBe(404)
  expect(await waitsFor(nested)).toEqual([])
  await test.asSuper.query('insert into group_member values ($1, $2)', [inner.id, nested.id])
  expect(await reads(nested, id)).toBe(200)

  await help(owner, { users: [helper.id] })
  expect(await reads(nested, id)).toBe(404)
  expect(await waitsFor(helper)).toEqual([id])
  await owner.remove(`/api/mailboxes/${shared.id}`)
  expect(await waitsFor(helper)).toEqual([])
  expect(await reads(helper, id)).toBe(404)
  expect(await waitsFor(owner)).toEqual([id])
})

it('is decided for all, whoever decides: what was filed or left out waits for nobody', async () => {
  const [filed = '', leftOut = ''] = [await arrives(owner, shared), await arrives(owner, shared)]

  const reply = await file(helper, [filed])
  expect(reply.body.items).toEqual([{ id: filed, done: true, itemId: expect.any(String), wasThere: false }])
  expect(done(await leaveOut(helper, [leftOut]))).toEqual([true])

  for (const actor of [owner, helper, nested]) expect(await waitsFor(actor)).toEqual([])
  expect(await waitsFor(owner, '?state=left-out')).toEqual([leftOut])
  for (const actor of [helper, nested]) {
    expect(await waitsFor(actor, '?state=left-out')).toEqual([])
    expect(await reads(actor, filed)).toBe(404)
    expect(await reads(actor, leftOut)).toBe(404)
  }
  expect(done(await file(nested, [filed]))).toEqual([false])
  // Whose answer was lost on its way asks again, and is told what he did; elsewhere he has no say any more.
  const { itemId } = reply.body.items[0]
  expect((await file(helper, [filed])).body.items).toEqual([{ id: filed, done: true, itemId, wasThere: true }])
  expect(done(await file(helper, [filed], await buildContractor(helper)))).toEqual([false])
  expect(done(await leaveOut(nested, [leftOut]))).toEqual([false])
  expect(await entriesOf(filed)).toEqual([{ state: 'done', owner: owner.id, by: helper.id }])
  const { rows } = await test.asSuper.query(
    `select verb, user_id as by, details->>'ownerId' as owner from audit_entry
      where (verb = 'filed' and object_id = $1) or (verb = 'left-out' and object_id = $2) order by verb`,
    [reply.body.items[0].itemId, leftOut],
  )
  expect(rows).toEqual([
    { verb: 'filed', by: helper.id, owner: null },
    { verb: 'left-out', by: helper.id, owner: owner.id },
  ])
})

it('lets a helper take back what he decided himself, and only that', async () => {
  const [filed = '', mine = '', hers = ''] = [
    await arrives(owner, shared),
    await arrives(owner, shared),
    await arrives(owner, shared),
  ]
  const [{ itemId }] = (await file(helper, [filed])).body.items
  await leaveOut(helper, [mine])
  await leaveOut(owner, [hers])

  expect(done(await recover(nested, [filed, mine, hers]))).toEqual([false, false, false])
  expect(done(await recover(helper, [filed, mine, hers]))).toEqual([false, true, false])
  await helper.remove(`/api/items/${itemId}`)
  expect(done(await recover(helper, [filed]))).toEqual([true])

  expect(new Set(await waitsFor(nested))).toEqual(new Set([filed, mine]))
  await help(owner, {})
  await test.asSuper.query(`update triage_entry set state = 'left-out', decided_by = $1 where message_id = $2`, [
    helper.id,
    mine,
  ])
  expect(done(await recover(helper, [mine]))).toEqual([false])
})

it('decides all from a sender for the helper as for the owner, and lets only one of two decide', async () => {
  const ids = [
    await arrives(owner, shared, { from: 'ten@sam.example' }),
    await arrives(owner, shared, { from: 'ten@sam.example' }),
  ]
  await arrives(owner, own, { from: 'ten@sam.example' })
  const other = await buildContractor(owner)

  const choice = { sender: 'ten@sam.example' }
  const replies = await Promise.all([
    helper.post('/api/triage/file', { ...choice, contractorId: contractor.id }),
    nested.post('/api/triage/file', { ...choice, contractorId: other.id }),
  ])

  expect(replies.flatMap(done).filter(Boolean)).toHaveLength(2)
  const { rows } = await test.asSuper.query('select object_id as id from item where object_id = any($1)', [ids])
  expect(rows).toHaveLength(2)
  expect(await amountFor(owner)).toBe(1)
  const late = { ids: ids.slice(0, 1), contractorId: other.id }
  for (const actor of [helper, nested]) expect(done(await actor.post('/api/triage/file', late))).toEqual([false])
})

it('lets whoever comes second wait for the first, and then decide nothing', async () => {
  const id = await arrives(owner, shared)
  const client = await test.asApp.connect()
  await client.query('begin')
  await client.query(`select set_config('lupa.user', $1, true)`, [helper.id])
  await client.query('select leave_out($1)', [[id]])

  const second = file(nested, [id])
  await vi.waitFor(async () => {
    const { rows } = await test.asSuper.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    expect(rows).toHaveLength(1)
  }, 5_000)
  await client.query('commit')
  client.release()

  expect(done(await second)).toEqual([false])
  expect(await entriesOf(id)).toEqual([{ state: 'left-out', owner: owner.id, by: helper.id }])
})

it('gives a helper nothing of the mail beyond the decision, and the owner sees it in files that she sees', async () => {
  const hidden = await buildContractor(helper, onlyHerself)
  const theirs = await buildContractor(owner, onlyHerself)
  const [toHidden = '', toTheirs = ''] = [await arrives(owner, shared), await arrives(owner, shared)]

  expect(done(await file(helper, [toHidden], hidden))).toEqual([true])
  expect((await file(helper, [toTheirs], theirs)).status).toBe(404)

  expect(await waitsFor(owner)).toEqual([toTheirs])
  expect((await owner.get('/api/timeline')).body.items.map((row: { objectId: string }) => row.objectId)).not.toContain(
    toHidden,
  )
  await owner.post('/api/triage/file', { ids: [toTheirs], contractorId: theirs.id })
  expect(await waitsFor(helper)).toEqual([])
  expect(await reads(helper, toTheirs)).toBe(404)
  expect(await rowsAs(helper, `select id from message where id = '${toTheirs}'`)).toEqual([])
  expect(await rowsAs(helper, `select id from item where object_id = '${toTheirs}'`)).toEqual([])
})

it('stays decided when the mail is decided anew because an address is known now', async () => {
  const hidden = await buildContractor(helper, onlyHerself)
  const id = await arrives(owner, shared, { from: 'ktos@poznany.example' })
  expect(done(await file(helper, [id], hidden))).toEqual([true])

  await buildContractor(helper, { ...onlyHerself, addresses: ['@poznany.example'] })
  const refused = vi.fn()
  while (await redecideBatch(test.house, refused, 0));

  expect(await entriesOf(id)).toMatchObject([{ state: 'done', owner: owner.id }])
  expect([...(await waitsFor(owner)), ...(await waitsFor(helper))]).toEqual([])
  expect(refused).not.toHaveBeenCalled()
})

it('leaves to its owner alone what the owner took out of the file where a helper had put it', async () => {
  const id = await arrives(owner, shared)
  expect(done(await file(helper, [id]))).toEqual([true])
  const { items } = (await owner.get(`/api/contractors/${contractor.id}/timeline`)).body
  const item = items.find((row: { objectId: string }) => row.objectId === id)
  expect((await owner.remove(`/api/items/${item.id}`)).status).toBeLessThan(300)

  await recover(helper, [id])

  expect(await waitsFor(helper)).toEqual([])
  expect(await reads(helper, id)).toBe(404)
})

it('gives the owner a way in where the mail lay hidden in a file that she sees', async () => {
  const source = buildMail({ from: 'ukryty@nieznany.example', messageId: '<ukryty@nieznany.example>' })
  const id = await arrivesAs(owner, shared, source)
  const closed = await buildContractor(outsider, onlyHerself)
  const { items } = (await outsider.hand(source, `?contractorId=${closed.id}`)).body
  await outsider.patch(`/api/items/${items[0].id}`, { audience: { users: [] } })
  await outsider.patch(`/api/contractors/${closed.id}`, { audience: { users: [owner.id, helper.id] } })
  expect((await owner.get(`/api/items/${items[0].id}`)).status).toBe(404)

  expect(done(await file(helper, [id], closed))).toEqual([true])

  expect((await owner.get(`/api/items/${items[0].id}`)).status).toBe(200)
  expect(await entriesOf(id)).toMatchObject([{ state: 'done', owner: owner.id }])
})

it('keeps to itself what lay in a file and was taken out of it', async () => {
  const id = await arrives(owner, shared)
  const [{ itemId }] = (await file(owner, [id])).body.items
  await owner.patch(`/api/items/${itemId}`, { audience: { users: [] } })
  expect((await owner.post(`/api/items/${itemId}/teach`, { verdict: 'wrong' })).status).toBe(204)

  expect(await waitsFor(owner)).toEqual([id])
  expect(await waitsFor(helper)).toEqual([])
  expect(await reads(helper, id)).toBe(404)
  expect(done(await file(helper, [id]))).toEqual([false])
  expect(done(await leaveOut(helper, [id]))).toEqual([false])
})

it('reads the copy of that mailbox, without the blind recipients of whom only its sender knows', async () => {
  const source = buildMail({
    from: 'nadawca@nieznany.example',
    messageId: '<slepy@nieznany.example>',
    bcc: 'tajny@nasza.example',
  })
  const id = await arrivesAs(owner, shared, source)

  const hers = await owner.get(`/api/triage/${id}/message`)
  const his = await helper.get(`/api/triage/${id}/message`)

  expect(JSON.stringify(hers.body.headers)).toContain('tajny@nasza.example')
  expect(his.status).toBe(200)
  expect(JSON.stringify(his.body)).not.toContain('tajny@nasza.example')
})

it('shows once what came to the helper too, and decides both; another owner goes on waiting', async () => {
  const third = await mailboxOf(outsider, 'trzecia@nasza.example')
  const mine = await mailboxOf(helper, 'pomocnik@nasza.example')
  const source = buildMail({ from: 'wszyscy@nieznany.example', messageId: '<wszyscy@nieznany.example>' })
  const id = await arrivesAs(owner, shared, source)
  await arrivesAs(helper, mine, source)
  await arrivesAs(outsider, third, source)

  expect(await waitsFor(helper)).toEqual([id])
  expect(await amountFor(helper)).toBe(1)
  const [row] = (await helper.get('/api/triage')).body.items
  expect(row.mailboxes).toEqual(['biuro@nasza.example', 'pomocnik@nasza.example'])
  expect(done(await leaveOut(helper, [id]))).toEqual([true])

  for (const actor of [owner, nested, helper]) expect(await waitsFor(actor)).toEqual([])
  expect(await waitsFor(outsider)).toEqual([id])
})

it('turns the pages without leaving a mail out or showing one twice, whoever has it', async () => {
  const mine = await mailboxOf(helper, 'pomocnik@nasza.example')
  const ids = new Set<string>()
  for (let n = 0; n < 7; n += 1) {
    const source = buildMail({ from: `strona${n}@nieznany.example`, messageId: `<strona-${n}@nieznany.example>` })
    if (n % 3 !== 1) ids.add(await arrivesAs(owner, shared, source))
    if (n % 3 !== 0) ids.add(await arrivesAs(helper, mine, source))
  }
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await helper.get(`/api/triage?limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items.map((one: { id: string }) => one.id))
    if (!body.next) break
    cursor = body.next
  }
  expect(seen).toHaveLength(ids.size)
  expect(new Set(seen)).toEqual(ids)
})

it('is the owner’s word alone, and stands in the log', async () => {
  expect((await help(admin, { users: [admin.id] })).status).toBe(403)
  expect((await help(helper, { users: [outsider.id] })).status).toBe(404)
  expect((await help(owner, { users: [crypto.randomUUID()] })).status).toBe(400)
  const login = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, password: 'x', since: '2026-01-01' }
  const given = { ...login, user: 'cudza@nasza.example', ownerId: owner.id, helpers: { users: [admin.id] } }
  expect((await admin.post('/api/mailboxes', given)).status).toBe(400)

  const [box] = (await owner.get('/api/mailboxes')).body.items.filter((one: { id: string }) => one.id === shared.id)
  expect(box.helpers).toEqual({ users: [helper.id], groups: [outer.id] })
  expect((await admin.get('/api/mailboxes')).body.items.map((one: { helpers: object }) => one.helpers)).toContainEqual(
    box.helpers,
  )
  expect((await helper.get('/api/mailboxes')).body.items).toEqual([])
  const { rows } = await test.asSuper.query(
    `select user_id as by, details from audit_entry where verb = 'consented' and object_id = $1 order by id desc limit 1`,
    [shared.id],
  )
  expect(rows).toEqual([{ by: owner.id, details: { changed: ['helpers'], helpers: [helper.id, outer.id] } }])
})

it('goes on when the owner has left: helpers decide, also for whoever is given the mailbox, and see nothing else of the heir', async () => {
  const leaver = await buildUser(test)
  const box = await mailboxOf(leaver, 'oferty@nasza.example')
  await help(leaver, { groups: [inner.id] }, box)
  const source = buildMail({ from: 'oba@nieznany.example', messageId: '<oba@nieznany.example>' })
  const [first, both] = [await arrives(leaver, box), await arrivesAs(leaver, box, source)]
  await arrivesAs(outsider, await mailboxOf(outsider, 'spadek@nasza.example'), source)

  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [leaver.id])
  expect(new Set(await waitsFor(nested))).toEqual(new Set([first, both]))
  const given = { toId: outsider.id, parts: ['mailboxes'] }
  expect((await admin.post(`/api/accounts/${leaver.id}/hand-over`, given)).status).toBe(200)

  expect(await waitsFor(nested)).toEqual([first])
  expect(new Set(await waitsFor(outsider))).toEqual(new Set([first, both]))
  expect(await waitsFor(admin)).toEqual([])
  expect(done(await file(nested, [first]))).toEqual([true])
  expect(await waitsFor(outsider)).toEqual([both])
})

it('gives the application’s role nothing more by SQL of its own', async () => {
  const id = await arrives(owner, shared)
  const insert = (actor: Actor, box: { id: string }) =>
    rowsAs(
      actor,
      `insert into mailbox_helper (mailbox_id, principal_id) values ('${box.id}', '${outsider.id}') returning 1`,
    )

  for (const actor of [admin, helper, outsider])
    await expect(insert(actor, own)).rejects.toMatchObject({ code: '42501' })
  expect(await rowsAs(admin, `delete from mailbox_helper returning 1`)).toEqual([])
  expect(await rowsAs(helper, 'select 1 from mailbox_helper')).toEqual([])
  for (const table of ['triage_entry', 'message_copy'])
    expect(await rowsAs(helper, `select 1 from ${table} where message_id = '${id}'`)).toEqual([])
  expect(await rowsAs(helper, `select 1 from message where id = '${id}'`)).toEqual([])
  expect(await rowsAs(outsider, `select * from triage_source('${id}')`)).toEqual([])
  expect(await rowsAs(outsider, `select * from copy_to_file('${id}', true)`)).toEqual([])
  expect(await rowsAs(helper, `select * from copy_to_file('${id}', false)`)).toEqual([])
  const asHisOwn = `select put_triage('${id}', 'open', 'x', now())`
  expect(await rowsAs(helper, asHisOwn, `select 1 from triage_entry where message_id = '${id}'`)).toEqual([])
  for (const name of [
    `decides_for('${id}', '${owner.id}')`,
    `helps_mailbox('${shared.id}')`,
    `settle_for('${id}', '[]', '{}')`,
    `give_back('{}')`,
  ])
    await expect(rowsAs(helper, `select ${name}`)).rejects.toMatchObject({ code: '42501' })
})

it('tells those who help that something changed there, and of nothing that comes to the owner’s other mailboxes', async () => {
  const told = async (actor: Actor) => {
    const { rows } = await test.asSuper.query(
      `select json_agg(json_build_array(topic, item_id, contractor_id, case_file_id, principal_id)) as changes from change`,
    )
    const changes = [JSON.stringify(rows[0].changes ?? [])]
    const events = await test.house.database.read(actor.id, query => query<{ topic: string }>(changesFor, changes))
    return events.map(({ topic }) => topic)
  }
  const since = (act: () => Promise<unknown>) => test.asSuper.query('delete from change').then(act)

  await since(() => arrives(owner, shared))
  for (const actor of [owner, helper, nested]) expect(await told(actor)).toEqual(['triage'])
  for (const actor of [outsider, admin]) expect(await told(actor)).toEqual([])
  await since(() => arrives(owner, own))
  expect(await told(owner)).toEqual(['triage'])
  expect(await told(helper)).toEqual([])
  await since(() => help(owner, { users: [outsider.id] }))
  for (const actor of [helper, nested, outsider]) expect(await told(actor)).toEqual(['access'])
  expect(await told(admin)).toEqual([])
})

it('finds what waits by the owners whom one helps, never by all entries', async () => {
  const client = await test.asSuper.connect()
  try {
    // What the planner does with very many: of the few that are here it would read all.
    const wide = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'].map(way => `set local enable_${way} = off`)
    await client.query(['begin', 'set local role lupa_reader', ...wide].join('; '))
    await client.query(`select set_config('lupa.user', $1, true)`, [helper.id])
    const { rows } = await client.query(`explain (costs off) select message_id from decidable('open')`)
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan.match(/triage_entry_open on triage_entry/g)?.length).toBeGreaterThanOrEqual(2)
    expect(plan).toContain('mailbox_helper_principal')
    expect(plan).not.toContain('Seq Scan on triage_entry')
  } finally {
    await client.query('rollback')
    client.release()
  }
})
