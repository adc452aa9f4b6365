import { setTimeout as wait } from 'node:timers/promises'
import { createUser } from '../../server/identity/create-user.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import type { Contractor, ContractorInput } from '../../shared/contractor.ts'
import type { TestHouse } from './house.ts'

/** A signed-in user who can ask the server. */
export interface Actor {
  id: string
  email: string
  get(url: string): Promise<Reply>
  /** `from`: the address where he sits. */
  post(url: string, body?: object, from?: string): Promise<Reply>
  patch(url: string, body: object): Promise<Reply>
  put(url: string, body: object): Promise<Reply>
  remove(url: string): Promise<Reply>
  /** Hands in a message as it travelled. */
  hand(source: string | Uint8Array, query?: string): Promise<Reply>
}

/** An answer of the server. */
export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
  body: any
}

let counter = 0

/** A user with a session. The first one of a house is its administrator. */
export async function buildUser(
  test: TestHouse,
  options: { admin?: boolean; email?: string; name?: string } = {},
): Promise<Actor> {
  counter += 1
  const email = options.email ?? `user${counter}@nasza.example`
  const name = options.name ?? `Użytkownik ${counter}`
  const { rows } = await test.asSuper.query('select id from app_user where is_admin order by created_at limit 1')
  const input = { email, name, isAdmin: options.admin ?? rows.length === 0 }
  const administrator = rows[0]?.id ?? null
  const { user } = await test.house.database.work(administrator, tx => createUser(tx, input, test.house.now()))
  return actorOf(test, user.id, email)
}

/** A session of a user that has not ended: always the same one, as of a browser that stays open. */
export async function sessionOf(test: TestHouse, userId: string): Promise<string> {
  const { rows } = await test.asSuper.query<{ id: string }>(
    `with known as (select id from sign_in where user_id = $1 and ended_at is null and device = 'test' limit 1),
       fresh as (insert into sign_in (user_id, door, device, address)
         select $1, 'password', 'test', '' where not exists (select from known) returning id)
     select id from known union all select id from fresh`,
    [userId],
  )
  return rows[0]?.id ?? ''
}

/** An access token of such a session. */
export async function tokenOf(test: TestHouse, userId: string): Promise<string> {
  return test.app.jwt.sign({ sub: userId, sid: await sessionOf(test, userId) })
}

/** Somebody with a valid token of a user. */
export function actorOf(test: TestHouse, id: string, email: string): Actor {
  let token: Promise<string> | undefined
  const bearer = async () => {
    token ??= tokenOf(test, id)
    return `Bearer ${await token}`
  }
  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    from?: string,
  ): Promise<Reply> => {
    const headers = { authorization: await bearer() }
    const sent = { ...(body && { payload: body }), ...(from && { remoteAddress: from }) }
    const reply = await test.app.inject({ method, url, headers, ...sent })
    return {
      status: reply.statusCode,
      body: reply.body && reply.headers['content-type']?.includes('json') ? reply.json() : reply.body,
    }
  }
  return {
    id,
    email,
    get: url => ask('GET', url),
    post: (url, body, from) => ask('POST', url, body, from),
    patch: (url, body) => ask('PATCH', url, body),
    put: (url, body) => ask('PUT', url, body),
    remove: url => ask('DELETE', url),
    async hand(source, query = '') {
      const headers = { authorization: await bearer(), 'content-type': 'message/rfc822' }
      const url = `/api/messages${query}`
      const send = () => test.app.inject({ method: 'POST', url, headers, payload: Buffer.from(source) })
      let reply = await send()
      // On a busy machine reading may take longer than anybody waits; handed in again a mail answers what became of it.
      while (reply.statusCode === 202) {
        await untilNothingArrives(test, id)
        reply = await send()
      }
      return { status: reply.statusCode, body: reply.json() }
    },
  }
}

/** Waits until all is read that a user has handed in. */
async function untilNothingArrives(test: TestHouse, userId: string) {
  while ((await test.asSuper.query('select 1 from arrival where owner_id = $1', [userId])).rowCount) await wait(50)
}

/** A group of users and groups. */
export async function buildGroup(admin: Actor, members: { id: string }[]): Promise<{ id: string }> {
  counter += 1
  const reply = await admin.post('/api/groups', { name: `Grupa ${counter}`, members: members.map(member => member.id) })
  return expectCreated(reply)
}

/** A contractor file opened by a user. */
export async function buildContractor(actor: Actor, input: Partial<ContractorInput> = {}): Promise<Contractor> {
  counter += 1
  return expectCreated(await actor.post('/api/contractors', { name: `Kontrahent ${counter}`, ...input }))
}

/** A case opened by a user. */
export async function buildCase(actor: Actor, contractorId: string, input: object = {}): Promise<CaseFile> {
  counter += 1
  return expectCreated(
    await actor.post(`/api/contractors/${contractorId}/cases`, { title: `Sprawa ${counter}`, ...input }),
  )
}

/** An item that needs nothing else: a note in the file. */
export async function buildNote(
  actor: Actor,
  contractorId: string,
  input: object = {},
): Promise<{ id: string; objectId: string }> {
  return expectCreated(await actor.post('/api/activities', { kind: 'note', contractorId, title: 'Notatka', ...input }))
}

function expectCreated(reply: Reply) {
  if (reply.status !== 201) throw new Error(`expected 201, got ${reply.status}: ${JSON.stringify(reply.body)}`)
  return reply.body
}
