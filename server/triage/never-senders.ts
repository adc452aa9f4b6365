import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Senders that were taught never to file to a contractor; nothing of them is shown to who sees only a case of him. */
export async function listNeverSenders(tx: Tx, contractorId: string) {
  const [contractor] = await tx.sql('select 1 from contractor where id = $1', [contractorId])
  if (!contractor) throw new Refusal('not-found')
  const items = await tx.sql<{ address: string }>(
    'select value as address from never_address where contractor_id = $1 order by value',
    [contractorId],
  )
  return { items, next: null }
}

/** Takes a *never* back. */
export async function forgetNeverSender(tx: Tx, contractorId: string, address: string) {
  const gone = await tx.sql('delete from never_address where contractor_id = $1 and value = $2 returning value', [
    contractorId,
    address.trim().toLowerCase(),
  ])
  if (gone.length === 0) throw new Refusal('not-found')
  await record(tx, 'never-forgotten', 'contractor', contractorId)
}
