import type { Tx } from './work.ts'

/** Takes the number that who asks has given to a new thing, until the end of the transaction: two at once make one. */
export async function takeNumber(tx: Tx, kind: string, id: string) {
  await tx.sql('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [`lupa.${kind}`, id])
}
