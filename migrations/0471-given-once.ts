import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** Giving a task is one act, of which its assignee is told once; who has it already has been told. */
export class GivenOnce extends Migration {
  override up() {
    this.addSql(
      reword('give_task(uuid, uuid)', [
        [
          '  if not sees then\n',
          `  -- It is his already. Of a new task nobody was told yet.
  if sees and task.assignee_id = p_to and (task.given_by is not null or task.accepted_at is not null) then return; end if;
  if not sees then\n`,
        ],
        ['perform share_item(thing, array[p_to]);', 'perform let_assignee_in(thing, p_to);'],
        [
          'accepted_at = case when p_to = me() then now() end',
          'accepted_at = case when p_to = me() then now() when p_to = assignee_id then accepted_at end',
        ],
      ]),
    )
  }
}
