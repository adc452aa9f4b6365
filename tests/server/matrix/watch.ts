import pg from 'pg'
import type { TestHouse } from '../../support/house.ts'
import type { Actor } from '../../support/people.ts'
import type { Sample } from './samples.ts'

/** What the server answered, byte for byte, and the statements that it ran for it. */
export interface Watched {
  status: number
  type: string
  body: string
  statements: string[]
}

let heard: string[] | null = null

// Every statement of this process goes through here; what runs in between is compared, so nothing may be left out.
const query = pg.Client.prototype.query as (...parts: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
  const [first] = parts
  heard?.push(typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''))
  return query.apply(this, parts)
} as typeof pg.Client.prototype.query

/** Sends a sample as somebody, and listens. */
export async function send(
  test: TestHouse,
  { method, url }: { method: string; url: string },
  { params = {}, query: asked = {}, body, source }: Sample,
  actor: Actor | null,
): Promise<Watched> {
  const path = url.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(asked).toString()
  const token = actor && test.app.jwt.sign({ sub: actor.id, sid: crypto.randomUUID() })
  heard = []
  const reply = await test.app.inject({
    method: method as 'GET',
    url: search ? `${path}?${search}` : path,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(source && { 'content-type': source.type }),
    },
    ...(body && { payload: body }),
    ...(source && { payload: source.bytes }),
  })
  const statements = heard
  heard = null
  return {
    status: reply.statusCode,
    type: String(reply.headers['content-type'] ?? ''),
    body: reply.body,
    statements: statements.map(text => text.replace(/set_config\('lupa.user', '[^']*'/, "set_config('lupa.user', ?")),
  }
}

/** How many rows each table holds, and a hash of them. */
export async function dump(test: TestHouse): Promise<Record<string, string>> {
  const { rows: tables } = await test.asSuper.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'public' or (schemaname = 'graphile_worker' and tablename = '_private_jobs') order by 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as hash from ${name} x`,
  )
  const { rows } = await test.asSuper.query(parts.join(' union all '))
  return Object.fromEntries(rows.map(row => [row.name, row.hash]))
}
