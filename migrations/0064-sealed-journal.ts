import { Migration } from '@mikro-orm/migrations'

/**
 * The secret part of a journal address is a key to our mail door, so it stands in the database sealed, as passwords of
 * mailboxes do, and is found by a keyed hash; both keys lie in the data folder. What was written before is sealed by the
 * next start of the server, for the database does not have the keys.
 */
export class SealedJournal extends Migration {
  override up() {
    this.addSql(`
alter table journal_address
  alter column local_part drop not null,
  add column local_hash bytea unique check (length(local_hash) = 32),
  add column local_sealed bytea,
  add check ((local_hash is null) = (local_sealed is null) and (local_part is null) = (local_sealed is not null));
revoke insert (local_part) on journal_address from lupa_app;
grant insert (local_hash, local_sealed, label, kind, owner_id) on journal_address to lupa_app;

-- As in 0017, by the hash.
drop function find_journal_address(text);
create function find_journal_address(p_hash bytea) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return (select a.id from journal_address a join app_user u on u.id = a.owner_id
           where a.local_hash = p_hash and a.enabled and (a.kind = 'journal' or u.disabled_at is null));
end $$;

-- As in 0017, with the addresses sealed.
create or replace function due_journal_arrivals(p_limit int)
  returns table (id uuid, source_hash text, size float8, recipients jsonb, arrived_at text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return query
    select d.id, d.source_hash, d.size::float8,
           (select jsonb_agg(jsonb_build_object('id', j.id, 'kind', j.kind, 'ownerId', j.owner_id, 'localHash', encode(j.local_hash, 'hex'), 'localSealed', encode(j.local_sealed, 'hex'), 'tag', r->>'tag') order by r->>'tag' nulls last, j.id)
              from jsonb_array_elements(d.recipients) r join journal_address j on j.id = (r->>'id')::uuid), iso(d.arrived_at)
      from (select a.* from journal_arrival a where a.next_try_at <= now()
             order by a.next_try_at, a.arrived_at, a.id limit p_limit) d
     order by d.arrived_at, d.id;
end $$;

-- What an older version wrote in plain text, for the start of the server, which seals it.
create function plain_journal_addresses() returns table (id uuid, local_part text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return query select a.id, a.local_part from journal_address a where a.local_part is not null;
end $$;

create function seal_journal_address(p_id uuid, p_hash bytea, p_sealed bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  update journal_address set local_part = null, local_hash = p_hash, local_sealed = p_sealed where id = p_id and local_part is not null;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['find_journal_address(bytea)'::regprocedure, 'plain_journal_addresses()', 'seal_journal_address(uuid, bytea, bytea)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
