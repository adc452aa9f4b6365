import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/**
 * Who forgot his password asks for a link himself. Whoever asks learns nothing of who has an account: the question is counted
 * and put into the queue for every address alike, and only the job knows whether there is anybody to write to.
 */
export class ForgottenPasswords extends Migration {
  override up() {
    this.addSql(`
-- Whether its owner asked for the link himself, which anybody may do in his name: such a link does less.
alter table setup_link add column is_own boolean not null default false;

alter table outgoing_mail drop constraint outgoing_mail_kind_check, add constraint outgoing_mail_kind_check
  check (kind in ('password-link', 'password-forgotten', 'mailbox-alarm', 'mailbox-clear', 'digest'));

-- Counts a question before it is answered; false when there were too many of late about one account, or from one address.
create function count_forgotten(p_email text, p_address text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  who text := 'forgotten account ' || encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  wherefrom text := 'forgotten address ' || p_address;
begin
  insert into sign_in_attempt as a (key, failures) values (who, 1), (wherefrom, 1)
    on conflict (key) do update set
      failures = case when a.since < now() - interval '15 minutes' then 1 else a.failures + 1 end,
      since = case when a.since < now() - interval '15 minutes' then now() else a.since end;
  return not exists (select from sign_in_attempt a where (a.key = who and a.failures > 3) or (a.key = wherefrom and a.failures > 20));
end $$;

-- The same work for an address that nobody has: a job about nobody.
create function ask_forgotten(p_email text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('forgotten-password', max_attempts => 12, priority => -5, payload => json_build_object('id',
           coalesce((select u.id from app_user u where u.email = lower(btrim(p_email))), gen_random_uuid())))
$$;

-- Whoever comes in at a provider only has no password to forget, and gets none.
create function has_password(p_user uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from credential c join app_user u on u.id = c.user_id and u.disabled_at is null where c.user_id = p_user)
$$;

-- Has the link mailed, if there is somebody who forgot. A second wish within a minute is the same wish. For the jobs, who are nobody.
create function mail_forgotten(p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null or not has_password(p_user) then return; end if;
  if exists (select from outgoing_mail m where m.user_id = p_user and m.kind = 'password-forgotten' and m.created_at > now() - interval '1 minute') then return; end if;
  perform queue_mail('password-forgotten', p_user, '{}', null);
  insert into audit_entry (user_id, verb, object_type, object_id) values (null, 'password-forgotten', 'user', p_user);
end $$;

-- That of 0200, also for who forgot: his link ends only those that he asked for before, and after an hour in the queue nobody waits for it.
create or replace function make_mailed_link(p_mail uuid, p_token_hash text, p_expires timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mail outgoing_mail;
  by_himself boolean;
begin
  select m.* into mail from outgoing_mail m join app_user u on u.id = m.user_id and u.disabled_at is null
   where m.id = p_mail and m.state = 'waiting' and me() is null;
  by_himself := mail.kind = 'password-forgotten';
  if not found or (by_himself and (not has_password(mail.user_id) or mail.created_at < now() - interval '1 hour'))
     or mail.kind not in ('password-link', 'password-forgotten') then return null; end if;
  update setup_link l set used_at = now() where l.user_id = mail.user_id and l.used_at is null and (l.is_own or not by_himself);
  insert into setup_link (token_hash, user_id, expires_at, is_own) values (p_token_hash, mail.user_id, p_expires, by_himself);
  insert into audit_entry (user_id, verb, object_type, object_id) values (mail.asked_by, 'password-link-made', 'user', mail.user_id);
  return exists (select from credential c where c.user_id = mail.user_id);
end $$;

-- That of 0040; access tokens end too: whoever knew the old password may have made himself one.
create or replace function use_setup_link(p_token_hash text, p_password_hash text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare who uuid := (select l.user_id from user_of_link(p_token_hash) l);
begin
  update setup_link set used_at = now() where token_hash = p_token_hash and used_at is null and user_id = who;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  update setup_link set used_at = now() where user_id = who and used_at is null;
  insert into credential (user_id, password_hash) values (who, p_password_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  perform end_sessions(who, null, null);
  update access_token t set ended_at = now() where t.user_id = who and t.ended_at is null;
  insert into audit_entry (user_id, verb, object_type, object_id) values (who, 'password-set', 'user', who);
  return who;
end $$;

-- That of 0042; a link that somebody asked for himself links no identity, which would go past his second factor.
create or replace function user_of_identity(p_issuer text, p_subject text, p_provider uuid, p_label text, p_user uuid, p_link_hash text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  known uuid := (select i.user_id from user_identity i where i.issuer = p_issuer and i.subject = p_subject);
  who uuid := coalesce(p_user, (select l.user_id from user_of_link(p_link_hash) l
                                 where not exists (select from setup_link s where s.token_hash = p_link_hash and s.is_own)));
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

do $$
begin
  grant create on schema public to lupa_identity, lupa_intake;
  revoke execute on function has_password(uuid) from public;
  grant execute on function has_password(uuid) to lupa_intake;
  alter function has_password(uuid) owner to lupa_identity;
  revoke execute on function ask_forgotten(text), mail_forgotten(uuid) from public;
  grant execute on function ask_forgotten(text) to lupa_app;
  grant execute on function mail_forgotten(uuid) to lupa_jobs;
  alter function ask_forgotten(text) owner to lupa_intake;
  alter function mail_forgotten(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_identity, lupa_intake;
end $$;
${ofIdentity(['count_forgotten(text, text)'])}
`)
  }
}
