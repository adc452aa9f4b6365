import { setTimeout as wait } from 'node:timers/promises'
import { upload } from '../../support/form.ts'
import type { TestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import {
  type Actor,
  buildCase,
  buildContractor,
  buildGroup,
  buildNote,
  buildUser,
  type Reply,
} from '../../support/people.ts'
import type { Ids } from './samples.ts'

let counter = 0

/** An administrator who sees no file, a member, and somebody whose things are hidden from both. */
export async function hirePeople(test: TestHouse) {
  const admin = await buildUser(test, { email: 'admin@nasza.example' })
  const member = await buildUser(test, { email: 'bartek@nasza.example' })
  const owner = await buildUser(test, { email: 'celina@nasza.example' })
  return { admin, member, owner }
}
export type People = Awaited<ReturnType<typeof hirePeople>>

/** One of everything that a request may name, all of it somebody's alone. */
export async function oneOfEach(test: TestHouse, { admin, member }: People, owner: Actor): Promise<Ids> {
  counter += 1
  const n = counter
  const domain = `klient${n}-${owner.id.slice(0, 8)}.example`
  const contractor = await buildContractor(owner, {
    audience: { users: [] },
    addresses: [`kontakt@${domain}`, 'kontakt@moja.example'],
    people: [{ name: 'Osoba' }, { name: 'Osoba, która odchodzi' }],
  })
  const caseFile = await buildCase(owner, contractor.id)
  const party = await buildContractor(owner, { audience: { users: [] } })
  must(await owner.put(`/api/cases/${caseFile.id}/parties/${party.id}`, {}))
  must(await owner.put(`/api/contractors/${contractor.id}/related/${party.id}`, { kind: 'branch' }))
  const unused = await buildContractor(owner, { audience: { users: [] } })
  const note = await buildNote(owner, contractor.id, { title: 'sekret' })
  const task = await buildNote(owner, contractor.id, { kind: 'task', title: 'sekret' })
  const attachments = [{ name: 'sekret.pdf', type: 'application/pdf', content: `%PDF-1.4 ${n}\n%%EOF` }]
  const source = buildMail({ subject: 'sekret', attachments })
  const mail = await handIn(owner, source, `?contractorId=${contractor.id}&caseId=${caseFile.id}`)
  const rows = must(await owner.get(`/api/contractors/${contractor.id}/timeline?caseId=${caseFile.id}`)).items
  const origin = `select source_hash from message_copy where message_id = $1`
  await test.asSuper.query(
    `insert into source_origin (source_hash, origin_hash) select source_hash, source_hash from (${origin}) c on conflict do nothing`,
    [mail.id],
  )
  const waiting = await handIn(owner, buildMail({ from: `nikt${n}@obcy-zupelnie.example` }))
  const leftOut = await handIn(owner, buildMail({ from: `nikt${n}@obcy-zupelnie.example` }))
  must(await owner.post('/api/triage/leave-out', { ids: [leftOut.id] }))
  return {
    contractor: contractor.id,
    caseFile: caseFile.id,
    party: party.id,
    unused: unused.id,
    note: note.id,
    task: task.objectId,
    mail: mail.items[0].id,
    document: rows.find((row: { kind: string }) => row.kind === 'document').objectId,
    version: await versionIn(test, owner, contractor.id),
    waiting: waiting.id,
    leftOut: leftOut.id,
    person: contractor.people[0]?.id ?? '',
    contact: contractor.people[1]?.id ?? '',
    user: owner.id,
    leaver: await shutOut(test),
    colleague: member.id,
    group: await groupWith(admin, owner, note.id),
    idleGroup: (await buildGroup(admin, [])).id,
    ...(await onesOwn(test, admin, owner, n)),
    ...(await waysIn(test, owner, n)),
    webhook: await hookOf(test, admin),
    opening: await opened(test, admin, owner),
    hold: await placeHold(admin),
    personExport: await openExport(admin),
    personHold: await holdSomebody(admin),
    erasure: await eraseSomebody(admin),
    template: await writeTemplate(owner),
    ...(await taught(test, owner, contractor.id)),
  }
}

/** A document that is a version of another. */
async function versionIn(test: TestHouse, owner: Actor, contractorId: string): Promise<string> {
  const [one, other] = [1, 2].map(n => ({ name: `sekret v${n}.txt`, content: `sekret ${contractorId} ${n}` }))
  const older = must(await upload(test, owner, contractorId, one as { name: string; content: string })).id
  const newer = must(await upload(test, owner, contractorId, other as { name: string; content: string })).id
  must(await owner.put(`/api/documents/${newer}/versions/${older}`, {}))
  return newer
}

/** Somebody who has left, with nothing that he looked after. */
async function shutOut(test: TestHouse): Promise<string> {
  const { id } = await buildUser(test)
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [id])
  return id
}

/** A group with whom a note is shared. */
async function groupWith(admin: Actor, owner: Actor, noteId: string): Promise<string> {
  const { id } = await buildGroup(admin, [])
  must(await owner.post(`/api/items/${noteId}/shares`, { principals: [id] }))
  return id
}

/** Something of somebody that an administrator opened; an administrator opened what is not there, being shown no difference. */
async function opened(test: TestHouse, admin: Actor, owner: Actor): Promise<string> {
  const objectId =
    owner === admin ? crypto.randomUUID() : (await buildContractor(owner, { audience: { users: [] } })).id
  const [row] = await test.house.database.work(admin.id, tx =>
    tx.sql<{ id: string }>(`select open_break_glass('contractor', $1, 'Próba otwarcia', 480) as id`, [objectId]),
  )
  return row?.id ?? ''
}

/** A sender who never files here, and an own address without an account. */
async function taught(test: TestHouse, owner: Actor, contractorId: string) {
  await test.asSuper.query(
    `insert into never_address (value, contractor_id, taught_by) values ('nigdy@klient.example', $1, $2)`,
    [contractorId, owner.id],
  )
  await test.asSuper.query(`insert into own_address values ('dawna.example', true) on conflict do nothing`)
  return {}
}

/** How somebody comes in: a second session, a token, who he is at a provider; a link to set a password, and a second factor. */
async function waysIn(test: TestHouse, owner: Actor, n: number) {
  const one = async (text: string, parameters: unknown[]): Promise<string> =>
    (await test.asSuper.query(`${text} returning id`, parameters)).rows[0].id
  const hash = `hash-${owner.id}-${n}`
  await test.asSuper.query(
    `insert into mail_server (host, port, encryption, sender) values ('127.0.0.1', 1, 'none', 'lupa@nasza.example') on conflict do nothing`,
  )
  const session = await one(
    `insert into sign_in (user_id, door, device, address) values ($1, 'password', 'drugi', '')`,
    [owner.id],
  )
  const provider = await one(
    `insert into sign_in_provider (name, issuer, client_id, secret) values ('Firma', $1, 'c', '')`,
    [`https://127.0.0.1:1/${hash}`],
  )
  const identity = await one(
    `insert into user_identity (issuer, subject, user_id, provider_id, label) values ('i', $1, $2, $3, 'x')`,
    [hash, owner.id, provider],
  )
  const request = await one(
    `insert into identity_request (issuer, subject, provider_id, label) values ('i', $1, $2, 'x')`,
    [`${hash} unknown`, provider],
  )
  await test.asSuper.query(
    `insert into setup_link (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [hash, owner.id],
  )
  await test.asSuper.query(`delete from access_token where user_id = $1 and name = 'Próbny'`, [owner.id])
  const token = await one(
    `insert into access_token (user_id, name, token_hash, scopes, expires_at)
       values ($1, 'Program', $2, '{read}', now() + interval '1 day')`,
    [owner.id, hash],
  )
  return { session, provider, identity, request, token }
}

/** What belongs to somebody, beside the files. */
async function onesOwn(test: TestHouse, admin: Actor, owner: Actor, n: number) {
  const condition = { field: 'subject', operator: 'contains', values: ['nigdy'], match: 'any' }
  const rule = { name: `Reguła ${n}`, scope: 'personal', match: 'all', action: 'leave-out', conditions: [condition] }
  const imap = {
    kind: 'imap',
    host: `h${n}.poczta.example`,
    port: 993,
    tls: true,
    user: 'u',
    password: 'p',
    since: '2026-01-01',
  }
  const tenant = { tenant: `t${n}.example`, clientId: 'c', clientSecret: 's' }
  return {
    rule: must(await owner.post('/api/rules', rule)).id,
    mailbox: must(await owner.post('/api/mailboxes', imap)).id,
    journal: must(await owner.post('/api/journal-addresses', { kind: 'bcc', label: `Kopia ${n}` })).id,
    blocked: must(await owner.post('/api/blocked-addresses', { address: `z${n}@zly.example`, scope: 'personal' })).id,
    tenant: must(await admin.post('/api/microsoft/tenants', tenant)).id,
    job: await buryJob(test, owner),
  }
}

/** A webhook whose target is nowhere. */
async function hookOf(test: TestHouse, admin: Actor): Promise<string> {
  // A company has fifty at most, and one is made for every route.
  await test.asSuper.query(
    'delete from webhook where id not in (select id from webhook order by created_at desc, id limit 20)',
  )
  const { rows } = await test.asSuper.query(
    `insert into webhook (owner_id, url, events, secret) values ($1, 'https://127.0.0.1:1/', '{item.changed}', '') returning id`,
    [admin.id],
  )
  return rows[0].id
}

/** A hold on something of the administrator's own, which alone he may place. */
async function placeHold(admin: Actor): Promise<string> {
  const { id } = await buildContractor(admin)
  return must(await admin.post('/api/legal-holds', { objectType: 'contractor', objectId: id, reason: 'Spór' })).id
}

/** An erasure of somebody of whom there is nothing. */
async function eraseSomebody(admin: Actor): Promise<string> {
  const address = `usuniety-${crypto.randomUUID()}@obcy.example`
  const body = { address, confirmation: address, reason: 'Wniosek o usunięcie', duties: [], others: 'keep' }
  return must(await admin.post('/api/erasures', body)).id
}

/** A hold on somebody whom nothing else is about. */
async function holdSomebody(admin: Actor): Promise<string> {
  const address = `wstrzymany-${crypto.randomUUID()}@obcy.example`
  return must(await admin.post('/api/person-holds', { address, reason: 'Spór' })).id
}

/** A copy of a person's data that the administrator opened. */
async function openExport(admin: Actor): Promise<string> {
  const body = { address: 'ktos@obcy-zupelnie.example', reason: 'Wniosek z 2 marca' }
  return must(await admin.post('/api/person-data/exports', body)).id
}

async function writeTemplate(owner: Actor): Promise<string> {
  const template = { name: 'sekret', language: 'pl', subject: 'sekret', body: 'sekret', isShared: false }
  return must(await owner.post('/api/mail-templates', template)).id
}

async function buryJob(test: TestHouse, owner: Actor): Promise<string> {
  // A number that no answer holds by chance, as "4" stands in "404".
  const numbers = `pg_get_serial_sequence('graphile_worker._private_jobs', 'id')`
  await test.asSuper.query(`select setval(${numbers}, greatest(nextval(${numbers}), 770770770))`)
  const arrival = await test.asSuper.query(
    `insert into arrival (owner_id, source_hash) values ($1, 'x') returning 'read-arrival ' || id as key`,
    [owner.id],
  )
  await test.jobs.call('select queue_arrivals()')
  const { rows } = await test.asSuper.query(
    'update graphile_worker._private_jobs set attempts = max_attempts where key = $1 returning id',
    [arrival.rows[0].key],
  )
  return String(rows[0].id)
}

/** Ids of what was there once. */
export async function deletedOfEach(test: TestHouse, people: People): Promise<Ids> {
  const gone = await oneOfEach(test, people, people.member)
  const remove = (table: string, id: string) => `delete from ${table} where id = '${id}'`
  await test.asSuper.query(
    `set session_replication_role = replica; ${[
      remove('contractor', gone.contractor),
      remove('contractor', gone.party),
      remove('contractor', gone.unused),
      `delete from address where contractor_id = '${gone.contractor}'`,
      `delete from contractor_relation where '${gone.contractor}' in (contractor_id, related_id)`,
      remove('case_file', gone.caseFile),
      `delete from case_party where case_file_id = '${gone.caseFile}'`,
      ...['filing', 'item_access', 'item_grant', 'item_text'].map(
        table =>
          `delete from ${table} where item_id in (select id from item where contractor_id = '${gone.contractor}')`,
      ),
      `delete from item where contractor_id = '${gone.contractor}'`,
      remove('document', gone.document),
      remove('document', gone.version),
      `delete from document_version where document_id = '${gone.version}'`,
      remove('activity', gone.task),
      ...[gone.waiting, gone.leftOut].flatMap(id => [
        remove('message', id),
        ...['message_copy', 'message_address', 'triage_entry'].map(
          table => `delete from ${table} where message_id = '${id}'`,
        ),
      ]),
      remove('person', gone.person),
      remove('person', gone.contact),
      remove('app_group', gone.group),
      remove('app_group', gone.idleGroup),
      remove('rule', gone.rule),
      remove('mailbox', gone.mailbox),
      remove('journal_address', gone.journal),
      remove('blocked_address', gone.blocked),
      remove('microsoft_tenant', gone.tenant),
      remove('webhook', gone.webhook),
      remove('sign_in', gone.session),
      remove('access_token', gone.token),
      remove('sign_in_provider', gone.provider),
      remove('user_identity', gone.identity),
      remove('identity_request', gone.request),
      remove('break_glass', gone.opening),
      remove('legal_hold', gone.hold),
      remove('person_export', gone.personExport),
      remove('person_hold', gone.personHold),
      remove('erasure', gone.erasure),
      `delete from tombstone where erasure_id = '${gone.erasure}'`,
      remove('mail_template', gone.template),
      `delete from never_address where contractor_id = '${gone.contractor}'`,
      `delete from graphile_worker._private_jobs where id = ${gone.job}`,
    ].join('; ')}; set session_replication_role = origin`,
  )
  return { ...gone, user: crypto.randomUUID(), leaver: crypto.randomUUID(), colleague: crypto.randomUUID() }
}

/** On a busy machine the first mail is read for longer than anybody waits. */
export async function handIn(actor: Actor, source: string, query = ''): Promise<Reply['body']> {
  for (;;) {
    const body = must(await actor.hand(source, query))
    if (body.action !== 'pending') return body
    await wait(500)
  }
}

function must(reply: Reply): Reply['body'] {
  if (reply.status >= 300) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`)
  return reply.body
}
