import { Migration } from '@mikro-orm/migrations'

/**
 * A copy of a person's data for her (art. 15 and 20). It holds contents, also of circles in which the administrator is not, so
 * it is opened as a break-glass is: with a written reason, for an hour, told to those whose mail it is, and written down.
 */
export class PersonExports extends Migration {
  override up() {
    this.addSql(`
create table person_export (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user,
  -- In clear as long as it is open, so that the address does not stay behind in what is kept.
  address text,
  address_hash bytea not null,
  reason text not null check (length(reason) between 1 and 1000),
  opened_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
create index person_export_user on person_export (user_id);
create index person_export_hash on person_export (address_hash);
alter table person_export enable row level security;
alter table person_export force row level security;
grant select, insert, update on person_export to lupa_intake;
create policy intake on person_export to lupa_intake using (true) with check (true);
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('shared', 'break-glass', 'task', 'person-opened'));

create function open_person_export(p_address text, p_reason text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_addresses(p_address);
  mails uuid[];
  fresh uuid;
begin
  perform administrators_only();
  update person_export set address = null where address is not null and expires_at < now();
  insert into person_export (user_id, address, address_hash, reason, expires_at)
    values (me(), lower(p_address), person_hash(p_address), p_reason, now() + interval '1 hour') returning id into fresh;
  mails := array(select distinct m.message_id from person_mails(hers) m);
  insert into notification (user_id, kind, by_id, reason)
    select u.id, 'person-opened', me(), p_reason from app_user u
     where u.id <> me() and u.disabled_at is null and (
        exists (select from message_copy c where c.owner_id = u.id and c.message_id = any(mails))
        or exists (select from address a join contractor c on c.id = a.contractor_id where a.value = any(hers) and c.manager_id = u.id));
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'exported', 'person-data', me(), jsonb_build_object('hash', encode(person_hash(p_address), 'hex'), 'exportId', fresh));
  return fresh;
end $$;

-- Whose copy it is, by her addresses; a refusal to whoever did not open it, or when its time is over.
create function person_export_addresses(p_export uuid) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  whose text;
begin
  perform administrators_only();
  select x.address into whose from person_export x where x.id = p_export and x.user_id = me() and x.expires_at > now();
  if whose is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  return person_addresses(whose);
end $$;

-- What is kept of her beside mail.
create function person_export_records(p_export uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_export_addresses(p_export);
  people uuid[] := array(select distinct a.person_id from address a where a.value = any(hers) and a.person_id is not null);
  users uuid[] := array(select u.id from app_user u where u.email = any(hers));
begin
  return jsonb_build_object('addresses', to_jsonb(hers),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'role', p.role, 'phones', p.phones, 'contractor', c.name, 'since', iso(p.created_at),
        'addresses', (select coalesce(jsonb_agg(a.value order by a.value), '[]') from address a where a.person_id = p.id)) order by p.created_at), '[]')
      from person p join contractor c on c.id = p.contractor_id where p.id = any(people)),
    'contractorAddresses', (select coalesce(jsonb_agg(jsonb_build_object('address', a.value, 'contractor', c.name, 'since', iso(a.created_at)) order by a.created_at), '[]')
      from address a join contractor c on c.id = a.contractor_id where a.value = any(hers) and a.person_id is null),
    'activities', (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'title', a.title, 'note', a.note, 'startsAt', iso(a.starts_at), 'endsAt', iso(a.ends_at),
        'dueOn', a.due_on, 'createdAt', iso(a.created_at)) order by a.created_at), '[]')
      from activity a where a.person_id = any(people) or exists (select from meeting_invitation g where g.activity_id = a.id and g.sender = any(hers))),
    'blockLists', (select coalesce(jsonb_agg(jsonb_build_object('address', b.value, 'scope', b.scope, 'since', iso(b.created_at))), '[]')
      from blocked_address b where b.value = any(hers)),
    'rules', (select coalesce(jsonb_agg(distinct v.name), '[]') from rule_version v join rule r on r.id = v.rule_id and r.removed_at is null
      where v.conditions::text ~* person_pattern(hers)),
    'accounts', (select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'email', u.email, 'language', u.language, 'isAdmin', u.is_admin,
        'createdAt', iso(u.created_at), 'disabledAt', iso(u.disabled_at),
        'groups', (select coalesce(jsonb_agg(g.name order by g.name), '[]') from membership m join app_group g on g.id = m.principal_id where m.user_id = u.id))), '[]')
      from app_user u where u.id = any(users)),
    'auditLog', (select coalesce(jsonb_agg(jsonb_build_object('at', iso(e.at), 'verb', e.verb, 'objectType', e.object_type) order by e.id), '[]')
      from (select * from audit_entry e where e.user_id = any(users) or e.object_id = any(people) order by e.id desc limit 10000) e));
end $$;

-- The sign-ins of her account, when she has one.
create function person_export_sign_ins(p_export uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_export_addresses(p_export);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('door', s.door, 'device', s.device, 'address', s.address, 'at', iso(s.created_at), 'seenAt', iso(s.seen_at))
      order by s.created_at), '[]') from sign_in s join app_user u on u.id = s.user_id where u.email = any(hers));
end $$;

-- Her mails, page by page. Of what somebody else passed on to others only that it is there: that letter is his.
create function person_export_mails(p_export uuid, p_after uuid, p_limit int)
  returns table (id uuid, message_id text, subject text, at text, direction text, roles text[], attachments text[], hash text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_export_addresses(p_export);
begin
  return query
    with hits as (
      select h.message_id as id, array_agg(distinct h.role order by h.role) as roles from person_mails(hers) h where p_after is null or h.message_id > p_after
       group by h.message_id order by h.message_id limit p_limit)
    select m.id, m.message_id, case when o.is_hers then m.subject end, iso(m.occurred_at), m.direction, h.roles,
           case when o.is_hers then array(select a.name from attachment a where a.message_id = m.id order by a.position) else '{}' end,
           case when o.is_hers then coalesce((select c.source_hash from message_copy c where c.message_id = m.id order by c.seen_at, c.id limit 1),
             (select f.source_hash from filing f join item i on i.id = f.item_id where i.object_id = m.id and f.source_hash is not null limit 1)) end
      from hits h join message m on m.id = h.id cross join lateral (select h.roles <> '{forwarded}' as is_hers) o order by m.id;
end $$;

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake, lupa_identity;
  foreach fn in array array['open_person_export(text, text)', 'person_export_addresses(uuid)', 'person_export_records(uuid)', 'person_export_mails(uuid, uuid, int)'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  revoke execute on function person_export_sign_ins(uuid) from public;
  alter function person_export_sign_ins(uuid) owner to lupa_identity;
  grant execute on function person_export_addresses(uuid) to lupa_identity;
  grant execute on function open_person_export(text, text), person_export_records(uuid), person_export_sign_ins(uuid), person_export_mails(uuid, uuid, int) to lupa_app;
  revoke create on schema public from lupa_intake, lupa_identity;
end $$;
`)
  }
}
