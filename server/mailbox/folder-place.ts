import type { Door } from './door.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** A folder as the server shows it now. UIDs mean something only together with its UIDVALIDITY. */
export interface FolderPlace {
  folder: string
  uidValidity: string
  /** The UID that the next message will have at least; null when the server did not say. */
  uidNext: number | null
}

/** How far a folder was read. */
export interface FolderCursor {
  lastUid: number
  complete: boolean
}

/**
 * Where reading a folder goes on. Another UIDVALIDITY, or a UIDNEXT that went back, makes all numbers void: it
 * starts again from the beginning, which stores nothing twice, because a message is known by its content.
 */
export async function openPlace(door: Door, { folder, uidValidity, uidNext }: FolderPlace): Promise<FolderCursor> {
  return door.work(async tx => {
    const same =
      'mailbox_state.uid_validity = excluded.uid_validity and mailbox_state.last_uid < coalesce($4::bigint, mailbox_state.last_uid + 1)'
    const [row] = await tx.sql<FolderCursor>(
      `insert into mailbox_state (mailbox_id, folder, uid_validity) select m.id, $2, $3 from mailbox m where m.id = $1
       on conflict (mailbox_id, folder) do update set uid_validity = excluded.uid_validity,
         last_uid = case when ${same} then mailbox_state.last_uid else 0 end,
         stored = case when ${same} then mailbox_state.stored else 0 end,
         complete = mailbox_state.complete and ${same}
       returning last_uid::float8 as "lastUid", complete`,
      [door.mailboxId, folder, uidValidity, uidNext],
    )
    if (!row) throw new MailboxTrouble('gone')
    await tx.sql('delete from mailbox_failure where mailbox_id = $1 and folder = $2 and uid_validity <> $3', [
      door.mailboxId,
      folder,
      uidValidity,
    ])
    return row
  })
}

/** How much of a folder is still to come, for people who watch. */
export async function showRemaining(door: Door, folder: string, remaining: number, highestSeen: number) {
  await door.work(tx =>
    tx.sql(
      'update mailbox_state set remaining = $3, highest_seen = greatest(highest_seen, $4) where mailbox_id = $1 and folder = $2',
      [door.mailboxId, folder, remaining, highestSeen],
    ),
  )
}

/** Since when the oldest message waits that is not stored yet. */
export async function showWaiting(door: Door, folder: string, since: Date | null) {
  await door.work(tx =>
    tx.sql('update mailbox_state set waiting_since = $3 where mailbox_id = $1 and folder = $2', [
      door.mailboxId,
      folder,
      since,
    ]),
  )
}

/** Everything that was there when the folder was opened is settled. */
export async function completePlace(door: Door, { folder, uidNext }: FolderPlace) {
  await door.work(tx =>
    tx.sql(
      `update mailbox_state set last_uid = greatest(last_uid, $3), complete = true, remaining = 0, waiting_since = null
        where mailbox_id = $1 and folder = $2 and (not complete or last_uid < $3 or remaining > 0 or waiting_since is not null)`,
      [door.mailboxId, folder, (uidNext ?? 1) - 1],
    ),
  )
}
