import type { Treated } from '../../shared/triage.ts'
import type { Statement, Tx } from '../database/work.ts'
import type { Place } from '../filing/put-filing.ts'
import type { Intake } from '../filing/receive-message.ts'
import { refileStored } from '../filing/refile-stored.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal } from '../refusal-of.ts'
import { type Choice, chosenMail } from './chosen-mail.ts'

/** Refuses a place that the caller does not see, and a closed case, before any mail is read for it. */
export async function checkPlace(tx: Tx, { contractorId, caseId }: Place) {
  const [row] = await tx.sql<{ is_closed: boolean | null }>(
    `select k.closed_at is not null as is_closed from contractor c
       left join case_party q on q.case_file_id = $2 and q.contractor_id = c.id left join case_file k on k.id = q.case_file_id
      where c.id = $1 and ($2::uuid is null or k.id is not null)`,
    [contractorId, caseId],
  )
  if (!row) throw new Refusal('not-found')
  if (row.is_closed) throw new Refusal('case-closed')
}

/** Files stored mail of the caller, or that he decides about, at a place, each in a transaction of its own, so that one that cannot go holds no other. */
export async function fileTriage(
  intake: Intake,
  userId: string,
  choice: Choice,
  place: Place,
): Promise<{ items: Treated[]; left: number }> {
  const from = { state: 'open', readable: true } as const
  const { ids, left } = await intake.database.read(userId, query => chosenMail(query, choice, from))
  await intake.database.work(userId, tx => checkPlace(tx, place))
  const items: Treated[] = []
  for (const id of ids) items.push(await fileOne(intake, userId, id, place))
  return { items, left }
}

const itemFiled: Statement = {
  name: 'item-filed-by-me',
  text: `
    select i.id from item i join filing f on f.item_id = i.id
     where i.object_id = $1 and i.contractor_id = $2 and f.case_file_id is not distinct from $3 and f.filed_by = $4`,
}

async function fileOne(intake: Intake, userId: string, id: string, place: Place): Promise<Treated> {
  const isThere = (lying: Place) => lying.contractorId === place.contractorId && lying.caseId === place.caseId
  try {
    const { before, items } = await refileStored(intake, userId, id, place)
    const item = items.find(isThere) ?? items.find(lying => lying.contractorId === place.contractorId)
    return { id, done: true, itemId: item?.id ?? null, wasThere: before.some(isThere) }
  } catch (error) {
    const { code } = asRefusal(error as Error)
    if (code === 'internal') throw error
    const known = code === 'not-found' ? await filedBefore(intake, userId, id, place) : null
    if (known) return { id, done: true, itemId: known, wasThere: true }
    return { id, done: false, code }
  }
}

/**
 * The item in which the caller filed a mail there before. Whoever helps decides about a mail once, and does not see it any
 * more then: asked again, because the answer was lost on its way, he is told what he did.
 */
async function filedBefore(intake: Intake, userId: string, messageId: string, place: Place): Promise<string | null> {
  const [item] = await intake.database.read(userId, query =>
    query<{ id: string }>(itemFiled, [messageId, place.contractorId, place.caseId, userId]),
  )
  return item?.id ?? null
}
