import { readMessageId } from '../../shared/message-id.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Remembers for the current user which contractor a thread is about; the last choice counts. */
export async function chooseContractor(tx: Tx, thread: string, contractorId: string) {
  const first = readMessageId(thread)
  if (!first) throw new Refusal('invalid', ['thread'])
  const [contractor] = await tx.sql('select 1 from contractor where id = $1', [contractorId])
  if (!contractor) throw new Refusal('not-found')
  await tx.sql(
    `insert into thread_choice (user_id, thread, contractor_id) values ($1, $2, $3)
       on conflict (user_id, thread) do update set contractor_id = excluded.contractor_id, chosen_at = now()`,
    [tx.user, first, contractorId],
  )
}
