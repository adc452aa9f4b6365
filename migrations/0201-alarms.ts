import { Migration } from '@mikro-orm/migrations'

/** What people are told by mail without asking: that a mailbox has not been read for hours, and, who wants it, what is new each day. */
export class Alarms extends Migration {
  override up() {
    this.addSql(`
-- A mailbox that has not been read for too long: seen so, and after a while told of, once for one trouble.
create table mailbox_alarm (
  mailbox_id uuid primary key references mailbox on delete cascade,
  seen_at timestamptz(3) not null default now(),
  raised_at timestamptz(3)
);

create table user_digest (
  user_id uuid primary key references app_user on delete cascade,
  digest text not null check (digest in ('off', 'daily')),
  last_day date,
  last_at timestamptz(3)
);

do $$
declare t text;
begin
  foreach t in array array['mailbox_alarm', 'user_digest'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
  end loop;
end $$;
grant select on mailbox_alarm to lupa_app;
create policy of_visible_mailbox on mailbox_alarm for select to lupa_app using (
  (select true from mailbox m where m.id = mailbox_alarm.mailbox_id limit 1));
grant execute on function has_mail_server() to lupa_intake;

-- Mailboxes that should be read and were not for so many hours. Reading much old mail for the first time takes its time and is no trouble.
create function unread_mailboxes(p_hours int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from mailbox m join app_user u on u.id = m.owner_id
   where p_hours > 0 and m.paused_at is null and u.disabled_at is null and m.state <> 'backfill'
     and coalesce(m.last_sync_at, m.created_at) < now() - p_hours * interval '1 hour'
$$;

-- Raises alarms and takes them back, and tells administrators of both by mail. A mailbox that is found unread is told of
-- when it still is some minutes later: after a night without the server, or when it is resumed, it is just about to be read.
create function raise_alarms(p_patience_seconds int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hours int := coalesce((select (s.value #>> '{}')::int from company_setting s where s.key = 'mailbox-alarm-hours'), 6);
  unread uuid[];
  raised uuid[];
  cleared uuid[];
begin
  perform pg_advisory_xact_lock(hashtext('lupa.alarms'));
  unread := array(select unread_mailboxes(hours));
  with over as (delete from mailbox_alarm a where a.mailbox_id <> all(unread) returning a.mailbox_id, a.raised_at)
  select array_agg(o.mailbox_id) into cleared from over o join mailbox m on m.id = o.mailbox_id
   where o.raised_at is not null and m.last_sync_at > o.raised_at;
  insert into mailbox_alarm (mailbox_id) select x from unnest(unread) x on conflict (mailbox_id) do nothing;
  with told as (
    update mailbox_alarm a set raised_at = now()
     where a.raised_at is null and a.seen_at < now() + interval '1 millisecond' - p_patience_seconds * interval '1 second' returning a.mailbox_id)
  select array_agg(t.mailbox_id) into raised from told t;
  if has_mail_server() then
    perform queue_mail(n.kind, u.id, n.about, null)
      from (values ('mailbox-alarm', raised), ('mailbox-clear', cleared)) n (kind, about), app_user u
     where n.about is not null and u.is_admin and u.disabled_at is null;
  end if;
  return coalesce(cardinality(raised), 0) + coalesce(cardinality(cleared), 0);
end $$;

create function my_digest() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select d.digest from user_digest d where d.user_id = me()), 'off')
$$;

create function set_my_digest(p_digest text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into user_digest (user_id, digest, last_at) select me(), p_digest, now() where me() is not null
    on conflict (user_id) do update set digest = excluded.digest,
      -- Who begins again is not told of all that was meanwhile.
      last_at = case when user_digest.digest = 'off' then now() else user_digest.last_at end
$$;

-- A mail for each who wants one every day and has had none that day. What it will say is found when it is sent.
create function queue_digests(p_day date) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  amount int;
begin
  if not has_mail_server() then return 0; end if;
  with due as (
    select d.user_id, d.last_at from user_digest d join app_user u on u.id = d.user_id
     where d.digest = 'daily' and u.disabled_at is null and d.last_day is distinct from p_day
     order by d.user_id for update of d skip locked),
  marked as (
    update user_digest d set last_day = p_day, last_at = now() from due where d.user_id = due.user_id
    returning d.user_id, greatest(due.last_at, now() - interval '7 days') as since),
  queued as (select queue_mail('digest', m.user_id, '{}', m.since) from marked m)
  select count(*) into amount from queued;
  return amount;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['my_digest()'::regprocedure, 'set_my_digest(text)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- These know the whole company, so no session calls them.
  foreach f in array array['raise_alarms(int)'::regprocedure, 'queue_digests(date)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_jobs', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke execute on function unread_mailboxes(int) from public;
  alter function unread_mailboxes(int) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
