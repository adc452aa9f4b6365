import { Migration } from '@mikro-orm/migrations'

/**
 * Erasing what there is of a person when she asks for it (art. 17), and a tombstone that keeps her from coming back with the
 * next look into an old mailbox or list: hashes of her addresses, when, who and why, and nothing in clear.
 */
export class Erasures extends Migration {
  override up() {
    this.addSql(`
create table erasure (
  id uuid primary key default gen_random_uuid(),
  address_hash bytea not null,
  -- Who it is, in clear until it is done.
  address text,
  addresses text[] not null default '{}',
  names text[] not null default '{}',
  reason text not null check (length(reason) between 1 and 1000),
  -- Kinds of documents that a law has the company keep, and what becomes of mails in which other outsiders take part.
  duties text[] not null,
  others text not null check (others in ('keep', 'erase')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped')),
  mails int not null default 0,
  texts int not null default 0,
  asked_by uuid not null references app_user,
  asked_at timestamptz(3) not null default now(),
  settled_at timestamptz(3)
);
create unique index erasure_under_way on erasure (address_hash) where state in ('waiting', 'running');
create index erasure_asked_by on erasure (asked_by);
create index erasure_asked_at on erasure (asked_at desc, id);
-- What stays, and why. Ids without foreign keys: what goes later takes no row along.
create table erasure_kept (
  erasure_id uuid not null references erasure on delete cascade,
  object_type text not null check (object_type in ('message', 'document', 'activity', 'person', 'contractor', 'case')),
  object_id uuid not null,
  reason text not null check (reason in ('hold', 'duty', 'others', 'mention', 'failed')),
  primary key (erasure_id, object_id)
);
create index erasure_kept_object on erasure_kept (object_id);
create table tombstone (
  address_hash bytea primary key,
  erasure_id uuid not null references erasure,
  laid_at timestamptz(3) not null default now(),
  lifted_by uuid references app_user,
  lifted_at timestamptz(3)
);
create index tombstone_erasure on tombstone (erasure_id);
create index tombstone_lifted_by on tombstone (lifted_by);
do $$
declare t text;
begin
  foreach t in array array['erasure', 'erasure_kept', 'tombstone'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
  end loop;
end $$;
grant delete on erasure_kept, person_export to lupa_intake;

-- Whether one of these addresses was erased and belongs to what was before that.
create function is_erased(p_addresses text[], p_at timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  -- Nearly always there is none, and then nothing is hashed.
  if not exists (select from tombstone t where t.lifted_at is null) then return false; end if;
  return exists (select from unnest(p_addresses) a join tombstone t on t.address_hash = person_hash(a)
    where t.lifted_at is null and (p_at is null or p_at <= t.laid_at));
end $$;

-- Whether an item lies in a file or case that is held.
create function is_item_held(p_item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_hold h join item i on i.id = p_item where h.lifted_at is null
    and (h.object_type = 'contractor' and h.object_id = i.contractor_id
      or h.object_type = 'case' and h.object_id in (select f.case_file_id from filing f where f.item_id = p_item)))
$$;

-- What becomes of one of a person's mails: it goes, or why it stays.
create function fate_of_mail(p_message uuid, p_hers text[], p_duties text[], p_others text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kept jsonb := (select s.value->'months' from company_setting s where s.key = 'retention');
begin
  if is_person_held(p_message) or exists (select from item i where is_item_held(i.id) and (i.object_id = p_message
       or i.id in (select f.item_id from filing f where f.via_message_id = p_message))) then
    return 'hold';
  end if;
  -- As long as the company keeps such documents at all.
  if exists (select from (
      select i.kind, i.occurred_at from filing f join item i on i.id = f.item_id where f.via_message_id = p_message
      union all select a.document_type, m.occurred_at from attachment a join message m on m.id = a.message_id where a.message_id = p_message) d
     where d.kind = any(p_duties) and (kept->>d.kind is null or d.occurred_at >= now() - make_interval(months => (kept->>d.kind)::int))) then
    return 'duty';
  end if;
  if p_others = 'keep' and exists (select from message_address a where a.message_id = p_message and a.address <> '' and not a.address = any(p_hers) and not is_own(a.address)) then
    return 'others';
  end if;
  return 'erase';
end $$;

-- What an erasure would do now, in numbers, and what is held: by id and name as far as the administrator sees it.
create function preview_erasure(p_address text, p_duties text[], p_others text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_addresses(p_address);
  people uuid[] := array(select distinct a.person_id from address a where a.value = any(hers) and a.person_id is not null);
begin
  perform administrators_only();
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'sought', 'person-data', me(), jsonb_build_object('hash', encode(person_hash(p_address), 'hex')));
  return (with mails as materialized (
      select m.message_id as id, fate_of_mail(m.message_id, hers, p_duties, p_others) as fate from (select distinct p.message_id from person_mails(hers) p) m)
    select jsonb_build_object(
      'addresses', to_jsonb(hers), 'isOwn', exists (select from unnest(hers) h where is_own(h)), 'isHeld', is_address_held(hers),
      'mails', jsonb_build_object('erase', count(*) filter (where m.fate = 'erase'), 'hold', count(*) filter (where m.fate = 'hold'),
        'duty', count(*) filter (where m.fate = 'duty'), 'others', count(*) filter (where m.fate = 'others')),
      'documents', (select count(distinct f.item_id) from filing f join mails x on x.id = f.via_message_id and x.fate = 'erase'),
      'people', cardinality(people), 'addressesInFiles', (select count(*) from address a where a.value = any(hers)),
      'activities', (select count(*) from activity a where a.person_id = any(people)),
      'holds', (select coalesce(jsonb_agg(jsonb_build_object('objectType', h.object_type, 'reason', h.reason,
          'objectId', case when h.seen then h.object_id end, 'name', case when h.seen then h.name end) order by h.object_type, h.name), '[]') from (
        select distinct l.object_type, l.object_id, l.reason, coalesce(c.name, k.reference) as name,
               case when c.id is not null then may_see_contractor(c.id) else holds(k.audience_id) end as seen
          from legal_hold l left join contractor c on l.object_type = 'contractor' and c.id = l.object_id
          left join case_file k on l.object_type = 'case' and k.id = l.object_id
         where l.lifted_at is null and (
           exists (select from mails x join item i on i.object_id = x.id left join filing f on f.item_id = i.id
                    where x.fate = 'hold' and (i.contractor_id = c.id or f.case_file_id = k.id))
           or exists (select from address a where a.value = any(hers) and a.contractor_id = c.id))) h)) from mails m);
end $$;

create function add_erasure_job(p_erasure uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('erase-person', json_build_object('id', p_erasure), max_attempts => 25,
           job_key => 'erase-person ' || p_erasure, job_key_mode => 'unsafe_dedupe')
$$;

-- Erasures that a stopped server left undone.
create function queue_erasures() returns void
  language sql security definer set search_path = public, pg_temp as $$
  select add_erasure_job(e.id) from erasure e where me() is null and e.state in ('waiting', 'running')
    and not exists (select from graphile_worker._private_jobs j where j.key = 'erase-person ' || e.id)
$$;

-- From this moment she is kept from coming back; what there is goes with a job.
create function ask_erasure(p_address text, p_reason text, p_duties text[], p_others text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_addresses(p_address);
  fresh uuid;
begin
  perform administrators_only();
  if exists (select from unnest(hers) h where is_own(h)) then raise exception 'own-person' using errcode = 'LU424'; end if;
  if is_address_held(hers) then raise exception 'on-hold' using errcode = 'LU451'; end if;
  -- What says why is kept, so it may not say who.
  if p_reason ~* person_pattern(hers) then raise exception 'invalid' using errcode = '22023'; end if;
  insert into erasure (address_hash, address, addresses, names, reason, duties, others, asked_by)
    values (person_hash(p_address), lower(p_address), hers, array(
        select distinct n.name from (select p.name from person p join address a on a.person_id = p.id where a.value = any(hers)
          union select m.name from message_address m where m.address = any(hers) union select x from person p join address a on a.person_id = p.id
            cross join lateral unnest(p.phones) x where a.value = any(hers)) n where length(btrim(n.name)) > 3),
      p_reason, p_duties, p_others, me()) returning id into fresh;
  insert into tombstone as t (address_hash, erasure_id) select person_hash(h), fresh from unnest(hers) h
    on conflict (address_hash) do update set erasure_id = excluded.erasure_id, laid_at = now(), lifted_by = null, lifted_at = null;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'erasure-asked', 'person-data', fresh, jsonb_build_object('hash', encode(person_hash(p_address), 'hex')));
  perform add_erasure_job(fresh);
  return fresh;
end $$;

-- Everything of a mail: in every file, with the documents and meetings that only it brought, every copy and every word.
create function erase_mail(p_message uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hashes text[] := array(
    select c.source_hash from message_copy c where c.message_id = p_message
    union select a.blob_hash from attachment a where a.message_id = p_message
    union select f.source_hash from filing f join item i on i.id = f.item_id where i.object_id = p_message and f.source_hash is not null);
  one uuid;
begin
  for one in
    select i.id from item i where i.id in (select f.item_id from filing f where f.via_message_id = p_message)
       and not exists (select from filing g where g.item_id = i.id and g.via_message_id is distinct from p_message)
    union select i.id from meeting_invitation v join item i on i.object_id = v.activity_id and i.contractor_id = v.contractor_id where v.message_id = p_message
  loop
    perform erase_item(one, 'person');
  end loop;
  for one in select i.id from item i where i.object_id = p_message loop
    perform erase_item(one, 'person');
  end loop;
  update filing set via_message_id = null where via_message_id = p_message;
  delete from message where id = p_message;
  perform forget_blobs(hashes);
end $$;

-- Puts a sign in the place of what matches, in every text that nothing else takes care of; answers in how many rows. The
-- columns are read from the catalogue, so that no new one is forgotten.
create function redact_texts(p_pattern text, p_erasure uuid) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  col record;
  fresh text;
  stays text;
  changed int;
  total int := 0;
begin
  for col in
    select c.relname, a.attname, format_type(a.atttypid, null) as type, format('t.%I', a.attname) as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb') and has_column_privilege(c.oid, a.attnum, 'select') and has_column_privilege(c.oid, a.attnum, 'update')
       -- Mail and stored files go or stay as a whole; people of our own stay.
       and c.relname not in ('message', 'message_address', 'message_text', 'message_reference', 'attachment', 'forwarded_sender', 'blob', 'blob_text', 'invoice',
         'message_copy', 'app_user', 'own_address', 'address', 'erasure', 'erasure_kept', 'person_export', 'membership', 'item_access')
     order by c.relname, a.attnum
  loop
    stays := case col.relname
      when 'item' then 't.object_id' when 'activity' then 't.id' when 'document' then 't.id' when 'activity_entry' then 't.activity_id'
      when 'meeting_invitation' then 't.message_id' when 'teaching' then 't.message_id' when 'person' then 't.id' when 'contractor' then 't.id'
      when 'case_file' then 't.id' when 'filing' then '(select i.object_id from item i where i.id = t.item_id)'
      when 'item_grant' then '(select i.object_id from item i where i.id = t.item_id)' else 'null::uuid' end;
    fresh := case col.type
      when 'text[]' then format('array(select regexp_replace(x, $1, ''[…]'', ''gi'') from unnest(%s) x)', col.name)
      else format('regexp_replace(%s::text, $1, ''[…]'', ''gi'')::%s', col.name, col.type) end;
    execute format('update %I t set %I = %s where %s::text ~* $1 and not exists (select from erasure_kept k where k.erasure_id = $2 and k.object_id = %s)',
      col.relname, col.attname, fresh, col.name, stays) using p_pattern, p_erasure;
    get diagnostics changed = row_count;
    total := total + changed;
    -- Found by its words no more; the index is made anew from what it says now.
    if changed > 0 and col.relname in ('item', 'activity', 'document', 'meeting_invitation') then
      update item_text w set lexemes = ''::tsvector from item i where i.id = w.item_id and not exists (select from erasure_kept k where k.erasure_id = p_erasure and k.object_id = i.object_id)
        and (i.title like '%[…]%' or i.snippet like '%[…]%' or exists (select from activity a where a.id = i.object_id and (a.note like '%[…]%' or a.title like '%[…]%'))
          or exists (select from document d where d.id = i.object_id and d.name like '%[…]%'));
    end if;
  end loop;
  return total;
end $$;

-- In what is told of her by others: activities in which she is the other party lose her names and numbers.
create function redact_activities(p_people uuid[], p_names text[], p_erasure uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hers uuid[] := array(select a.id from activity a where a.person_id = any(p_people)
    and not exists (select from erasure_kept k where k.erasure_id = p_erasure and k.object_id = a.id));
  pattern text := person_pattern(p_names);
begin
  if pattern is null or cardinality(hers) = 0 then return; end if;
  update activity set title = regexp_replace(title, pattern, '[…]', 'gi'), note = regexp_replace(note, pattern, '[…]', 'gi') where id = any(hers);
  update activity_entry set comment = regexp_replace(comment, pattern, '[…]', 'gi'), before = regexp_replace(before, pattern, '[…]', 'gi'),
      after = regexp_replace(after, pattern, '[…]', 'gi') where activity_id = any(hers);
  update item set title = regexp_replace(title, pattern, '[…]', 'gi'), snippet = regexp_replace(snippet, pattern, '[…]', 'gi'),
      who = regexp_replace(who, pattern, '[…]', 'gi') where object_id = any(hers);
  update item_text w set lexemes = ''::tsvector from item i where i.id = w.item_id and i.object_id = any(hers);
end $$;

-- The log keeps every entry and its place in the chain. What it said of her in clear is taken out of it, and the entry that
-- says so vouches for the new words: by the hash of each altered line, beside the seal that stays.
grant update (details) on audit_entry to lupa_audit;
create policy redacting on audit_entry for update to lupa_audit using (true) with check (true);
grant insert on audit_entry to lupa_audit;
create policy writing on audit_entry for insert to lupa_audit with check (verb = 'redacted');
grant usage on sequence audit_entry_id_seq to lupa_audit;
create table audit_redaction (
  entry_id bigint primary key,
  by_entry bigint not null
);
alter table audit_redaction enable row level security;
alter table audit_redaction force row level security;
grant select, insert, update on audit_redaction to lupa_audit;
create policy sealing on audit_redaction to lupa_audit using (true) with check (true);

create function redact_audit(p_pattern text, p_erasure uuid) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found bigint[];
  voucher bigint;
  lines jsonb := '{}';
  e audit_entry;
  n bigint;
  sealed bytea;
begin
  -- Nothing is sealed while its words change.
  perform pg_advisory_xact_lock(hashtext('lupa.seal'));
  found := array(select a.id from audit_entry a where a.details::text ~* p_pattern order by a.id);
  if cardinality(found) = 0 then return 0; end if;
  foreach n in array found loop
    update audit_entry a set details = regexp_replace(a.details::text, p_pattern, '[…]', 'gi')::jsonb where a.id = n returning a.* into e;
    select s.hash into sealed from audit_seal s where s.entry_id = n;
    -- What is not sealed yet will be with its new words.
    if sealed is not null then
      lines := lines || jsonb_build_object(n::text, encode(sha256(sealed || audit_line(0, e)), 'hex'));
    end if;
  end loop;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (null, 'redacted', 'person-data', p_erasure, jsonb_build_object('entries', lines)) returning id into voucher;
  insert into audit_redaction select k::bigint, voucher from jsonb_object_keys(lines) k
    on conflict (entry_id) do update set by_entry = excluded.by_entry;
  return cardinality(found);
end $$;

-- Replaces that of 0045: an entry with other words than were sealed is whole when a later entry vouches for them.
create or replace function audit_faults(p_after bigint, p_until bigint) returns table (kind text, "position" bigint, entry_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query
    with stretch as (
      select s.position, s.entry_id, s.hash, lag(s.position, 1, 0::bigint) over w as place_before, lag(s.hash, 1, ''::bytea) over w as link
        from audit_seal s where s.position >= p_after and s.position <= p_until window w as (order by s.position)),
    checked as (
      select c.*, e.id is null as is_missing, case when e.id is not null then sha256(c.link || audit_line(c.position, e)) end as made,
             case when e.id is not null and r.by_entry > e.id then v.details->'entries'->>e.id::text = encode(sha256(c.hash || audit_line(0, e)), 'hex') end as is_vouched
        from stretch c left join audit_entry e on e.id = c.entry_id
        left join audit_redaction r on r.entry_id = c.entry_id left join audit_entry v on v.id = r.by_entry and v.verb = 'redacted'
       where c.position > p_after)
    select case when c.place_before <> c.position - 1 or c.is_missing then 'removed' else 'altered' end, c.position, c.entry_id
      from checked c where c.place_before <> c.position - 1 or c.is_missing or (c.made is distinct from c.hash and not coalesce(c.is_vouched, false))
     order by c.position limit 100;
end $$;

-- The end of an erasure, when her mails are gone: records, lists, texts and the log; then her name is forgotten here too.
create function erase_records(p_erasure uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e erasure;
  people uuid[];
  pattern text;
begin
  select * into e from erasure where id = p_erasure;
  pattern := person_pattern(e.addresses);
  people := array(select distinct a.person_id from address a where a.value = any(e.addresses) and a.person_id is not null);
  -- What lies in a file or case on hold, or is somebody's on hold, stays as it is.
  insert into erasure_kept (erasure_id, object_type, object_id, reason)
    select p_erasure, x.object_type, x.id, 'hold' from (
      select 'person' as object_type, p.id from person p join legal_hold h on h.object_type = 'contractor' and h.object_id = p.contractor_id and h.lifted_at is null where p.id = any(people)
      union select 'activity', a.id from activity a join item i on i.object_id = a.id
        where (a.person_id = any(people) or a.title || ' ' || a.note ~* pattern or exists (select from activity_entry t
               where t.activity_id = a.id and concat_ws(' ', t.comment, t.before, t.after) ~* pattern)) and (is_item_held(i.id) or is_person_held(a.id))
      union select 'document', d.id from document d join item i on i.object_id = d.id
        where d.name || ' ' || i.title ~* pattern and (is_item_held(i.id) or is_person_held(d.id))
      union select case when i.kind in ('mail-in', 'mail-out') then 'message' when i.kind in ('call', 'meeting', 'task', 'note') then 'activity' else 'document' end, i.object_id
        from filing f join item i on i.id = f.item_id
        where concat_ws(' ', f.comment, f.title, i.title, i.snippet) ~* pattern and (is_item_held(i.id) or is_person_held(i.object_id))
      union select 'contractor', c.id from contractor c join legal_hold h on h.object_type = 'contractor' and h.object_id = c.id and h.lifted_at is null
        where to_jsonb(c)::text ~* pattern or exists (select from address a where a.contractor_id = c.id and a.value = any(e.addresses))
      union select 'case', k.id from case_file k join legal_hold h on h.object_type = 'case' and h.object_id = k.id and h.lifted_at is null where k.title ~* pattern) x
    on conflict do nothing;
  -- And what others wrote of her among themselves, or stands in files that she did not bring, is for somebody to look at.
  insert into erasure_kept (erasure_id, object_type, object_id, reason)
    select p_erasure, x.object_type, x.id, 'mention' from (
      select 'message' as object_type, t.message_id as id from message_text t where t.body ~* pattern
      union select 'message', m.id from message m where m.subject ~* pattern or m.snippet ~* pattern
      union select 'message', a.message_id from attachment a join blob_text b on b.blob_hash = a.blob_hash where b.text ~* pattern or a.name ~* pattern
      union select 'document', d.id from document d join blob_text b on b.blob_hash = d.blob_hash where b.text ~* pattern) x
    where not exists (select from message m where m.id = x.id and m.created_at > e.asked_at and m.occurred_at > e.asked_at)
    on conflict do nothing;
  perform redact_activities(people, e.names, p_erasure);
  delete from address a where a.value = any(e.addresses)
    and not exists (select from erasure_kept k where k.erasure_id = p_erasure and k.object_id in (a.contractor_id, a.person_id));
  delete from person p where p.id = any(people) and not exists (select from erasure_kept k where k.erasure_id = p_erasure and k.object_id = p.id);
  delete from blocked_address b where b.value = any(e.addresses);
  delete from never_address n where n.value = any(e.addresses);
  delete from redecision r where r.value = any(e.addresses);
  delete from notification n using person_export x where x.address_hash = any(array(select person_hash(h) from unnest(e.addresses) h)) and n.kind = 'person-opened'
    and n.reason = x.reason and n.by_id = x.user_id and n.at = x.opened_at;
  delete from person_export x where x.address_hash = any(array(select person_hash(h) from unnest(e.addresses) h));
  update person_hold h set address = encode(person_hash(h.address), 'hex') where h.lifted_at is not null and h.address = any(e.addresses);
  update erasure set texts = redact_texts(pattern, p_erasure) + redact_audit(pattern, p_erasure) where id = p_erasure;
  update erasure set state = 'done', address = null, addresses = '{}', names = '{}', settled_at = now() where id = p_erasure;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select null, 'erased', 'person-data', p_erasure, jsonb_build_object('hash', encode(d.address_hash, 'hex'), 'mails', d.mails,
      'kept', (select count(*) from erasure_kept k where k.erasure_id = p_erasure)) from erasure d where d.id = p_erasure;
end $$;

-- Goes on with an erasure; answers whether there is more. For the jobs. Done twice, or broken off anywhere, it loses nothing.
create function erase_person_batch(p_erasure uuid, p_limit int) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e erasure;
  batch uuid[];
  one uuid;
  fate text;
  gone int := 0;
begin
  if me() is not null then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  select * into e from erasure where id = p_erasure for update;
  if e.id is null or e.state in ('done', 'stopped') then return false; end if;
  -- Somebody put her on hold meanwhile.
  if is_address_held(e.addresses) then
    -- What is held comes in again, and nothing in clear stays of what did not happen.
    update tombstone set lifted_at = now() where erasure_id = p_erasure and lifted_at is null;
    update erasure set state = 'stopped', address = null, addresses = '{}', names = '{}', settled_at = now() where id = p_erasure;
    return false;
  end if;
  -- What she wrote since she was erased is a new matter.
  batch := array(select m.id from (select distinct p.message_id as id from person_mails(e.addresses) p) h join message m on m.id = h.id
    where (m.created_at <= e.asked_at or m.occurred_at <= e.asked_at)
      and not exists (select from erasure_kept k where k.erasure_id = p_erasure and k.object_id = m.id) order by m.id limit p_limit);
  foreach one in array batch loop
    fate := fate_of_mail(one, e.addresses, e.duties, e.others);
    if fate = 'erase' then
      begin
        perform erase_mail(one);
        gone := gone + 1;
        continue;
      exception when others then
        -- Trouble of the database says nothing of the mail; the job begins again.
        if left(sqlstate, 2) in ('40', '53', '55', '57') then raise; end if;
        raise warning 'mail % was not erased: %', one, sqlerrm;
        fate := 'failed';
      end;
    end if;
    insert into erasure_kept (erasure_id, object_type, object_id, reason)
      select p_erasure, 'message', one, fate
      union select p_erasure, 'document', i.object_id, fate from filing f join item i on i.id = f.item_id where f.via_message_id = one
      union select p_erasure, 'activity', v.activity_id, fate from meeting_invitation v where v.message_id = one
      on conflict do nothing;
  end loop;
  update erasure set state = 'running', mails = mails + gone where id = p_erasure;
  if cardinality(batch) > 0 then return true; end if;
  perform erase_records(p_erasure);
  return false;
end $$;

-- The erasures, newest first, without a word of who it was.
create function erasures(p_id uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'hash', encode(e.address_hash, 'hex'),
      'hashes', (select coalesce(jsonb_agg(encode(t.address_hash, 'hex')), '[]') from tombstone t where t.erasure_id = e.id), 'reason', e.reason, 'state', e.state,
      'mails', e.mails, 'texts', e.texts, 'askedBy', u.name, 'askedAt', iso(e.asked_at), 'settledAt', iso(e.settled_at),
      'isLifted', not exists (select from tombstone t where t.erasure_id = e.id and t.lifted_at is null),
      'kept', (select jsonb_object_agg(r.reason, r.amount) from (
        select x.reason, (select count(*) from erasure_kept k where k.erasure_id = e.id and k.reason = x.reason) as amount
          from unnest(array['hold', 'duty', 'others', 'mention', 'failed']) x(reason)) r)) order by e.asked_at desc, e.id), '[]')
    from (select * from erasure where p_id is null or id = p_id order by asked_at desc, id limit 200) e join app_user u on u.id = e.asked_by);
end $$;

-- What an erasure left, thing by thing: its name only for who sees it.
create function erasure_left(p_erasure uuid, p_reason text, p_after uuid, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  if not exists (select from erasure e where e.id = p_erasure) then raise exception 'not-found' using errcode = 'LU404'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('objectType', k.object_type, 'objectId', k.object_id, 'itemId', i.id, 'title', i.title) order by k.object_id), '[]')
    from (select * from erasure_kept k where k.erasure_id = p_erasure and k.reason = p_reason and (p_after is null or k.object_id > p_after)
           order by k.object_id limit p_limit) k
    left join lateral (select x.id, x.title from item x where x.object_id = k.object_id and sees_item(x.id) order by x.id limit 1) i on true);
end $$;

-- She may come back: with her consent, or as a customer again. What is gone stays gone.
create function lift_tombstone(p_erasure uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  update tombstone set lifted_by = me(), lifted_at = now() where erasure_id = p_erasure and lifted_at is null;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'tombstone-lifted', 'person-data', p_erasure);
end $$;

-- No list and no hand brings her address back while the tombstone lies.
create function address_stays_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_erased(array[new.value], null) then raise exception 'person-erased' using errcode = 'LU425'; end if;
  return new;
end $$;
create trigger address_stays_erased before insert or update of value on address for each row when (not new.is_domain) execute function address_stays_erased();
-- Nor does a mail from before that nobody holds: whoever looks into an old mailbox again passes it over.
create function message_stays_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Nearly always there is none, and intake pays for this one look alone.
  if not exists (select from tombstone t where t.lifted_at is null) then return null; end if;
  if exists (select from added n join message m on m.id = n.message_id where is_erased(array[n.address], m.occurred_at)) then
    raise exception 'person-erased' using errcode = 'LU425';
  end if;
  return null;
end $$;
create trigger message_stays_erased after insert on message_address referencing new table as added for each statement execute function message_stays_erased();
create trigger message_stays_erased after insert on forwarded_sender referencing new table as added for each statement execute function message_stays_erased();

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake, lupa_audit;
  foreach fn in array array['is_erased(text[], timestamptz)', 'is_item_held(uuid)', 'fate_of_mail(uuid, text[], text[], text)', 'preview_erasure(text, text[], text)',
    'add_erasure_job(uuid)', 'queue_erasures()', 'ask_erasure(text, text, text[], text)', 'erase_mail(uuid)', 'redact_texts(text, uuid)',
    'redact_activities(uuid[], text[], uuid)', 'erase_records(uuid)', 'erase_person_batch(uuid, int)', 'erasures(uuid)', 'erasure_left(uuid, text, uuid, int)',
    'lift_tombstone(uuid)', 'address_stays_erased()', 'message_stays_erased()'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  revoke execute on function redact_audit(text, uuid) from public;
  alter function redact_audit(text, uuid) owner to lupa_audit;
  grant execute on function redact_audit(text, uuid) to lupa_intake;
  grant execute on function preview_erasure(text, text[], text), ask_erasure(text, text, text[], text), erasures(uuid), erasure_left(uuid, text, uuid, int),
    lift_tombstone(uuid), address_stays_erased(), message_stays_erased() to lupa_app;
  grant execute on function queue_erasures(), erase_person_batch(uuid, int) to lupa_jobs;
  revoke create on schema public from lupa_intake, lupa_audit;
end $$;
`)
  }
}
