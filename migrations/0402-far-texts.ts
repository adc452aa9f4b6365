import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** What an item says is read from any place on, so that a find far down in a long text shows the words around it too. */
export class FarTexts extends Migration {
  override up() {
    this.addSql(`
${reword('found_texts(uuid[], int)', [
  ['p_length integer)', 'p_length integer, p_from integer DEFAULT 1)'],
  ['select i.id, left(', 'select i.id, substr('],
  [', p_length)\n    from item', ', p_from, p_length)\n    from item'],
])}
drop function found_texts(uuid[], int);
do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function found_texts(uuid[], int, int) from public;
  grant execute on function found_texts(uuid[], int, int) to lupa_app;
  alter function found_texts(uuid[], int, int) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
