import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { fileSizes, idOf, kindOf, type Plan, randomFrom, readers } from './plan.ts'

const START = Date.UTC(2022, 0, 1)
const RELATED = 20
const SPAN_MS = 4.8 * 365 * 86_400_000
const kinds = [
  'mail-in',
  'mail-in',
  'mail-in',
  'mail-out',
  'mail-out',
  'invoice',
  'document',
  'call',
  'meeting',
  'task',
]

/** Fills an empty, migrated database with the data set by COPY, as the superuser. */
export async function seed(superUrl: string, plan: Plan) {
  const client = new pg.Client(superUrl)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off')
    const tables = rowsOf(plan)
    for (const [table, rows] of Object.entries(tables))
      await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`copy ${table} from stdin`)))
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

type Row = (string | number | boolean | null)[]

/** Several rows a chunk, or the stream costs more than the rows. */
function* lines(rows: Iterable<Row>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(value => (value === null ? '\\N' : value)).join('\t')}\n`
    if (chunk.length > 60_000) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

function rowsOf(plan: Plan): Record<string, Iterable<Row>> {
  return {
    'app_user (id, email, name, is_admin)': users(plan),
    'app_group (id, name)': range(plan.groups, index => [idOf(kindOf.group, index), `Zespół ${index}`]),
    'membership (user_id, principal_id)': memberships(plan),
    'own_address (value, is_domain)': [['nasza.example', true]],
    'audience (id)': audiences(plan),
    'audience_member (audience_id, principal_id, is_audience)': audienceMembers(plan),
    'contractor (id, name, nip, city, audience_id)': range(plan.contractors, index => [
      idOf(kindOf.contractor, index),
      `Kontrahent ${index}`,
      null,
      'Poznań',
      idOf(kindOf.audience, index),
    ]),
    // The biggest with as many as may be related, which are the biggest but him.
    'contractor_relation (contractor_id, related_id, kind)': range(RELATED, index => [
      ...[idOf(kindOf.contractor, 0), idOf(kindOf.contractor, index + 1)].toSorted(),
      'group',
    ]),
    'address (id, value, is_domain, contractor_id)': addresses(plan),
    'case_file (id, reference, title, contractor_id, audience_id, closed_at)': range(plan.bigCases, index => [
      idOf(kindOf.caseFile, index),
      `2026/${index}`,
      `Sprawa ${index}`,
      idOf(kindOf.contractor, 0),
      idOf(kindOf.caseAudience, index),
      index < 8 ? null : '2026-01-01T00:00:00Z',
    ]),
    'case_party (case_file_id, contractor_id, is_first)': range(plan.bigCases, index => [
      idOf(kindOf.caseFile, index),
      idOf(kindOf.contractor, 0),
      true,
    ]),
    'activity (id, kind, contractor_id, title, assignee_id, state, state_at, created_by, due_on)': tasks(plan),
    'item (id, contractor_id, kind, object_id, occurred_at, title, snippet, who, has_attachment, open_due)': items(
      plan,
      item => [
        item.id,
        item.contractorId,
        item.kind,
        item.messageId,
        item.at,
        `Temat pozycji ${item.index}`,
        'Dzień dobry, w nawiązaniu do rozmowy przesyłam zestawienie i proszę o potwierdzenie terminu dostawy do piątku.',
        'Anna Kowal',
        item.index % 5 === 0,
        isOpenTask(item) ? (dueOf(item) ?? '9999-12-31') : null,
      ],
    ),
    'message (id, message_id, fingerprint, subject, occurred_at, direction, thread, snippet, has_attachment)': items(
      plan,
      item => [
        item.messageId,
        `m${item.index}@k.example`,
        `f${item.index}`,
        'x',
        item.at,
        'in',
        `m${item.index}@k.example`,
        '',
        false,
      ],
    ),
    // What the history of a person is counted from.
    'message_address (message_id, role, position, name, address, seen_at)': items(plan, item => [
      item.messageId,
      'from',
      0,
      'Anna Kowal',
      `biuro@k${item.rank}.example`,
      item.at,
    ]),
    'filing (id, item_id, case_file_id, audience_id, method)': items(plan, item => [
      idOf(kindOf.filing, item.index),
      item.id,
      item.caseId,
      item.audienceId,
      'address',
    ]),
    'item_grant (item_id, principal_id, reason)': grants(plan, item => [
      item.id,
      idOf(kindOf.user, item.grantee),
      'mailbox',
    ]),
    'item_access (item_id, principal_id, contractor_id, case_file_id, kind, has_attachment, occurred_at)': access(plan),
    'file_principal (contractor_id, principal_id, is_audience)': filePrincipals(plan),
  }
}

function* range(count: number, row: (index: number) => Row): Generator<Row> {
  for (let index = 0; index < count; index += 1) yield row(index)
}

function* users(plan: Plan): Generator<Row> {
  yield* range(plan.users, index => [
    idOf(kindOf.user, index),
    `u${index}@nasza.example`,
    `Osoba ${index}`,
    index === 6,
  ])
}

/** The first six users are the readers of the figures and in no group; the others are in two to six. */
function* memberships(plan: Plan): Generator<Row> {
  for (let index = 0; index < plan.users; index += 1) {
    yield [idOf(kindOf.user, index), idOf(kindOf.user, index)]
    if (index < 6) continue
    for (let turn = 0; turn < 2 + (index % 5); turn += 1)
      yield [idOf(kindOf.user, index), idOf(kindOf.group, (index * 7 + turn * 3) % plan.groups)]
  }
}

function* audiences(plan: Plan): Generator<Row> {
  yield* range(plan.contractors, index => [idOf(kindOf.audience, index)])
  yield* range(plan.bigCases, index => [idOf(kindOf.caseAudience, index)])
}

function* audienceMembers(plan: Plan): Generator<Row> {
  const user = (index: number) => idOf(kindOf.user, index)
  for (let index = 0; index < plan.contractors; index += 1) {
    const audience = idOf(kindOf.audience, index)
    yield [audience, idOf(kindOf.group, index % plan.groups), false]
    yield [audience, user(readers['in 20,000 audiences']), false]
    if (index < 500) yield [audience, user(readers['in 500 audiences']), false]
    if (index < 3) yield [audience, user(readers['in 3 audiences']), false]
  }
  yield [idOf(kindOf.audience, 0), user(readers['sees 90 %']), false]
  // Case 0 holds the ten oldest items, case 1 one in a hundred; the others follow the contractor.
  for (let index = 0; index < plan.bigCases; index += 1) {
    const audience = idOf(kindOf.caseAudience, index)
    if (index === 0) yield [audience, user(readers['sees 10 items']), false]
    else if (index === 1) yield [audience, user(readers['sees 1 %']), false]
    else if (index < 6) yield [audience, idOf(kindOf.group, index), false]
    else yield [audience, idOf(kindOf.audience, 0), true]
  }
}

function* addresses(plan: Plan): Generator<Row> {
  for (let index = 0; index < plan.contractors; index += 1) {
    yield [idOf(kindOf.address, index * 2), `k${index}.example`, true, idOf(kindOf.contractor, index)]
    yield [idOf(kindOf.address, index * 2 + 1), `biuro@k${index}.example`, false, idOf(kindOf.contractor, index)]
  }
}

interface SeedItem {
  index: number
  /** Place of its contractor among the biggest. */
  rank: number
  id: string
  messageId: string
  contractorId: string
  caseId: string | null
  audienceId: string
  kind: string
  at: string
  grantee: number
}

/** Every item in the order of files; the same each time it is read. */
function* everyItem(plan: Plan): Generator<SeedItem> {
  const random = randomFrom(7)
  let index = 0
  for (const [rank, size] of fileSizes(plan).entries()) {
    for (let turn = 0; turn < size; turn += 1) {
      const caseNumber = rank > 0 ? null : bigCaseOf(turn, size, plan.bigCases)
      const at = START + (turn < 10 ? turn * 60_000 : 86_400_000 + random() * SPAN_MS)
      yield {
        index,
        rank,
        id: idOf(kindOf.item, index),
        messageId: idOf(kindOf.message, index),
        contractorId: idOf(kindOf.contractor, rank),
        caseId: caseNumber === null ? null : idOf(kindOf.caseFile, caseNumber),
        audienceId: caseNumber === null ? idOf(kindOf.audience, rank) : idOf(kindOf.caseAudience, caseNumber),
        kind: kinds[Math.floor(random() * kinds.length)] ?? 'mail-in',
        at: new Date(at).toISOString(),
        grantee: random() < 0.2 ? 6 + Math.floor(random() * (plan.users - 6)) : -1,
      }
      index += 1
    }
  }
}

/** Ten oldest in case 0; 1 % in case 1; 9 % in cases of other groups; 90 % with the contractor or a case that follows it. */
function bigCaseOf(turn: number, size: number, cases: number): number | null {
  if (turn < 10) return 0
  const share = (turn * 7919) % 100
  if (share === 0 || size < 100) return 1
  if (share < 10) return 2 + (share % 4)
  return share < 50 ? null : 6 + (turn % (cases - 6))
}

function* items(plan: Plan, row: (item: SeedItem) => Row): Generator<Row> {
  for (const item of everyItem(plan)) yield row(item)
}

/** Of what was ever to be done one in fifty is not done yet. */
const isOpenTask = ({ kind, index }: SeedItem) => kind === 'task' && index % 50 === 0

/** Half of what is open has a day, two weeks after they were given. */
const dueOf = ({ index, at }: SeedItem) =>
  index % 100 === 0 ? new Date(new Date(at).getTime() + 14 * 86_400_000).toISOString().slice(0, 10) : null

function* tasks(plan: Plan): Generator<Row> {
  for (const item of everyItem(plan)) {
    const doer = idOf(kindOf.user, item.index % plan.users)
    const state = isOpenTask(item) ? 'new' : 'done'
    if (item.kind === 'task')
      yield [
        item.messageId,
        'task',
        item.contractorId,
        `Zadanie ${item.index}`,
        doer,
        state,
        item.at,
        doer,
        dueOf(item),
      ]
  }
}

function* grants(plan: Plan, row: (item: SeedItem) => Row): Generator<Row> {
  for (const item of everyItem(plan)) if (item.grantee >= 0) yield row(item)
}

function* access(plan: Plan): Generator<Row> {
  for (const item of everyItem(plan)) {
    const rest = [item.kind, item.index % 5 === 0, item.at]
    yield [item.id, item.audienceId, item.contractorId, item.caseId, ...rest]
    if (item.grantee >= 0) yield [item.id, idOf(kindOf.user, item.grantee), item.contractorId, null, ...rest]
  }
}

function* filePrincipals(plan: Plan): Generator<Row> {
  const seen = new Set<string>()
  for (const item of everyItem(plan)) {
    const principals = [item.audienceId, ...(item.grantee >= 0 ? [idOf(kindOf.user, item.grantee)] : [])]
    for (const principal of principals) {
      const key = item.contractorId + principal
      if (seen.has(key)) continue
      seen.add(key)
      yield [item.contractorId, principal, principal === item.audienceId]
    }
  }
}
