import type { Received } from '../../shared/message.ts'
import type { Query, Statement } from '../database/work.ts'

/** What became of a message, before it is said to the one who brought it. */
export type Outcome = Omit<Received, 'items'> & { id: string }

const itemsOfMessage: Statement = {
  name: 'items-of-message',
  text: `
    select i.id, i.contractor_id as "contractorId", f.case_file_id as "caseId"
      from item i join contractor c on c.id = i.contractor_id left join filing f on f.item_id = i.id
     where i.object_id = $1 order by i.created_at, i.id, f.filed_at`,
}

/** The answer about a message, with those of its items that the reader may see, and no word about the others. */
export async function presentReceived(query: Query, outcome: Outcome): Promise<Received> {
  return { ...outcome, items: outcome.action === 'file' ? await query(itemsOfMessage, [outcome.id]) : [] }
}
