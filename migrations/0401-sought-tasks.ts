import { Migration } from '@mikro-orm/migrations'
import { held } from './rule.ts'

/** Tasks are found by their words, in the list of tasks too. */
export class SoughtTasks extends Migration {
  override up() {
    this.addSql(`
-- Whether an item that I see holds the words of a query, by its key: for lists that are short and walked by themselves.
create function item_has_words(p_item uuid, p_query text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select t.lexemes @@ p_query::tsquery from item_text t where t.item_id = p_item), false)
     and coalesce((select true from item_access a where a.item_id = p_item and ${held('a.principal_id')} limit 1), false)
$$;
do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function item_has_words(uuid, text) from public;
  grant execute on function item_has_words(uuid, text) to lupa_app;
  alter function item_has_words(uuid, text) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
