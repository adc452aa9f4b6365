import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/**
 * What gets its own circle in the moment in which it is filed was never seen by those of the place, so that they are not told
 * that it is gone: a mail held for its owner, and one that is filed for few.
 */
export class UnsaidLosses extends Migration {
  override up() {
    this.addSql(`
-- Within the transaction in which the item came to that circle, and left it.
create function unsay_loss(p_item uuid, p_audience uuid) returns void language sql volatile as $$
  delete from change c where c.topic = 'lost' and c.item_id = p_item and c.principal_id = p_audience and c.xmin = pg_current_xact_id()::xid
$$;
${reword('hold_fresh(uuid, mailbox_consent)', [
  [
    `held_mailbox = case when box.release <> 'at-once' then box.id end
     where id = f.id;`,
    `held_mailbox = case when box.release <> 'at-once' then box.id end
     where id = f.id;
    perform unsay_loss(f.item_id, f.audience_id);`,
  ],
])}
${reword('narrow_new_filings(uuid, uuid[])', [
  [
    'for f in select g.id from filing g join item i on i.id = g.item_id',
    'for f in select g.id, g.item_id, g.audience_id from filing g join item i on i.id = g.item_id',
  ],
  [
    'create_audience(p_principals, null) where id = f.id;',
    `create_audience(p_principals, null) where id = f.id;
    perform unsay_loss(f.item_id, f.audience_id);`,
  ],
])}

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function unsay_loss(uuid, uuid) from public;
  alter function unsay_loss(uuid, uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
