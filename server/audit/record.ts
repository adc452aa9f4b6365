import type { Tx } from '../database/work.ts'

/** Writes who did what to which object, in the transaction that does it. Ids and verbs only: the log is no way around access. */
export async function record(
  tx: Tx,
  verb: string,
  objectType: string,
  objectId: string,
  details: Record<string, unknown> = {},
) {
  await tx.sql('insert into audit_entry (user_id, verb, object_type, object_id, details) values ($1, $2, $3, $4, $5)', [
    tx.user,
    verb,
    objectType,
    objectId,
    JSON.stringify(details),
  ])
}
