import type pg from 'pg'
import type { WebhookTroubleCode } from '../../shared/webhook.ts'
import { type Finding, ok, warning } from './finding.ts'

const about = 'webhooks'
const page = 'the page "Webhooki"'

interface Row {
  url: string
  has_rights: boolean
  lost: number
  failure: WebhookTroubleCode | null
}

/** Whether the programs that are to be told of changes were told, or were given up. */
export async function checkWebhooks(client: pg.ClientBase): Promise<Finding[]> {
  const { rows } = await client.query<Row>(
    `select w.url, u.is_admin and u.disabled_at is null as has_rights, count(d.id)::int as lost,
            (array_agg(d.failure order by d.created_at desc) filter (where d.id is not null))[1] as failure
       from webhook w join app_user u on u.id = w.owner_id
       left join webhook_delivery d on d.webhook_id = w.id and d.event <> 'test' and d.created_at > now() - interval '3 days'
         and (d.state = 'given-up' or d.state = 'waiting' and d.attempts > 0 and not exists (
              select from graphile_worker._private_jobs j where j.key = 'send-webhook ' || d.id and (j.attempts < j.max_attempts or j.locked_at is not null)))
      where w.enabled group by w.id, u.id order by w.url`,
  )
  const findings = rows.flatMap(findingsOf)
  return findings.length > 0 ? findings : [ok(about, `${rows.length} told`)]
}

function findingsOf({ url, has_rights, lost, failure }: Row): Finding[] {
  // The rest of an address may be a secret.
  const { host } = new URL(url)
  if (!has_rights)
    return [
      warning(
        about,
        `${host} is told nothing: its owner is no administrator any more.`,
        `Make it anew on ${page} as one who stays, and remove this one.`,
      ),
    ]
  if (lost === 0) return []
  return [
    warning(
      about,
      `${host} was given up ${lost} times within three days, the last time because of: ${failure ?? 'internal'}.`,
      `The log on ${page} says it in words; mend the target, try it by the button there, and have "Zadania w tle" send again.`,
    ),
  ]
}
