import { rmSync } from 'node:fs'
import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openOrm } from '../../server/database/orm.ts'
import { appUrlFrom } from '../../server/start.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { say } from './steps.ts'

/** Tables that no entity maps, because functions in the database or hand-written reads are their only users. */
const withoutEntity = new Set(
  `access_token activity_entry arrival attachment audience audience_member audit_entry audit_redaction
  audit_seal audit_tail blob blob_text blocked_address break_glass case_counter case_look change company_setting contractor_relation
  credential decision document document_choice document_type document_version download_ticket erasure erasure_kept file_look
  file_pin file_principal filed_mark filing first_run follow former_address forwarded_sender graph_folder handover
  identity_request invoice item item_access item_grant item_reading item_text journal_address journal_arrival
  legal_hold lupa_migration mail_server mail_template mailbox mailbox_alarm mailbox_failure mailbox_helper mailbox_state
  meeting_invitation membership merged_contractor message message_address message_copy message_reference
  message_text microsoft_tenant never_address notification notification_seen outgoing_mail own_address
  person_export person_hold person_salt provider_visit recovery_code redecision rule rule_version second_factor
  session setup_link sign_in sign_in_attempt sign_in_provider source_origin teaching thread_choice tombstone
  triage_entry upload_key user_digest user_identity webhook webhook_delivery`.split(/\s+/),
)

/** Compares what the migrations made with what the entities say: every table known, every column of the same type and nullability. */
async function differences(appUrl: string, superUrl: string): Promise<string[]> {
  const orm = await openOrm(appUrl)
  const client = new pg.Client(superUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string; column: string; type: string; nullable: boolean }>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
         from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped`,
    )
    const found = new Map(rows.map(row => [`${row.table}.${row.column}`, row]))
    const mapped = [...orm.getMetadata().getAll().values()]
    const wanted = mapped.flatMap(meta =>
      meta.props.map(prop => ({ name: `${meta.tableName}.${prop.fieldNames[0]}`, prop })),
    )
    const tables = new Set(rows.map(row => row.table))
    const known = new Set(mapped.map(meta => meta.tableName))
    return [
      ...wanted.filter(({ name }) => !found.has(name)).map(({ name }) => `the entity's ${name} is not in the database`),
      ...wanted.flatMap(({ name, prop }) => columnDifference(name, prop, found.get(name))),
      ...rows
        .filter(row => known.has(row.table) && !wanted.some(({ name }) => name === `${row.table}.${row.column}`))
        .map(row => `no entity maps ${row.table}.${row.column}`),
      ...[...tables]
        .filter(table => !known.has(table) && !withoutEntity.has(table))
        .map(table => `no entity maps the table ${table}`),
    ]
  } finally {
    await client.end()
    await orm.close()
  }
}

/** PostgreSQL's long names beside the ORM's short ones. */
const spelling: Record<string, string> = { 'timestamp(3) with time zone': 'timestamptz(3)' }

function columnDifference(
  name: string,
  prop: { columnTypes: string[]; nullable?: boolean },
  row: { type: string; nullable: boolean } | undefined,
): string[] {
  if (!row) return []
  const type = spelling[row.type] ?? row.type
  const wrong = []
  if (type !== prop.columnTypes[0])
    wrong.push(`${name} is ${type} in the database and ${prop.columnTypes[0]} in the entity`)
  if (row.nullable !== (prop.nullable ?? false))
    wrong.push(`${name} is ${row.nullable ? '' : 'not '}nullable in the database, otherwise in the entity`)
  return wrong
}

const folder = freshDataFolder('drift')
const embedded = await startEmbedded({ dataFolder: folder, password: 'drift', settings: { fsync: 'off' } })
try {
  await migrate(embedded.ownerUrl, { app: 'drift', jobs: 'drift', backup: 'drift' })
  const found = await differences(
    appUrlFrom(embedded.ownerUrl, 'drift'),
    embedded.superUrl.replace(/postgres$/, 'lupa'),
  )
  for (const line of found) say(line)
  process.exitCode = found.length > 0 ? 1 : 0
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
