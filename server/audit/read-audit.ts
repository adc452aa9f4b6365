import type { AuditEntry, readAudit as contract } from '../../shared/audit.ts'
import type { Input } from '../../shared/route.ts'
import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

// The names stand under the reader's own rights: what he may not see has none, and no details.
// `related` is read inside, so that the join compares columns: a cast from text is not leakproof and would have every
// contractor judged for every entry before their ids are compared.
const pageSql: Statement = {
  name: 'audit-page',
  text: `
    select e.id::text, iso(e.at) as at, e.user_id as "userId", u.name as "userName", e.verb, e.object_type as "objectType", e.object_id as "objectId",
           coalesce(c.name, k.reference || ' ' || k.title, i.title, w.name, g.name) as "objectName",
           case when e.object_type in ('contractor', 'case', 'item', 'message') and coalesce(c.id, k.id, i.id) is null then '{}'::jsonb
                when e.related is not null and r.id is null then e.details - '{relatedAdded,relatedRemoved,kind}'::text[]
                else e.details end as details,
           exists (select from audit_seal s where s.entry_id = e.id) as sealed
      from (select x.*, coalesce(x.details ->> 'relatedAdded', x.details ->> 'relatedRemoved')::uuid as related from audit_entry x
             where x.id < $1 and ($2::uuid is null or x.user_id = $2) and ($3::text is null or x.verb = $3)
               and ($4::text is null or x.object_type = $4) and ($5::uuid is null or x.object_id = $5)
               and ($6::timestamptz is null or x.at >= $6) and ($7::timestamptz is null or x.at < $7)
             order by x.id desc limit $8) e
      left join app_user u on u.id = e.user_id
      left join contractor c on e.object_type = 'contractor' and c.id = e.object_id
      left join case_file k on e.object_type = 'case' and k.id = e.object_id
      left join item i on e.object_type = 'item' and i.id = e.object_id
      left join contractor r on r.id = e.related
      left join app_user w on e.object_type = 'user' and w.id = e.object_id
      left join app_group g on e.object_type = 'group' and g.id = e.object_id
     order by e.id desc`,
}
const adminSql: Statement = { name: 'am-admin', text: 'select am_admin() as admin' }

const LAST = '9223372036854775807'

/** The log, newest first, for administrators. */
export async function readAudit(query: Query, filter: Input<typeof contract>['querystring']) {
  await administratorsOnly(query)
  const { cursor, limit = 50 } = filter
  if (cursor !== undefined && !/^[0-9]{1,18}$/.test(cursor)) throw new Refusal('invalid', ['cursor'])
  const rows = await query<AuditEntry>(pageSql, [
    cursor ?? LAST,
    filter.userId ?? null,
    filter.verb ?? null,
    filter.objectType ?? null,
    filter.objectId ?? null,
    filter.from ?? null,
    filter.to ?? null,
    limit + 1,
  ])
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Refuses whoever is no administrator, instead of showing him an empty log. */
export async function administratorsOnly(query: Query) {
  const [row] = await query<{ admin: boolean }>(adminSql, [])
  if (!row?.admin) throw new Refusal('not-allowed')
}
