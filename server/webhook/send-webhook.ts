import { unseal } from '../database/seal.ts'
import type { Query, Statement } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { version } from '../version.ts'
import { postGuarded } from './guarded-post.ts'
import { signatureHeaders } from './sign-webhook.ts'
import { secretUse } from './webhook.ts'
import { WebhookTrouble } from './webhook-trouble.ts'

/** A delivery with what is needed to sign it. */
interface Delivery {
  webhook_id: string
  owner_id: string
  url: string
  event: string
  item_id: string | null
  contractor_id: string | null
  case_file_id: string | null
  mailbox_id: string | null
  created_at: string
  secret: Buffer
  former_secret: Buffer | null
}

/** How it went: the status of the answer, or why there was none. */
export interface Outcome {
  status: number | null
  failure: WebhookTrouble['code'] | null
}

/** What of a change its owner sees at this moment: the row policies decide. */
const factsSql: Statement = {
  name: 'facts-of-change',
  text: `
    select i.kind,
           case when $1::uuid is null then (select c.id from contractor c where c.id = $2) else (select c.id from contractor c where c.id = i.contractor_id) end as "contractorId",
           k.id as "caseId", m.id as "mailboxId", i.id as "itemId"
      from (select 1) one left join item i on i.id = $1 left join case_file k on k.id = $3 left join mailbox m on m.id = $4
     where ($1::uuid is null or i.id is not null) and ($3::uuid is null or k.id is not null) and ($4::uuid is null or m.id is not null)
       and ($1::uuid is not null or $3::uuid is not null or $4::uuid is not null or exists (select from contractor c where c.id = $2))`,
}

/** Tells a target of one change, if its owner may still know of it. */
export async function sendWebhook(house: House, deliveryId: string): Promise<void> {
  const outcome = await deliver(house, deliveryId)
  if (outcome && !isTaken(outcome)) throw new Refusal('webhook-not-taken')
}

/** Tells it and writes down how it went; null when there was nothing to tell. */
export async function deliver(house: House, deliveryId: string): Promise<Outcome | null> {
  const { database } = house
  const nobody = (text: string, more: unknown[] = []) => database.work(null, tx => tx.sql(text, [deliveryId, ...more]))
  const [delivery] = (await nobody('select * from delivery_to_send($1)')) as Delivery[]
  const data = delivery ? await database.read(delivery.owner_id, query => factsOf(query, delivery)) : null
  if (!delivery || !data) {
    await nobody('select drop_delivery($1)')
    return null
  }
  const outcome = await post(house, deliveryId, delivery, data)
  await nobody('select settle_delivery($1, $2, $3, $4)', [isTaken(outcome), outcome.status, outcome.failure])
  return outcome
}

/** What is about nothing that somebody may not see. */
const factless = ['test', 'backup.alarm']

/** Ids and kinds, and nothing else; of a test and a backup nothing at all. Null when its owner sees none of it any more. */
async function factsOf(query: Query, { event, item_id, contractor_id, case_file_id, mailbox_id }: Delivery) {
  if (factless.includes(event)) return {}
  const [row] = await query<Record<string, string | null>>(factsSql, [item_id, contractor_id, case_file_id, mailbox_id])
  return row ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) : null
}

async function post(house: House, id: string, delivery: Delivery, data: object): Promise<Outcome> {
  const { config, now } = house
  const body = JSON.stringify({ type: delivery.event, timestamp: delivery.created_at, data })
  try {
    const headers = {
      'content-type': 'application/json',
      'user-agent': `Lupa/${version}`,
      ...signatureHeaders(id, now(), body, secretsOf(house, delivery)),
    }
    const status = await postGuarded({ url: delivery.url, headers, body, networks: config.webhookNetworks })
    return { status, failure: status >= 200 && status < 300 ? null : 'refused' }
  } catch (error) {
    if (!(error instanceof WebhookTrouble)) throw error
    return { status: null, failure: error.code }
  }
}

function secretsOf({ config }: House, { webhook_id, owner_id, secret, former_secret }: Delivery): string[] {
  const key = mailboxKey(config.dataFolder)
  try {
    return [secret, ...(former_secret ? [former_secret] : [])].map(one => unseal(key, one, secretUse(owner_id)))
  } catch (error) {
    throw new WebhookTrouble('secret-lost', { webhook_id, error })
  }
}

function isTaken({ failure }: Outcome): boolean {
  return failure === null
}
