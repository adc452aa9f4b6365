import { Migration } from '@mikro-orm/migrations'

/** What keeps the house in order and knows the whole company is called by the role of the jobs alone, which answers no request. */
export class JobsOwn extends Migration {
  override up() {
    this.addSql(`
do $$
declare f regprocedure;
begin
  foreach f in array array['stale_texts(int, int)'::regprocedure, 'put_texts(jsonb, int)', 'seal_audit(int)', 'audit_end()',
      'announce_changes(int)', 'expire_break_glass()'] loop
    execute format('revoke execute on function %s from lupa_app', f);
    execute format('grant execute on function %s to lupa_jobs', f);
  end loop;
end $$;
`)
  }
}
