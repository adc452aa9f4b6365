import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { importContractors } from '../../../server/import/import-contractors.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'
import { workUntilTheEnd } from '../../support/worker.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const timeline = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items
const pdf = (content: string) => [{ name: 'umowa.pdf', type: 'application/pdf', content: `%PDF-1.4 ${content}\n%%EOF` }]

const clients: pg.Client[] = []
afterAll(async () => {
  for (const client of clients) await client.end().catch(() => {})
})

/** A connection of the application's role with an open transaction of a user. */
async function begin(user: Actor): Promise<pg.Client> {
  const client = new pg.Client((test.asApp as unknown as { options: pg.ClientConfig }).options)
  client.on('error', () => {})
  clients.push(client)
  await client.connect()
  await client.query('begin')
  await client.query(`select set_config('lupa.user', $1, true)`, [user.id])
  return client
}

/** The parameter of put_filing that files an item once more. */
async function filingOf(itemId: string, contractorId: string, caseId: string | null) {
  const { rows } = await test.asSuper.query('select * from item where id = $1', [itemId])
  const [it] = rows
  return JSON.stringify({
    byHand: true,
    contractorId,
    caseId,
    objectId: it.object_id,
    kind: it.kind,
    occurredAt: it.occurred_at,
    title: it.title,
    snippet: it.snippet,
    who: it.who,
    hasAttachment: it.has_attachment,
    method: 'hand',
    evidence: '',
  })
}

it('keeps a filing that was made while somebody took the item out', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const note = await buildNote(bartek, contractor.id)
  const parameter = await filingOf(note.id, contractor.id, caseFile.id)

  // Anna files it in a case that Bartek does not see, and is not done when Bartek takes it out of the file.
  const filing = await begin(anna)
  await filing.query('select put_filing($1)', [parameter])
  const taking = bartek.remove(`/api/items/${note.id}`)
  await wait(400)
  await filing.query('commit')

  expect((await taking).status).toBe(204)
  const { rows } = await test.asSuper.query('select 1 from filing where case_file_id = $1', [caseFile.id])
  expect(rows).toHaveLength(1)
  expect((await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toHaveLength(1)
})

it('files an item that somebody takes out at the same moment', async () => {
  const contractor = await buildContractor(anna)
  // Bartek does not see the case, so nothing that he does may take the item out of it.
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const [filing, taking] = [await begin(anna), await begin(bartek)]
  for (const [client, user] of [
    [filing, anna],
    [taking, bartek],
  ] as const) {
    await client.query('rollback')
    await client.query(`select set_config('lupa.user', $1, false)`, [user.id])
  }
  const wrongs: unknown[] = []

  for (let turn = 0; turn < 400; turn += 1) {
    const note = await buildNote(bartek, contractor.id)
    const parameter = await filingOf(note.id, contractor.id, caseFile.id)
    const pause = (turn % 20) / 10
    const both = await Promise.allSettled([
      wait(pause > 1 ? pause - 1 : 0).then(() => filing.query('select put_filing($1)', [parameter])),
      wait(pause < 1 ? 1 - pause : 0).then(() => taking.query('select take_out($1, null, true)', [note.id])),
    ])
    // Taken out first, it is not there any more for somebody who did not write it; but what was acknowledged stays.
    const isGone = both[0]?.status === 'rejected' && both[0].reason.code === 'LU404'
    wrongs.push(...both.flatMap(one => (one.status === 'rejected' && !isGone ? [String(one.reason)] : [])))
    const { rows } = await test.asSuper.query(
      'select 1 from filing f join item i on i.id = f.item_id where i.object_id = $1 and f.case_file_id = $2',
      [note.objectId, caseFile.id],
    )
    if (rows.length !== (isGone ? 0 : 1)) wrongs.push(`lost in turn ${turn}`)
  }

  expect(wrongs).toEqual([])
}, 60_000)

it('keeps a document in the file while one of the two mails that brought it is there', async () => {
  const contractor = await buildContractor(anna)
  const first = await anna.hand(buildMail({ attachments: pdf('wspolny') }), `?contractorId=${contractor.id}`)
  await anna.hand(buildMail({ attachments: pdf('wspolny') }), `?contractorId=${contractor.id}`)
  expect(await timeline(anna, contractor.id)).toHaveLength(3)

  await anna.remove(`/api/items/${first.body.items[0].id}`)

  const kinds = (await timeline(anna, contractor.id)).map((row: { kind: string }) => row.kind).sort()
  expect(kinds).toEqual(['contract', 'mail-in'])
})

it('goes on with the other arrivals after one that cannot be filed any more', async () => {
  const contractor = await buildContractor(anna)
  const closed = await buildCase(anna, contractor.id)
  const arrive = async (source: string, place: object | null) => {
    const hash = await test.house.blobs.put(Buffer.from(source))
    await test.asSuper.query(
      `insert into arrival (owner_id, source_hash, place, arrived_at) select $1, $2, $3, now() + make_interval(secs => (select count(*) from arrival))`,
      [anna.id, hash, place ? JSON.stringify(place) : null],
    )
  }
  await arrive(buildMail({ messageId: '<zatruta@przyjscie.example>' }), {
    contractorId: contractor.id,
    caseId: closed.id,
  })
  await arrive(buildMail({ messageId: '<zdrowa@przyjscie.example>' }), { contractorId: contractor.id, caseId: null })
  await anna.patch(`/api/cases/${closed.id}`, { closed: true })

  await workUntilTheEnd(test)

  const { rows } = await test.asSuper.query(
    `select message_id from message where message_id like '%@przyjscie.example' order by 1`,
  )
  // Neither waits for ever, and neither is lost: the one without its place is in triage.
  expect(rows.map(row => row.message_id)).toEqual(['zatruta@przyjscie.example', 'zdrowa@przyjscie.example'])
})

it('leaves the manager of a file in its audience whoever changes it', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)

  await bartek.patch(`/api/cases/${caseFile.id}`, onlyHerself)
  await bartek.patch(`/api/contractors/${contractor.id}`, onlyHerself)

  expect((await anna.get(`/api/contractors/${contractor.id}`)).status).toBe(200)
  expect((await anna.get(`/api/cases/${caseFile.id}`)).status).toBe(200)
})

it('serves the source to the readers of a file to which a mail was moved by a person with his own copy', async () => {
  const [from, to] = [await buildContractor(anna), await buildContractor(anna)]
  const mail = buildMail()
  const hers = await anna.hand(mail, `?contractorId=${from.id}`)
  await anna.patch(`/api/items/${hers.body.items[0].id}`, onlyHerself)
  const his = await bartek.hand(mail, `?contractorId=${from.id}`)

  const moved = await bartek.patch(`/api/items/${his.body.items[0].id}`, { contractorId: to.id })

  const celina = await buildUser(test)
  expect(moved.status).toBe(200)
  expect((await celina.get(`/api/items/${moved.body.id}`)).status).toBe(200)
  expect((await celina.get(`/api/items/${moved.body.id}/source`)).status).toBe(200)
})

it('keeps the own words of whoever files what is filed confidentially', async () => {
  const contractor = await buildContractor(anna)
  const mail = buildMail()
  const hers = await anna.hand(mail, `?contractorId=${contractor.id}`)
  await anna.patch(`/api/items/${hers.body.items[0].id}`, onlyHerself)

  const his = await bartek.hand(mail, `?contractorId=${contractor.id}&comment=Moja%20uwaga`)

  expect(JSON.stringify((await bartek.get(`/api/items/${his.body.items[0].id}`)).body)).toContain('Moja uwaga')
})

it('finds the file of a company whose domain has Polish letters', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@żółw.example'] })

  const { body } = await anna.hand(buildMail({ from: 'jan@żółw.example' }))

  expect(body.items).toMatchObject([{ contractorId: contractor.id }])
})

it('does not file into a case what came from outside and only claims to be our own mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@ofiara.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  await anna.hand(
    buildMail({ messageId: '<n1@nasza.example>', from: anna.email, to: 'jan@ofiara.example' }),
    `?caseId=${caseFile.id}`,
  )

  // Into her inbox, not her sent mail: a From line proves nothing.
  const source = `Received: from zly.example by mx.nasza.example; ${new Date().toUTCString()}\r\n${buildMail({
    from: anna.email,
    to: `${anna.email}, jan@ofiara.example`,
    inReplyTo: 'n1@nasza.example',
  })}`
  const received = await receiveMessage(test.house, {
    userId: anna.id,
    source: Buffer.from(source),
    arrival: { door: 'imap', remoteId: 'INBOX/1/1', receivedAt: new Date() },
  })

  expect(received.method).not.toBe('thread')
  expect(received.items).not.toMatchObject([{ caseId: caseFile.id }])
})

it('loses no session when an honest client trades one refresh token twice at once', async () => {
  const token = (n: number) => String(n).repeat(64)
  const later = `now() + interval '1 day'`
  const [one, other] = [await begin(anna), await begin(anna)]
  await test.asSuper.query(
    `insert into session (family_id, user_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, ${later})`,
    [anna.id, token(1)],
  )

  const first = await one.query(`select * from trade_session('${token(1)}', '${token(2)}', ${later})`)
  const second = other.query(`select * from trade_session('${token(1)}', '${token(3)}', ${later})`)
  await wait(200)
  await one.query('commit')
  await second
  await other.query('commit')

  expect(first.rows).toHaveLength(1)
  const goesOn = await test.asApp.query(`select * from trade_session('${token(2)}', '${token(4)}', ${later})`)
  expect(goesOn.rows).toHaveLength(1)
})

it('makes a document that is moved to another file a document of that file', async () => {
  const [from, to] = [await buildContractor(anna), await buildContractor(anna)]
  await anna.hand(buildMail({ attachments: pdf('przeprowadzka') }), `?contractorId=${from.id}`)
  const document = (await timeline(anna, from.id)).find((row: { kind: string }) => row.kind === 'contract')

  await anna.patch(`/api/items/${document.id}`, { contractorId: to.id })
  await anna.hand(buildMail({ attachments: pdf('przeprowadzka') }), `?contractorId=${to.id}`)

  const kinds = (await timeline(anna, to.id)).map((row: { kind: string }) => row.kind).sort()
  expect(kinds).toEqual(['contract', 'mail-in'])
})

it('goes on with a contractor list after a row that the database refuses', async () => {
  const row = (line: number, name: string) => ({ line, input: { name } })

  const results = await importContractors(test.house, anna.id, [
    row(2, 'x'.repeat(301)),
    row(3, 'Po złym wierszu'),
  ]).catch(String)

  expect(results).toMatchObject([
    { line: 2, result: 'refused' },
    { line: 3, result: 'created' },
  ])
})

it('adds no addresses by a list to a contractor of whom the importer sees only a case', async () => {
  const contractor = await buildContractor(anna, { name: 'Tylko sprawa', audience: { users: [] } })
  await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })

  await importContractors(test.house, bartek.id, [
    { line: 2, input: { name: 'Tylko sprawa', addresses: ['@przejety.example'] } },
  ]).catch(() => {})

  expect((await anna.get(`/api/contractors/${contractor.id}`)).body.addresses).toEqual([])
})

it('lets thirty colleagues behind one address go on with their sessions in one minute', async () => {
  const { tokenHash } = await import('../../../server/identity/token.ts')
  const tokens = Array.from({ length: 30 }, (_, n) => `kolega-${n}`)
  for (const token of tokens)
    await test.asSuper.query(
      `insert into session (family_id, user_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 day')`,
      [anna.id, tokenHash(token)],
    )

  const replies = await Promise.all(
    tokens.map(refresh => test.app.inject({ method: 'POST', url: '/api/session/refresh', payload: { refresh } })),
  )

  expect(replies.map(reply => reply.statusCode)).toEqual(Array(30).fill(200))
})
