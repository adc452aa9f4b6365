import { LONGEST_MESSAGE } from '../../shared/message.ts'
import type { RemoteMessage } from '../../shared/microsoft.ts'
import type { Database } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { Refusal } from '../refusal.ts'
import { type GraphClient, openGraph } from './graph-client.ts'
import { readGraphSettings } from './read-settings.ts'
import { readUpTo } from './read-up-to.ts'

/** A reader waits for it, so nothing is waited out for minutes as the doors do. */
const PATIENCE_MS = 25_000

type Around = Pick<House, 'config'> & { database: Database }

/**
 * Fetches a message as it travelled from a mailbox that the user owns. Any other mailbox, read by us or not, is the same
 * "not found" as a message that is not there.
 */
export async function fetchMessage(
  { config, database }: Around,
  userId: string,
  { mailbox, itemId, messageId }: RemoteMessage,
): Promise<Uint8Array> {
  const own = {
    house: { config },
    work: <Result>(act: Parameters<typeof database.work<Result>>[1]) => database.work(userId, act),
  }
  const [row] = await own.work(tx =>
    tx.sql<{ id: string }>(
      `select m.id from mailbox m where m.kind = 'graph' and m.owner_id = me() and lower(m.user_name) = lower($1) limit 1`,
      [mailbox],
    ),
  )
  if (!row) throw new Refusal('not-found')
  try {
    const settings = await readGraphSettings({ ...own, mailboxId: row.id })
    const graph = openGraph(config.microsoft, settings, AbortSignal.timeout(PATIENCE_MS))
    return await fetchFrom(graph, `/v1.0/users/${encodeURIComponent(settings.user)}/messages`, { itemId, messageId })
  } catch (error) {
    if (error instanceof MailboxTrouble) throw new Refusal('unavailable')
    throw error
  }
}

/** By the id that the mail program named; where it has changed since, as when a mail is moved, by the Message-ID. */
async function fetchFrom(
  graph: GraphClient,
  path: string,
  { itemId, messageId }: { itemId: string | undefined; messageId: string | undefined },
): Promise<Uint8Array> {
  const source = (itemId && (await sourceOf(graph, path, itemId))) || null
  if (source) return source
  const found = messageId ? await findByMessageId(graph, path, messageId) : null
  const other = found && (await sourceOf(graph, path, found))
  if (!other) throw new Refusal('not-found')
  return other
}

async function sourceOf(graph: GraphClient, path: string, id: string): Promise<Uint8Array | null> {
  const response = await graph.ask('GET', `${path}/${encodeURIComponent(id)}/$value`).catch(nothingForOddIds)
  if (!response?.ok) {
    await response?.body?.cancel()
    return null
  }
  const source = await readUpTo(response, LONGEST_MESSAGE)
  if (!source) throw new Refusal('too-large')
  return source
}

/** An id that Microsoft cannot even read is refused as a bad request; the message may be found otherwise. */
function nothingForOddIds(error: unknown): null {
  if (error instanceof MailboxTrouble && error.code === 'server-refused') return null
  throw error
}

async function findByMessageId(graph: GraphClient, path: string, messageId: string): Promise<string | null> {
  const query = new URLSearchParams({
    // A quote inside a word is written twice (OData 4.01, part 2, §5.1.1.14).
    $filter: `internetMessageId eq '<${messageId.replaceAll("'", "''")}>'`,
    $select: 'id',
    $top: '1',
  })
  const response = await graph.ask('GET', `${path}?${query}`)
  if (!response.ok) return null
  const { value } = (await response.json()) as { value?: { id?: unknown }[] }
  const id = value?.[0]?.id
  return typeof id === 'string' ? id : null
}
