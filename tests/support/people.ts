import { createUser } from '../../server/identity/create-user.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import type { Contractor, ContractorInput } from '../../shared/contractor.ts'
import type { TestHouse } from './house.ts'

/** A signed-in user who can ask the server. */
export interface Actor {
  id: string
  email: string
  get(url: string): Promise<Reply>
  post(url: string, body?: object): Promise<Reply>
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

/** Somebody with a valid token of a user. */
export function actorOf(test: TestHouse, id: string, email: string): Actor {
  const authorization = `Bearer ${test.app.jwt.sign({ sub: id, sid: crypto.randomUUID() })}`
  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<Reply> => {
    const reply = await test.app.inject({ method, url, headers: { authorization }, ...(body && { payload: body }) })
    return {
      status: reply.statusCode,
      body: reply.body && reply.headers['content-type']?.includes('json') ? reply.json() : reply.body,
    }
  }
  return {
    id,
    email,
    get: url => ask('GET', url),
    post: (url, body) => ask('POST', url, body),
    patch: (url, body) => ask('PATCH', url, body),
    put: (url, body) => ask('PUT', url, body),
    remove: url => ask('DELETE', url),
    async hand(source, query = '') {
      const headers = { authorization, 'content-type': 'message/rfc822' }
      const reply = await test.app.inject({
        method: 'POST',
        url: `/api/messages${query}`,
        headers,
        payload: Buffer.from(source),
      })
      return { status: reply.statusCode, body: reply.json() }
    },
  }
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
