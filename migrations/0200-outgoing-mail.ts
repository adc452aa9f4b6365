import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/**
 * Mail that the house itself sends. What waits is a kind, a recipient and ids: the words are found when it is sent, by what
 * the recipient may see then, so that nothing lies about that outlives a right.
 */
export class OutgoingMail extends Migration {
  override up() {
    this.addSql(`
-- The one server that takes our mail. Its password is encrypted outside the database.
create table mail_server (
  id int primary key default 1 check (id = 1),
  host text not null check (host !~ '[[:cntrl:][:space:]]'),
  port int not null check (port between 1 and 65535),
  encryption text not null check (encryption in ('tls', 'starttls', 'none')),
  user_name text check (user_name !~ '[[:cntrl:]]'),
  secret bytea,
  authority text,
  sender text not null check (sender !~ '[[:cntrl:][:space:]<>,;]'),
  changed_at timestamptz(3) not null default now(),
  check ((user_name is null) = (secret is null))
);

create table outgoing_mail (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('password-link', 'mailbox-alarm', 'mailbox-clear', 'digest')),
  user_id uuid not null references app_user on delete cascade,
  -- Whose wish it is; null: it comes by itself.
  asked_by uuid references app_user on delete set null,
  -- What it is about, by id.
  about uuid[] not null default '{}',
  -- From when on there is something to tell.
  since timestamptz(3),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'nothing')),
  failure text,
  created_at timestamptz(3) not null default now(),
  settled_at timestamptz(3)
);
create index outgoing_mail_user on outgoing_mail (user_id);
create index outgoing_mail_asked_by on outgoing_mail (asked_by);
create index outgoing_mail_time on outgoing_mail (created_at);

do $$
declare t text;
begin
  foreach t in array array['mail_server', 'outgoing_mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
grant select, insert, update, delete on mail_server to lupa_identity;
create policy identity on mail_server to lupa_identity using (true) with check (true);
grant select on outgoing_mail to lupa_identity;
create policy identity on outgoing_mail for select to lupa_identity using (true);
grant select, insert, update, delete on outgoing_mail to lupa_intake;
create policy intake on outgoing_mail to lupa_intake using (true) with check (true);

create function mail_server_settings() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(am_admin(), false) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select row_to_json(f) from (
    select s.host, s.port, s.encryption, s.user_name as "user", s.sender, s.authority is not null as "hasOwnAuthority", iso(s.changed_at) as "changedAt"
      from mail_server s) f);
end $$;

create function put_mail_server(p_host text, p_port int, p_encryption text, p_user text, p_secret bytea, p_authority text, p_sender text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(am_admin(), false) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into mail_server as s (id, host, port, encryption, user_name, secret, authority, sender)
    values (1, p_host, p_port, p_encryption, p_user, p_secret, p_authority, p_sender)
    on conflict (id) do update set host = p_host, port = p_port, encryption = p_encryption, user_name = p_user, secret = p_secret,
      authority = p_authority, sender = p_sender, changed_at = now();
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'changed', 'mail-server', me());
end $$;

create function remove_mail_server() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(am_admin(), false) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from mail_server;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'removed', 'mail-server', me());
end $$;

-- What is needed to hand mail in; the password is still encrypted. For the house itself, who is nobody.
create function open_mail_server() returns table (host text, port int, encryption text, user_name text, secret bytea, authority text, sender text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.host, s.port, s.encryption, s.user_name, s.secret, s.authority, s.sender from mail_server s where me() is null
$$;

create function has_mail_server() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$ select exists (select from mail_server) $$;

-- The link that a waiting invitation or reset carries, made when it is sent: the mail that waits holds no secret. Answers
-- whether its reader had a password before; null when the link may no longer be made.
create function make_mailed_link(p_mail uuid, p_token_hash text, p_expires timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  who uuid := (select m.user_id from outgoing_mail m join app_user u on u.id = m.user_id and u.disabled_at is null
                where m.id = p_mail and m.kind = 'password-link' and m.state = 'waiting' and me() is null);
begin
  if who is null then return null; end if;
  update setup_link l set used_at = now() where l.user_id = who and l.used_at is null;
  insert into setup_link (token_hash, user_id, expires_at) values (p_token_hash, who, p_expires);
  insert into audit_entry (user_id, verb, object_type, object_id)
    select m.asked_by, 'password-link-made', 'user', who from outgoing_mail m where m.id = p_mail;
  return exists (select from credential c where c.user_id = who);
end $$;

-- A mail and its job, both or neither. With it goes what is too old to interest anybody.
create function queue_mail(p_kind text, p_user uuid, p_about uuid[], p_since timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  delete from outgoing_mail m where m.created_at < now() - interval '30 days';
  insert into outgoing_mail (kind, user_id, asked_by, about, since) values (p_kind, p_user, me(), p_about, p_since) returning id into fresh;
  perform add_mail_job(fresh);
end $$;

create function add_mail_job(p_mail uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('send-mail', json_build_object('id', p_mail), max_attempts => 12, priority => -5,
           job_key => 'send-mail ' || p_mail, job_key_mode => 'unsafe_dedupe')
$$;

-- A job for each mail that waits and has none. After three days nobody would know what to do with it. For those who work, who are nobody.
create function queue_mails() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select add_mail_job(m.id) from outgoing_mail m
   where me() is null and m.state = 'waiting' and m.created_at > now() - interval '3 days'
     and not exists (select from graphile_worker._private_jobs j where j.key = 'send-mail ' || m.id)
$$;

-- Has a link to set a password mailed to a user. What is in the mail, the administrator does not get to see.
create function mail_password_link(p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if exists (select from app_user u where u.id = p_user and u.disabled_at is not null) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  perform queue_mail('password-link', p_user, '{}', null);
end $$;

-- A mail that is to be sent, and to whom. Nobody who was shut out is written to. For the house itself.
create function mail_to_send(p_mail uuid)
  returns table (kind text, user_id uuid, email text, name text, language text, about uuid[], since text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.kind, u.id, u.email, u.name, u.language, m.about, iso(m.since) from outgoing_mail m join app_user u on u.id = m.user_id
   where m.id = p_mail and m.state = 'waiting' and u.disabled_at is null and me() is null
$$;

-- Sent, or there was nothing to tell; or (p_state null) why it did not work this time.
create function settle_mail(p_mail uuid, p_state text, p_failure text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update outgoing_mail m set state = coalesce(p_state, m.state), failure = p_failure, settled_at = case when p_state is not null then now() end
   where m.id = p_mail and m.state = 'waiting' and me() is null
$$;

-- What was sent lately and to whom, for administrators. Never what it said.
create function recent_mails() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return (select coalesce(json_agg(f), '[]') from (
    select m.id, m.kind, u.name as "to", m.failure, iso(m.created_at) as "createdAt",
           case when m.state = 'waiting' and exists (select from graphile_worker._private_jobs j
                    where j.key = 'send-mail ' || m.id and j.attempts >= j.max_attempts and j.locked_at is null) then 'failed'
                else m.state end as state
      from outgoing_mail m join app_user u on u.id = m.user_id order by m.created_at desc, m.id limit 50) f);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['queue_mails()'::regprocedure, 'mail_password_link(uuid)', 'mail_to_send(uuid)', 'settle_mail(uuid, text, text)', 'recent_mails()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  foreach f in array array['queue_mail(text, uuid, uuid[], timestamptz)'::regprocedure, 'add_mail_job(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
${ofIdentity([
  'mail_server_settings()',
  'put_mail_server(text, int, text, text, bytea, text, text)',
  'remove_mail_server()',
  'open_mail_server()',
  'has_mail_server()',
  'make_mailed_link(uuid, text, timestamptz)',
])}
`)
  }
}
