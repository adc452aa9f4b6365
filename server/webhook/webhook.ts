import type { Webhook, WebhookDelivery, WebhookEvent } from '../../shared/webhook.ts'
import type { Config } from '../config.ts'
import { seal } from '../database/seal.ts'
import type { Tx } from '../database/work.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { freshSecret } from './sign-webhook.ts'

/** A secret signs for the one whose rights its webhook has, and for nobody else. */
export function secretUse(ownerId: string): string {
  return JSON.stringify(['webhook', ownerId])
}

/** Every webhook; the database answers administrators only. */
export async function listWebhooks(tx: Tx): Promise<Webhook[]> {
  const [row] = await tx.sql<{ rows: Webhook[] }>('select webhooks() as rows')
  return row?.rows ?? []
}

/** Adds a webhook of the current user's; its secret is told once. */
export async function createWebhook(tx: Tx, { url, events }: { url: string; events: WebhookEvent[] }, config: Config) {
  refuseWrong(url, config)
  const { secret, sealed } = sealedSecret(tx, config)
  const [row] = await tx.sql<{ id: string }>('select put_webhook($1, $2, $3) as id', [url, events, sealed])
  return { id: row?.id ?? '', secret }
}

/** Changes a webhook, or switches it off. */
export async function changeWebhook(
  tx: Tx,
  id: string,
  { url, events, enabled }: { url?: string; events?: WebhookEvent[]; enabled?: boolean },
  config: Config,
) {
  if (url !== undefined) refuseWrong(url, config)
  await tx.sql('select change_webhook($1, $2, $3, $4)', [id, url ?? null, events ?? null, enabled ?? null])
}

/** Gives a webhook a new secret. */
export async function changeSecret(tx: Tx, id: string, config: Config) {
  const { secret, sealed } = sealedSecret(tx, config)
  await tx.sql('select change_webhook_secret($1, $2)', [id, sealed])
  return { id, secret }
}

/** What a webhook was told lately. */
export async function readLog(tx: Tx, id: string): Promise<WebhookDelivery[]> {
  const [row] = await tx.sql<{ rows: WebhookDelivery[] }>('select webhook_log($1) as rows', [id])
  return row?.rows ?? []
}

function sealedSecret(tx: Tx, { dataFolder }: Config) {
  const secret = freshSecret()
  return { secret, sealed: seal(mailboxKey(dataFolder), secret, secretUse(tx.user ?? '')) }
}

/** In the clear only where networks of the company's own were opened; and no password in the address, for it would be shown. */
function refuseWrong(url: string, { webhookNetworks }: Config) {
  const target = URL.canParse(url) ? new URL(url) : null
  const isPlain = target?.protocol === 'http:'
  if (!target || target.username || target.password || (isPlain && !webhookNetworks))
    throw new Refusal('invalid', ['url'])
}
