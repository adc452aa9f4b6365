import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

// What the application's role could do with SQL of its own: the second wall, behind the routes.
const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const secret = await buildContractor(anna, {
  audience: { users: [] },
  addresses: ['@tajny.example'],
  people: [{ name: 'Ukryta' }],
})
const secretCase = await buildCase(anna, secret.id)
const own = await buildContractor(bartek)
const ownCase = await buildCase(bartek, own.id)
const mail = await anna.hand(buildMail({ subject: 'Tajemnica' }), `?contractorId=${secret.id}`)
const note = await buildNote(anna, secret.id)

/** Runs statements in one transaction as a user; what fails ends it. Always rolled back. */
async function as(user: Actor | null, ...texts: string[]): Promise<Record<string, unknown>[]> {
  const client = await test.asApp.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lupa.user', $1, true)`, [user?.id ?? ''])
    let rows: Record<string, unknown>[] = []
    for (const text of texts) rows = (await client.query(text)).rows
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const refused = (rows: Promise<unknown>) =>
  expect(rows).rejects.toMatchObject({ code: /^(42501|LU40[0-9]|23503|23514)$/ })
const filing = (objectId: string) =>
  `select put_filing('${JSON.stringify({ byHand: false, contractorId: own.id, objectId, kind: 'mail-in', occurredAt: '2026-01-01T00:00:00Z', title: 'x', snippet: '', who: '', hasAttachment: false, method: 'address', evidence: '' })}')`

it('files no object that the caller may not see', async () => {
  await expect(
    as(bartek, filing(mail.body.id), `select subject from message where id = '${mail.body.id}'`).catch(() => []),
  ).resolves.toEqual([])
  await expect(
    as(bartek, filing(note.objectId), `select title from activity where id = '${note.objectId}'`).catch(() => []),
  ).resolves.toEqual([])
})

it('makes nobody a party to a case who is hidden from the one who does it', async () => {
  const rows = as(
    bartek,
    `insert into case_party (case_file_id, contractor_id, is_first) values ('${ownCase.id}', '${secret.id}', false)`,
    `select name from contractor where id = '${secret.id}'`,
  )
  await refused(rows)
})

it('opens no case at a contractor who is hidden', async () => {
  await refused(
    as(bartek, `update case_file set contractor_id = '${secret.id}' where id = '${ownCase.id}' returning id`),
  )
})

it('ties no contractor and no case to another audience', async () => {
  await refused(
    as(
      bartek,
      `update contractor set audience_id = (select audience_id from case_file where id = '${ownCase.id}') where id = '${own.id}' returning id`,
    ),
  )
  await refused(
    as(
      bartek,
      `update contractor set manager_id = '${anna.id}' , id = gen_random_uuid() where id = '${own.id}' returning id`,
    ),
  )
})

it('lets whoever sees only a case write no people and no addresses', async () => {
  await anna.patch(`/api/cases/${secretCase.id}`, { audience: { users: [bartek.id] } })
  const writes = [
    `insert into address (value, is_domain, contractor_id) values ('wszystko.example', true, '${secret.id}') returning id`,
    `insert into person (contractor_id, name) values ('${secret.id}', 'Obca') returning id`,
    `delete from address where contractor_id = '${secret.id}' returning id`,
    `update person set name = 'Inna' where contractor_id = '${secret.id}' returning id`,
  ]
  for (const text of writes) expect(await as(bartek, text).catch(() => []), text).toEqual([])
  await anna.patch(`/api/cases/${secretCase.id}`, { audience: { users: [] } })
})

it('moves no activity to a contractor who is hidden', async () => {
  const mine = await buildNote(bartek, own.id)
  await refused(
    as(bartek, `update activity set contractor_id = '${secret.id}' where id = '${mine.objectId}' returning id`),
  )
})

it('binds no activity to a person of another contractor', async () => {
  const mine = await buildNote(bartek, own.id)
  await refused(
    as(bartek, `update activity set person_id = '${secret.people[0]?.id}' where id = '${mine.objectId}' returning id`),
  )
})

it('shows nobody the arrivals of all', async () => {
  await test.asSuper.query(`insert into arrival (owner_id, source_hash, comment) values ($1, 'x', 'tajne')`, [anna.id])
  for (const who of [bartek, null]) await refused(as(who, 'select * from waiting_arrivals()'))
  await test.asSuper.query('delete from arrival')
})

it('settles and lifts nothing of other people’s', async () => {
  const hers = await anna.hand(buildMail({ from: 'x@nikt-a.example' }))
  await as(bartek, `select settle_triage('${hers.body.id}')`)
  const settled = await as(
    bartek,
    `select settle_triage('${hers.body.id}')`,
    `select set_config('lupa.user', '${anna.id}', true)`,
    `select state from triage_entry where message_id = '${hers.body.id}'`,
  )
  expect(settled).toEqual([{ state: 'open' }])
})

it('makes a link for nobody but by an administrator', async () => {
  const { rows } = await test.asSuper.query(
    `insert into app_user (email, name) values ('bez@nasza.example', 'Bez hasła') returning id`,
  )
  await refused(as(bartek, `select create_setup_link('${rows[0].id}', 'abc', now() + interval '1 day')`))
})

it('sets nobody else’s password and starts no administrator', async () => {
  await refused(as(bartek, `select set_password('${anna.id}', 'x')`))
  await refused(as(bartek, `select create_user('zly@nasza.example', 'Zły', true)`))
  expect(await as(bartek, `update app_user set is_admin = true where id = '${bartek.id}' returning id`)).toEqual([])
})

it('ends every other link of a user who has used one', async () => {
  const { rows } = await test.asSuper.query(
    `insert into app_user (email, name) values ('dwa@nasza.example', 'Dwa linki') returning id`,
  )
  for (const hash of ['l1', 'l2'])
    await test.asSuper.query(
      `insert into setup_link (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
      [hash, rows[0].id],
    )
  await refused(as(null, `select use_setup_link('l1', 'h1')`, `select use_setup_link('l2', 'h2')`))
})

it('puts no circle of one’s own around what is hidden, and takes no document from a mail', async () => {
  const circle = `(select audience_id from contractor where id = '${own.id}')`
  await refused(as(bartek, `select copy_circle('${note.id}', null, ${circle})`))
  await refused(as(bartek, `select repoint_documents('${mail.body.id}', '${secret.id}', null, true)`))
  await refused(as(bartek, `select put_document('${secret.id}', repeat('0', 64), 'x', 'x', 'document', 1)`))
})
