import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** An administrator sees which programs act in whose name, and ends what should act no longer. */
export class EveryAccessToken extends Migration {
  override up() {
    this.addSql(`
-- Those that still open something, the one that ends first above all; never the word or its hash.
create function every_access_token() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select t.id, t.name, t.scopes, iso(t.created_at) as "createdAt", iso(t.expires_at) as "expiresAt", iso(t.used_at) as "usedAt",
           t.user_id as "ownerId", u.name as "ownerName"
      from access_token t join app_user u on u.id = t.user_id
     where t.ended_at is null and t.expires_at > now() and u.disabled_at is null
     order by t.expires_at, t.id limit 2000) f);
end $$;

create function end_any_access_token(p_token uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  whose uuid;
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update access_token t set ended_at = now() where t.id = p_token and t.ended_at is null returning t.user_id into whose;
  if whose is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'ended', 'access-token', p_token, jsonb_build_object('ownerId', whose));
end $$;
${ofIdentity(['every_access_token()', 'end_any_access_token(uuid)'])}
`)
  }
}
