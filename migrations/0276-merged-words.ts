import { Migration } from '@mikro-orm/migrations'

/**
 * Where a thing lies in both files that are merged, both have their words for it. They are kept together, unless more people
 * would read some of them then; whoever merges sees of how many that is so before it happens.
 */
export class MergedWords extends Migration {
  override up() {
    this.addSql(`
-- Whether nobody reads the words of a filing in another circle who could not read them before, or who may say so has said so.
create function words_may_join(p_audience uuid, p_own boolean, p_left uuid, p_circle text) returns boolean language sql stable as $$
  select p_circle <> 'keep' and not p_own or not exists (
    select from audience_people(p_left) a where a.user_id not in (select b.user_id from audience_people(p_audience) b))
$$;

-- Replaces that of 0211, in which words went where the filing that is left had its own.
create or replace function join_filings(p_old uuid, p_new uuid, p_circle text) returns void
  language plpgsql volatile as $$
declare
  pair record;
begin
  for pair in select g.audience_id, g.own_audience, g.comment, g.title, o.id as left_id, o.audience_id as left_audience
                from filing g join filing o on o.item_id = p_new and o.case_file_id is not distinct from g.case_file_id
               where g.item_id = p_old loop
    if words_may_join(pair.audience_id, pair.own_audience, pair.left_audience, p_circle) then
      update filing set title = coalesce(title, pair.title), comment = nullif(concat_ws(E'\\n', comment,
          case when title <> pair.title then pair.title end, case when comment is distinct from pair.comment then pair.comment end), '')
       where id = pair.left_id;
      update item set has_own_title = true where id = p_new and not has_own_title and pair.title is not null;
    end if;
    continue when pair.audience_id = pair.left_audience or p_circle <> 'keep' and not pair.own_audience;
    insert into item_grant (item_id, principal_id, reason)
      select p_new, p.principal_id, 'shared' from (
        select m.principal_id from audience_member m where m.audience_id = pair.audience_id and not m.is_audience
        union select n.principal_id from audience_member m join audience_member n on n.audience_id = m.principal_id and not n.is_audience
         where m.audience_id = pair.audience_id and m.is_audience) p
      on conflict do nothing;
  end loop;
end $$;

-- Of how many things that lie in both files the words of the first do not come along, by who is to see what moves. Of what
-- the asker sees in both, and of nothing else.
create function merge_words(p_from uuid, p_into uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with pairs as (
    select a.id as old, b.id as new from item a join item b on b.contractor_id = p_into and b.object_id = a.object_id where a.contractor_id = p_from
    union
    select a.id, b.id from item a join document d on d.id = a.object_id
      join document e on e.contractor_id = p_into and e.blob_hash = d.blob_hash and e.name = d.name and e.uploaded_by is not distinct from d.uploaded_by
      join item b on b.contractor_id = p_into and b.object_id = e.id
     where a.contractor_id = p_from),
  words as (
    select words_may_join(g.audience_id, g.own_audience, o.audience_id, 'keep') as keep,
           words_may_join(g.audience_id, g.own_audience, o.audience_id, 'survivor') as survivor
      from pairs p join filing g on g.item_id = p.old join filing o on o.item_id = p.new and o.case_file_id is not distinct from g.case_file_id
     where (g.comment is not null or g.title is not null) and holds(g.audience_id) and holds(o.audience_id))
  select jsonb_build_object('keep', count(*) filter (where not keep), 'survivor', count(*) filter (where not survivor)) from words
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function words_may_join(uuid, boolean, uuid, text), merge_words(uuid, uuid) from public;
  alter function words_may_join(uuid, boolean, uuid, text) owner to lupa_intake;
  alter function merge_words(uuid, uuid) owner to lupa_intake;
  grant execute on function merge_words(uuid, uuid) to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
