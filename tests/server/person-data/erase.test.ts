import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openAnchors } from '../../../server/audit/anchors.ts'
import { sealAll } from '../../../server/audit/start-sealing.ts'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { erasePerson } from '../../../server/person-data/erase-person.ts'
import { sweepBlobs } from '../../../server/storage/keep-swept.ts'
import { upload } from '../../support/form.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser, tokenOf } from '../../support/people.ts'
import { placesOf } from './text-columns.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const anchors = openAnchors(test.house.config.dataFolder)
const reason = 'Wniosek o usunięcie z 2 marca'
await test.asSuper.query(`insert into own_address (value, is_domain) values ('nasza.example', true)`)
let number = 0

/** A person of whom something stands in every corner of Lupa. */
async function buildEverywhere() {
  number += 1
  const ola = `ola${number}@firma-oli.example`
  const name = `Aleksandra Nowak-${number}`
  const phone = `60160260${number}`
  const people = [{ name, role: 'księgowa', phones: [phone], addresses: [ola, `dom-${ola}`] }]
  const contractor = await buildContractor(anna, {
    people,
    note: `Pisać na ${ola}`,
    tags: [ola],
    addresses: [`@o${number}.example`],
  })
  const place = `?contractorId=${contractor.id}`
  const attachments = [{ name: `do ${ola}.txt`, type: 'text/plain', content: `plan ${number}` }]
  const old = buildMail({
    from: `${name} <${ola}>`,
    subject: `od ${ola}`,
    text: `Pozdrawiam, ${name}, ${ola}`,
    attachments,
  })
  await anna.hand(old, `${place}&comment=${encodeURIComponent(`pisze ${ola}`)}`)
  await bartek.hand(old)
  await anna.hand(buildMail({ from: `dom-${ola}`, subject: 'nieprzypisany' }))
  await anna.hand(
    buildMail({ from: 'anna@nasza.example', to: `${name} <${ola}>`, cc: `inny@o${number}.example` }),
    place,
  )
  const quoted = `---------- Forwarded message ---------\r\nFrom: ${name} <${ola}>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: x\r\nTo: anna@nasza.example\r\n\r\nTreść`
  await anna.hand(buildMail({ from: 'anna@nasza.example', to: bartek.email, subject: 'Fwd', text: quoted }))
  const kase = await buildCase(anna, contractor.id, { title: `Sprawa ${ola}` })
  const personId = contractor.people[0]?.id
  const call = {
    kind: 'call',
    contractorId: contractor.id,
    personId,
    title: `Rozmowa: ${name}`,
    note: `${name}, tel. ${phone}`,
  }
  const { body: talk } = await anna.post('/api/activities', call)
  await anna.post('/api/mail-templates', {
    name: ola,
    language: 'pl',
    subject: '',
    body: `Kopia: ${ola}`,
    isShared: false,
  })
  const note = await buildNote(anna, contractor.id, { title: `Adres ${ola.toUpperCase()}`, note: `Pisać na: ${ola}.` })
  await anna.patch(`/api/activities/${note.objectId}`, { title: `Nowy ${ola}` })
  await anna.post('/api/blocked-addresses', { scope: 'personal', value: ola })
  await test.asSuper.query('insert into never_address (value, contractor_id, taught_by) values ($1, $2, $3)', [
    ola,
    contractor.id,
    anna.id,
  ])
  const condition = { field: 'from', operator: 'is', values: [ola], match: 'any' }
  const rule = { scope: 'personal', name: `Od ${ola}`, match: 'all', action: 'leave-out', conditions: [condition] }
  await anna.post('/api/rules', rule)
  const { body: hold } = await admin.post('/api/legal-holds', {
    objectType: 'case',
    objectId: kase.id,
    reason: `Spór z ${ola}`,
  })
  if (hold.id) await admin.remove(`/api/legal-holds/${hold.id}`)
  const { body: held } = await admin.post('/api/person-holds', { address: ola, reason: `Spór z ${ola}` })
  await admin.remove(`/api/person-holds/${held.id}`)
  await admin.post('/api/person-data/exports', { address: ola, reason: `Wniosek od ${ola}` })
  const { rows: providers } = await test.asSuper.query(
    `insert into sign_in_provider (name, issuer, client_id, secret) values ('Entra', $1, 'lupa', '') returning id`,
    [`https://entra${number}.example`],
  )
  // Once by her address, as providers name somebody, and once by her name alone.
  for (const label of [`${name}, ${ola}`, name])
    await test.asSuper.query(
      'insert into identity_request (issuer, subject, provider_id, label) values ($1, $2, $3, $4)',
      [`https://entra${number}.example`, label === name ? 'x' : ola, providers[0].id, label],
    )
  await test.asSuper.query(
    `insert into audit_entry (user_id, verb, object_type, object_id, details) values ($1, 'changed', 'contractor', $2, $3)`,
    [anna.id, contractor.id, JSON.stringify({ address: ola })],
  )
  return { ola, name, phone, contractor, kase, old, talk }
}

const ask = (address: string, others: 'keep' | 'erase' = 'erase', duties: string[] = ['invoice']) =>
  admin.post('/api/erasures', { address, confirmation: address, reason, duties, others })
const erase = async (address: string, others?: 'keep' | 'erase', duties?: string[]) => {
  const { body } = await ask(address, others, duties)
  await erasePerson(test, body.id)
  const { body: all } = await admin.get('/api/erasures')
  return all.items.find((one: { id: string }) => one.id === body.id)
}
const verified = async () => (await admin.post('/api/audit/verification')).body

it('leaves no word of her address in any text of the database, and the log whole', async () => {
  const { ola, name, phone, contractor, talk } = await buildEverywhere()
  await sealAll(test.jobs, anchors, test.house.now)
  const before = await placesOf(test.asSuper, ola)
  const { rows: blobs } = await test.asSuper.query('select hash from blob')

  const done = await erase(ola)

  expect(new Set(before.map(({ place }) => place)).size).toBeGreaterThan(20)
  expect(await placesOf(test.asSuper, ola)).toEqual([])
  expect(await placesOf(test.asSuper, name)).toEqual([])
  expect(await placesOf(test.asSuper, phone)).toEqual([])
  expect(done).toMatchObject({ state: 'done', mails: 4, kept: { hold: 0, duty: 0, others: 0, mention: 0, failed: 0 } })
  const shown = (await anna.get(`/api/contractors/${contractor.id}`)).body
  expect(shown).toMatchObject({ people: [], note: 'Pisać na […]', tags: ['[…]'] })
  const call = (await anna.get(`/api/items/${talk.id}`)).body
  expect(call.title).toBe('Rozmowa: […]')
  expect((await anna.get(`/api/search?q=${encodeURIComponent(ola)}`)).body.items).toEqual([])
  await sweepBlobs({ ...test.house, jobs: test.jobs }, -1000)
  const there = blobs.filter(({ hash }) =>
    existsSync(path.join(test.house.config.dataFolder, 'blobs', hash.slice(0, 2), hash)),
  )
  expect(there).toEqual([])
  await sealAll(test.jobs, anchors, test.house.now)
  expect(await verified()).toMatchObject({ unsealed: 0, faults: [] })
  for (const [rule, text] of Object.entries(consistencySql))
    expect((await test.asSuper.query(text)).rows, rule).toEqual([])
})

it('takes another address that ends in hers for what it is', async () => {
  const contractor = await buildContractor(anna, {
    note: 'marta-ewa@dalej.example i ewa@dalej.example.pl, ewa@dalej.example!',
  })
  await erase('ewa@dalej.example')

  expect((await anna.get(`/api/contractors/${contractor.id}`)).body.note).toBe(
    'marta-ewa@dalej.example i ewa@dalej.example.pl, […]!',
  )
})

it('finds an entry of the log that somebody altered beside, or altered again', async () => {
  const { ola } = await buildEverywhere()
  await sealAll(test.jobs, anchors, test.house.now)
  await erase(ola)
  await sealAll(test.jobs, anchors, test.house.now)
  const { rows } = await test.asSuper.query('select entry_id from audit_redaction order by entry_id desc limit 1')
  const [{ entry_id: entry }] = rows

  expect((await verified()).faults).toEqual([])
  await test.asSuper.query(`update audit_entry set details = details || '{"x": 1}' where id = $1`, [entry])
  expect((await verified()).faults).toMatchObject([{ kind: 'altered', entryId: String(entry) }])
  await test.asSuper.query(`update audit_entry set details = details - 'x' where id = $1`, [entry])
  await test.asSuper.query(`update audit_entry set verb = 'x' where id = $1`, [entry])
  expect((await verified()).faults).toMatchObject([{ kind: 'altered', entryId: String(entry) }])
  await test.asSuper.query(
    `update audit_entry e set verb = coalesce((select 'changed' where e.verb = 'x'), verb) where id = $1`,
    [entry],
  )
})

it('goes on where it was broken off, and does nothing twice', async () => {
  const { ola } = await buildEverywhere()
  const { body } = await ask(ola)
  await test.jobs.call('select erase_person_batch($1, 1)', [body.id])
  const after = (await admin.get('/api/erasures')).body.items[0]
  await test.jobs.call(`select queue_erasures()`)
  const { rows } = await test.asSuper.query(`select key from graphile_worker._private_jobs where key = $1`, [
    `erase-person ${body.id}`,
  ])

  expect(after).toMatchObject({ id: body.id, state: 'running', mails: 1 })
  expect(rows).toHaveLength(1)
  expect((await ask(ola)).status).toBe(409)
  await Promise.all([erasePerson(test, body.id), erasePerson(test, body.id)])
  await erasePerson(test, body.id)
  expect((await admin.get('/api/erasures')).body.items[0]).toMatchObject({ state: 'done', mails: 4 })
  expect(await placesOf(test.asSuper, ola)).toEqual([])
})

it('keeps what a law has kept, what is on hold and what is others’ too, and says which', async () => {
  const { ola, contractor, kase } = await buildEverywhere()
  const invoice = [{ name: 'Faktura 7.pdf', type: 'application/pdf', content: '%PDF-1.4 faktura 7' }]
  await anna.hand(buildMail({ from: ola, subject: 'faktura', attachments: invoice }), `?contractorId=${contractor.id}`)
  await anna.hand(buildMail({ from: ola, subject: 'sporny' }), `?contractorId=${contractor.id}&caseId=${kase.id}`)
  await anna.hand(buildMail({ from: 'ktos@obcy.example', subject: 'o niej', text: `Adres: ${ola}` }))
  await admin.post('/api/legal-holds', { objectType: 'case', objectId: kase.id, reason: 'Spór' })
  const wish = { address: ola, duties: ['invoice'], others: 'keep' }
  const { body: preview } = await admin.post('/api/erasures/preview', wish)

  const done = await erase(ola, 'keep')

  expect(preview).toMatchObject({ mails: { erase: 3, hold: 1, duty: 1, others: 1 }, people: 1, isHeld: false })
  expect(preview.holds).toMatchObject([{ objectType: 'case', objectId: kase.id, reason: 'Spór' }])
  expect(done.mails).toBe(3)
  expect(done.kept).toMatchObject({ duty: 2, others: 1, mention: 1, failed: 0 })
  expect(done.kept.hold).toBeGreaterThanOrEqual(1)
  const kept = async (why: string) => (await admin.get(`/api/erasures/${done.id}/kept?reason=${why}`)).body.items
  expect((await kept('hold')).map((one: { objectType: string }) => one.objectType)).toContain('message')
  const { rows } = await test.asSuper.query(
    'select object_id from erasure_kept where erasure_id = $1 union select i.id from item i join erasure_kept k on k.object_id = i.object_id where k.erasure_id = $1',
    [done.id],
  )
  const stays = rows.map(row => row.object_id)
  const places = await placesOf(test.asSuper, ola)
  expect(places.filter(({ row }) => !stays.some(id => row.includes(id)))).toEqual([])
  expect(places.map(({ place }) => place)).toContain('message_address.address')
})

it('keeps her out: from old mailboxes, lists and hands, and not what she writes anew', async () => {
  const { ola, old, contractor } = await buildEverywhere()
  const done = await erase(ola)

  expect(await anna.hand(old)).toMatchObject({ status: 409, body: { code: 'person-erased' } })
  const people = [{ name: 'Znowu', addresses: [ola] }]
  expect(await anna.post('/api/contractors', { name: 'Powrót', people })).toMatchObject({
    status: 409,
    body: { code: 'person-erased' },
  })
  const csv = `Nazwa;E-mail\r\nStara lista;${ola}\r\nInna;inna${number}@lista.example\r\n`
  const list = await test.app.inject({
    method: 'POST',
    url: '/api/contractors/import?columns=name&columns=addresses&known=complete',
    headers: { 'content-type': 'application/octet-stream', authorization: await bearer() },
    payload: Buffer.from(csv),
  })
  expect(list.json()).toMatchObject({
    counts: { created: 1, refused: 1 },
    refused: [{ line: 2, reason: 'person-erased' }],
  })
  expect(await placesOf(test.asSuper, ola)).toEqual([])
  const later = new Date(Date.now() + 60_000)
  expect((await anna.hand(buildMail({ from: ola, date: later }), `?contractorId=${contractor.id}`)).status).toBe(200)
  await erasePerson(test, done.id)
  expect((await placesOf(test.asSuper, ola)).length).toBeGreaterThan(0)
  expect((await anna.remove(`/api/erasures/${done.id}/tombstone`)).status).toBe(403)
  expect((await admin.remove(`/api/erasures/${done.id}/tombstone`)).status).toBe(204)
  expect((await anna.hand(old)).status).toBe(200)
})

it('is refused for colleagues, for who is on hold, without the address typed again, and to whoever is no administrator', async () => {
  const wish = { reason, duties: [], others: 'keep' }
  const address = 'spor@obca.example'
  await admin.post('/api/person-holds', { address, reason: 'Spór' })

  expect(await ask(anna.email)).toMatchObject({ status: 409, body: { code: 'own-person' } })
  expect(await ask(address)).toMatchObject({ status: 409, body: { code: 'on-hold' } })
  const other = 'kto@obca.example'
  expect((await admin.post('/api/erasures', { ...wish, address: other, confirmation: 'kto' })).status).toBe(400)
  const telling = { ...wish, address: other, confirmation: other, reason: `Wniosek od ${other}` }
  expect((await admin.post('/api/erasures', telling)).status).toBe(400)
  expect((await anna.post('/api/erasures', { ...wish, address: other, confirmation: other })).status).toBe(403)
  expect((await anna.post('/api/erasures/preview', { address: other, duties: [], others: 'keep' })).status).toBe(403)
  expect((await anna.get('/api/erasures')).status).toBe(403)
})

it('stops when somebody puts her on hold meanwhile', async () => {
  const { ola } = await buildEverywhere()
  const { body } = await ask(ola)
  await test.jobs.call('select erase_person_batch($1, 1)', [body.id])
  await admin.post('/api/person-holds', { address: ola, reason: 'Pozew' })
  await erasePerson(test, body.id)

  expect((await admin.get('/api/erasures')).body.items[0]).toMatchObject({
    state: 'stopped',
    mails: 1,
    isLifted: true,
  })
  const { rows } = await test.asSuper.query('select address, addresses, names from erasure where id = $1', [body.id])
  expect(rows).toEqual([{ address: null, addresses: [], names: [] }])
})

it('alters nothing that lies in a held file, or is of somebody else who is on hold', async () => {
  const ola = 'ola@wstrzymana-reszta.example'
  const jan = 'jan@sporny.example'
  const held = await buildContractor(anna)
  const other = await buildContractor(anna, { people: [{ name: 'Jan Sporny', addresses: [jan] }] })
  await upload(test, anna, held.id, { name: `${ola} lista.txt`, content: 'a' })
  const talk = {
    kind: 'call',
    contractorId: other.id,
    personId: other.people[0]?.id,
    title: `Rozmowa o ${ola}`,
    note: '',
  }
  const { body: call } = await anna.post('/api/activities', talk)
  await admin.post('/api/legal-holds', { objectType: 'contractor', objectId: held.id, reason: 'Spór' })
  await admin.post('/api/person-holds', { address: jan, reason: 'Spór' })

  const done = await erase(ola)

  expect(done.kept.hold).toBe(2)
  expect((await anna.get(`/api/contractors/${held.id}/timeline`)).body.items[0].title).toContain(ola)
  expect((await anna.get(`/api/items/${call.id}`)).body.title).toBe(`Rozmowa o ${ola}`)
})

it('leaves uploaded files that mention her for somebody to look at', async () => {
  const contractor = await buildContractor(anna)
  const ola = 'wgrana@plik.example'
  await upload(test, anna, contractor.id, { name: 'lista.txt', content: `Lista: ${ola}` })
  await test.asSuper.query(
    `insert into blob_text (blob_hash, state, text, reader, read_at) select blob_hash, 'read', 'Lista: ' || $1, 1, now() from document where contractor_id = $2
       on conflict (blob_hash) do update set text = excluded.text`,
    [ola, contractor.id],
  )
  const done = await erase(ola)
  const { body } = await admin.get(`/api/erasures/${done.id}/kept?reason=mention`)

  expect(done.kept).toMatchObject({ mention: 1 })
  expect(body.items).toMatchObject([{ objectType: 'document', title: 'lista.txt' }])
})

async function bearer() {
  return `Bearer ${await tokenOf(test, anna.id)}`
}
