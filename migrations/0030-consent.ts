import { Migration } from '@mikro-orm/migrations'

/**
 * What the owner of a mailbox consents to, and mail that was filed by itself and stays his for a while. Such a filing is
 * held: a circle with the mailbox's owner alone stands in the place of the case's or contractor's audience, until the
 * grace time is over or he releases it. One job for each mailbox ends all that is due, a batch at a time.
 */
export class Consent extends Migration {
  override up() {
    this.addSql(`
alter table mailbox
  add column files text not null default 'all' check (files in ('all', 'received', 'sent', 'nothing')),
  add column release text not null default 'at-once' check (release in ('at-once', 'after-grace', 'by-hand')),
  add column grace_minutes int not null default 30 check (grace_minutes between 1 and 10080),
  add column marks boolean not null default false,
  add column mark_trouble text check (mark_trouble in ('no-marks', 'marks-denied')),
  add column consent_by uuid references app_user,
  add column consent_at timestamptz(3) not null default now();
create index mailbox_consent_by on mailbox (consent_by) where consent_by is not null;
grant select (files, release, grace_minutes, marks, mark_trouble, consent_by, consent_at),
  insert (files, release, grace_minutes, marks, consent_by),
  update (folders, audience, files, release, grace_minutes, marks, mark_trouble, consent_by, consent_at) on mailbox to lupa_app;

-- Who adds a mailbox for somebody else settles how it begins; from then on it is its owner's word alone.
create function consent_is_its_owners() returns trigger language plpgsql as $$
begin
  if new.owner_id is distinct from me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return new;
end $$;
create trigger consent_changed before update of folders, audience, files, release, grace_minutes, marks on mailbox
  for each row when ((old.folders, old.audience, old.files, old.release, old.grace_minutes, old.marks)
    is distinct from (new.folders, new.audience, new.files, new.release, new.grace_minutes, new.marks))
  execute function consent_is_its_owners();

-- For whom a filing is held, until when (null: until he releases it), and by the consent for which mailbox, also when that is gone.
alter table filing add column held_by uuid references app_user, add column held_until timestamptz(3), add column held_mailbox uuid;
create index filing_held on filing (held_by) where held_by is not null;
create index filing_held_until on filing (held_mailbox, held_until) where held_by is not null;

-- What filing needs to know of a mailbox; never its secret.
grant select (audience, release, grace_minutes) on mailbox to lupa_intake;
create type mailbox_consent as (id uuid, audience jsonb, release text, grace_minutes int);

-- Whoever settles by hand who sees a filing ends the hold.
create function end_hold() returns trigger language plpgsql as $$
begin
  new.held_by := null; new.held_until := null; new.held_mailbox := null;
  return new;
end $$;
create trigger filing_hold_ends before update of audience_id on filing
  for each row when (new.held_by is not null and old.held_by is not distinct from new.held_by and old.audience_id is distinct from new.audience_id)
  execute function end_hold();

-- A mailbox that is removed takes its consent along: nothing of it becomes wider by itself any more.
create function keep_held() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update filing set held_until = null where held_mailbox = old.id and held_by is not null and held_until is not null;
  return null;
end $$;
create trigger mailbox_removed after delete on mailbox for each row execute function keep_held();

create function scope_of(p_filing filing) returns uuid language sql stable as $$
  select coalesce((select k.audience_id from case_file k where k.id = p_filing.case_file_id),
    (select c.audience_id from item i join contractor c on c.id = i.contractor_id where i.id = p_filing.item_id))
$$;

-- Users and groups in an audience as it is set, those that are there.
create function principals_in(p_audience jsonb) returns setof uuid language sql stable as $$
  select p from (select value::uuid as p from jsonb_array_elements_text(coalesce(p_audience->'users', '[]') || coalesce(p_audience->'groups', '[]'))) x
   where exists (select from app_user u where u.id = p) or exists (select from app_group g where g.id = p)
$$;

-- Gives fresh filings of a message the circle that the mailbox's owner consents to, and holds them if he says so.
create function hold_fresh(p_message uuid, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  f filing;
  circle uuid;
begin
  for f in select g.* from filing g join item i on i.id = g.item_id
            where (i.object_id = p_message or g.via_message_id = p_message) and g.xmin = pg_current_xact_id()::xid
            order by g.id for update of g loop
    insert into audience default values returning id into circle;
    -- In a file that he does not see he must not find it either.
    insert into audience_member (audience_id, principal_id) select circle, me() where holds(scope_of(f));
    if box.release = 'at-once' then
      insert into audience_member (audience_id, principal_id) select circle, p from principals_in(box.audience) p on conflict do nothing;
    end if;
    update filing set own_audience = true, audience_id = circle,
      held_by = case when box.release <> 'at-once' then me() end,
      -- Whole minutes, so that what came together ends together.
      held_until = case when box.release = 'after-grace' then date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute' end,
      held_mailbox = case when box.release <> 'at-once' then box.id end
     where id = f.id;
  end loop;
end $$;

-- Ends the hold of filings: the case's or contractor's audience sees them, or whom the mailbox's owner named. Answers their items.
create function release_filings(p_filings uuid[]) returns setof uuid language plpgsql volatile as $$
declare
  asking text := current_setting('lupa.user', true);
  entry record;
begin
  insert into audience_member (audience_id, principal_id)
    select f.audience_id, p from filing f join mailbox b on b.id = f.held_mailbox cross join lateral principals_in(b.audience) p
     where f.id = any(p_filings) on conflict do nothing;
  return query
    with released as (
      update filing f set held_by = null, held_until = null, held_mailbox = null, own_audience = named.it,
        audience_id = case when named.it then f.audience_id else scope_of(f) end
       from filing g left join mailbox b on b.id = g.held_mailbox
       cross join lateral (select exists (select from principals_in(b.audience)) as it) named
       where g.id = f.id and f.id = any(p_filings) returning f.item_id),
    logged as (
      insert into audit_entry (user_id, verb, object_type, object_id, details)
        select me(), 'released', 'item', r.item_id, '{}' from released r)
    select distinct r.item_id from released r;
  -- For others it waited until they could see it filed.
  for entry in select t.message_id, min(t.owner_id::text) as owner from filing f join item i on i.id = f.item_id join triage_entry t on t.message_id = i.object_id
                where f.id = any(p_filings) and t.state <> 'done' group by 1 loop
    perform set_config('lupa.user', entry.owner, true);
    perform settle_triage(entry.message_id);
  end loop;
  perform set_config('lupa.user', coalesce(asking, ''), true);
end $$;

-- What becomes of filings that are held where the same mail comes by another way: nobody's consent holds another's.
create function meet_held(p_message uuid, p_entries jsonb, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  f filing;
  until timestamptz;
begin
  for f in
    select g.* from jsonb_array_elements(p_entries) e
      join item i on i.contractor_id = (e->>'contractorId')::uuid and i.object_id = case when e ? 'document' then (
        select d.id from document d where d.contractor_id = (e->>'contractorId')::uuid and d.blob_hash = e #>> '{document,hash}' and d.name = e #>> '{document,name}')
        else p_message end
      join filing g on g.item_id = i.id and g.case_file_id is not distinct from (e->>'caseId')::uuid
     where g.held_by is not null and g.xmin <> pg_current_xact_id()::xid order by g.id for update of g
  loop
    if box.id is null or (box.release = 'at-once' and not exists (select from principals_in(box.audience))) then
      perform release_filings(array[f.id]);
      -- Not to whom another mailbox names, but to all whom the place lets in.
      update filing set own_audience = false, audience_id = scope_of(f) where id = f.id and own_audience;
      continue;
    end if;
    insert into audience_member (audience_id, principal_id)
      select f.audience_id, p from (select me() as p where holds(scope_of(f)) union select principals_in(box.audience) where box.release = 'at-once') x
      on conflict do nothing;
    until := date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute';
    if box.release = 'after-grace' and until < coalesce(f.held_until, 'infinity') then
      update filing set held_by = me(), held_until = until, held_mailbox = box.id where id = f.id;
    end if;
  end loop;
end $$;

-- Has the grace time of a mailbox ended in time. Whoever holds mail and whoever ends holds wait for each other, so that none is missed.
create function expect_end_of_grace(p_mailbox uuid, p_at timestamptz) returns void language plpgsql volatile as $$
begin
  if exists (select from graphile_worker._private_jobs j where j.key = 'end-grace ' || p_mailbox and j.locked_at is null and j.run_at <= p_at) then return; end if;
  perform graphile_worker.add_job('end-grace', json_build_object('id', p_mailbox), run_at => p_at,
    max_attempts => 25, job_key => 'end-grace ' || p_mailbox, job_key_mode => 'replace');
end $$;

-- What file_all does by itself before it settles triage: what is held must not count as filed for others.
create function file_held(p_message uuid, p_entries jsonb, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  entry jsonb;
  made record;
begin
  for entry in select e from jsonb_array_elements(p_entries) e loop
    if entry ? 'document' then
      select d.id, d.type into made from put_document((entry->>'contractorId')::uuid, entry #>> '{document,hash}', entry #>> '{document,name}',
        entry #>> '{document,mediaType}', entry #>> '{document,type}', (entry #>> '{document,size}')::bigint) d;
      entry := entry || jsonb_build_object('objectId', made.id, 'kind', made.type);
    end if;
    perform put_filing(entry);
  end loop;
  perform hold_fresh(p_message, box);
  perform settle_triage(p_message);
end $$;

-- As file_all, within what the owner of a mailbox consents to (null: it came by no mailbox), and answers where the mail lies for the caller.
create function file_under_consent(p_message uuid, p_entries jsonb, p_mailbox uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  box mailbox_consent;
  is_narrow boolean;
  entries jsonb := p_entries;
begin
  select b.id, b.audience, b.release, b.grace_minutes into box from mailbox b where b.id = p_mailbox and b.owner_id = me();
  is_narrow := box.id is not null and (box.release = 'by-hand' or exists (select from principals_in(box.audience)));
  -- Where he cannot look he can neither release it nor say who sees it.
  if is_narrow then
    entries := (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(p_entries) e where holds(coalesce(
      (select k.audience_id from case_file k where k.id = (e->>'caseId')::uuid),
      (select c.audience_id from contractor c where c.id = (e->>'contractorId')::uuid))));
  end if;
  if box.release = 'after-grace' then perform pg_advisory_xact_lock_shared(hashtext('lupa.grace'), hashtext(box.id::text)); end if;
  if is_narrow or box.release = 'after-grace' then
    perform file_held(p_message, entries, box);
  else
    perform file_all(p_message, entries);
  end if;
  -- Asked so that an index answers, also before the table was ever analysed.
  if (select f.held_by from filing f where f.held_by is not null order by f.held_by limit 1) is not null then perform meet_held(p_message, entries, box); end if;
  if box.release = 'after-grace' then
    perform expect_end_of_grace(box.id, date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute');
  end if;
  return items_of_message(p_message);
end $$;

-- Ends what is due of a mailbox's grace time, so many filings at most, and has the rest ended in its time. Answers whether
-- more is due now. For those who work, who are nobody.
create function end_grace(p_mailbox uuid, p_limit int) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  due uuid[];
  later timestamptz;
begin
  if me() is not null then return false; end if;
  perform pg_advisory_xact_lock(hashtext('lupa.grace'), hashtext(p_mailbox::text));
  due := array(select f.id from filing f where f.held_mailbox = p_mailbox and f.held_by is not null and f.held_until <= now()
                order by f.held_until, f.id limit p_limit for update);
  if cardinality(due) > 0 then perform release_filings(due); end if;
  later := (select min(f.held_until) from filing f where f.held_mailbox = p_mailbox and f.held_by is not null);
  if later > now() then perform expect_end_of_grace(p_mailbox, later); end if;
  return coalesce(later <= now(), false);
end $$;

-- A job for every mailbox whose grace time is to end, should it have none: because it was removed.
create function queue_grace() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  perform expect_end_of_grace(h.held_mailbox, h.at) from (
    select f.held_mailbox, min(f.held_until) as at from filing f where f.held_by is not null and f.held_until is not null group by 1) h
   where not exists (select from graphile_worker._private_jobs j where j.key = 'end-grace ' || h.held_mailbox);
end $$;

-- Held filings of these items, and of what came with them, that are mine to settle.
create function my_held(p_items uuid[]) returns table (filing_id uuid, item_id uuid) language plpgsql volatile as $$
begin
  return query select f.id, i.id from item i join filing f on f.item_id = i.id or (f.via_message_id = i.object_id and exists (
      select from item d where d.id = f.item_id and d.contractor_id = i.contractor_id))
   where i.id = any(p_items) and f.held_by is not null and (f.held_by = me() or holds(f.audience_id)) order by f.id for update of f;
end $$;

-- Both answer the items whose hold they ended.
create function release_mine(p_items uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query select r from release_filings(array(select h.filing_id from my_held(p_items) h)) r where r = any(p_items);
end $$;

create function keep_mine(p_items uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine uuid[] := array(select h.filing_id from my_held(p_items) h);
begin
  return query
    with kept as (
      update filing f set held_by = null, held_until = null, held_mailbox = null where f.id = any(mine) returning f.item_id),
    logged as (
      insert into audit_entry (user_id, verb, object_type, object_id, details)
        select me(), 'kept-private', 'item', k.item_id, '{}' from kept k)
    select distinct k.item_id from kept k where k.item_id = any(p_items);
end $$;

-- How many items of each of my mailboxes are mine alone for now.
create function mailbox_held() returns table (mailbox_id uuid, amount int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.held_mailbox, count(distinct f.item_id)::int from filing f join item i on i.id = f.item_id
   where f.held_by = me() and i.kind in ('mail-in', 'mail-out') group by 1
$$;

-- As in 0024, and what was held stays held where it moves.
create or replace function copy_circle(p_item uuid, p_case uuid, p_circle uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place uuid := (select f.id from filing f where f.item_id = p_item and f.case_file_id is not distinct from p_case and not f.own_audience for update);
  fresh uuid;
begin
  if place is null then return; end if;
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id, is_audience)
    select fresh, m.principal_id, m.is_audience from audience_member m where m.audience_id = p_circle;
  update filing f set own_audience = true, audience_id = fresh, held_by = g.held_by, held_until = g.held_until, held_mailbox = g.held_mailbox
    from filing g where f.id = place and g.audience_id = p_circle and g.own_audience;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('file_under_consent', 'end_grace', 'queue_grace', 'release_mine', 'keep_mine', 'mailbox_held', 'keep_held') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- What these share runs with the rights of the caller, so it is of no use to anybody else.
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('scope_of', 'principals_in', 'hold_fresh', 'file_held', 'release_filings', 'meet_held', 'expect_end_of_grace', 'my_held') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
