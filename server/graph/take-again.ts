import type { Door } from '../mailbox/door.ts'
import { type Place, type SettledPage, settlePage } from './folder-state.ts'
import type { GraphClient } from './graph-client.ts'
import { takeOne } from './take-page.ts'

/** Tries those again whose turn has come. */
export async function takeAgain(door: Door, graph: GraphClient, place: Place) {
  const due = await door.work(tx =>
    tx.sql<{ remote_id: string }>(
      `select remote_id from mailbox_failure where mailbox_id = $1 and folder = $2 and remote_id is not null and next_try_at <= now()
        order by tries, uid limit 50`,
      [door.mailboxId, place.folder],
    ),
  )
  for (const { remote_id: id } of due) {
    const settled: SettledPage = { stored: [], gone: [], failed: [] }
    await takeOne(door, graph, place, { id }, settled)
    await settlePage(door, place.folder, settled, null, { isLast: false })
  }
}
