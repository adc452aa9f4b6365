import { Migration } from '@mikro-orm/migrations'

/**
 * Marks in the mailboxes: a copy bears one while its owner sees the mail in a file. What may have changed is noted in the
 * transaction that changes it, and the mailbox's door tells the server when it looks next; what changes without touching
 * an item, as a membership does, is found by an hourly look at all copies.
 */
export class FiledMarks extends Migration {
  override up() {
    this.addSql(`
create table filed_mark (
  copy_id uuid primary key references message_copy on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  -- What the mail server was told last.
  is_set boolean not null default false,
  -- When to compare that with how things are; null when nothing has changed since.
  due_at timestamptz(3),
  -- Grows with each change, so that what changes while the server is being told is not taken for settled.
  round int not null default 1,
  tries int not null default 0
);
create index filed_mark_due on filed_mark (mailbox_id, due_at) where due_at is not null;
create index filed_mark_mailbox on filed_mark (mailbox_id);
alter table filed_mark enable row level security;
alter table filed_mark force row level security;
grant select, insert, update, delete on filed_mark to lupa_intake;
create policy intake on filed_mark to lupa_intake using (true) with check (true);

alter table mailbox add column marks_checked_at timestamptz(3);
create index mailbox_marks on mailbox (id) where marks;
grant select (marks, marks_checked_at), update (marks_checked_at) on mailbox to lupa_intake;
create policy checks_marks on mailbox for update to lupa_intake using (true) with check (true);

-- Whether any mailbox wants marks; most companies begin without.
create function are_marks_wanted() returns boolean language sql stable as $$
  select (select m.id from mailbox m where m.marks order by m.id limit 1) is not null
$$;

create function ask_for_marks(p_messages uuid[]) returns void language sql volatile as $$
  insert into filed_mark as f (copy_id, mailbox_id, due_at)
    select c.id, c.mailbox_id, now() from message_copy c join mailbox m on m.id = c.mailbox_id and m.marks
     where c.message_id = any(p_messages) and c.remote_id is not null order by c.id
    on conflict (copy_id) do update set due_at = now(), round = f.round + 1, tries = 0
$$;

create function access_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if are_marks_wanted() then
    perform ask_for_marks(array(select distinct i.object_id from changed a join item i on i.id = a.item_id where a.kind in ('mail-in', 'mail-out')));
  end if;
  return null;
end $$;
create trigger item_access_given after insert on item_access referencing new table as changed for each statement execute function access_changed();
create trigger item_access_taken after delete on item_access referencing old table as changed for each statement execute function access_changed();

create function mail_taken_out() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if are_marks_wanted() then
    perform ask_for_marks(array(select distinct i.object_id from changed i where i.kind in ('mail-in', 'mail-out')));
  end if;
  return null;
end $$;
create trigger item_taken_out after delete on item referencing old table as changed for each statement execute function mail_taken_out();

-- A copy of a mail that lies in a file already.
create function copy_came() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if are_marks_wanted() then perform ask_for_marks(array[new.message_id]); end if;
  return null;
end $$;
create trigger mailbox_copy_came after insert on message_copy for each row when (new.mailbox_id is not null) execute function copy_came();

-- Copies of a mailbox of mine that are marked otherwise than they should be. Those that are as they should be are settled by this.
create function due_marks(p_mailbox uuid, p_limit int) returns table (copy_id uuid, remote_id text, wanted boolean, round int)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  is_wanted boolean := (select m.marks from mailbox m where m.id = p_mailbox and m.owner_id = me());
begin
  if is_wanted is null then return; end if;
  return query
    with due as materialized (
      select f.copy_id, f.is_set, f.round, c.remote_id, is_wanted and sees_item_of(c.message_id) as wanted
        from filed_mark f join message_copy c on c.id = f.copy_id
       where f.mailbox_id = p_mailbox and f.due_at <= now() order by f.due_at, f.copy_id limit p_limit),
    settled as (
      update filed_mark f set due_at = null, tries = 0 from due d
       where f.copy_id = d.copy_id and f.round = d.round and d.wanted = d.is_set)
    select d.copy_id, d.remote_id, d.wanted, d.round from due d where d.wanted <> d.is_set;
end $$;

-- The server was told: these copies are marked now, or no longer.
create function settle_marks(p_mailbox uuid, p_copies uuid[], p_rounds int[], p_set boolean) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update filed_mark f set is_set = p_set, tries = 0, due_at = case when f.round = x.round then null else f.due_at end
    from unnest(p_copies, p_rounds) x(copy_id, round)
   where f.copy_id = x.copy_id and f.mailbox_id = p_mailbox and exists (select from mailbox m where m.id = p_mailbox and m.owner_id = me())
$$;

-- The server did not take it: again after a wait that doubles, up to a day.
create function put_off_marks(p_mailbox uuid, p_copies uuid[], p_first_ms int) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update filed_mark f set tries = f.tries + 1,
      due_at = now() + least(interval '1 day', p_first_ms * (2 ^ least(f.tries, 20)) * interval '1 millisecond')
   where f.copy_id = any(p_copies) and f.mailbox_id = p_mailbox and exists (select from mailbox m where m.id = p_mailbox and m.owner_id = me())
$$;

-- Compares the next copies of a mailbox of mine, in the order of their ids, with how they are marked; answers the last one, null at the end.
create function check_marks(p_mailbox uuid, p_after uuid, p_limit int) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  is_wanted boolean := (select m.marks from mailbox m where m.id = p_mailbox and m.owner_id = me());
  slice uuid[];
begin
  if is_wanted is null then return null; end if;
  slice := array(select c.id from message_copy c where c.mailbox_id = p_mailbox and c.id > p_after order by c.id limit p_limit);
  insert into filed_mark as f (copy_id, mailbox_id, due_at)
    select c.id, p_mailbox, now() from message_copy c left join filed_mark k on k.copy_id = c.id
     where c.id = any(slice) and c.remote_id is not null and (is_wanted and sees_item_of(c.message_id)) <> coalesce(k.is_set, false)
       and k.due_at is null
     order by c.id
    on conflict (copy_id) do update set due_at = now(), round = f.round + 1;
  if cardinality(slice) = p_limit then return slice[p_limit]; end if;
  update mailbox set marks_checked_at = now() where id = p_mailbox;
  return null;
end $$;

-- Whether all copies of a mailbox of mine are to be compared: hourly, and when its owner has changed his mind.
create function are_marks_to_be_checked(p_mailbox uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select (m.marks and m.marks_checked_at < now() - interval '1 hour') or (m.marks_checked_at is null and (m.marks
      or exists (select from filed_mark f where f.mailbox_id = m.id and f.is_set))) from mailbox m where m.id = p_mailbox and m.owner_id = me()), false)
$$;

create function recheck_marks() returns trigger language plpgsql as $$
begin
  new.marks_checked_at := null;
  return new;
end $$;
create trigger marks_changed before update of marks on mailbox for each row when (old.marks <> new.marks) execute function recheck_marks();

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('due_marks', 'settle_marks', 'put_off_marks', 'check_marks', 'are_marks_to_be_checked',
                'access_changed', 'mail_taken_out', 'copy_came') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke execute on function are_marks_wanted(), ask_for_marks(uuid[]) from public;
  grant execute on function are_marks_wanted(), ask_for_marks(uuid[]) to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
