import { watchGraph } from '../graph/watch-graph.ts'
import type { Door } from './door.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'
import { watchMailbox } from './watch-mailbox.ts'

const ways = { imap: watchMailbox, graph: watchGraph }

/** One session with whatever a mailbox is kept by. */
export async function watch(door: Door, onLive: () => void) {
  const [row] = await door.work(tx =>
    tx.sql<{ kind: keyof typeof ways }>('select kind from mailbox where id = $1', [door.mailboxId]),
  )
  if (!row) throw new MailboxTrouble('gone')
  await ways[row.kind](door, onLive)
}
