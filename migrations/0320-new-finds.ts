import { Migration } from '@mikro-orm/migrations'
import { filter, matches, ofPerson } from './found.ts'
import { type Rewording, reword } from './reword.ts'
import { held } from './rule.ts'

/**
 * Words are looked for among what came into a file since a moment too: until now a search knew no such moment, and showed
 * all finds while the list said that it showed the new ones.
 */
export class NewFinds extends Migration {
  override up() {
    this.addSql(`
${reword('found_items(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int, int)', [
  asked,
  ['  addresses text[];', '  addresses text[];\n  most_new constant int := 1000;\n  fresh uuid[];'],
  [ofPerson('x.item_id'), `${ofPerson('x.item_id')} and ${isNew('x.item_id')}`],
  ['  if p_contractor is not null then\n    audiences', `${fewNew}  if p_contractor is not null then\n    audiences`],
  [ofPerson('u.id'), `${ofPerson('u.id')} and ${isNew('u.id')}`],
])}
drop function found_items(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int, int);

-- Ids of the items that hold the words of a query, newest first, under the reader's rights.
drop function search_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int);
create function search_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int, p_since timestamptz default null)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.item_id, f.occurred_at
    from found_items(p_query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, p_limit, null, p_since) f
$$;

${reword('count_finds(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid)', [
  ['p_before_id uuid)', 'p_before_id uuid, p_since timestamptz default null)'],
  ['most + 1, reach)', 'most + 1, reach, p_since)'],
])}
drop function count_finds(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid);

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['found_items(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int, int, timestamptz)',
      'search_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int, timestamptz)',
      'count_finds(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, timestamptz)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  grant execute on function search_page, count_finds to lupa_app;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

const asked: Rewording = ['p_reach integer)', 'p_reach integer, p_since timestamptz)']

/** Came into its file after the moment. */
function isNew(item: string): string {
  return `(p_since is null or (select o.created_at > p_since from item o where o.id = ${item}))`
}

/** So few new items of one file are all looked at; else the moment is one filter more. */
const fewNew = `  if p_contractor is not null and p_since is not null then
    fresh := array(select o.id from item o where o.contractor_id = p_contractor and o.created_at > p_since limit most_new + 1);
    if cardinality(fresh) <= most_new then
      return query select i.id, i.occurred_at from unnest(fresh) n(id) join item i on i.id = n.id
         where ${filter('i')} and ${matches('i.id')} and ${ofPerson('i.id')}
           and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
         order by i.occurred_at desc, i.id desc limit p_limit;
      return;
    end if;
  end if;
`
