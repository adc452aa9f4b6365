import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

const ofTables = String.raw`c.relname like '\_private\_%'`
const readable = '\n       and not has_table_privilege'

/**
 * A backup holds the last numbers of the queue as well, which no role for backups could see. What was restored without
 * them gave new jobs the numbers of those that wait, and could queue none until these were used up.
 */
export class JobNumbers extends Migration {
  override up() {
    // Sequences of the queue do not begin as its tables do.
    this.addSql(
      reword('open_to_backup()', [[`${ofTables})${readable}`, `(c.relkind = 'S' or ${ofTables}))${readable}`]]),
    )
    this.addSql(`
-- Whoever was restored without them gets them back.
do $$
declare
  t text;
begin
  foreach t in array array['graphile_worker._private_jobs', 'graphile_worker._private_job_queues', 'graphile_worker._private_tasks'] loop
    execute format('select setval(s, m) from (select pg_get_serial_sequence(%L, ''id'')::regclass as s, max(id) as m from %s) n
                     where m > coalesce(pg_sequence_last_value(s), 0)', t, t);
  end loop;
end $$;
`)
  }
}
