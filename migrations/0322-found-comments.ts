import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** What people say about a call, meeting, task or note is found by its words too, with the words around the find. */
export class FoundComments extends Migration {
  override up() {
    this.addSql(`
-- That of 0130, with the words of the comment as they are written; their basic forms are made in the background.
drop function comment_activity(uuid, text);
create function comment_activity(p_activity uuid, p_comment text, p_lexemes text[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item_of(p_activity) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into activity_entry (activity_id, by_id, comment) values (p_activity, me(), p_comment);
  update item_text t set lexemes = t.lexemes || array_to_tsvector(p_lexemes), analyser = least(t.analyser, 0) - 1
    from item i where i.object_id = p_activity and t.item_id = i.id;
  -- So that pages on which it is open ask again.
  update item set title = title where object_id = p_activity;
end $$;

grant select on activity_entry to lupa_reader;
create policy reader on activity_entry for select to lupa_reader using (true);
${reword('stale_texts(int, int)', [['coalesce(x.body, c.note, ', `coalesce(x.body, ${said}, `]])}
${reword('found_texts(uuid[], int)', [['coalesce(x.body, c.note, ', `coalesce(x.body, ${said}, `]])}
-- Where a comment lost a name, its words go too.
${reword('redact_texts(text, uuid)', [
  [`in ('item', 'activity', `, `in ('item', 'activity', 'activity_entry', `],
  [
    'or exists (select from document d where',
    `or exists (select from activity_entry n where n.activity_id = i.object_id and n.comment like '%[…]%')
          or exists (select from document d where`,
  ],
])}

-- What was said before is found from now on.
update item_text t set analyser = least(t.analyser, 0) - 1 from item i
 where t.item_id = i.id and exists (select from activity_entry e where e.activity_id = i.object_id and e.comment is not null);

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function comment_activity(uuid, text, text[]) from public;
  grant execute on function comment_activity(uuid, text, text[]) to lupa_app;
  alter function comment_activity(uuid, text, text[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}

/** What an activity says, and what is said about it. */
const said = `(select nullif(concat_ws(E'\\n', c.note, string_agg(e.comment, E'\\n' order by e.n)), '') from activity_entry e
           where e.activity_id = c.id and e.comment is not null having c.id is not null)`
