import { Migration } from '@mikro-orm/migrations'

/**
 * Mailboxes that are read: how to reach them, how far each folder was read, what could not be taken. The password
 * is encrypted outside the database and leaves its column only through `open_mailbox`, for the mailbox's owner.
 */
export class Mailboxes extends Migration {
  override up() {
    this.addSql(`
create table mailbox (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references app_user,
  kind text not null default 'imap' check (kind in ('imap')),
  host text not null check (host !~ '[[:cntrl:][:space:]]'),
  port int not null check (port between 1 and 65535),
  tls boolean not null,
  user_name text not null check (user_name !~ '[[:cntrl:]]'),
  secret bytea not null,
  since date not null,
  folders text[] not null default '{}' check (array_to_string(folders, ' ') !~ '[[:cntrl:]]'),
  audience jsonb not null default '{}',
  state text not null default 'new' check (state in ('new', 'backfill', 'live', 'error')),
  error text,
  last_sync_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  unique (owner_id, host, port, user_name)
);

-- How far a folder was read: all of it up to last_uid is stored, gone, or stands in mailbox_failure.
create table mailbox_state (
  mailbox_id uuid not null references mailbox on delete cascade,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null default 0,
  highest_seen bigint not null default 0,
  remaining int not null default 0,
  stored int not null default 0,
  complete boolean not null default false,
  primary key (mailbox_id, folder)
);

-- Messages that were passed over, to be tried again by themselves.
create table mailbox_failure (
  mailbox_id uuid not null references mailbox on delete cascade,
  folder text not null,
  uid bigint not null,
  uid_validity bigint not null,
  reason text not null,
  tries int not null default 1,
  next_try_at timestamptz(3) not null,
  at timestamptz(3) not null default now(),
  primary key (mailbox_id, folder, uid)
);

do $$
declare t text;
begin
  foreach t in array array['mailbox', 'mailbox_state', 'mailbox_failure'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- A mailbox is seen and removed by its owner and by administrators, who add it for anybody; its state is written for its owner.
grant select (id, owner_id, kind, host, port, tls, user_name, since, folders, audience, state, error, last_sync_at, created_at),
  insert (owner_id, kind, host, port, tls, user_name, secret, since, folders, audience),
  update (state, error, last_sync_at), delete on mailbox to lupa_app;
create policy kept on mailbox for select to lupa_app using (owner_id = (select me()) or (select am_admin()));
create policy added on mailbox for insert to lupa_app with check (owner_id = (select me()) or (select am_admin()));
create policy removed on mailbox for delete to lupa_app using (owner_id = (select me()) or (select am_admin()));
create policy read on mailbox for update to lupa_app using (owner_id = (select me())) with check (owner_id = (select me()));

-- What hangs on a mailbox goes with it.
grant select, insert, update, delete on mailbox_state, mailbox_failure to lupa_app;
create policy of_visible_mailbox on mailbox_state to lupa_app using (
  (select true from mailbox m where m.id = mailbox_state.mailbox_id limit 1));
create policy of_visible_mailbox on mailbox_failure to lupa_app using (
  (select true from mailbox m where m.id = mailbox_failure.mailbox_id limit 1));

grant select on mailbox to lupa_identity;
create policy identity on mailbox for select to lupa_identity using (true);
grant select (id, owner_id) on mailbox to lupa_intake;
create policy intake on mailbox for select to lupa_intake using (true);

-- Which mailboxes are to be read, and as whom. For the process that reads them.
create function mailbox_doors() returns table (id uuid, owner_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.owner_id from mailbox m join app_user u on u.id = m.owner_id where u.disabled_at is null order by m.created_at, m.id
$$;

-- What is needed to sign in to a mailbox of mine; the secret is still encrypted.
create function open_mailbox(p_mailbox uuid)
  returns table (host text, port int, tls boolean, user_name text, secret bytea, since text, folders text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.host, m.port, m.tls, m.user_name, m.secret, m.since::text, m.folders from mailbox m where m.id = p_mailbox and m.owner_id = me()
$$;

-- The part of each mailbox's mail that waits for a decision: a number about mail that an administrator may not read.
create function mailbox_unfiled() returns table (mailbox_id uuid, share float8)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, count(t.message_id)::float8 / count(*)
    from mailbox m join message_copy c on c.mailbox_id = m.id
    left join triage_entry t on t.message_id = c.message_id and t.owner_id = c.owner_id and t.state = 'open'
   where m.owner_id = me() or am_admin() group by m.id
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_identity, lupa_intake;
  foreach f in array array['mailbox_doors()'::regprocedure, 'open_mailbox(uuid)', 'mailbox_unfiled()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
  end loop;
  alter function mailbox_doors() owner to lupa_identity;
  alter function open_mailbox(uuid) owner to lupa_identity;
  alter function mailbox_unfiled() owner to lupa_intake;
  revoke create on schema public from lupa_identity, lupa_intake;
end $$;
`)
  }
}
