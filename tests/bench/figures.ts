import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Statement } from '../../server/database/work.ts'
import { casePage, companyPage, filePage, filePicks, relatedPage } from '../../server/item/rows.sql.ts'
import { buildMail } from '../support/mail.ts'
import type { Cost } from './cost.ts'
import { oneByOne, send, type Timing, underLoad } from './load.ts'
import { idOf, kindOf, type Reader, readers } from './plan.ts'
import type { Stage } from './stage.ts'

export const biggest = idOf(kindOf.contractor, 0)
const SECONDS = 4
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export const ms = (value: number) => value.toFixed(2).padStart(7)
export const everyone = Object.keys(readers) as Reader[]
/** A case that the reader may see. */
const caseOf: Record<Reader, number> = {
  'sees 90 %': 6,
  'sees 1 %': 1,
  'sees 10 items': 0,
  'in 3 audiences': 6,
  'in 500 audiences': 6,
  'in 20,000 audiences': 6,
}
export const userOf = (reader: Reader) => idOf(kindOf.user, readers[reader])

const costOf = ({ database, server, load }: Cost, requests: number) =>
  [database, server, load].map(spent => ms(spent / requests)).join('')

export async function json(stage: Stage, reader: Reader): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await stage.tokenFor(userOf(reader))}`, 'content-type': 'application/json' }
}

/** A connection as the application's role, on which raw statements run as one user, each in a transaction of its own. */
export async function rawAs(url: string, user: string) {
  const client = new pg.Client({ connectionString: url, options: '-c plan_cache_mode=force_generic_plan' })
  await client.connect()
  const run = async (statements: [Statement, unknown[]][]) => {
    await client.query(`begin read only; select set_config('lupa.user', '${user}', true)`)
    for (const [statement, values] of statements) await client.query({ ...statement, values })
    await client.query('commit')
  }
  return { run, end: () => client.end() }
}

type Filter = { kinds?: string[]; attachment?: boolean; from?: string; caseId?: string }

export const filePageOf = (contractor: string, limit: number, filter: Filter = {}): [Statement, unknown[]] => [
  filePage,
  [
    contractor,
    filter.caseId ?? null,
    filter.kinds ?? null,
    filter.attachment ?? null,
    filter.from ?? '-infinity',
    new Date().toISOString(),
    LAST,
    limit,
  ],
]

/** Timeline pages of the biggest file with each filter, of one of its cases, and of the whole company. */
export async function timelines(stage: Stage): Promise<string[]> {
  const lines = [
    'page, reader                                     raw p50   HTTP p50   8 clients p95   (ms; target p95 50 ms)',
  ]
  const file = `/api/contractors/${biggest}/timeline`
  const from = '2024-01-01T00:00:00.000Z'
  for (const reader of everyone) {
    const headers = await json(stage, reader)
    const raw = await rawAs(stage.appUrl, userOf(reader))
    const caseId = idOf(kindOf.caseFile, caseOf[reader])
    const pages: [string, string, [Statement, unknown[]]][] = [
      ['file', file, filePageOf(biggest, 51)],
      ['file, invoices', `${file}?kind=invoice`, filePageOf(biggest, 51, { kinds: ['invoice'] })],
      ['file, with attachment', `${file}?attachment=true`, filePageOf(biggest, 51, { attachment: true })],
      ['file, since 2024', `${file}?from=${from}`, filePageOf(biggest, 51, { from })],
      ['file, one case', `${file}?caseId=${caseId}`, filePageOf(biggest, 51, { caseId })],
      ['file, new since 2024', `${file}?since=${from}`, fileSinceOf(biggest, 51, from)],
      ['file and 20 related', `${file}?related=true`, relatedPageOf(biggest, 51)],
      ['case', `/api/cases/${caseId}/timeline`, casePageOf(caseId, 51)],
      ['company', '/api/timeline', companyPageOf()],
    ]
    for (const [name, path, statement] of pages) {
      const sql = await oneByOne(100, () => raw.run([statement]))
      const single = await underLoad(stage.origin, 1, 1, () => ({ method: 'GET', path, headers }))
      const many = await underLoad(stage.origin, 8, 1, () => ({ method: 'GET', path, headers }))
      lines.push(`${`${name}, ${reader}`.padEnd(48)}${ms(sql.p50)}   ${ms(single.p50)}   ${ms(many.p95)}`)
    }
    await raw.end()
  }
  return lines
}

const fileSinceOf = (contractor: string, limit: number, since: string): [Statement, unknown[]] => [
  filePicks,
  [contractor, null, null, since, null, null, '-infinity', new Date().toISOString(), LAST, limit],
]
const relatedPageOf = (contractor: string, limit: number): [Statement, unknown[]] => [
  relatedPage,
  [contractor, null, null, null, '-infinity', new Date().toISOString(), LAST, limit],
]
const casePageOf = (caseId: string, limit: number): [Statement, unknown[]] => [
  casePage,
  [caseId, null, null, '-infinity', new Date().toISOString(), LAST, limit],
]
export const companyPageOf = (): [Statement, unknown[]] => [companyPage, [new Date().toISOString(), LAST, 51]]

/** The rows of a page as anybody would read them who need not ask who may see what. */
const withoutRule = (place: string): Statement => ({
  name: `without-rule ${place}`,
  text: `select i.id, i.kind, i.object_id, i.contractor_id, c.name, iso(i.occurred_at), i.title, i.snippet, i.who, i.has_attachment,
      array(select k.reference from filing f join case_file k on k.id = f.case_file_id where f.item_id = i.id) as cases
    from item i join contractor c on c.id = i.contractor_id where ${place} order by i.occurred_at desc, i.id desc limit 51`,
})

/**
 * The same page with the row policies and, as the superuser, without them. The rule stands in the functions too, which the
 * superuser calls as they are, so beside it stands the newest page by a plain query that asks for nobody's rights.
 */
export async function rowSecurity(stage: Stage): Promise<string[]> {
  const lines = [
    'page, reader                               on p50   off p50   ratio   no rule at all   (ms; target 1.3)',
  ]
  const pages: [string, [Statement, unknown[]], [Statement, unknown[]]][] = [
    ['file', filePageOf(biggest, 51), [withoutRule('i.contractor_id = $1'), [biggest]]],
    ['company', companyPageOf(), [withoutRule('true'), []]],
  ]
  for (const reader of everyone) {
    const on = await rawAs(stage.appUrl, userOf(reader))
    const off = await rawAs(stage.superUrl, userOf(reader))
    for (const [name, page, plain] of pages) {
      const timings: Record<'on' | 'off' | 'plain', number[]> = { on: [], off: [], plain: [] }
      for (let round = 0; round < 5; round += 1) {
        timings.on.push((await oneByOne(100, () => on.run([page]))).p50)
        timings.off.push((await oneByOne(100, () => off.run([page]))).p50)
        timings.plain.push((await oneByOne(100, () => off.run([plain]))).p50)
      }
      const [withIt, without, bare] = [timings.on, timings.off, timings.plain].map(median) as [number, number, number]
      const ratio = (withIt / without).toFixed(2)
      lines.push(`${`${name}, ${reader}`.padEnd(40)}${ms(withIt)}   ${ms(without)}   ${ratio}   ${ms(bare)}`)
    }
    await Promise.all([on.end(), off.end()])
  }
  return lines
}

export function median(list: number[]): number {
  return list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? Number.NaN
}

/** Changing who may see the biggest contractor. */
export async function changingAudience(stage: Stage): Promise<string[]> {
  const timing = await changeAudience(stage)
  return [`p50 ${ms(timing.p50)}   p95 ${ms(timing.p95)}   (ms; target 50)`]
}

/** Widens the circle of the biggest contractor and narrows it again, one change after the other. */
export async function changeAudience(stage: Stage): Promise<Timing> {
  const headers = await json(stage, 'sees 90 %')
  const group = idOf(kindOf.group, 0)
  const circles = [
    { groups: [group], users: [userOf('in 20,000 audiences'), userOf('in 500 audiences'), userOf('in 3 audiences')] },
    {
      groups: [group, idOf(kindOf.group, 1)],
      users: [userOf('in 20,000 audiences'), userOf('in 500 audiences'), userOf('in 3 audiences')],
    },
  ]
  return underLoad(stage.origin, 1, 2, turn => ({
    method: 'PATCH',
    path: `/api/contractors/${biggest}`,
    headers,
    body: JSON.stringify({ audience: circles[turn % 2] }),
  }))
}

/** Something while colleagues file new mail into the same file without a pause. */
export async function whileWriting(stage: Stage, act: () => Promise<Timing>): Promise<Timing> {
  const writing = { on: true }
  const written = writeUntil(stage, writing)
  try {
    return await act()
  } finally {
    writing.on = false
    await written
  }
}

/** New small mails one after the other, some twenty a second, which is more than an office of two hundred gets. */
async function writeUntil(stage: Stage, writing: { on: boolean }) {
  const headers = { ...(await json(stage, 'sees 90 %')), 'content-type': 'message/rfc822' }
  while (writing.on) {
    const body = buildMail({ messageId: `<${crypto.randomUUID()}@bench.example>`, from: 'biuro@k0.example' })
    await send(stage.origin, undefined, {
      method: 'POST',
      path: `/api/messages?contractorId=${biggest}`,
      headers,
      body,
    })
    await pause(45)
  }
}

/** Filing: the same known mail again, and small mails that are new, each into the biggest file by hand. */
export async function filing(stage: Stage): Promise<string[]> {
  const headers = { ...(await json(stage, 'sees 90 %')), 'content-type': 'message/rfc822' }
  const path = `/api/messages?contractorId=${biggest}`
  const known = buildMail({ messageId: '<known@bench.example>', from: 'biuro@k0.example' })
  const run = crypto.randomUUID()
  const kinds: [string, string, (turn: number) => string][] = [
    ['a known mail', '   (target 600/s)', () => known],
    [
      'new small mails',
      '',
      turn => buildMail({ messageId: `<${run}-${turn}@bench.example>`, from: 'biuro@k0.example' }),
    ],
  ]
  const lines: string[] = []
  for (const [name, target, bodyOf] of kinds) {
    const spent = stage.watchCost()
    const timing = await underLoad(stage.origin, 8, SECONDS, turn => ({
      method: 'POST',
      path,
      headers,
      body: bodyOf(turn),
    }))
    const cost = costOf(spent(), timing.all)
    const rate = timing.perSecond.toFixed(0).padStart(5)
    lines.push(
      `${name.padEnd(16)}${rate}/s   p95 ${ms(timing.p95)} ms   CPU ms a request: database, server, load ${cost}${target}`,
    )
  }
  return lines
}
