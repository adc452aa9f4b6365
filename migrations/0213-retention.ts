import { Migration } from '@mikro-orm/migrations'

/** How long what lies in files is kept, by kind, and what may not be erased whatever its age. Nothing is erased unless it is switched on. */
export class Retention extends Migration {
  override up() {
    this.addSql(`
create table legal_hold (
  id uuid primary key default gen_random_uuid(),
  object_type text not null check (object_type in ('contractor', 'case')),
  object_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  placed_by uuid not null references app_user,
  placed_at timestamptz(3) not null default now(),
  lifted_by uuid references app_user,
  lifted_at timestamptz(3)
);
create unique index legal_hold_object on legal_hold (object_type, object_id) where lifted_at is null;
create index legal_hold_placed_by on legal_hold (placed_by);
create index legal_hold_lifted_by on legal_hold (lifted_by);
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
grant select, update on legal_hold to lupa_intake;
create policy intake on legal_hold to lupa_intake using (true) with check (true);
-- Administrators place and lift holds; nobody takes one out of the records.
grant select, insert on legal_hold to lupa_app;
grant update (lifted_by, lifted_at) on legal_hold to lupa_app;
create policy admin_reads on legal_hold for select to lupa_app using ((select am_admin()));
create policy admin_places on legal_hold for insert to lupa_app with check ((select am_admin()) and placed_by = (select me()));
create policy admin_lifts on legal_hold for update to lupa_app using ((select am_admin())) with check (lifted_by = (select me()));
grant delete on invoice, source_origin, blob_text, blob to lupa_intake;

-- What is held stays where it is: no item leaves the file of a contractor that is held, nor a filing a case that is, whatever
-- the way (moved, taken out, merged).
create function item_stays_on_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from legal_hold h where h.object_type = 'contractor' and h.object_id = old.contractor_id and h.lifted_at is null) then
    raise exception 'on-hold' using errcode = 'LU451';
  end if;
  return old;
end $$;
create trigger item_stays_on_hold before delete on item for each row execute function item_stays_on_hold();
create function filing_stays_on_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.case_file_id is not distinct from old.case_file_id then return new; end if;
  if exists (select from legal_hold h where h.object_type = 'case' and h.object_id = old.case_file_id and h.lifted_at is null) then
    raise exception 'on-hold' using errcode = 'LU451';
  end if;
  return case tg_op when 'UPDATE' then new else old end;
end $$;
create trigger filing_stays_on_hold before delete or update of case_file_id on filing
  for each row when (old.case_file_id is not null) execute function filing_stays_on_hold();

-- What is older than its kind's number of months. What lies in an open case stays, and so does work that is not done.
-- Without rights of its own and with the shortest period as one bound, so that whoever asks for the oldest few walks the index.
create function expired_items(p_months jsonb) returns table (item_id uuid, kind text, occurred_at timestamptz, is_held boolean)
  language sql stable as $$
  select i.id, i.kind, i.occurred_at,
         exists (select from legal_hold h where h.lifted_at is null
           and (h.object_type = 'contractor' and h.object_id = i.contractor_id
             or h.object_type = 'case' and h.object_id in (select f.case_file_id from filing f where f.item_id = i.id)
             -- A mail or document is one, whose ever files it lies in.
             or h.object_type = 'contractor' and h.object_id in (select o.contractor_id from item o where o.object_id = i.object_id)))
    from item i
   where i.occurred_at < now() - make_interval(months => (select min(m.value::int) from jsonb_each_text(p_months) m))
     and i.occurred_at < now() - make_interval(months => (p_months->>i.kind)::int)
     and not exists (select from filing f join case_file c on c.id = f.case_file_id where f.item_id = i.id and c.closed_at is null)
     and not exists (select from activity a where a.id = i.object_id and a.state in ('new', 'in-progress'))
$$;

-- How much that is. For administrators; counts only, of everything, because it is all erased alike.
create function retention_counts(p_months jsonb) returns table (kind text, expired int, held int)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return query select e.kind, count(*)::int, count(*) filter (where e.is_held)::int from expired_items(p_months) e group by e.kind order by e.kind;
end $$;

-- Takes the row of a blob that nothing names any more; its file goes with the daily sweep, which waits for backups.
create function forget_blobs(p_hashes text[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  h text;
  origins text[];
begin
  foreach h in array p_hashes loop
    continue when exists (select from message_copy where source_hash = h) or exists (select from attachment where blob_hash = h)
      or exists (select from document where blob_hash = h) or exists (select from filing where source_hash = h)
      or exists (select from source_origin where origin_hash = h)
      or exists (select from arrival where h in (source_hash, origin_hash)) or exists (select from journal_arrival where source_hash = h);
    with gone as (delete from source_origin where source_hash = h returning origin_hash)
    select array_agg(g.origin_hash) into origins from gone g;
    delete from invoice where blob_hash = h;
    delete from blob where hash = h;
    if origins is not null then perform forget_blobs(origins); end if;
  end loop;
end $$;

-- Erases one item, and what stands behind it when it lies in no other file.
create function erase_item(p_item uuid, p_why text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  hashes text[];
begin
  select * into it from item where id = p_item for update;
  if not found then return; end if;
  hashes := array(select source_hash from filing where item_id = p_item and source_hash is not null
    union select c.source_hash from message_copy c where c.message_id = it.object_id
    union select a.blob_hash from attachment a where a.message_id = it.object_id
    union select d.blob_hash from document d where d.id = it.object_id);
  -- A meeting has a time of its own to be kept, so it does not go along with its invitation out of this file.
  delete from meeting_invitation where message_id = it.object_id and contractor_id = it.contractor_id;
  delete from item where id = p_item;
  if not exists (select from item where object_id = it.object_id) then
    update filing set via_message_id = null where via_message_id = it.object_id;
    -- Somebody still has to settle it: until then his mail stays.
    delete from message m where m.id = it.object_id and not exists (select from triage_entry t where t.message_id = m.id and t.state = 'open');
    delete from document where id = it.object_id;
    delete from activity where id = it.object_id;
    perform forget_blobs(hashes);
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'erased', 'item', p_item, jsonb_build_object('kind', it.kind, 'why', p_why));
end $$;

-- Erases the oldest of what is too old, as far as it is switched on; answers how many. For the jobs, one at a time. What cannot
-- be erased is passed over and does not stop the rest.
create function retain_batch(p_limit int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  wish jsonb;
  chosen uuid[];
  one uuid;
  passed uuid[] := '{}';
  done int := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('lupa.retention')) then return 0; end if;
  select value into wish from company_setting where key = 'retention';
  if wish is null or not coalesce((wish->>'isOn')::boolean, false) then return 0; end if;
  while done < p_limit and cardinality(passed) < 10 * p_limit loop
    chosen := array(select e.item_id from expired_items(wish->'months') e where not e.is_held and e.item_id <> all(passed)
      order by e.occurred_at, e.item_id limit p_limit - done);
    exit when cardinality(chosen) = 0;
    foreach one in array chosen loop
      begin
        perform erase_item(one, 'retention');
        done := done + 1;
      exception when others then
        raise warning 'item % was not erased: %', one, sqlerrm;
        passed := passed || one;
      end;
    end loop;
  end loop;
  return done;
end $$;

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake;
  foreach fn in array array['expired_items(jsonb)', 'retention_counts(jsonb)', 'forget_blobs(text[])', 'erase_item(uuid, text)', 'retain_batch(int)',
    'item_stays_on_hold()', 'filing_stays_on_hold()'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  grant execute on function retention_counts(jsonb), item_stays_on_hold(), filing_stays_on_hold() to lupa_app;
  grant execute on function retain_batch(int) to lupa_jobs;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
