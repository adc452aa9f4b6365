import { Migration } from '@mikro-orm/migrations'

/**
 * The door for journals and blind copies: secret addresses to which mail is sent, and what was taken there and not read
 * yet. Until its message is read an arrival is nobody's, so it is reached by functions of the server's own alone.
 */
export class Journal extends Migration {
  override up() {
    this.addSql(`
-- bcc: mail sent here becomes its owner's copy. journal: of those colleagues who take part in it, else its owner's.
create table journal_address (
  id uuid primary key default gen_random_uuid(),
  local_part text not null unique check (local_part ~ '^[a-z2-7]{20,64}$'),
  label text not null check (length(label) between 1 and 100),
  kind text not null check (kind in ('bcc', 'journal')),
  owner_id uuid not null references app_user,
  enabled boolean not null default true,
  created_at timestamptz(3) not null default now(),
  last_received_at timestamptz(3)
);
create index journal_address_owner on journal_address (owner_id);

-- A source that was acknowledged and waits to be read; its row goes when every copy is stored.
create table journal_arrival (
  id uuid primary key default gen_random_uuid(),
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  -- To which addresses it was sent, each with the tag behind its plus sign.
  recipients jsonb not null,
  arrived_at timestamptz(3) not null default now(),
  tries int not null default 0,
  next_try_at timestamptz(3) not null default now()
);
create index journal_arrival_due on journal_arrival (next_try_at, arrived_at, id);

-- Every door adds itself to the ones that are known, so that the order of the changes does not matter.
do $$
declare known text;
begin
  select pg_get_expr(c.conbin, c.conrelid) into known from pg_constraint c where c.conname = 'message_copy_door_check';
  alter table message_copy drop constraint message_copy_door_check;
  execute format('alter table message_copy add constraint message_copy_door_check check ((%s) or door = ''journal'')', known);
end $$;

do $$
declare t text;
begin
  foreach t in array array['journal_address', 'journal_arrival'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
  end loop;
end $$;

-- Whose address it is sees it; those of the company's journal are every administrator's.
grant select, insert (local_part, label, kind, owner_id), update (label, enabled) on journal_address to lupa_app;
create policy kept on journal_address for select to lupa_app using (
  (kind = 'bcc' and owner_id = (select me())) or (kind = 'journal' and (select am_admin())));
create policy added on journal_address for insert to lupa_app with check (
  owner_id = (select me()) and (kind = 'bcc' or (select am_admin())));
create policy changed on journal_address for update to lupa_app using (
  (kind = 'bcc' and owner_id = (select me())) or (kind = 'journal' and (select am_admin())));

-- What follows is the server's own work, done before anybody is known to be concerned: not for a signed-in user.
create function refuse_anybody() returns void language plpgsql stable as $$
begin
  if me() is not null then raise exception 'not-allowed' using errcode = 'LU403'; end if;
end $$;

-- The address that a recipient names, as long as it is open and, for a blind copy, its owner works here.
create function find_journal_address(p_local text) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return (select a.id from journal_address a join app_user u on u.id = a.owner_id
           where a.local_part = p_local and a.enabled and (a.kind = 'journal' or u.disabled_at is null));
end $$;

create function keep_journal_arrival(p_hash text, p_size bigint, p_recipients jsonb) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  perform refuse_anybody();
  insert into journal_arrival (source_hash, size, recipients) values (p_hash, p_size, p_recipients) returning id into fresh;
  return fresh;
end $$;

-- How much was acknowledged and is not read yet.
create function journal_backlog() returns table (messages int, bytes float8)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return query select count(*)::int, coalesce(sum(a.size), 0)::float8 from journal_arrival a;
end $$;

-- What is to be read next, oldest first, with the kinds and owners of its addresses.
create function due_journal_arrivals(p_limit int)
  returns table (id uuid, source_hash text, size float8, recipients jsonb, arrived_at text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return query
    select d.id, d.source_hash, d.size::float8,
           (select jsonb_agg(jsonb_build_object('id', j.id, 'kind', j.kind, 'ownerId', j.owner_id, 'localPart', j.local_part, 'tag', r->>'tag') order by r->>'tag' nulls last, j.id)
              from jsonb_array_elements(d.recipients) r join journal_address j on j.id = (r->>'id')::uuid), iso(d.arrived_at)
      from (select a.* from journal_arrival a where a.next_try_at <= now()
             order by a.next_try_at, a.arrived_at, a.id limit p_limit) d
     order by d.arrived_at, d.id;
end $$;

-- Whose copies a journalled mail becomes: of the colleagues who take part in it. Where there is none it is left to the one
-- who made the address, or, when he no longer works here as an administrator, to the administrator who is longest there.
create function journal_owners(p_address uuid, p_people text[]) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  return query select u.id from app_user u where u.email = any(p_people) and u.disabled_at is null order by u.id;
  if found then return; end if;
  return query select u.id from journal_address a, app_user u
    where a.id = p_address and ((u.is_admin and u.disabled_at is null) or u.id = a.owner_id)
    order by u.is_admin and u.disabled_at is null desc, u.id = a.owner_id desc, u.created_at, u.id limit 1;
end $$;

create function settle_journal_arrival(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  with gone as (delete from journal_arrival a where a.id = p_id returning a.recipients, a.arrived_at)
  update journal_address j set last_received_at = greatest(j.last_received_at, g.arrived_at)
    from gone g where j.id in (select (r->>'id')::uuid from jsonb_array_elements(g.recipients) r);
end $$;

-- Comes again after a wait that doubles, up to a day; it is never given up.
create function put_off_journal_arrival(p_id uuid, p_first_ms int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform refuse_anybody();
  update journal_arrival set tries = tries + 1,
    next_try_at = now() + least(interval '1 day', p_first_ms * (2 ^ least(tries, 20)) * interval '1 millisecond') where id = p_id;
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['find_journal_address', 'keep_journal_arrival', 'journal_backlog', 'due_journal_arrivals', 'journal_owners',
                           'settle_journal_arrival', 'put_off_journal_arrival'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
