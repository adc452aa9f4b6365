import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const ola = 'ola.nowak@firma-oli.example'

const people = [{ name: 'Ola Nowak', phones: ['+48 601 602 603'], addresses: [ola, 'ola@dom.example'] }]
const open = await buildContractor(anna, { name: 'Firma Oli', people })
const hidden = await buildContractor(anna, { name: 'Ukryta', addresses: ['@inna.example'], audience: { users: [] } })
const attachments = [{ name: 'plan.txt', type: 'text/plain', content: 'plan' }]
await anna.hand(buildMail({ from: `Ola N. <${ola}>`, subject: 'jawny', attachments }), `?contractorId=${open.id}`)
await anna.hand(buildMail({ from: 'x@inna.example', cc: ola, subject: 'tajny' }), `?contractorId=${hidden.id}`)
await anna.hand(buildMail({ from: 'x@inna.example', subject: 'nie jej', text: `marta${ola}` }))

const report = (address: string) => admin.post('/api/person-data/report', { address })
const search = async (query: string) => (await admin.post('/api/person-data/search', { query })).body.items

it.each(['nowak', 'OLA.nowak@firma', '601 602 603'])('finds her by %s', async query => {
  expect(await search(query)).toContainEqual({
    address: ola,
    name: 'Ola Nowak',
    sources: expect.arrayContaining(['person']),
  })
})

it('finds who only takes part in mail, by the name in its head', async () => {
  await anna.hand(buildMail({ from: 'Zenon Przelotny <zenon@obca.example>' }))

  expect(await search('przelotny')).toEqual([
    { address: 'zenon@obca.example', name: 'Zenon Przelotny', sources: ['mail'] },
  ])
})

it('finds a name by the beginnings of its words, in any order, however it is written', async () => {
  await anna.hand(buildMail({ from: '"Żółć-Długa, Bożena (Firma)" <b.zolc@obca.example>' }))

  for (const query of ['bożena żółć', 'DŁUGA', 'firma boż'])
    expect(await search(query)).toContainEqual(expect.objectContaining({ address: 'b.zolc@obca.example' }))
  expect(await search('ożena')).toEqual([])
  // Nothing that could be part of a question to the index is one.
  expect(await search(`żółć' | 'a`)).toEqual([])
  expect(await search('!!! & |')).toEqual([])
})

it('keeps a name that is one endless word', async () => {
  const { status } = await anna.hand(buildMail({ from: `${'Ż'.repeat(3000)} <dlugi@obca.example>` }))

  expect(status).toBe(200)
})

it('reads neither the heads of all mails nor the whole log for it', async () => {
  const client = await test.asSuper.connect()
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into message_address (message_id, role, position, name, address)
       select gen_random_uuid(), 'from', 0, 'Osoba ' || n, 'osoba' || n || '@wielu.example' from generate_series(1, 20000) n`,
  )
  await client.query(
    `insert into audit_entry (user_id, verb, object_type, object_id) select gen_random_uuid(), 'filed', 'item', gen_random_uuid() from generate_series(1, 20000)`,
  )
  await client.query('analyze message_address, audit_entry')
  await client.query('begin')
  await client.query(`select set_config('lupa.user', $1, true)`, [admin.id])
  const { rows: found } = await client.query(`select find_people('osoba 777') as found`)
  for (const address of [ola, anna.email]) await client.query('select person_report($1)', [address])
  const { rows } = await client.query(
    `select relname, seq_scan::int as scans from pg_stat_xact_user_tables where relname in ('message_address', 'audit_entry') order by relname`,
  )
  await client.query('rollback')
  client.release()

  expect(found[0].found).toMatchObject([{ address: 'osoba777@wielu.example' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}])
  expect(rows).toEqual([
    { relname: 'audit_entry', scans: 0 },
    { relname: 'message_address', scans: 0 },
  ])
})

it('counts everything of her, and names those files alone that the administrator sees', async () => {
  const { status, body } = await report(ola.toUpperCase())

  expect(status).toBe(200)
  expect(body.addresses.toSorted()).toEqual([ola, 'ola@dom.example'])
  expect(body.names.toSorted()).toEqual(['Ola N.', 'Ola Nowak'])
  expect(body.counts).toMatchObject({ people: 1, addresses: 2, mails: 2, written: 1, received: 1, documents: 1 })
  expect(body.files).toEqual([
    { contractorId: open.id, name: 'Firma Oli', mails: 1, documents: 1, people: 2 },
    { contractorId: null, name: null, mails: 1, documents: 0, people: 0 },
  ])
  expect(JSON.stringify(body)).not.toMatch(/tajny|jawny|Ukryta/)
})

it('writes each asking down, without the address', async () => {
  const { body } = await report(ola)
  const log = await test.asSuper.query<{ details: object }>(
    `select details from audit_entry where verb = 'sought' and details <> '{}' order by id desc limit 1`,
  )

  expect(log.rows).toEqual([{ details: { hash: body.hash } }])
  expect(body.hash).toMatch(/^[0-9a-f]{64}$/)
})

it('is for administrators alone, and takes only what is an address', async () => {
  expect((await anna.post('/api/person-data/search', { query: 'nowak' })).status).toBe(403)
  expect((await anna.post('/api/person-data/report', { address: ola })).status).toBe(403)
  expect((await report('ola')).status).toBe(400)
  expect((await admin.post('/api/person-data/search', { query: '  ' })).status).toBe(400)
})
