import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** Wishes for a link that are worked off at once are one wish too: each waits until it sees what the other did. */
export class OneWish extends Migration {
  override up() {
    this.addSql(
      reword('mail_forgotten(uuid)', [
        [
          `  if exists (select from outgoing_mail m where m.user_id = p_user and m.kind = 'password-forgotten'`,
          `  perform pg_advisory_xact_lock(hashtext('lupa.forgotten'), hashtext(p_user::text));
  if exists (select from outgoing_mail m where m.user_id = p_user and m.kind = 'password-forgotten'`,
        ],
      ]),
    )
  }
}
