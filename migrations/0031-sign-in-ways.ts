import { Migration } from '@mikro-orm/migrations'

/** Other ways to sign in to a mail server than a password, and servers that a company's own authority vouches for. */
export class SignInWays extends Migration {
  override up() {
    this.addSql(`
alter table mailbox
  add column sign_in text not null default 'password' check (sign_in in ('password', 'token', 'microsoft')),
  add column authority text;
alter table mailbox drop constraint mailbox_tenant;
alter table mailbox add constraint mailbox_tenant check ((kind = 'graph' or sign_in = 'microsoft') = (tenant_id is not null));
grant select (sign_in, authority), insert (sign_in, authority) on mailbox to lupa_app;

-- Whoever signs in with the application's rights reads anybody's mail: only administrators may say whose.
drop policy added on mailbox;
create policy added on mailbox for insert to lupa_app with check (
  (owner_id = (select me()) and kind = 'imap' and sign_in <> 'microsoft') or (select am_admin()));

-- As in 0010, with the ways to sign in; the secrets are still encrypted.
drop function open_mailbox(uuid);
create function open_mailbox(p_mailbox uuid)
  returns table (host text, port int, tls boolean, user_name text, sign_in text, authority text, secret bytea, since text, folders text[],
    tenant text, client_id text, client_secret bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.host, m.port, m.tls, m.user_name, m.sign_in, m.authority, m.secret, m.since::text, m.folders, t.tenant, t.client_id, t.secret
    from mailbox m left join microsoft_tenant t on t.id = m.tenant_id where m.id = p_mailbox and m.owner_id = me()
$$;

do $$
begin
  grant create on schema public to lupa_identity;
  revoke execute on function open_mailbox(uuid) from public;
  grant execute on function open_mailbox(uuid) to lupa_app;
  alter function open_mailbox(uuid) owner to lupa_identity;
  revoke create on schema public from lupa_identity;
end $$;
`)
  }
}
