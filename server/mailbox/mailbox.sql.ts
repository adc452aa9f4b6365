/** Mailboxes that one may see, all or one of them, with their health; ends in `order by`. */
export const mailboxesSql = `
select m.id, m.owner_id as "ownerId", m.kind, m.host, m.port, m.tls, m.user_name as "user", m.sign_in as "signIn", m.authority is not null as "hasOwnAuthority",
       m.since::text as since, m.folders, m.audience, g.helpers, m.files, m.release, m.grace_minutes as "graceMinutes", m.marks, m.mark_trouble as "markTrouble",
       coalesce(m.consent_by, m.owner_id) as "consentBy", iso(m.consent_at) as "consentAt",
       case when m.owner_id = me() then coalesce(h.amount, 0) end as held,
       case when o.disabled_at is not null then 'off' when m.paused_at is not null then 'paused' else m.state end as state, m.error, iso(m.last_sync_at) as "lastSyncAt",
       (select iso(a.raised_at) from mailbox_alarm a where a.mailbox_id = m.id) as "alarmedAt",
       floor(extract(epoch from $2::timestamptz - m.last_sync_at))::float8 as lag,
       coalesce(s.stored, 0)::float8 as stored, coalesce(s.remaining, 0)::float8 as remaining, iso(s.waiting_since) as "waitingSince",
       coalesce(round(u.share::numeric, 4), 0)::float8 as "unfiledShare", coalesce(f.failures, '[]') as failures
  from mailbox m
  join app_user o on o.id = m.owner_id
  left join lateral (select sum(x.stored) as stored, sum(x.remaining) as remaining, min(x.waiting_since) as waiting_since from mailbox_state x where x.mailbox_id = m.id) s on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('folder', x.folder, 'uid', x.uid, 'reason', x.reason, 'tries', x.tries, 'at', iso(x.at)) order by x.at desc) as failures
      from (select * from mailbox_failure y where y.mailbox_id = m.id order by y.at desc limit 100) x) f on true
  cross join lateral (
    select jsonb_build_object('users', coalesce(jsonb_agg(x.principal_id order by x.principal_id) filter (where y.id is not null), '[]'),
        'groups', coalesce(jsonb_agg(x.principal_id order by x.principal_id) filter (where y.id is null), '[]')) as helpers
      from mailbox_helper x left join app_user y on y.id = x.principal_id where x.mailbox_id = m.id) g
  left join mailbox_unfiled() u on u.mailbox_id = m.id
  left join mailbox_held() h on h.mailbox_id = m.id
 where $1::uuid is null or m.id = $1
 order by m.created_at, m.id`
