import { Migration } from '@mikro-orm/migrations'

/** The files that a reader keeps at hand, the same in every program, and what came into those where he was. */
export class FilesAtHand extends Migration {
  override up() {
    this.addSql(`
create table file_pin (
  user_id uuid not null references app_user on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  pinned_at timestamptz(3) not null default now(),
  primary key (user_id, contractor_id)
);
create index file_pin_contractor on file_pin (contractor_id);
alter table file_pin enable row level security;
alter table file_pin force row level security;
grant select, insert, update, delete on file_pin to lupa_intake;
create policy intake on file_pin to lupa_intake using (true) with check (true);

-- Keeps a file that I see at hand, or no longer.
create function pin_file(p_contractor uuid, p_pinned boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if p_pinned then
    insert into file_pin (user_id, contractor_id) values (me(), p_contractor) on conflict do nothing;
  else
    delete from file_pin where user_id = me() and contractor_id = p_contractor;
  end if;
end $$;

-- The files that I keep at hand and may still see, the one that was pinned last first.
create function pinned_files(p_limit int) returns table (contractor_id uuid, pinned_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.contractor_id, p.pinned_at from file_pin p
   where p.user_id = me() and sees_contractor(p.contractor_id) order by p.pinned_at desc, p.contractor_id limit p_limit
$$;

-- How many items came into the files where I was lately, or that I keep at hand, since I looked: those that I see now and
-- did not bring myself, up to p_most for each file.
create function changed_files(p_limit int, p_most int) returns table (contractor_id uuid, amount int, newest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with known as materialized (
    select l.contractor_id, l.looked_at as since from file_look l where l.user_id = me() and l.looked_at > now() - interval '90 days'
     order by l.looked_at desc limit 40)
  select k.contractor_id, n.amount, n.newest from known k cross join lateral (
      select count(*)::int as amount, max(c.created_at) as newest from (
        select i.created_at from item i
         where i.contractor_id = k.contractor_id and i.created_at > k.since
           and not exists (select from filing f where f.item_id = i.id and f.filed_by = me())
           and sees_item(i.id)
         order by i.created_at desc limit p_most) c) n
   where n.amount > 0 and sees_contractor(k.contractor_id)
   order by n.newest desc, k.contractor_id limit p_limit
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['pin_file(uuid, boolean)'::regprocedure, 'pinned_files(int)', 'changed_files(int, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
