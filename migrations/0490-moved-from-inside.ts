import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

const notThere = `  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;`

/**
 * Whoever was only shown an item, or sees it for an emergency, moves it nowhere: the place that he chose would open it to
 * others. Whose mail it is, and who filed it where he does not see it any more, may.
 */
export class MovedFromInside extends Migration {
  override up() {
    this.addSql(
      reword('move_item(uuid, uuid, uuid, boolean, uuid[])', [
        [
          notThere,
          `${notThere}
  if not may_share(p_item) and not exists (select from item_grant g
       where g.item_id = p_item and g.principal_id = me() and (g.reason in ('mailbox', 'filed') or g.besides in ('mailbox', 'filed'))) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;`,
        ],
      ]),
    )
  }
}
