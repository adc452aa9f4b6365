import { Migration } from '@mikro-orm/migrations'

/** Who got a blind copy is for him and the sender to know: not for those who see the mail in a file, nor for who looks for him. */
export class BlindCopies extends Migration {
  override up() {
    this.addSql(`
-- Whether a blind recipient of a mail is mine to know of: I am he, or I am the sender.
create function knows_blind(p_message uuid, p_address text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select u.email = p_address or exists (
      select from message_address a where a.message_id = p_message and a.role = 'from' and a.address = u.email)
    from app_user u where u.id = me()), false)
$$;

-- Whether somebody's personal way into an item would tell me of his blind copy.
create function is_blind(p_item uuid, p_principal uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select not knows_blind(i.object_id, u.email) and not exists (
        select from message_address a where a.message_id = i.object_id and a.role in ('from', 'sender', 'to', 'cc') and a.address = u.email)
      from item_grant g join item i on i.id = g.item_id join app_user u on u.id = g.principal_id
      join message_address b on b.message_id = i.object_id and b.role = 'bcc' and b.address = u.email
     where g.item_id = p_item and g.principal_id = p_principal and g.reason in ('recipient', 'mailbox') limit 1), false)
$$;

-- Whether a mail has blind recipients of whom I may not know: then a file that names them all is not mine to see.
create function has_blind(p_message uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from message_address a where a.message_id = p_message and a.role = 'bcc' and not knows_blind(p_message, a.address))
$$;

-- Where the source of a mail item lies: my own copy first, then that of a filing that I see, then whatever it was filed
-- from, for those who were only let into the item. And whether it names blind recipients of whom I may not know; and whether
-- their field is taken out: a copy that came later may name some that the first one did not, so only who sent the mail or is
-- known to have got it blind has another's copy as it travelled.
create function item_source(p_item uuid) returns table (hash text, is_blind boolean, is_stripped boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.hash, s.rank > 1 and has_blind(s.message_id), s.rank > 1 and (has_blind(s.message_id) or not exists (
    select from message_address a join app_user u on u.email = a.address
     where u.id = me() and a.message_id = s.message_id and a.role in ('from', 'bcc'))) from (
    select 1 as rank, c.source_hash as hash, c.seen_at as at, c.message_id
      from item i join message_copy c on c.message_id = i.object_id and c.owner_id = me() where i.id = p_item
    union all
    select case when holds(f.audience_id) then 2 else 3 end, f.source_hash, f.filed_at, i.object_id
      from filing f join item i on i.id = f.item_id where i.id = p_item and f.source_hash is not null
    union all
    select 4, c.source_hash, c.seen_at, c.message_id from item i join message_copy c on c.message_id = i.object_id where i.id = p_item) s
   where sees_item(p_item) order by s.rank, s.at, s.hash limit 1
$$;

drop policy of_visible_message on message_address;
create policy of_visible_message on message_address for select to lupa_app using (
  sees_message(message_address.message_id) and (role <> 'bcc' or knows_blind(message_id, address)));
-- Nobody is found by a blind copy.
drop policy reader on message_address;
create policy reader on message_address for select to lupa_reader using (role <> 'bcc');

-- That of 0008, without whom a blind copy let in.
create or replace function item_viewers(p_item uuid) returns table (id uuid, name text, is_group boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct v.id, v.name, v.is_group from item_access a cross join lateral (
      select m.id, m.name, m.is_group from audience_members(a.principal_id) m
      union all select u.id, u.name, false from app_user u where u.id = a.principal_id and not is_blind(p_item, u.id)
      union all select g.id, g.name, true from app_group g where g.id = a.principal_id) v
   where a.item_id = p_item and exists (select from item_access b where b.item_id = p_item and holds(b.principal_id))
$$;

-- That of 0048, likewise.
create or replace function item_seers(p_item uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reasons jsonb;
begin
  if not sees_item(p_item) then return null; end if;
  select coalesce(jsonb_agg(r.reason), '[]') into reasons from (
    select jsonb_build_object('userId', p.user_id, 'group', p.group_name, 'until', iso(p.until), 'by', null, 'at', null,
        'through', case when p.until is not null then 'break-glass' when f.own_audience then 'circle' when f.case_file_id is not null then 'case' else 'contractor' end,
        'caseReference', (select k.reference from case_file k where k.id = f.case_file_id and not f.own_audience and holds(k.audience_id))) as reason
      from filing f cross join lateral audience_people(f.audience_id) p where f.item_id = p_item and holds(f.audience_id)
    union all
    select jsonb_build_object('userId', m.user_id, 'group', w.name, 'until', iso(b.expires_at), 'by', case when g.reason in ('shared', 'filed') then y.name end,
        'at', iso(g.granted_at), 'through', g.reason, 'caseReference', null)
      from item_grant g join membership m on m.principal_id = g.principal_id join app_user u on u.id = m.user_id and u.disabled_at is null
      left join app_group w on w.id = g.principal_id left join break_glass b on b.id = g.principal_id left join app_user y on y.id = g.granted_by
     where g.item_id = p_item and not is_blind(p_item, g.principal_id)) r;
  return seers_of(reasons);
end $$;

-- That of 0047, likewise.
create or replace function item_shares(p_item uuid) returns table (principal_id uuid, name text, is_group boolean, by_name text, at text, reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.principal_id, coalesce(u.name, p.name), p.id is not null, b.name, iso(g.granted_at), g.reason
    from item_grant g left join app_user u on u.id = g.principal_id left join app_group p on p.id = g.principal_id
    left join app_user b on b.id = g.granted_by
   where g.item_id = p_item and g.reason in ('shared', 'recipient') and coalesce(u.id, p.id) is not null and sees_item(p_item)
     and not is_blind(p_item, g.principal_id)
   order by 3 desc, 2, 1
$$;

-- That of 0047; whom a blind copy let in is shared with as if he were not there, and taken out as if he were not.
create or replace function share_item(p_item uuid, p_principals uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  fresh uuid;
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if exists (select from unnest(p_principals) p where not exists (select from app_user u where u.id = p and u.disabled_at is null)
                                                  and not exists (select from app_group g where g.id = p)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  -- Held, so that an item taken out at the same time is not shared any more.
  perform from item i where i.id = p_item for key share;
  for fresh in
    insert into item_grant as g (item_id, principal_id, reason, granted_by)
      select p_item, p, 'shared', me() from (select distinct unnest(p_principals) p) x order by p
      on conflict (item_id, principal_id) do update set reason = 'shared', granted_by = me(), granted_at = now()
        where is_blind(g.item_id, g.principal_id)
      returning principal_id
  loop
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'shared', 'item', p_item, jsonb_build_object('principalId', fresh));
    insert into notification (user_id, kind, by_id, item_id)
      select m.user_id, 'shared', me(), p_item from membership m join app_user u on u.id = m.user_id
       where m.principal_id = fresh and m.user_id <> me() and u.disabled_at is null;
  end loop;
end $$;

create or replace function unshare_item(p_item uuid, p_principal uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) and p_principal is distinct from me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from item_grant where item_id = p_item and principal_id = p_principal and reason in ('shared', 'recipient')
     and not is_blind(p_item, p_principal);
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'unshared', 'item', p_item, jsonb_build_object('principalId', p_principal));
end $$;

-- That of 0080: a mail is not found by its blind recipients, as it is not when it comes in.
create or replace function stale_texts(p_analyser int, p_limit int)
  returns table (item_id uuid, object_id uuid, head text, body text, source_hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with stale as (
    select t.item_id from item_text t where t.analyser < p_analyser order by t.analyser, t.item_id limit p_limit)
  select i.id, i.object_id,
         case when m.id is not null then concat_ws(E'\\n', m.subject,
                (select string_agg(a.name || ' ' || a.address, E'\\n' order by a.role, a.position)
                   from message_address a where a.message_id = m.id and a.role <> 'bcc'),
                (select string_agg(a.name, E'\\n' order by a.position) from attachment a where a.message_id = m.id))
              when d.id is not null then concat_ws(E'\\n', i.title, d.name,
                (select concat_ws(' ', 'faktura', v.number, v.seller_name, v.seller_nip, v.buyer_name, v.buyer_nip, v.corrects, v.gross)
                   from invoice v where v.blob_hash = d.blob_hash))
              else concat_ws(E'\\n', coalesce(c.title, i.title), (select g.place from meeting_invitation g where g.activity_id = c.id)) end,
         coalesce(x.body, c.note),
         case when m.id is not null and x.body is null then coalesce((select k.source_hash from message_copy k where k.message_id = m.id order by k.seen_at, k.id limit 1),
                (select f.source_hash from filing f where f.item_id = i.id and f.source_hash is not null limit 1)) end
    from stale s join item i on i.id = s.item_id
    left join message m on m.id = i.object_id and i.kind in ('mail-in', 'mail-out') left join message_text x on x.message_id = m.id
    left join document d on d.id = i.object_id and m.id is null
    left join activity c on c.id = i.object_id
$$;
-- What was indexed with them is indexed again.
update item_text t set analyser = 0 from item i join message_address a on a.message_id = i.object_id and a.role = 'bcc' where t.item_id = i.id;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['knows_blind(uuid, text)'::regprocedure, 'is_blind(uuid, uuid)', 'has_blind(uuid)', 'item_source(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function knows_blind, item_source to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
