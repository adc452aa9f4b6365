import type { Database, Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { freshToken, tokenHash } from './token.ts'

/** A ticket of the current user for one download, for as long as his session goes on and at most a minute. Words of its address are not kept. */
export async function createDownloadTicket(tx: Tx, session: string, path: string) {
  const ticket = freshToken()
  const [row] = await tx.sql<{ until: string }>('select iso(create_download_ticket($1, $2, $3)) as until', [
    tokenHash(ticket),
    session,
    tokenHash(path),
  ])
  if (!row) throw new Error('create_download_ticket answers always')
  return { ticket, expiresAt: row.until }
}

/** Whose download a ticket is for; refused when it was used, is over, or was made for another address. */
export async function useDownloadTicket(
  database: Database,
  { ticket, path }: { ticket: string; path: string },
): Promise<{ userId: string; sessionId: string }> {
  const [row] = await database.work(null, tx =>
    tx.sql<{ user_id: string; session_id: string }>('select * from use_download_ticket($1, $2)', [
      tokenHash(ticket),
      tokenHash(path),
    ]),
  )
  if (!row) throw new Refusal('ticket-spent')
  return { userId: row.user_id, sessionId: row.session_id }
}
