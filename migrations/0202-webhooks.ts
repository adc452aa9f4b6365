import { Migration } from '@mikro-orm/migrations'

/**
 * Telling other programs of the company what has changed. A webhook acts as the administrator who made it: what he may not
 * see it is not told of, judged when it happens and once more when it is sent. Ids and kinds only, never content.
 */
export class Webhooks extends Migration {
  override up() {
    this.addSql(`
create table webhook (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references app_user,
  url text not null check (url ~ '^https?://' and url !~ '[[:cntrl:][:space:]]'),
  events text[] not null,
  enabled boolean not null default true,
  -- Both encrypted outside the database. After a change the former one signs along for a day.
  secret bytea not null,
  former_secret bytea,
  former_until timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index webhook_owner on webhook (owner_id);

create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook on delete cascade,
  event text not null,
  item_id uuid,
  contractor_id uuid,
  case_file_id uuid,
  mailbox_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent')),
  attempts int not null default 0,
  -- What the target answered last, or why it could not.
  status int,
  failure text,
  created_at timestamptz(3) not null default now(),
  answered_at timestamptz(3)
);
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc);

do $$
declare t text;
begin
  foreach t in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
  end loop;
end $$;

-- A delivery and its job, both or neither.
create function queue_delivery(p_webhook uuid, p_event text, p_item uuid, p_contractor uuid, p_case uuid, p_mailbox uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  insert into webhook_delivery (webhook_id, event, item_id, contractor_id, case_file_id, mailbox_id)
    values (p_webhook, p_event, p_item, p_contractor, p_case, p_mailbox) returning id into fresh;
  perform add_delivery_job(fresh);
end $$;

create function add_delivery_job(p_delivery uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('send-webhook', json_build_object('id', p_delivery), max_attempts => 12, priority => 5,
           job_key => 'send-webhook ' || p_delivery, job_key_mode => 'unsafe_dedupe')
$$;

-- A job for each delivery that waits and has none; the log keeps two weeks. For those who work, who are nobody.
create function queue_deliveries() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  delete from webhook_delivery d where d.created_at < now() - interval '14 days';
  perform add_delivery_job(d.id) from webhook_delivery d
   where d.state = 'waiting' and d.event <> 'test' and d.created_at > now() - interval '3 days'
     and not exists (select from graphile_worker._private_jobs j where j.key = 'send-webhook ' || d.id);
end $$;

grant execute on function my_changes(jsonb) to lupa_intake;

-- As in 0046, and each webhook is told of what its owner may know of.
create or replace function announce_changes(p_limit int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  lines jsonb[];
  hook record;
begin
  with taken as (
    delete from change where id in (select c.id from change c order by c.id limit p_limit for update skip locked)
    returning topic, item_id, contractor_id, case_file_id, principal_id)
  select array_agg(jsonb_build_array(t.topic, t.item_id, t.contractor_id, t.case_file_id, t.principal_id))
    into lines from (select distinct * from taken) t;
  for n in 1 .. coalesce(cardinality(lines), 0) by 40 loop
    perform pg_notify('lupa_change', to_jsonb(lines[n : n + 39])::text);
  end loop;
  if lines is not null then
    for hook in select w.id, w.owner_id, w.events from webhook w join app_user u on u.id = w.owner_id
                 where w.enabled and u.disabled_at is null and u.is_admin loop
      perform set_config('lupa.user', hook.owner_id::text, true);
      perform queue_delivery(hook.id, c.topic || '.changed', c.item_id, c.contractor_id, c.case_file_id, null)
        from (select distinct m.topic, m.item_id, m.contractor_id, m.case_file_id from my_changes(to_jsonb(lines)) m) c
       where c.topic || '.changed' = any(hook.events);
    end loop;
    perform set_config('lupa.user', '', true);
  end if;
  return coalesce(cardinality(lines), 0);
end $$;

-- Alarms of mailboxes, of which every administrator may know.
create function tell_of_alarm() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  what text := case when tg_op = 'DELETE' then 'mailbox.clear' else 'mailbox.alarm' end;
  which uuid := case when tg_op = 'DELETE' then old.mailbox_id else new.mailbox_id end;
begin
  perform queue_delivery(w.id, what, null, null, null, which) from webhook w join app_user u on u.id = w.owner_id
   where w.enabled and u.disabled_at is null and u.is_admin and what = any(w.events)
     -- Taken off the list because nobody wants to be told any more, a mailbox is not well yet.
     and exists (select from mailbox m where m.id = which and m.paused_at is null and (tg_op = 'UPDATE' or m.last_sync_at > old.raised_at));
  return null;
end $$;
create trigger mailbox_alarm_raised after update of raised_at on mailbox_alarm
  for each row when (new.raised_at is not null and old.raised_at is null) execute function tell_of_alarm();
create trigger mailbox_alarm_over after delete on mailbox_alarm
  for each row when (old.raised_at is not null) execute function tell_of_alarm();

-- For administrators: every webhook, without its secret.
create function webhooks() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return (select coalesce(json_agg(f), '[]') from (
    select w.id, w.url, w.events, w.enabled, w.owner_id = me() as "isMine", u.name as "ownerName", iso(w.created_at) as "createdAt",
           (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting,
           (select iso(max(d.answered_at)) from webhook_delivery d where d.webhook_id = w.id and d.state = 'sent') as "lastSentAt"
      from webhook w join app_user u on u.id = w.owner_id order by w.created_at, w.id) f);
end $$;

create function put_webhook(p_url text, p_events text[], p_secret bytea) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare which uuid;
begin
  perform administrators_only();
  if (select count(*) from webhook) >= 50 then raise exception 'invalid' using errcode = '23514'; end if;
  insert into webhook (owner_id, url, events, secret) values (me(), p_url, p_events, p_secret) returning id into which;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'created', 'webhook', which);
  return which;
end $$;

-- Where it goes and what it tells is its owner's to say, whose rights it has; any administrator may stop it.
create function change_webhook(p_id uuid, p_url text, p_events text[], p_enabled boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner uuid := (select w.owner_id from webhook w where w.id = p_id);
begin
  perform administrators_only();
  if owner is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  if owner <> me() and (p_url is not null or p_events is not null or p_enabled) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update webhook w set url = coalesce(p_url, w.url), events = coalesce(p_events, w.events), enabled = coalesce(p_enabled, w.enabled) where w.id = p_id;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'changed', 'webhook', p_id);
end $$;

create function change_webhook_secret(p_id uuid, p_secret bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner uuid := (select w.owner_id from webhook w where w.id = p_id);
begin
  perform administrators_only();
  if owner is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  if owner <> me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update webhook w set former_secret = w.secret, former_until = now() + interval '1 day', secret = p_secret where w.id = p_id;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'secret-changed', 'webhook', p_id);
end $$;

create function remove_webhook(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  delete from webhook w where w.id = p_id;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'removed', 'webhook', p_id);
end $$;

-- A delivery that says nothing but that it is a test.
create function try_webhook(p_id uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  perform administrators_only();
  if not exists (select from webhook w where w.id = p_id) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into webhook_delivery (webhook_id, event) values (p_id, 'test') returning id into fresh;
  return fresh;
end $$;

-- What was told lately and what the target answered. No ids of what it was about: they are the owner's to know.
create function webhook_log(p_id uuid) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  if not exists (select from webhook w where w.id = p_id) then raise exception 'not-found' using errcode = 'LU404'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select d.id, d.event, d.attempts, d.status, d.failure, iso(d.created_at) as "createdAt", iso(d.answered_at) as "answeredAt",
           case when d.state = 'waiting' and d.attempts > 0 and not exists (select from graphile_worker._private_jobs j
                    where j.key = 'send-webhook ' || d.id and (j.attempts < j.max_attempts or j.locked_at is not null)) then 'failed'
                else d.state end as state
      from webhook_delivery d where d.webhook_id = p_id order by d.created_at desc, d.id limit 100) f);
end $$;

-- A delivery with what is needed to sign it. For the house itself, who is nobody.
create function delivery_to_send(p_delivery uuid)
  returns table (webhook_id uuid, owner_id uuid, url text, event text, item_id uuid, contractor_id uuid, case_file_id uuid, mailbox_id uuid,
    created_at text, secret bytea, former_secret bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.owner_id, w.url, d.event, d.item_id, d.contractor_id, d.case_file_id, d.mailbox_id, iso(d.created_at), w.secret,
         case when w.former_until > now() then w.former_secret end
    from webhook_delivery d join webhook w on w.id = d.webhook_id join app_user u on u.id = w.owner_id
   where d.id = p_delivery and d.state = 'waiting' and (w.enabled or d.event = 'test') and u.disabled_at is null and u.is_admin and me() is null
$$;

create function settle_delivery(p_delivery uuid, p_sent boolean, p_status int, p_failure text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update webhook_delivery d set state = case when p_sent then 'sent' else d.state end, attempts = d.attempts + 1, status = p_status,
         failure = p_failure, answered_at = now()
   where d.id = p_delivery and me() is null
$$;

-- What may not be told any more leaves no trace that it was there.
create function drop_delivery(p_delivery uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from webhook_delivery d where d.id = p_delivery and me() is null
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('queue_deliveries', 'webhooks', 'put_webhook', 'change_webhook', 'change_webhook_secret', 'remove_webhook', 'try_webhook',
                'webhook_log', 'delivery_to_send', 'settle_delivery', 'drop_delivery') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('queue_delivery', 'add_delivery_job', 'tell_of_alarm') loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('queue_mails', 'queue_deliveries', 'mail_to_send', 'settle_mail', 'make_mailed_link') loop
    execute format('revoke execute on function %s from lupa_app', f);
    execute format('grant execute on function %s to lupa_jobs', f);
  end loop;
end $$;
`)
  }
}
