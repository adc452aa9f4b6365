import { Migration } from '@mikro-orm/migrations'

/**
 * A log in which nothing can be changed unseen. Entries are inserted by the business transactions as before; `seal_audit`
 * chains them afterwards, so that no filing waits for another's place in the chain.
 */
export class AuditChain extends Migration {
  override up() {
    this.addSql(`
-- Written by whoever acts, changed by nobody: not by the functions that write it either.
revoke update, delete, truncate on audit_entry from lupa_app, lupa_intake, lupa_identity;

-- What is not sealed yet. A row is as short-lived as the second until the next sealing.
create table audit_tail (
  entry_id bigint primary key
);

-- The chain: each hash is made of the one before and of all that its entry says. No foreign key, so that an entry that is
-- gone leaves its seal behind.
create table audit_seal (
  position bigint primary key,
  entry_id bigint not null unique,
  hash bytea not null
);
insert into audit_tail select id from audit_entry;

do $$
declare t text;
begin
  foreach t in array array['audit_tail', 'audit_seal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy sealing on %I to lupa_audit using (true) with check (true)', t);
  end loop;
end $$;
grant usage on schema public to lupa_audit;
grant select, insert, delete on audit_tail to lupa_audit;
grant select, insert on audit_seal to lupa_audit;
grant select on audit_entry to lupa_audit;
create policy sealing on audit_entry for select to lupa_audit using (true);
grant select (position, entry_id) on audit_seal to lupa_app;
create policy admin_reads on audit_seal for select to lupa_app using ((select am_admin()));

create function tail_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_tail values (new.id);
  return null;
end $$;
create trigger audit_entry_waits after insert on audit_entry for each row execute function tail_audit();

-- What is sealed of an entry: its place and every column.
create function audit_line(p_position bigint, e audit_entry) returns bytea language sql stable
  return convert_to(jsonb_build_array(p_position, e.id, iso(e.at), e.user_id, e.verb, e.object_type, e.object_id, e.details)::text, 'UTF8');

-- Seals what waits, oldest first, and answers how many. Only one seals at a time; another one does nothing.
create function seal_audit(p_limit int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  waiting bigint[];
  place bigint;
  link bytea;
  entry audit_entry;
  n bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('lupa.seal')) then return 0; end if;
  with taken as (
    delete from audit_tail where entry_id in (select t.entry_id from audit_tail t order by t.entry_id limit p_limit) returning entry_id)
  select array_agg(t.entry_id order by t.entry_id) into waiting from taken t;
  if waiting is null then return 0; end if;
  select s.position, s.hash into place, link from audit_seal s order by s.position desc limit 1;
  place := coalesce(place, 0);
  link := coalesce(link, ''::bytea);
  foreach n in array waiting loop
    place := place + 1;
    select e.* into entry from audit_entry e where e.id = n;
    -- An entry that was taken away before its second was over is sealed as missing, and found so.
    link := sha256(link || case when entry.id is null then ''::bytea else audit_line(place, entry) end);
    insert into audit_seal (position, entry_id, hash) values (place, n, link);
  end loop;
  return cardinality(waiting);
end $$;

-- The end of the chain and what waits behind it. Ids and hashes only; for administrators, and for the command line and the jobs, who are nobody.
create function audit_head() returns table ("position" bigint, hash text, sealed bigint, unsealed bigint, oldest_unsealed text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query
    select l.position, encode(l.hash, 'hex'), (select count(*) from audit_seal), w.amount, w.oldest
      from (select count(*) as amount, iso(min(e.at)) as oldest from audit_entry e
             where not exists (select from audit_seal s where s.entry_id = e.id)) w
      left join (select s.position, s.hash from audit_seal s order by s.position desc limit 1) l on true;
end $$;

-- The end of the chain alone, cheap enough for every second.
create function audit_end() returns table ("position" bigint, hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.position, encode(s.hash, 'hex') from audit_seal s order by s.position desc limit 1
$$;

-- What is wrong with one stretch of the chain, beginning behind a place. An entry's hash is compared with one made anew of
-- the hash before it, so that only the entry at fault is named.
create function audit_faults(p_after bigint, p_until bigint) returns table (kind text, "position" bigint, entry_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query
    with stretch as (
      select s.position, s.entry_id, s.hash, lag(s.position, 1, 0::bigint) over w as place_before, lag(s.hash, 1, ''::bytea) over w as link
        from audit_seal s where s.position >= p_after and s.position <= p_until window w as (order by s.position)),
    checked as (
      select c.*, e.id is null as is_missing, case when e.id is not null then sha256(c.link || audit_line(c.position, e)) end as made
        from stretch c left join audit_entry e on e.id = c.entry_id where c.position > p_after)
    select case when c.place_before <> c.position - 1 or c.is_missing then 'removed' else 'altered' end, c.position, c.entry_id
      from checked c where c.place_before <> c.position - 1 or c.is_missing or c.made is distinct from c.hash
     order by c.position limit 100;
end $$;

-- Entries that should have been sealed long ago: somebody took them off the tail.
create function audit_stuck() returns table (entry_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query
    select e.id from audit_entry e
     where not exists (select from audit_seal s where s.entry_id = e.id) and not exists (select from audit_tail t where t.entry_id = e.id)
       and e.at < now() - interval '1 minute' order by e.id limit 100;
end $$;

create function audit_hashes(p_positions bigint[]) returns table ("position" bigint, hash text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return query select s.position, encode(s.hash, 'hex') from audit_seal s where s.position = any(p_positions);
end $$;

do $$
declare f regprocedure;
begin
  execute format('grant lupa_audit to %I', current_user);
  grant create on schema public to lupa_audit;
  grant execute on function holds(uuid) to lupa_audit;
  foreach f in array array['tail_audit()'::regprocedure, 'audit_line(bigint, audit_entry)', 'seal_audit(int)', 'audit_head()', 'audit_end()',
      'audit_faults(bigint, bigint)', 'audit_stuck()', 'audit_hashes(bigint[])'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_audit', f);
  end loop;
  grant select on app_user to lupa_audit;
  create policy audit on app_user for select to lupa_audit using (true);
  revoke create on schema public from lupa_audit;
end $$;
`)
  }
}
