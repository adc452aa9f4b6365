import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** The open tasks of a contractor come with every lookup, so they are found among his own tasks, not among all of the company. */
export class TasksByFile extends Migration {
  override up() {
    this.addSql(`create index item_tasks on item (contractor_id, object_id) where kind = 'task'`)
    this.addSql(
      reword('open_tasks(uuid, uuid)', [
        ['and i.contractor_id = p_contractor', "and i.contractor_id = p_contractor and i.kind = 'task'"],
      ]),
    )
  }
}
