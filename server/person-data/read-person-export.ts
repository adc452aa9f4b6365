import type { Query, Statement } from '../database/work.ts'

/** What is kept of a person beside mail. */
export interface PersonRecords {
  addresses: string[]
  people: Record<string, unknown>[]
  contractorAddresses: Record<string, unknown>[]
  activities: Record<string, unknown>[]
  blockLists: Record<string, unknown>[]
  rules: string[]
  accounts: Record<string, unknown>[]
  signIns: Record<string, unknown>[]
  auditLog: Record<string, unknown>[]
}

/** A mail in which a person takes part; of what others passed on among themselves there is neither subject nor source. */
export interface PersonMail {
  id: string
  messageId: string | null
  subject: string | null
  at: string
  direction: string
  roles: string[]
  attachments: string[]
  hash: string | null
}

const PAGE = 200

const recordsSql: Statement = {
  name: 'person-export-records',
  text: `select person_export_records($1) || jsonb_build_object('signIns', person_export_sign_ins($1)) as records`,
}
const mailsSql: Statement = {
  name: 'person-export-mails',
  text: `select id, message_id as "messageId", subject, at, direction, roles, attachments, hash from person_export_mails($1, $2, $3)`,
}

/** What an opened copy holds beside mail; the database refuses whoever did not open it. */
export async function readPersonRecords(query: Query, exportId: string): Promise<PersonRecords> {
  const [row] = await query<{ records: PersonRecords }>(recordsSql, [exportId])
  if (!row) throw new Error('person_export_records answers always')
  return row.records
}

/** One page of the mails of an opened copy. */
export async function readPersonMails(query: Query, exportId: string, after: string | null) {
  const items = await query<PersonMail>(mailsSql, [exportId, after, PAGE])
  return { items, next: items.length < PAGE ? null : (items.at(-1)?.id ?? null) }
}
