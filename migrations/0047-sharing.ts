import { Migration } from '@mikro-orm/migrations'

/** One item for one more person or group; recipients of a mail; who read what is confidential; and who sees a thing, in names with reasons. */
export class Sharing extends Migration {
  override up() {
    this.addSql(`
alter table item_grant drop constraint item_grant_reason_check;
alter table item_grant add constraint item_grant_reason_check
  check (reason in ('mailbox', 'filed', 'shared', 'recipient', 'break-glass'));

-- Who opened a confidential item. Written before he gets to see it.
create table item_reading (
  id bigint generated always as identity primary key,
  item_id uuid not null references item on delete cascade,
  user_id uuid not null references app_user,
  what text not null check (what in ('page', 'source', 'document')),
  at timestamptz(3) not null default now()
);
create index item_reading_item on item_reading (item_id, id desc);
create index item_reading_user on item_reading (user_id);

-- Something that one person is told, and sees only while he may see what it is about.
create table notification (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  kind text not null check (kind in ('shared', 'break-glass')),
  by_id uuid references app_user,
  item_id uuid references item on delete cascade,
  contractor_id uuid references contractor on delete cascade,
  case_file_id uuid references case_file on delete cascade,
  reason text,
  until timestamptz(3),
  at timestamptz(3) not null default now()
);
create index notification_user on notification (user_id, at desc, id desc);
create index notification_by on notification (by_id);
create index notification_item on notification (item_id) where item_id is not null;
create index notification_contractor on notification (contractor_id) where contractor_id is not null;
create index notification_case on notification (case_file_id) where case_file_id is not null;

do $$
declare t text;
begin
  foreach t in array array['item_reading', 'notification'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
    execute format('grant select, insert, delete on %I to lupa_intake', t);
  end loop;
end $$;

create function note_notification() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) values ('notification', new.user_id);
  return null;
end $$;
create trigger notification_came after insert on notification for each row execute function note_notification();

create function sees_item(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select true from item_access a where a.item_id = p_item and holds(a.principal_id) limit 1), false)
$$;

-- Whether I see an item by an audience of it, and not only because somebody let me in: then I may let in others.
create function may_share(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select true from filing f where f.item_id = p_item and holds(f.audience_id) limit 1), false)
$$;

-- Whether an item is mine to look after: I filed it, it came to my mailbox, or its case or contractor is mine.
create function looks_after_item(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_item(p_item) and (
    exists (select from filing f left join case_file k on k.id = f.case_file_id
             where f.item_id = p_item and (f.filed_by = me() or k.manager_id = me()) and holds(f.audience_id))
    or exists (select from item_grant g where g.item_id = p_item and g.principal_id = me() and g.reason in ('mailbox', 'filed'))
    -- Who drew its circle.
    or exists (select from audit_entry e where e.object_id = p_item and e.verb = 'audience-changed' and e.user_id = me())
    or exists (select from item i join contractor c on c.id = i.contractor_id where i.id = p_item and c.manager_id = me()))
$$;

-- Whether everything that is known of an item stands in circles of its own.
create function is_confidential(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select bool_and(f.own_audience) from filing f where f.item_id = p_item), false)
$$;

create function share_item(p_item uuid, p_principals uuid[]) returns void
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
    insert into item_grant (item_id, principal_id, reason, granted_by)
      select p_item, p, 'shared', me() from (select distinct unnest(p_principals) p) x order by p
      on conflict do nothing returning principal_id
  loop
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'shared', 'item', p_item, jsonb_build_object('principalId', fresh));
    insert into notification (user_id, kind, by_id, item_id)
      select m.user_id, 'shared', me(), p_item from membership m join app_user u on u.id = m.user_id
       where m.principal_id = fresh and m.user_id <> me() and u.disabled_at is null;
  end loop;
end $$;

-- Taken back by whoever may share, or given back by the one who got it.
create function unshare_item(p_item uuid, p_principal uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) and p_principal is distinct from me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from item_grant where item_id = p_item and principal_id = p_principal and reason in ('shared', 'recipient');
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'unshared', 'item', p_item, jsonb_build_object('principalId', p_principal));
end $$;

create function item_shares(p_item uuid) returns table (principal_id uuid, name text, is_group boolean, by_name text, at text, reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.principal_id, coalesce(u.name, p.name), p.id is not null, b.name, iso(g.granted_at), g.reason
    from item_grant g left join app_user u on u.id = g.principal_id left join app_group p on p.id = g.principal_id
    left join app_user b on b.id = g.granted_by
   where g.item_id = p_item and g.reason in ('shared', 'recipient') and coalesce(u.id, p.id) is not null and sees_item(p_item)
   order by 3 desc, 2, 1
$$;

-- What is filed by mail may be seen by those of us to whom it was addressed, when the company wants it so. Blind copies too:
-- nobody but the recipient is told of it here.
create function let_recipients_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce((select s.value = 'true'::jsonb from company_setting s where s.key = 'access-recipients'), false) then return null; end if;
  insert into item_grant (item_id, principal_id, reason)
    select distinct new.id, u.id, 'recipient' from message_address a join app_user u on u.email = a.address
     where a.message_id = new.object_id and a.role in ('to', 'cc', 'bcc') and u.disabled_at is null
    on conflict do nothing;
  return null;
end $$;
create trigger item_for_recipients after insert on item for each row when (new.kind in ('mail-in', 'mail-out'))
  execute function let_recipients_in();

-- A circle means these people and no others: who was let in before by hand or as a recipient, and is not named in it, is out.
create function close_circle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from item_grant g where g.item_id = new.item_id and g.reason in ('shared', 'recipient')
     and not exists (select from audience_member m where m.audience_id = new.audience_id and m.principal_id = g.principal_id);
  return null;
end $$;
create trigger filing_closes_circle after update of audience_id on filing
  for each row when (new.own_audience and new.audience_id is distinct from old.audience_id) execute function close_circle();

-- Writes down that I open an item, if it is confidential; answers whether it is.
create function note_reading(p_item uuid, p_what text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) or not is_confidential(p_item) then return false; end if;
  insert into item_reading (item_id, user_id, what) values (p_item, me(), p_what);
  return true;
end $$;

-- The same for a document, which may lie confidentially in several files.
create function note_document_reading(p_document uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into item_reading (item_id, user_id, what)
    select i.id, me(), 'document' from item i where i.object_id = p_document and sees_item(i.id) and is_confidential(i.id)
$$;

create function item_readings(p_item uuid) returns table (user_id uuid, user_name text, what text, at text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not looks_after_item(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query select r.user_id, u.name, r.what, iso(r.at) from item_reading r join app_user u on u.id = r.user_id
    where r.item_id = p_item order by r.id desc limit 200;
end $$;

-- What the reader may do with an item, for the buttons.
create function item_verbs(p_item uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('file', may_share(p_item), 'share', may_share(p_item), 'changeAudience', may_share(p_item),
    'readLog', looks_after_item(p_item))
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['note_notification()'::regprocedure, 'sees_item(uuid)', 'may_share(uuid)', 'looks_after_item(uuid)', 'is_confidential(uuid)',
      'share_item(uuid, uuid[])', 'unshare_item(uuid, uuid)', 'item_shares(uuid)', 'let_recipients_in()', 'close_circle()', 'note_reading(uuid, text)',
      'note_document_reading(uuid)', 'item_readings(uuid)', 'item_verbs(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
