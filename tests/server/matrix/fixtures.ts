import { setTimeout as wait } from 'node:timers/promises'
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
export async function oneOfEach(test: TestHouse, { admin }: People, owner: Actor): Promise<Ids> {
  counter += 1
  const n = counter
  const domain = `klient${n}-${owner.id.slice(0, 8)}.example`
  const contractor = await buildContractor(owner, {
    audience: { users: [] },
    addresses: [`kontakt@${domain}`, 'kontakt@moja.example'],
    people: [{ name: 'Osoba' }],
  })
  const caseFile = await buildCase(owner, contractor.id)
  const note = await buildNote(owner, contractor.id, { title: 'sekret' })
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
    note: note.id,
    mail: mail.items[0].id,
    document: rows.find((row: { kind: string }) => row.kind === 'document').objectId,
    waiting: waiting.id,
    leftOut: leftOut.id,
    person: contractor.people[0]?.id ?? '',
    user: owner.id,
    group: (await buildGroup(admin, [])).id,
    ...(await onesOwn(test, admin, owner, n)),
  }
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

async function buryJob(test: TestHouse, owner: Actor): Promise<string> {
  await test.asSuper.query(`insert into arrival (owner_id, source_hash) values ($1, 'x')`, [owner.id])
  await test.house.database.work(null, tx => tx.sql('select queue_arrivals()'))
  const { rows } = await test.asSuper.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where id = (select max(id) from graphile_worker._private_jobs) returning id`,
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
      `delete from address where contractor_id = '${gone.contractor}'`,
      remove('case_file', gone.caseFile),
      `delete from case_party where case_file_id = '${gone.caseFile}'`,
      ...['filing', 'item_access', 'item_grant', 'item_text'].map(
        table =>
          `delete from ${table} where item_id in (select id from item where contractor_id = '${gone.contractor}')`,
      ),
      `delete from item where contractor_id = '${gone.contractor}'`,
      remove('document', gone.document),
      ...[gone.waiting, gone.leftOut].flatMap(id => [
        remove('message', id),
        ...['message_copy', 'message_address', 'triage_entry'].map(
          table => `delete from ${table} where message_id = '${id}'`,
        ),
      ]),
      remove('person', gone.person),
      remove('app_group', gone.group),
      remove('rule', gone.rule),
      remove('mailbox', gone.mailbox),
      remove('journal_address', gone.journal),
      remove('blocked_address', gone.blocked),
      remove('microsoft_tenant', gone.tenant),
      `delete from graphile_worker._private_jobs where id = ${gone.job}`,
    ].join('; ')}; set session_replication_role = origin`,
  )
  return { ...gone, user: crypto.randomUUID() }
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
