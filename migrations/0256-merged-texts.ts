import { Migration } from '@mikro-orm/migrations'
import { filter, matches, merged, ofPerson } from './found.ts'
import { held, heldAmong, myIds } from './rule.ts'

/**
 * Merging two files wrote the words of all that moved into the text index anew, which took a minute for twenty thousand
 * mails. Words stay where they stood, and whoever searches the file that is left looks there too.
 */
export class MergedTexts extends Migration {
  override up() {
    this.addSql(`
grant select on merged_contractor to lupa_reader;
create policy reader on merged_contractor for select to lupa_reader using (true);

-- The file is that in which the item lay when it was first indexed: items change it by merging alone.
create or replace function move_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update item_text set kind = new.kind, has_attachment = new.has_attachment, occurred_at = new.occurred_at where item_id = new.id;
  return null;
end $$;
drop trigger item_moves_text on item;
create trigger item_moves_text after update of kind, has_attachment, occurred_at on item for each row
  when ((old.kind, old.has_attachment, old.occurred_at) is distinct from (new.kind, new.has_attachment, new.occurred_at))
  execute function move_text();

-- That of 0255, which looks for the words of a file also where they stood before it was merged.
-- Finds, newest first, under the reader's rights. The newest items are looked through; then the text index tells all that
-- hold the words, or that these are many, and with many it is worth to look through what is older. p_reach ends that; a
-- row without an item says so.
create or replace function found_items(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int, p_reach int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  -- Of principals: so few are merged; so many are known, and the files in which they occur, when these are few.
  few constant int := 4;
  few_of_all constant int := 8;
  known constant int := 64;
  few_places constant int := 4;
  known_places constant int := 200;
  many constant int := case when p_contractor is null then 10000 else 3000 end;
  newest constant int := 400;
  batches constant int[] := array[100, 400, 1600, 3200, 6400, 12800, 25600];
  query constant tsquery := p_query::tsquery;
  ${myIds}
  audiences uuid[];
  held uuid[];
  places uuid[];
  is_known boolean;
  is_merge boolean;
  is_asked boolean := false;
  is_last boolean := false;
  addresses text[];
  ids uuid[];
  times timestamptz[];
  batch int;
  seen int;
  walk_at timestamptz := p_before;
  walk_id uuid := p_before_id;
  found int := 0;
  hit record;
begin
  if p_person is not null then
    if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then return; end if;
    addresses := array(select a.value from address a where a.person_id = p_person);
  end if;
  if p_case is not null then
    -- A case has few items, and all of them are looked at.
    return query select x.item_id, x.occurred_at from (
        select distinct a.item_id, a.occurred_at from item_access a
         where a.case_file_id = p_case and (p_contractor is null or a.contractor_id = p_contractor) and ${filter('a')} and ${held('a.principal_id')}) x
       where ${matches('x.item_id')} and ${ofPerson('x.item_id')}
       order by x.occurred_at desc, x.item_id desc limit p_limit;
    return;
  end if;
  if p_contractor is not null then
    audiences := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
    held := ${heldAmong('audiences')} || array(
      select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
    places := p_contractor || array(select m.id from merged_contractor m where m.into_id = p_contractor);
    is_known := true;
    is_merge := cardinality(held) <= few;
  else
    held := array(select my_principals(known + 1));
    is_known := cardinality(held) <= known;
    if is_known then
      held := array(select distinct h from unnest(held) h);
      places := array(select f.contractor_id from file_principal f where f.principal_id = any(held) limit known_places);
      places := case when cardinality(places) < known_places then array(select distinct p from unnest(places) p) end;
    end if;
    is_merge := cardinality(held) <= few_of_all;
    places := case when cardinality(places) <= few_places then
      places || array(select m.id from merged_contractor m where m.into_id = any(places)) end;
  end if;
  foreach batch in array batches || null::int loop
    if (batch > newest and not is_asked) or batch is null then
      ${told('case when batch is not null then many end')}
      is_last := batch is null or cardinality(ids) < many;
      is_asked := true;
      if is_last then
        ${sorted}
      end if;
    end if;
    if not is_last then
      if batch > p_reach then
        item_id := null;
        occurred_at := null;
        return next;
        return;
      elsif is_merge and p_contractor is not null then
        ${merged('a.contractor_id = p_contractor and a.principal_id = p')}
      elsif is_merge then
        ${merged('a.principal_id = p')}
      elsif places is not null then
        ${read(ofPlaces)}
      else
        ${read(texts('true'))}
      end if;
    end if;
    if is_merge and not is_last then
      ${finds(matches('u.id'))}
    elsif is_known then
      ${finds('(select true from item_access a where a.item_id = u.id and (a.principal_id = any(held)) is true limit 1)')}
    else
      ${finds(`(select true from item_access a where a.item_id = u.id and ${held('a.principal_id')} limit 1)`)}
    end if;
    if is_last or found >= p_limit or seen < batch then return; end if;
  end loop;
end $$;
`)
  }
}

/** Kind and attachment, which stand beside the words too. */
function suits(row: string): string {
  return `(p_kinds is null or ${row}.kind = any(p_kinds)) and (p_attachment is null or ${row}.has_attachment = p_attachment)`
}

/** All items that hold the words, as the index tells them; what does not suit without its time. */
function told(limit: string): string {
  return `select array_agg(w.item_id), array_agg(case when ${suits('w')} and w.occurred_at >= p_from and (w.occurred_at, w.item_id) < (walk_at, walk_id)
                 then w.occurred_at end) into ids, times from words_hold(query, places, ${limit}) w;`
}

/** Those of them that suit, newest first. */
const sorted = `select array_agg(s.id), array_agg(s.at) into ids, times from (
          select u.id, u.at from unnest(ids, times) u(id, at) where u.at is not null order by u.at desc, u.id desc) s;`

/** Texts newest first, whether they hold the words, a batch of them. */
function texts(place: string): string {
  return `select t.item_id, t.occurred_at, ${suits('t')} and t.lexemes @@ query as suits from item_text t
             where ${place} and t.occurred_at >= p_from and (t.occurred_at, t.item_id) < (walk_at, walk_id)
             order by t.occurred_at desc, t.item_id desc limit batch`
}

const ofPlaces = `select x.item_id, x.occurred_at, x.suits from unnest(places) p cross join lateral (
            ${texts('t.contractor_id = p')}) x order by x.occurred_at desc, x.item_id desc limit batch`

/** The next batch of texts; of those that hold the words it is asked afterwards which of them I see. */
function read(batch: string): string {
  return `select array_agg(w.item_id) filter (where w.suits), array_agg(w.occurred_at) filter (where w.suits), count(*), min(w.occurred_at),
               (array_agg(w.item_id))[count(*)::int] into ids, times, seen, walk_at, walk_id from (
          ${batch}) w;`
}

/** Answers those of a batch that pass, as many as are still wanted. */
function finds(condition: string): string {
  return `for hit in
        select u.id, u.at from unnest(ids, times) with ordinality u(id, at, n)
         where ${condition} and ${ofPerson('u.id')} order by u.n limit p_limit - found
      loop
        found := found + 1;
        item_id := hit.id;
        occurred_at := hit.at;
        return next;
      end loop;`
}
