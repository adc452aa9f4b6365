import type { Door } from './door.ts'
import type { FolderPlace } from './folder-place.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** A message that could not be taken, and why. */
export interface Failed {
  uid: number
  reason: string
}

/** What became of a group of messages. */
export interface Settled {
  /** Everything up to this UID is dealt with; null when the group was out of order. */
  upTo: number | null
  stored: number[]
  gone: number[]
  failed: Failed[]
}

/** A message that is too long stays so. */
const hopeless = ['too-large']

/**
 * Moves the cursor behind a group whose messages are stored, and keeps those that failed for another try: the next
 * look, a minute later, then once a day. So no message stands in the way of others, and none is forgotten.
 */
export async function settleGroup(door: Door, { folder, uidValidity }: FolderPlace, group: Settled) {
  const place = [door.mailboxId, folder]
  const first = group.failed.map(one => (hopeless.includes(one.reason) ? 3 : 1))
  await door.work(async tx => {
    const rows = await tx.sql(
      `update mailbox_state set last_uid = greatest(last_uid, $3), stored = stored + $4, remaining = greatest(0, remaining - $5)
        where mailbox_id = $1 and folder = $2 returning 1`,
      [...place, group.upTo ?? 0, group.stored.length, group.upTo === null ? 0 : sizeOf(group)],
    )
    if (rows.length === 0) throw new MailboxTrouble('gone')
    await tx.sql('delete from mailbox_failure where mailbox_id = $1 and folder = $2 and uid = any($3)', [
      ...place,
      [...group.stored, ...group.gone],
    ])
    await tx.sql(
      `insert into mailbox_failure as f (mailbox_id, folder, uid_validity, uid, reason, tries, next_try_at)
         select $1, $2, $3, x.uid, x.reason, x.tries, case when x.tries = 1 then now() else 'infinity' end
           from unnest($4::bigint[], $5::text[], $6::int[]) x(uid, reason, tries)
       on conflict (mailbox_id, folder, uid) do update set tries = f.tries + 1, reason = excluded.reason, at = now(),
         next_try_at = case when excluded.tries > 1 then excluded.next_try_at
                            when f.tries = 1 then now() + $7::int * interval '1 millisecond' else now() + interval '1 day' end`,
      [
        ...place,
        uidValidity,
        group.failed.map(one => one.uid),
        group.failed.map(one => one.reason),
        first,
        door.pace.retryMs,
      ],
    )
  })
}

/** The messages of a folder that failed before and whose turn has come again. */
export async function dueAgain(door: Door, folder: string): Promise<number[]> {
  const rows = await door.work(tx =>
    tx.sql<{ uid: string }>(
      'select uid from mailbox_failure where mailbox_id = $1 and folder = $2 and next_try_at <= now() order by tries, uid limit 50',
      [door.mailboxId, folder],
    ),
  )
  return rows.map(row => Number(row.uid))
}

function sizeOf({ stored, gone, failed }: Settled): number {
  return stored.length + gone.length + failed.length
}
