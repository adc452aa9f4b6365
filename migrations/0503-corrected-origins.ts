import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/**
 * The mail of which an activity was made is taken away from it, or named anew, by whoever may change it. Who does not see
 * that mail changes nothing and is told nothing, nor are others who see the activity: the trace is in the audit log alone.
 */
export class CorrectedOrigins extends Migration {
  override up() {
    this.addSql(
      reword('change_activity(uuid, jsonb)', [
        [
          '  update activity a set\n',
          `  if p ? 'fromItemId' and (sees_item_of(old.from_message_id) or (old.from_message_id is null and p->>'fromMessageId' is not null)) then
    -- A mail that is filed nowhere yet would find the activity again by its mark.
    update activity set from_message_id = (p->>'fromMessageId')::uuid, from_mark = p->>'fromMark' where id = p_activity;
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), case when p->>'fromMessageId' is null then 'mail-unlinked' else 'mail-linked' end, 'activity', p_activity,
        jsonb_build_object('messageId', coalesce(p->>'fromMessageId', old.from_message_id::text)));
  end if;
  update activity a set
`,
        ],
        ["'lexemes', 'now')", "'lexemes', 'now', 'fromMessageId', 'fromMark')"],
      ]),
    )
  }
}
