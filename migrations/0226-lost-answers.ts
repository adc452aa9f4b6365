import { Migration } from '@mikro-orm/migrations'

/**
 * An answer that carried new tokens may be lost: the server was ended between writing and answering, the line broke, the tab
 * was closed. Whoever asks again with the token that he still has is not taken for a thief, and is not signed out.
 */
export class LostAnswers extends Migration {
  override up() {
    this.addSql(`
-- The token in whose place this one was given.
alter table session add column follows uuid;
create index session_follows on session (follows) where follows is not null;

-- That of 0165; a token that was traded may be traded again while its successor was never used, for as long as an access token
-- lives. The successor that is given up is a thief's from then on: to use it ends the family.
create or replace function trade_session(p_token_hash text, p_next_hash text, p_expires timestamptz) returns table (user_id uuid, family_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s session;
begin
  select * into s from session x where x.token_hash = p_token_hash for update;
  if not found or s.ended_at is not null or s.expires_at <= now()
     or exists (select from sign_in e where e.id = s.family_id and (e.ended_at is not null or e.created_at < now() - interval '180 days'))
     or exists (select from app_user u where u.id = s.user_id and u.disabled_at is not null) then return; end if;
  if s.replaced_at is not null then
    -- Traded while this very transaction was under way: the same client asked twice at once.
    if s.replaced_at > now() then return; end if;
    update session x set replaced_at = 'epoch'
     where x.follows = s.id and x.replaced_at is null and x.ended_at is null and s.replaced_at > now() - interval '10 minutes';
    if not found then
      update session x set ended_at = now() where x.family_id = s.family_id and x.ended_at is null;
      update sign_in e set ended_at = now() where e.id = s.family_id and e.ended_at is null;
      insert into audit_entry (user_id, verb, object_type, object_id) values (s.user_id, 'session-stolen', 'user', s.user_id);
      return;
    end if;
  else
    update session x set replaced_at = clock_timestamp() where x.id = s.id;
  end if;
  update sign_in e set seen_at = now() where e.id = s.family_id;
  insert into session (family_id, user_id, token_hash, expires_at, follows) values (s.family_id, s.user_id, p_next_hash, p_expires, s.id);
  return query select s.user_id, s.family_id;
end $$;
`)
  }
}
