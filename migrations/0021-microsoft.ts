import { Migration } from '@mikro-orm/migrations'

/**
 * Mailboxes of Microsoft 365: the tenants whose mail may be read by the company's own application there, how far each
 * folder was read, and the subscriptions by which Microsoft tells of news.
 */
export class Microsoft extends Migration {
  override up() {
    this.addSql(`
create table microsoft_tenant (
  id uuid primary key default gen_random_uuid(),
  tenant text not null unique check (tenant ~ '^[A-Za-z0-9.-]{1,255}$'),
  client_id text not null check (client_id ~ '^[A-Za-z0-9-]{1,100}$'),
  secret bytea not null,
  created_by uuid not null references app_user,
  created_at timestamptz(3) not null default now()
);
create index microsoft_tenant_created_by on microsoft_tenant (created_by);

-- A mailbox there has no password of its own: the tenant's application reads it.
alter table mailbox drop constraint mailbox_kind_check;
alter table mailbox add constraint mailbox_kind_check check (kind in ('imap', 'graph'));
alter table mailbox add column tenant_id uuid references microsoft_tenant on delete cascade;
alter table mailbox add constraint mailbox_tenant check ((kind = 'graph') = (tenant_id is not null));
create index mailbox_tenant_id on mailbox (tenant_id) where tenant_id is not null;
alter table message_copy drop constraint message_copy_door_check;
alter table message_copy add constraint message_copy_door_check check (door in ('push', 'import', 'imap', 'graph', 'journal'));

-- Where the next look at a folder begins: Microsoft's own link. state_hash knows a true notification; the word itself is kept nowhere.
create table graph_folder (
  mailbox_id uuid not null references mailbox on delete cascade,
  folder text not null,
  link text,
  subscription_id text,
  state_hash bytea,
  renew_at timestamptz(3),
  expires_at timestamptz(3),
  primary key (mailbox_id, folder)
);
create unique index graph_folder_subscription on graph_folder (subscription_id) where subscription_id is not null;

-- Messages there have names instead of numbers; uid is then made of the name.
alter table mailbox_failure add column remote_id text;

do $$
declare t text;
begin
  foreach t in array array['microsoft_tenant', 'graph_folder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Whoever reads with the application's rights reads anybody's mail: only administrators may say whose.
grant select (id, tenant, client_id, created_at, created_by), insert (tenant, client_id, secret, created_by), update (client_id, secret), delete on microsoft_tenant to lupa_app;
create policy admin_keeps on microsoft_tenant to lupa_app using ((select am_admin())) with check ((select am_admin()));
grant insert (tenant_id), select (tenant_id) on mailbox to lupa_app;
drop policy added on mailbox;
create policy added on mailbox for insert to lupa_app with check ((owner_id = (select me()) and kind = 'imap') or (select am_admin()));

grant select, insert, update, delete on graph_folder to lupa_app;
create policy of_visible_mailbox on graph_folder to lupa_app using (
  (select true from mailbox m where m.id = graph_folder.mailbox_id limit 1));

grant select on microsoft_tenant, graph_folder to lupa_identity;
grant update (renew_at) on graph_folder to lupa_identity;
create policy identity on microsoft_tenant for select to lupa_identity using (true);
create policy identity on graph_folder to lupa_identity using (true) with check (true);

-- What is needed to read a mailbox of mine there; the secret is still encrypted.
create function open_microsoft(p_mailbox uuid)
  returns table (tenant text, client_id text, secret bytea, user_name text, since text, folders text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.tenant, t.client_id, t.secret, m.user_name, m.since::text, m.folders
    from mailbox m join microsoft_tenant t on t.id = m.tenant_id where m.id = p_mailbox and m.owner_id = me()
$$;

-- A notification came: the mailbox that it is about, when its word is the one that we gave. One that says that the
-- subscription ends has it renewed at the next look.
create function graph_notified(p_subscription text, p_state_hash bytea, p_ends boolean) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_mailbox uuid := (select g.mailbox_id from graph_folder g where g.subscription_id = p_subscription and g.state_hash = p_state_hash);
begin
  if found_mailbox is not null and p_ends then
    update graph_folder set renew_at = '-infinity' where subscription_id = p_subscription;
  end if;
  return found_mailbox;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_identity;
  foreach f in array array['open_microsoft(uuid)'::regprocedure, 'graph_notified(text, bytea, boolean)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_identity', f);
  end loop;
  revoke create on schema public from lupa_identity;
end $$;
`)
  }
}
