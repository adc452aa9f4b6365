import type { MailboxTroubleCode } from '../../shared/mailbox.ts'
import type { Door } from './door.ts'

/** Shows where a mailbox stands, for its health. `live` means that everything was stored a moment ago. */
export async function showState(
  door: Door,
  state: 'backfill' | 'live' | 'error',
  error: MailboxTroubleCode | null = null,
) {
  await door.work(tx =>
    tx.sql(
      `update mailbox set state = $2, error = $3, last_sync_at = case when $2 = 'live' then now() else last_sync_at end where id = $1`,
      [door.mailboxId, state, error],
    ),
  )
}
