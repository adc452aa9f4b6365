import { createHash, randomBytes } from 'node:crypto'
import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import type { GraphClient } from './graph-client.ts'
import type { GraphSettings } from './read-settings.ts'

/** Microsoft lets subscriptions to mail live a week at most; we ask for less and renew at half of what we were given. */
const LIFE_MS = 4_000 * 60_000

/** What Microsoft answers about a subscription. */
interface Subscription {
  id?: unknown
  expirationDateTime?: unknown
}

/**
 * Has Microsoft tell of new mail, for each folder; renews in time what is there and begins anew what was lost. False
 * where this server has no public address, or Microsoft did not take it: then only the clock tells.
 */
export async function keepSubscribed(door: Door, graph: GraphClient, settings: GraphSettings): Promise<boolean> {
  const { publicUrl } = door.house.config
  if (!publicUrl) return false
  let isTold = true
  for (const folder of settings.folders) {
    const state = await stateOf(door, folder)
    if (state?.isFresh) continue
    const renewed = state?.id ? await renew(graph, state.id) : null
    const done = renewed ? keep(door, folder, renewed, null) : subscribe(door, graph, settings, folder, publicUrl)
    isTold = (await done) && isTold
  }
  return isTold
}

/** The word that comes with every notification, as it is known here. */
export function hashOfState(clientState: string): Buffer {
  return createHash('sha256').update(clientState).digest()
}

async function stateOf(door: Door, folder: string) {
  const [row] = await door.work(tx =>
    tx.sql<{ id: string | null; isFresh: boolean }>(
      `select subscription_id as id, coalesce(renew_at > now() and expires_at > now(), false) as "isFresh"
         from graph_folder where mailbox_id = $1 and folder = $2`,
      [door.mailboxId, folder],
    ),
  )
  return row
}

async function renew(graph: GraphClient, id: string): Promise<Subscription | null> {
  const response = await graph.ask('PATCH', `/v1.0/subscriptions/${encodeURIComponent(id)}`, {
    expirationDateTime: new Date(Date.now() + LIFE_MS).toISOString(),
  })
  return response.ok ? ((await response.json()) as Subscription) : null
}

async function subscribe(
  door: Door,
  graph: GraphClient,
  { user }: GraphSettings,
  folder: string,
  publicUrl: string,
): Promise<boolean> {
  const clientState = randomBytes(32).toString('base64url')
  const address = `${publicUrl}/api/microsoft/notifications`
  try {
    const response = await graph.ask('POST', '/v1.0/subscriptions', {
      changeType: 'created',
      notificationUrl: address,
      lifecycleNotificationUrl: address,
      resource: `users/${user}/mailFolders('${folder}')/messages`,
      expirationDateTime: new Date(Date.now() + LIFE_MS).toISOString(),
      clientState,
    })
    return response.ok && (await keep(door, folder, (await response.json()) as Subscription, clientState))
  } catch (error) {
    // The address may not be reached from there, or subscriptions not be allowed: mail is read all the same.
    if (error instanceof MailboxTrouble && ['server-refused', 'access-denied'].includes(error.code)) return false
    throw error
  }
}

/** Remembers a subscription until half of its life is over. */
async function keep(door: Door, folder: string, { id, expirationDateTime }: Subscription, clientState: string | null) {
  const expiresAt = new Date(String(expirationDateTime))
  if (typeof id !== 'string' || Number.isNaN(expiresAt.getTime())) return false
  const renewAt = new Date((Date.now() + expiresAt.getTime()) / 2)
  await door.work(tx =>
    tx.sql(
      `insert into graph_folder as g (mailbox_id, folder, subscription_id, state_hash, renew_at, expires_at)
         select m.id, $2, $3, $4, $5, $6 from mailbox m where m.id = $1
       on conflict (mailbox_id, folder) do update set subscription_id = excluded.subscription_id,
         state_hash = coalesce(excluded.state_hash, g.state_hash), renew_at = excluded.renew_at, expires_at = excluded.expires_at`,
      [door.mailboxId, folder, id, clientState ? hashOfState(clientState) : null, renewAt, expiresAt],
    ),
  )
  return true
}
