import { createHash } from 'node:crypto'
import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'

/** A folder, and the path of its mailbox. */
export interface Place {
  folder: string
  path: string
}

/** What became of the messages of a page. */
export interface SettledPage {
  stored: string[]
  gone: string[]
  failed: { remoteId: string; reason: string }[]
}

/** Where reading a folder goes on: Microsoft's own link, or null at the beginning. */
export interface FolderState {
  link: string | null
  isComplete: boolean
}

/** The state of a folder, which begins with the first look at it. */
export async function openFolder(door: Door, folder: string): Promise<FolderState> {
  return door.work(async tx => {
    const [row] = await tx.sql<FolderState>(
      `insert into graph_folder as g (mailbox_id, folder) select m.id, $2 from mailbox m where m.id = $1
         on conflict (mailbox_id, folder) do update set folder = g.folder
         returning g.link, coalesce((select s.complete from mailbox_state s where s.mailbox_id = g.mailbox_id and s.folder = g.folder), false) as "isComplete"`,
      [door.mailboxId, folder],
    )
    if (!row) throw new MailboxTrouble('gone')
    await tx.sql(
      'insert into mailbox_state (mailbox_id, folder, uid_validity) values ($1, $2, 0) on conflict do nothing',
      [door.mailboxId, folder],
    )
    return row
  })
}

/** Moves on behind a page: its messages are stored, or stand here to be tried again. No link keeps the old one. */
export async function settlePage(
  door: Door,
  folder: string,
  { stored, gone, failed }: SettledPage,
  link: string | null,
  { isLast }: { isLast: boolean },
) {
  const place = [door.mailboxId, folder]
  await door.work(async tx => {
    const rows = await tx.sql(
      'update graph_folder set link = coalesce($3, link) where mailbox_id = $1 and folder = $2 returning 1',
      [...place, link],
    )
    if (rows.length === 0) throw new MailboxTrouble('gone')
    await tx.sql(
      'update mailbox_state set stored = stored + $3, complete = complete or $4 where mailbox_id = $1 and folder = $2',
      [...place, stored.length, isLast],
    )
    await tx.sql('delete from mailbox_failure where mailbox_id = $1 and folder = $2 and uid = any($3)', [
      ...place,
      [...stored, ...gone].map(numberOf),
    ])
    // The next look, then a minute later, then once a day; a message that is too long stays so.
    await tx.sql(
      `insert into mailbox_failure as f (mailbox_id, folder, uid_validity, uid, remote_id, reason, tries, next_try_at)
         select $1, $2, 0, x.uid, x.remote_id, x.reason, 1, case when x.reason = 'too-large' then 'infinity' else now() end
           from unnest($3::bigint[], $4::text[], $5::text[]) x(uid, remote_id, reason)
       on conflict (mailbox_id, folder, uid) do update set tries = f.tries + 1, reason = excluded.reason, at = now(),
         next_try_at = case when f.tries = 1 then now() + $6::int * interval '1 millisecond' else now() + interval '1 day' end`,
      [
        ...place,
        failed.map(one => numberOf(one.remoteId)),
        failed.map(one => one.remoteId),
        failed.map(one => one.reason),
        door.pace.retryMs,
      ],
    )
  })
}

/** Failures are known by a number; this one stands for a name, and fits into 48 bits, which JavaScript holds exactly. */
function numberOf(remoteId: string): number {
  return createHash('sha256').update(remoteId).digest().readUIntBE(0, 6)
}
