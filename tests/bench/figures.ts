import pg from 'pg'
import type { Statement } from '../../server/database/work.ts'
import { companyPage, filePage } from '../../server/item/rows.sql.ts'
import { lookupFacts, lookupFile } from '../../server/lookup/lookup.sql.ts'
import type { Cost } from './cost.ts'
import { buildMail } from '../support/mail.ts'
import { type Ask, oneByOne, type Timing, underLoad } from './load.ts'
import { idOf, kindOf, type Reader, readers } from './plan.ts'
import type { Stage } from './stage.ts'

const biggest = idOf(kindOf.contractor, 0)
const SECONDS = 4
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const ms = (value: number) => value.toFixed(2).padStart(7)
const userOf = (reader: Reader) => idOf(kindOf.user, readers[reader])

const costOf = ({ database, server, load }: Cost, requests: number) =>
  [database, server, load].map(spent => ms(spent / requests)).join('')

async function json(stage: Stage, reader: Reader): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await stage.tokenFor(userOf(reader))}`, 'content-type': 'application/json' }
}

/** A connection as the application's role, on which raw statements run as one user, each in a transaction of its own. */
async function rawAs(url: string, user: string) {
  const client = new pg.Client({ connectionString: url, options: '-c plan_cache_mode=force_generic_plan' })
  await client.connect()
  const run = async (statements: [Statement, unknown[]][]) => {
    await client.query(`begin read only; select set_config('lupa.user', '${user}', true)`)
    for (const [statement, values] of statements) await client.query({ ...statement, values })
    await client.query('commit')
  }
  return { run, end: () => client.end() }
}

const filePageOf = (contractor: string, limit: number, kindsWanted: string[] | null = null): [Statement, unknown[]] => [
  filePage,
  [contractor, null, kindsWanted, null, '-infinity', new Date().toISOString(), LAST, limit],
]

/** Lookup with the first timeline page of the biggest file: server against the same statements by hand. */
export async function panes(stage: Stage): Promise<string[]> {
  const lines = [
    'reader                    raw p50   HTTP p50   8 clients p95   per second   (ms; target raw + 3 ms, 1,000/s)',
  ]
  const body = JSON.stringify({ messageId: 'm500@k.example', from: ['biuro@k0.example'], to: ['u0@nasza.example'] })
  for (const reader of Object.keys(readers) as Reader[]) {
    const raw = await rawAs(stage.appUrl, userOf(reader))
    const addresses = ['biuro@k0.example', 'u0@nasza.example']
    const facts: [Statement, unknown[]] = [
      lookupFacts,
      [addresses, [], addresses[0], null, ['k0.example', 'nasza.example'], 'm500@k.example', [], [], 'm500@k.example'],
    ]
    const file: [Statement, unknown[]] = [lookupFile, [biggest, [biggest], [null], new Date().toISOString(), 26]]
    const sql = await oneByOne(300, () => raw.run([facts, file]))
    await raw.end()
    const headers = await json(stage, reader)
    const ask = (): Ask => ({ method: 'POST', path: '/api/lookup', headers, body })
    // A server that has just started compiles its code on the first hundreds of requests.
    if (lines.length === 1) await underLoad(stage.origin, 8, SECONDS, ask)
    const single = await underLoad(stage.origin, 1, SECONDS, ask)
    const spent = stage.watchCost()
    const many = await underLoad(stage.origin, 8, SECONDS, ask)
    const cost = spent()
    lines.push(
      `${reader.padEnd(24)}${ms(sql.p50)}   ${ms(single.p50)}   ${ms(many.p95)}         ${many.perSecond.toFixed(0).padStart(6)} ${costOf(cost, many.all)}`,
    )
  }
  return lines
}

/** Timeline pages of the biggest file and of the whole company. */
export async function timelines(stage: Stage): Promise<string[]> {
  const lines = [
    'page, reader                                     raw p50   HTTP p50   8 clients p95   (ms; target p95 50 ms)',
  ]
  for (const reader of Object.keys(readers) as Reader[]) {
    const headers = await json(stage, reader)
    const raw = await rawAs(stage.appUrl, userOf(reader))
    const pages: [string, string, [Statement, unknown[]]][] = [
      ['file', `/api/contractors/${biggest}/timeline`, filePageOf(biggest, 51)],
      ['file, invoices', `/api/contractors/${biggest}/timeline?kind=invoice`, filePageOf(biggest, 51, ['invoice'])],
      ['file, with attachment', `/api/contractors/${biggest}/timeline?attachment=true`, filePageOf(biggest, 51)],
      ['company', '/api/timeline', [companyPage, [new Date().toISOString(), LAST, 51]]],
    ]
    for (const [name, path, statement] of pages) {
      const sql = await oneByOne(100, () => raw.run([statement]))
      const single = await underLoad(stage.origin, 1, 2, () => ({ method: 'GET', path, headers }))
      const many = await underLoad(stage.origin, 8, 2, () => ({ method: 'GET', path, headers }))
      lines.push(`${`${name}, ${reader}`.padEnd(48)}${ms(sql.p50)}   ${ms(single.p50)}   ${ms(many.p95)}`)
    }
    await raw.end()
  }
  return lines
}

/** The same page with the row policies and, as the superuser, without them. */
export async function rowSecurity(stage: Stage): Promise<string[]> {
  const lines = ['reader                     on p50   off p50   ratio   (ms; target 1.3)']
  for (const reader of Object.keys(readers) as Reader[]) {
    const on = await rawAs(stage.appUrl, userOf(reader))
    const off = await rawAs(stage.superUrl, userOf(reader))
    const timings: Record<'on' | 'off', Timing[]> = { on: [], off: [] }
    for (let round = 0; round < 3; round += 1) {
      timings.on.push(await oneByOne(200, () => on.run([filePageOf(biggest, 51)])))
      timings.off.push(await oneByOne(200, () => off.run([filePageOf(biggest, 51)])))
    }
    await Promise.all([on.end(), off.end()])
    const median = (list: Timing[]) =>
      list.map(timing => timing.p50).toSorted((one, other) => one - other)[1] ?? Number.NaN
    lines.push(
      `${reader.padEnd(24)}${ms(median(timings.on))}   ${ms(median(timings.off))}   ${(median(timings.on) / median(timings.off)).toFixed(2)}`,
    )
  }
  return lines
}

/** Changing who may see the biggest contractor. */
export async function changingAudience(stage: Stage): Promise<string[]> {
  const headers = await json(stage, 'sees 90 %')
  const group = idOf(kindOf.group, 0)
  const circles = [
    { groups: [group], users: [userOf('in 20,000 audiences'), userOf('in 500 audiences'), userOf('in 3 audiences')] },
    {
      groups: [group, idOf(kindOf.group, 1)],
      users: [userOf('in 20,000 audiences'), userOf('in 500 audiences'), userOf('in 3 audiences')],
    },
  ]
  const timing = await underLoad(stage.origin, 1, 2, turn => ({
    method: 'PATCH',
    path: `/api/contractors/${biggest}`,
    headers,
    body: JSON.stringify({ audience: circles[turn % 2] }),
  }))
  return [`p50 ${ms(timing.p50)}   p95 ${ms(timing.p95)}   (ms; target 50)`]
}

/** Filing: the same known mail again, and small mails that are new, each into the biggest file by hand. */
export async function filing(stage: Stage): Promise<string[]> {
  const headers = { ...(await json(stage, 'sees 90 %')), 'content-type': 'message/rfc822' }
  const path = `/api/messages?contractorId=${biggest}`
  const known = buildMail({ messageId: '<known@bench.example>', from: 'biuro@k0.example' })
  const again = await underLoad(stage.origin, 8, SECONDS, () => ({ method: 'POST', path, headers, body: known }))
  const run = crypto.randomUUID()
  const fresh = await underLoad(stage.origin, 8, SECONDS, turn => ({
    method: 'POST',
    path,
    headers,
    body: buildMail({ messageId: `<${run}-${turn}@bench.example>`, from: 'biuro@k0.example' }),
  }))
  return [
    `a known mail    ${again.perSecond.toFixed(0).padStart(5)}/s   p95 ${ms(again.p95)} ms   (target 600/s)`,
    `new small mails ${fresh.perSecond.toFixed(0).padStart(5)}/s   p95 ${ms(fresh.p95)} ms`,
  ]
}
