import { Migration } from '@mikro-orm/migrations'

/**
 * What has changed, for pages that are open. Each business transaction leaves rows of ids; a process takes them off in
 * batches and announces them, because NOTIFY within each transaction would let them end one by one only. Whoever hears
 * of it asks `my_changes` what of it he may know.
 */
export class Live extends Migration {
  override up() {
    this.addSql(`
-- topic: item (new or changed), lost (a way to an item is gone), access (somebody's rights changed), contractor, case, triage,
-- notification, session and user (ended). A row lives until it is announced.
create table change (
  id bigint generated always as identity primary key,
  topic text not null,
  item_id uuid,
  contractor_id uuid,
  case_file_id uuid,
  principal_id uuid
);
alter table change enable row level security;
alter table change force row level security;
create policy intake on change to lupa_intake using (true) with check (true);
grant select, insert, update, delete on change to lupa_intake;

create function note_access_won() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, item_id, contractor_id) select distinct 'item', n.item_id, n.contractor_id from won n;
  return null;
end $$;
create trigger item_access_won after insert on item_access referencing new table as won
  for each statement execute function note_access_won();

create function note_access_lost() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, item_id, contractor_id, principal_id) select distinct 'lost', o.item_id, o.contractor_id, o.principal_id from lost o;
  return null;
end $$;
create trigger item_access_lost after delete on item_access referencing old table as lost
  for each statement execute function note_access_lost();

create function note_item_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, item_id, contractor_id) select 'item', n.id, n.contractor_id from changed n;
  return null;
end $$;
create trigger item_changed after update on item referencing new table as changed
  for each statement execute function note_item_changed();

create function note_place_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'contractor' then insert into change (topic, contractor_id) values ('contractor', new.id);
  else insert into change (topic, contractor_id, case_file_id) values ('case', new.contractor_id, new.id); end if;
  return null;
end $$;
create trigger contractor_changed after update on contractor for each row execute function note_place_changed();
create trigger case_file_changed after insert or update on case_file for each row execute function note_place_changed();

-- Who leaves an audience loses at once what he saw through it; who enters one is told of what is new as it comes.
create function note_member_left() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) select distinct 'access', g.principal_id from gone g;
  return null;
end $$;
create trigger audience_member_left after delete on audience_member referencing old table as gone
  for each statement execute function note_member_left();

create function note_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) select distinct 'access', c.user_id from changed c;
  return null;
end $$;
create trigger membership_won after insert on membership referencing new table as changed for each statement execute function note_membership();
create trigger membership_lost after delete on membership referencing old table as changed for each statement execute function note_membership();

create function note_triage() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) select distinct 'triage', c.owner_id from changed c;
  return null;
end $$;
create trigger triage_entry_came after insert on triage_entry referencing new table as changed for each statement execute function note_triage();
create trigger triage_entry_changed after update on triage_entry referencing new table as changed for each statement execute function note_triage();

create function note_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'session' then insert into change (topic, principal_id) values ('session', new.family_id);
  else insert into change (topic, principal_id) values ('user', new.id); end if;
  return null;
end $$;
create trigger session_ended after update of ended_at on session
  for each row when (new.ended_at is not null and old.ended_at is null) execute function note_ended();
create trigger app_user_disabled after update of disabled_at on app_user
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function note_ended();

-- Takes changes off the list and announces them, as many at once as an announcement holds. Answers how many there were.
create function announce_changes(p_limit int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  lines jsonb[];
begin
  with taken as (
    delete from change where id in (select c.id from change c order by c.id limit p_limit for update skip locked)
    returning topic, item_id, contractor_id, case_file_id, principal_id)
  select array_agg(jsonb_build_array(t.topic, t.item_id, t.contractor_id, t.case_file_id, t.principal_id))
    into lines from (select distinct * from taken) t;
  for n in 1 .. coalesce(cardinality(lines), 0) by 40 loop
    perform pg_notify('lupa_change', to_jsonb(lines[n : n + 39])::text);
  end loop;
  return coalesce(cardinality(lines), 0);
end $$;

-- What of these announcements I may know at this moment.
create function my_changes(p_changes jsonb) returns table (topic text, item_id uuid, contractor_id uuid, case_file_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with told as (
      select c ->> 0 as topic, (c ->> 1)::uuid as item_id, (c ->> 2)::uuid as contractor_id, (c ->> 3)::uuid as case_file_id, (c ->> 4)::uuid as principal_id
        from jsonb_array_elements(p_changes) c),
    items as materialized (
      select distinct t.item_id, coalesce((select true from item_access a where a.item_id = t.item_id and holds(a.principal_id) limit 1), false) as is_seen
        from told t where t.item_id is not null)
    select distinct case when t.topic = 'lost' then case when i.is_seen then 'item' else 'gone' end else t.topic end, t.item_id,
           case when t.contractor_id is not null and sees_contractor(t.contractor_id) then t.contractor_id end, t.case_file_id
      from told t left join items i on i.item_id = t.item_id
     where case t.topic
       when 'item' then i.is_seen
       when 'lost' then holds(t.principal_id)
       when 'contractor' then sees_contractor(t.contractor_id)
       when 'case' then sees_case(t.case_file_id)
       when 'access' then exists (select from membership m where m.user_id = me() and m.principal_id = t.principal_id)
       when 'triage' then t.principal_id = me()
       when 'notification' then t.principal_id = me()
       else false end;
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake, lupa_reader;
  foreach f in array array['note_access_won', 'note_access_lost', 'note_item_changed', 'note_place_changed', 'note_member_left',
      'note_membership', 'note_triage', 'note_ended', 'announce_changes'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to lupa_intake', f);
  end loop;
  revoke execute on function my_changes from public;
  grant execute on function my_changes to lupa_app;
  alter function my_changes owner to lupa_reader;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}
