import type { createActivity as contract } from '../../shared/activity.ts'
import { readAddress } from '../../shared/address.ts'
import { readMessageId } from '../../shared/message-id.ts'
import type { Input } from '../../shared/route.ts'
import { inAscii } from '../contractor/addresses.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** The mail behind an activity, as it is stored with it: the message where the maker sees it filed, else its mark alone. */
interface Origin {
  fromMessageId: string | null
  fromMark: string | null
}

const NONE: Origin = { fromMessageId: null, fromMark: null }

/** Of which mail an activity is made. Only what its maker sees in a file is linked at once. */
export async function originOf(
  tx: Tx,
  { fromItemId, fromMail }: Pick<Input<typeof contract>['body'], 'fromItemId' | 'fromMail'>,
): Promise<Origin> {
  if (fromItemId) return mailIn(tx, fromItemId)
  const messageId = fromMail ? readMessageId(fromMail.messageId) : null
  const sender = fromMail ? readAddress(fromMail.sender) : null
  if (!messageId || !sender || sender.isDomain) return NONE
  const [found] = await tx.sql<{ itemId: string | null; mark: string }>(
    `select pane_filed($1, $2) #>> '{0,itemId}' as "itemId", mail_mark($1, $2) as mark`,
    [messageId, inAscii(sender.value)],
  )
  return found?.itemId ? mailIn(tx, found.itemId) : { fromMessageId: null, fromMark: found?.mark ?? null }
}

async function mailIn(tx: Tx, itemId: string): Promise<Origin> {
  const [found] = await tx.sql<Origin>(
    `select m.id as "fromMessageId", message_mark(m.id) as "fromMark"
       from item i left join message m on m.id = i.object_id where i.id = $1`,
    [itemId],
  )
  if (!found) throw new Refusal('not-found')
  if (!found.fromMessageId) throw new Refusal('invalid', ['fromItemId'])
  return found
}
