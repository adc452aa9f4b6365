import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** Signing in at the company's own provider (OpenID Connect), and handing a session over to a mail program. */
export class Providers extends Migration {
  override up() {
    this.addSql(`
create table sign_in_provider (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  issuer text not null,
  client_id text not null,
  secret bytea not null,
  created_at timestamptz(3) not null default now(),
  unique (issuer, client_id)
);

-- Who somebody is at an issuer. The pair is the key; an address is only what the provider says, and says nothing.
create table user_identity (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  user_id uuid not null references app_user on delete cascade,
  provider_id uuid not null references sign_in_provider on delete cascade,
  label text not null,
  created_at timestamptz(3) not null default now(),
  unique (issuer, subject)
);
create index user_identity_user on user_identity (user_id);
create index user_identity_provider on user_identity (provider_id);

-- Somebody came from a provider whom we do not know; an administrator may say who he is.
create table identity_request (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  provider_id uuid not null references sign_in_provider on delete cascade,
  label text not null,
  asked_at timestamptz(3) not null default now(),
  unique (issuer, subject)
);
create index identity_request_provider on identity_request (provider_id);

-- A way to a provider and back, for ten minutes. The challenge binds it to the browser that began it.
create table provider_visit (
  state_hash text primary key,
  provider_id uuid not null references sign_in_provider on delete cascade,
  nonce text not null,
  verifier text not null,
  challenge text not null,
  user_id uuid references app_user on delete cascade,
  link_hash text,
  expires_at timestamptz(3) not null
);
create index provider_visit_provider on provider_visit (provider_id);
create index provider_visit_user on provider_visit (user_id);

-- Somebody on his way in, to whom holds the verifier of the challenge: once, for two minutes. Either a user who hands a session
-- over, or who somebody is at a provider; what that means is judged when he arrives, for until then it may be another browser.
create table handover (
  code_hash text primary key,
  challenge text not null,
  user_id uuid references app_user on delete cascade,
  provider_id uuid references sign_in_provider on delete cascade,
  issuer text,
  subject text,
  label text,
  link_hash text,
  expires_at timestamptz(3) not null
);
create index handover_provider on handover (provider_id);
create index handover_user on handover (user_id);

do $$
declare t text;
begin
  foreach t in array array['sign_in_provider', 'user_identity', 'identity_request', 'provider_visit', 'handover'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_identity', t);
    execute format('create policy identity on %I to lupa_identity using (true) with check (true)', t);
  end loop;
end $$;

create function sign_in_providers() returns json
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(f), '[]') from (select p.id, p.name from sign_in_provider p order by p.name, p.id) f
$$;

-- For administrators: the providers as they were set up, and whoever waits to be known.
create function provider_settings() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select p.id, p.name, p.issuer, p.client_id as "clientId",
           (select count(*) from user_identity i where i.provider_id = p.id) as people
      from sign_in_provider p order by p.name, p.id) f);
end $$;

create function identity_requests() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select r.id, r.label, r.subject, p.name as "providerName", iso(r.asked_at) as "askedAt"
      from identity_request r join sign_in_provider p on p.id = r.provider_id order by r.asked_at desc, r.id limit 200) f);
end $$;

create function put_provider(p_id uuid, p_name text, p_issuer text, p_client text, p_secret bytea) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare which uuid := p_id;
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if p_id is null then
    insert into sign_in_provider (name, issuer, client_id, secret) values (p_name, p_issuer, p_client, p_secret) returning id into which;
  else
    update sign_in_provider p set name = p_name, issuer = p_issuer, client_id = p_client, secret = coalesce(p_secret, p.secret) where p.id = p_id;
    if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'changed', 'sign-in-provider', which);
  return which;
end $$;

create function remove_provider(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from sign_in_provider p where p.id = p_id;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'removed', 'sign-in-provider', p_id);
end $$;

-- What is needed to talk to a provider; its secret is still encrypted.
create function open_provider(p_id uuid) returns table (id uuid, name text, issuer text, client_id text, secret bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.issuer, p.client_id, p.secret from sign_in_provider p where p.id = p_id
$$;

create function begin_visit(p_state_hash text, p_provider uuid, p_nonce text, p_verifier text, p_challenge text, p_link_hash text, p_expires timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from provider_visit v where v.expires_at < now();
  insert into provider_visit (state_hash, provider_id, nonce, verifier, challenge, user_id, link_hash, expires_at)
    values (p_state_hash, p_provider, p_nonce, p_verifier, p_challenge, me(), p_link_hash, p_expires);
end $$;

-- Comes back once.
create function end_visit(p_state_hash text) returns table (provider_id uuid, nonce text, verifier text, challenge text, user_id uuid, link_hash text)
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from provider_visit v where v.state_hash = p_state_hash and v.expires_at > now()
    returning v.provider_id, v.nonce, v.verifier, v.challenge, v.user_id, v.link_hash
$$;

-- Who comes in with an identity: the one whom it was linked to. It is linked here only for somebody who was signed in when he
-- went out, or who held an invitation; never because of an address. Null when nobody knows him: then he may wait to be known.
create function user_of_identity(p_issuer text, p_subject text, p_provider uuid, p_label text, p_user uuid, p_link_hash text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  known uuid := (select i.user_id from user_identity i where i.issuer = p_issuer and i.subject = p_subject);
  who uuid := coalesce(p_user, (select l.user_id from user_of_link(p_link_hash) l));
begin
  if who is null and p_link_hash is not null then return null; end if;
  if who is not null and known is not null and known <> who then return null; end if;
  if known is null and who is null then
    if (select count(*) from identity_request r where r.provider_id = p_provider) < 200 then
      insert into identity_request (issuer, subject, provider_id, label) values (p_issuer, p_subject, p_provider, p_label)
        on conflict (issuer, subject) do update set label = excluded.label, asked_at = now();
    end if;
    return null;
  end if;
  if known is null then
    insert into user_identity (issuer, subject, user_id, provider_id, label) values (p_issuer, p_subject, who, p_provider, p_label);
    delete from identity_request r where r.issuer = p_issuer and r.subject = p_subject;
    insert into audit_entry (user_id, verb, object_type, object_id) values (who, 'identity-linked', 'user', who);
  end if;
  update setup_link l set used_at = now() where l.token_hash = p_link_hash and l.used_at is null;
  return (select u.id from app_user u where u.id = coalesce(known, who) and u.disabled_at is null);
end $$;

create function link_identity(p_request uuid, p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into user_identity (issuer, subject, user_id, provider_id, label)
    select r.issuer, r.subject, p_user, r.provider_id, r.label from identity_request r where r.id = p_request;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  delete from identity_request r where r.id = p_request;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'identity-linked', 'user', p_user);
end $$;

create function remove_identity_request(p_request uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from identity_request r where r.id = p_request;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
end $$;

create function my_identities() returns json
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(f), '[]') from (
    select i.id, i.label, p.name as "providerName", iso(i.created_at) as "createdAt"
      from user_identity i join sign_in_provider p on p.id = i.provider_id where i.user_id = me() order by i.created_at, i.id) f
$$;

create function remove_identity(p_identity uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from user_identity i where i.id = p_identity and i.user_id = me();
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'identity-removed', 'user', me());
end $$;

create function begin_handover(p_code_hash text, p_challenge text, p_user uuid, p_provider uuid, p_issuer text, p_subject text, p_label text, p_link_hash text, p_expires timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from handover h where h.expires_at < now();
  insert into handover (code_hash, challenge, user_id, provider_id, issuer, subject, label, link_hash, expires_at)
    values (p_code_hash, p_challenge, p_user, p_provider, p_issuer, p_subject, p_label, p_link_hash, p_expires);
end $$;

-- Used up by the first who presents it, also with a wrong verifier.
create function end_handover(p_code_hash text)
  returns table (challenge text, user_id uuid, provider_id uuid, issuer text, subject text, label text, link_hash text)
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from handover h where h.code_hash = p_code_hash and h.expires_at > now()
    returning h.challenge, h.user_id, h.provider_id, h.issuer, h.subject, h.label, h.link_hash
$$;

-- All accounts as an administrator sees them: nothing of what they read, all of how they come in.
create function accounts() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select u.id, u.name, u.email, u.is_admin as "isAdmin", iso(u.disabled_at) as "disabledAt",
           exists (select from credential c where c.user_id = u.id) as "hasPassword",
           (select iso(max(l.expires_at)) from setup_link l where l.user_id = u.id and l.used_at is null and l.expires_at > now()) as "linkUntil",
           (select iso(max(s.seen_at)) from sign_in s where s.user_id = u.id) as "seenAt",
           (select count(*) from sign_in s where s.user_id = u.id and s.ended_at is null
              and exists (select from session x where x.family_id = s.id and x.replaced_at is null and x.expires_at > now())) as sessions,
           (select count(*) from access_token t where t.user_id = u.id and t.ended_at is null and t.expires_at > now()) as tokens,
           (select count(*) from user_identity i where i.user_id = u.id) as identities,
           exists (select from second_factor f where f.user_id = u.id and f.confirmed_at is not null) as "hasSecondFactor"
      from app_user u order by u.name, u.id limit 2000) f);
end $$;
${ofIdentity([
  'sign_in_providers()',
  'provider_settings()',
  'identity_requests()',
  'put_provider(uuid, text, text, text, bytea)',
  'remove_provider(uuid)',
  'open_provider(uuid)',
  'begin_visit(text, uuid, text, text, text, text, timestamptz)',
  'end_visit(text)',
  'user_of_identity(text, text, uuid, text, uuid, text)',
  'link_identity(uuid, uuid)',
  'remove_identity_request(uuid)',
  'my_identities()',
  'remove_identity(uuid)',
  'begin_handover(text, text, uuid, uuid, text, text, text, text, timestamptz)',
  'end_handover(text)',
  'accounts()',
])}
`)
  }
}
