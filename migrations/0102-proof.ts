import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** What opens an administrator's account is not done on the word of a session alone: sessions are found and stolen. */
export class Proof extends Migration {
  override up() {
    this.addSql(`
-- Whether I came in by this session within the last ten minutes, and showed who I am: a mail program's session is made from another one.
create function is_just_signed_in(p_session uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from sign_in s where s.id = p_session and s.user_id = me() and s.ended_at is null
                    and s.door <> 'mail-program' and s.created_at > now() - interval '10 minutes')
$$;
${ofIdentity(['is_just_signed_in(uuid)'])}
`)
  }
}
