import { expect } from 'vitest'
import { expire } from '../../../server/audit/start-sealing.ts'
import { endGrace } from '../../../server/filing/end-grace.ts'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { changesFor } from '../../../server/live/hub.ts'
import { upload } from '../../support/form.ts'
import type { TestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, actorOf, buildGroup, buildUser, type Reply } from '../../support/people.ts'
import type { Audience, Box, Company, Person, Thing } from './company.ts'
import type { Let } from './said.ts'
import { contentOf } from './shown.ts'

/** Names far apart, or one would be taken for a look-alike of another. */
const names = ['alfa', 'brzoza', 'cedr', 'dalia']
const people = ['Ada', 'Bartek', 'Celina', 'Darek']
const START = Date.parse('2026-03-10T08:00:00.000Z')

/** Where worlds are played: a server whose people stay, and whose files are emptied between them. */
export interface Stage {
  company: Company
  /** Which act is played, and how often each one was not refused: an act that never succeeds proves nothing. */
  act: string
  done: Map<string, number>
  actors: Map<string, Actor>
  now(): Date
  principalsOf(let_: Let): string[]
  audienceOf(let_: Let): { users: string[]; groups: string[] }
  /** An address of a contractor that may be there, or of a stranger. */
  addressOf(number: number): string
  freshThing(kind: string): Thing
  freshMail(sender: string, hasDocument: boolean): { thing: Thing; documents: Thing[] }
  openFile(user: string, audience: object | undefined, principals: string[]): Promise<void>
  /** Asks as a user and expects this status; answers the body. */
  say(user: string, method: string, url: string, body: object | undefined, status: number): Promise<Reply['body']>
  messageIdOf(mail: Thing): string
  hand(user: string, mail: Thing, query: string, status: number): Promise<void>
  /** Puts in a file that is called like the thing. */
  put(user: string, file: Thing, place: { contractorId: string; caseId?: string }, status: number): Promise<void>
  /** A mailbox of a user that keeps mail to him, made with the first need of it. */
  mailboxOf(user: string, release: Box['release']): Promise<Box>
  /** A mail comes by a mailbox, or to somebody by the journal; answers what became of it. */
  arrive(user: string, by: Box | 'journal', mail: Thing): Promise<string>
  endGrace(): Promise<void>
  expireOpenings(): Promise<void>
  /** What a user is told of all that has changed so far, as the stream of events tells it. */
  eventsFor(user: string): Promise<{ changes: Change[]; told: Told[] }>
  disable(person: Person, isDisabled: boolean): Promise<void>
  same(found: unknown, expected: unknown, what: string): void
  /** Compares what lies where with the model, and learns the ids. */
  learn(): Promise<void>
}

/** One line of the list of changes, as it is announced. */
export type Change = [
  topic: string,
  item: string | null,
  contractor: string | null,
  kase: string | null,
  of: string | null,
]

/** What one listener is told of it. */
export interface Told {
  topic: string
  itemId: string | null
  contractorId: string | null
  caseId: string | null
}

let minutes = 0
let callers = 0
let boxes = 0

/** The clock of worlds: each look is a minute later, so that no two things happen at once. */
export function tick(): Date {
  minutes += 1
  return new Date(START + minutes * 60_000)
}

/** Four people, the first an administrator, and a group inside another; the same for all worlds. */
export async function hirePeople(test: TestHouse) {
  const actors: Actor[] = []
  for (const name of people) actors.push(await buildUser(test, { name, email: `${name.toLowerCase()}@nasza.example` }))
  const [admin, ...others] = actors as [Actor, ...Actor[]]
  const inner = await buildGroup(admin, others.slice(0, 1))
  const outer = await buildGroup(admin, [inner, ...others.slice(1, 2)])
  const { body } = await admin.get('/api/groups')
  return { actors, groups: body.items as Company['groups'], inner, outer }
}
export type Staff = Awaited<ReturnType<typeof hirePeople>>

/** Empties the files and puts everybody where he was; in one round trip, since there are thousands of worlds. */
async function reset(test: TestHouse, { inner, outer, actors }: Staff) {
  const { rows } = await test.asSuper.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in
       ('lupa_migration', 'app_user', 'sign_in', 'app_group', 'group_member', 'membership', 'own_address', 'company_setting', 'setup_link', 'case_counter')`,
  )
  const deletes = rows.map(row => `delete from ${row.name}`).join('; ')
  const [, bartek, celina] = actors.map(actor => actor.id)
  await test.asSuper.query(`
    set session_replication_role = replica; ${deletes}; set session_replication_role = origin;
    update app_user set disabled_at = null where disabled_at is not null;
    delete from group_member where group_id in ('${inner.id}', '${outer.id}');
    insert into group_member values ('${inner.id}', '${bartek}'), ('${outer.id}', '${inner.id}'), ('${outer.id}', '${celina}')`)
}

/** Sets an empty stage; `done` goes on counting. */
export async function setStage(test: TestHouse, staff: Staff, done: Map<string, number>): Promise<Stage> {
  await reset(test, staff)
  minutes = 0
  const [, bartek, celina] = staff.actors.map(actor => actor.id) as [string, string, string]
  const everyone = staff.groups.find(group => (group as { everyone?: boolean }).everyone)?.id ?? ''
  const group = (id: string, name: string, members: string[]) => ({ id, name, members: new Set(members) })
  const company: Company = {
    people: staff.actors.map((actor, n) => ({ id: actor.id, name: people[n] ?? '', isDisabled: false })),
    groups: [
      group(
        everyone,
        'Wszyscy',
        staff.actors.map(actor => actor.id),
      ),
      group(staff.inner.id, nameIn(staff, staff.inner.id), [bartek]),
      group(staff.outer.id, nameIn(staff, staff.outer.id), [staff.inner.id, celina]),
    ],
    contractors: [],
    relations: [],
    cases: [],
    things: [],
    items: [],
    triage: [],
    mailboxes: [],
    rules: [],
    openings: [],
    choices: new Map(),
  }
  // Signed in anew: a token lives for ten minutes, and worlds are played for hours.
  const actors = new Map(staff.actors.map(({ id, email }) => [id, actorOf(test, id, email)]))
  const actor = (user: string) => actors.get(user) ?? actorOf(test, user, '')
  const audienceOf = ({ users, groups, everyone: all }: Let) => ({
    users: users.map(n => staff.actors[n]?.id ?? ''),
    groups: [...groups.map(n => company.groups[1 + n]?.id ?? ''), ...(all ? [everyone] : [])],
  })
  const principalsOf = (let_: Let) => Object.values(audienceOf(let_)).flat()
  const same = (found: unknown, expected: unknown, what: string) => expect(found, what).toEqual(expected)
  const stage: Stage = {
    company,
    act: '',
    done,
    actors,
    now: tick,
    audienceOf,
    principalsOf,
    same,
    addressOf: number => (number < 4 ? `kontakt@${names[number]}.example` : 'nikt@zupelnie-obcy.example'),
    freshThing: kind => thing(`wspolne ${company.things.length}`, kind),
    freshMail(sender, hasDocument) {
      const title = `wspolne ${company.things.length}`
      const name = `zalacznik ${company.things.length}.pdf`
      const file = { name, type: 'application/pdf', content: `%PDF-1.4 ${title}\n%%EOF` }
      const attachments = hasDocument ? { attachments: [file] } : {}
      const source = buildMail({
        from: sender,
        subject: title,
        date: tick(),
        messageId: `<${company.things.length}@w.example>`,
        ...attachments,
      })
      const mail = { ...thing(title, 'mail-in'), source, sender }
      return { thing: mail, documents: hasDocument ? [{ ...thing(name, 'document'), cameWith: mail }] : [] }
    },
    async say(user, method, url, body, status) {
      const reply = await askAs(actor(user), method, url, body)
      expect(reply.status, `${method} ${url} ${JSON.stringify(body)}: ${JSON.stringify(reply.body)}`).toBe(status)
      if (status < 300) done.set(stage.act, (done.get(stage.act) ?? 0) + 1)
      return reply.body
    },
    async openFile(user, audience, principals) {
      const n = company.contractors.length
      if (n >= 3) return
      const address = `kontakt@${names[n]}.example`
      const input = { name: `Firma ${names[n]}`, addresses: [address], ...(audience && { audience }) }
      const body = await stage.say(user, 'POST', '/api/contractors', input, 201)
      const circle: Audience = { members: new Set([...(audience ? principals : [everyone]), user]), follows: null }
      company.contractors.push({ id: body.id, name: input.name, addresses: [address], manager: user, audience: circle })
    },
    messageIdOf: mail => /^Message-ID: <(.*)>/m.exec(mail.source)?.[1] ?? '',
    async hand(user, mail, query, status) {
      let reply = await actor(user).hand(mail.source, query)
      // On a busy machine it may be read for longer than anybody waits.
      while (reply.status === 202) reply = await actor(user).hand(mail.source, query)
      expect(reply.status, `hand ${mail.title} ${query}: ${JSON.stringify(reply.body)}`).toBe(status)
      if (status < 300) done.set(stage.act, (done.get(stage.act) ?? 0) + 1)
      mail.id = reply.body.id ?? mail.id
    },
    async put(user, file, { contractorId, caseId }, status) {
      const input = { name: file.title, content: contentOf(file), ...(caseId && { fields: { caseId } }) }
      const reply = await upload(test, actor(user), contractorId, input)
      expect(reply.status, `put ${file.title}: ${JSON.stringify(reply.body)}`).toBe(status)
      if (status < 300) done.set(stage.act, (done.get(stage.act) ?? 0) + 1)
    },
    async mailboxOf(user, release) {
      const known = company.mailboxes.find(one => one.owner === user && one.release === release)
      if (known) return known
      boxes += 1
      const login = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, password: 'tajne' }
      const input = { ...login, user: `${boxes} ${user}`, since: '2026-01-01', release, graceMinutes: 10 }
      const { id } = await stage.say(user, 'POST', '/api/mailboxes', input, 201)
      const box: Box = { id, owner: user, release, isPaused: false, helpers: new Set() }
      company.mailboxes.push(box)
      return box
    },
    async arrive(user, by, mail) {
      const remoteId = `INBOX/1/${company.things.length}`
      const arrival =
        by === 'journal'
          ? ({ door: 'journal', people: [actor(user).email] } as const)
          : ({ door: 'imap', mailboxId: by.id, remoteId } as const)
      const received = await receiveMessage(test.house, { userId: user, source: Buffer.from(mail.source), arrival })
      mail.id = received.id
      return received.action
    },
    async endGrace() {
      await test.asSuper.query(
        `update filing set held_until = now() - interval '1 minute' where held_until is not null`,
      )
      for (const { id } of company.mailboxes) await endGrace(test.house, id)
    },
    async expireOpenings() {
      await test.asSuper.query(`update break_glass set expires_at = now() - interval '1 second'`)
      await expire(test.jobs)
    },
    async eventsFor(user) {
      const { rows } = await test.asSuper.query<{ changes: Change[] }>(
        `select coalesce(json_agg(json_build_array(topic, item_id, contractor_id, case_file_id, principal_id)), '[]') as changes from change`,
      )
      const changes = rows[0]?.changes ?? []
      const told = await test.house.database.read(user, query => query<Told>(changesFor, [JSON.stringify(changes)]))
      return { changes, told }
    },
    async disable(person, isDisabled) {
      await test.asSuper.query('update app_user set disabled_at = $2 where id = $1', [
        person.id,
        isDisabled ? tick() : null,
      ])
      person.isDisabled = isDisabled
    },
    learn: () => learn(test, company),
  }
  return stage
}

async function askAs(actor: Actor, method: string, url: string, body: object | undefined): Promise<Reply> {
  if (method === 'GET') return actor.get(url)
  if (method === 'DELETE') return actor.remove(url)
  if (method === 'PUT') return actor.put(url, body ?? {})
  // Each from an address of its own: some routes take so many a minute, and worlds are quick.
  callers += 1
  const from = `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`
  return method === 'PATCH' ? actor.patch(url, body ?? {}) : actor.post(url, body, from)
}

async function learn(test: TestHouse, company: Company) {
  const { rows } = await test.asSuper.query<{
    id: string
    file: string
    title: string
    object: string
    at: string
    cases: string[]
  }>(
    `select i.id, i.contractor_id as file, i.title, i.object_id as object, iso(i.occurred_at) as at,
            array(select coalesce(f.case_file_id::text, 'file') || case when f.own_audience then ' own' else '' end from filing f where f.item_id = i.id) as cases from item i`,
  )
  const places = (list: string[]) => list.toSorted().join()
  const found = rows.map(row => `${row.title} in ${row.file}: ${places(row.cases)}`).toSorted()
  const expected = company.items.map(item => {
    const cases = item.filings.map(filing => `${filing.caseFile?.id ?? 'file'}${filing.isOwn ? ' own' : ''}`)
    return `${item.thing.title} in ${item.contractor.id}: ${places(cases)}`
  })
  expect(found, 'what lies where').toEqual(expected.toSorted())
  for (const item of company.items) {
    const row = rows.find(one => one.title === item.thing.title && one.file === item.contractor.id)
    if (row) Object.assign(item, { id: row.id, at: row.at, objectId: row.object })
  }
}

function nameIn({ groups }: Staff, id: string): string {
  return groups.find(group => group.id === id)?.name ?? ''
}

function thing(title: string, kind: string): Thing {
  return {
    title,
    kind,
    source: '',
    sender: '',
    owners: new Set(),
    doors: new Map(),
    cameWith: null,
    id: null,
    wasFiled: false,
    author: null,
    assignee: null,
  }
}
