import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** An administrator finds the tokens of one person among those of all, and sees more of them than a page holds. */
export class TokensInPages extends Migration {
  override up() {
    this.addSql(`
create index access_token_end on access_token (expires_at, id) where ended_at is null;

-- That of 0380 in pages, of everybody or of those whose name or address holds all the words.
drop function every_access_token();
create function every_access_token(p_who text, p_after timestamptz, p_after_id uuid, p_limit int) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select t.id, t.name, t.scopes, iso(t.created_at) as "createdAt", iso(t.expires_at) as "expiresAt", iso(t.used_at) as "usedAt",
           t.user_id as "ownerId", u.name as "ownerName"
      from access_token t join app_user u on u.id = t.user_id
     where t.ended_at is null and t.expires_at > now() and u.disabled_at is null
       and (p_who is null or ' ' || fold_name(u.name || ' ' || u.email) like all (name_pieces(p_who)))
       and (p_after is null or (t.expires_at, t.id) > (p_after, p_after_id))
     order by t.expires_at, t.id limit p_limit) f);
end $$;
${ofIdentity(['every_access_token(text, timestamptz, uuid, int)'])}
`)
  }
}
