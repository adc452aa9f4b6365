import { Migration } from '@mikro-orm/migrations'
import { type Rewording, reword } from './reword.ts'
import { inAudience } from './rule.ts'

/**
 * Contractors, people and cases are found by name without diacritics and by their words in any order. People and cases come
 * in pages.
 */
export class FoldedNames extends Migration {
  override up() {
    this.addSql(`
-- As server/search/fold.ts folds words. Most names are plain or Polish, and taking a text apart for its marks costs ten times as much.
create function fold_name(p_name text) returns text
  language sql immutable parallel safe as $$
  select case when octet_length(p_name) = length(p_name) then lower(p_name)
              when octet_length(translate(lower(p_name), 'ąćęłńóśźż', 'acelnoszz')) = length(p_name) then translate(lower(p_name), 'ąćęłńóśźż', 'acelnoszz')
              else regexp_replace(normalize(replace(lower(p_name), 'ł', 'l'), nfkd), '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]+', '', 'g') end
$$;
-- The words that are looked for, as patterns of a name behind a blank; the longest first, since the index tells most by it.
-- Of a word of one letter or two it tells only where words begin.
create function name_pieces(p_text text) returns text[]
  language sql immutable parallel safe as $$
  select coalesce(array_agg(case when length(w) < 3 then '% ' else '%' end || regexp_replace(w, '([%_\\\\])', '\\\\\\1', 'g') || '%' order by length(w) desc, w), '{}')
    from (select distinct s as w from regexp_split_to_table(public.fold_name(p_text), '\\s+') s where s <> '') w
$$;

drop index contractor_name_trigrams;
create index contractor_name_trigrams on contractor using gin ((' ' || fold_name(name)) gin_trgm_ops);
drop index person_name_trigrams;
create index person_name_trigrams on person using gin ((' ' || fold_name(name)) gin_trgm_ops);
drop index case_file_title_trigrams;
create index case_file_title_trigrams on case_file using gin ((' ' || fold_name(title)) gin_trgm_ops);
-- What many names hold is soon met in their order.
create index person_name on person (lower(name), id) where removed_at is null;
create index case_file_order on case_file ((closed_at is not null), opened_at desc, id desc);

-- That of 0110 and 0306: contractors by words of the name or of a person's, by NIP, phone, an address or its domain, or the
-- beginning of a case's reference. A case that the caller does not see leads nowhere.
create or replace function find_contractors(p_piece text, p_limit int) returns table (contractor_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  many constant int := 1000;
  pieces text[] := name_pieces(p_piece);
  phone text[] := phone_keys(array[p_piece]);
  beginning text := regexp_replace(lower(p_piece), '([%_\\\\])', '\\\\\\1', 'g') || '%';
  others uuid[] := array(
    select t.id from contractor t where t.nip = regexp_replace(p_piece, '[^0-9]', '', 'g')
    union select a.contractor_id from address a where a.value = lower(p_piece)
    union select o.contractor_id from person o where phone <> '{}' and o.removed_at is null and phone_keys(o.phones) @> phone
    union select t.id from contractor t where phone <> '{}' and phone_keys(t.phones) @> phone
    union select p.contractor_id from case_file f join case_party p on p.case_file_id = f.id
           where lower(f.reference) like beginning and ${inAudience('f.audience_id')});
  named uuid[] := array(select n.id from contractor n where ${called('n.name')} limit many);
  kept uuid[] := array(select o.contractor_id from person o where o.removed_at is null and ${called('o.name')} limit many);
begin
  if cardinality(named) < many and cardinality(kept) < many then
    return query select x.id from (
        select c.id, c.audience_id, lower(c.name) as key from contractor c where c.id = any(others || named || kept)
         order by lower(c.name), c.id offset 0) x
      where ${seen('x')} order by x.key, x.id limit p_limit;
    return;
  end if;
  return query select c.id from contractor c
    where (${called('c.name')} or c.id = any(others)
           or (select true from person o where o.contractor_id = c.id and o.removed_at is null and ${called('o.name')} limit 1))
      and ${seen('c')} order by lower(c.name), c.id limit p_limit;
end $$;

-- Contact persons by words of their names, in the order of these, behind a place in it; of those that the caller sees.
create function find_persons(p_piece text, p_key text, p_id uuid, p_limit int) returns table (person_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  many constant int := 1000;
  pieces text[] := name_pieces(p_piece);
  named uuid[] := array(select p.id from person p where p.removed_at is null and ${called('p.name')} limit many);
begin
  if cardinality(named) < many then
    return query select x.id from (
        select p.id, lower(p.name) as key, p.contractor_id as file from person p where p.id = any(named) and (lower(p.name), p.id) > (p_key, p_id)
         order by lower(p.name), p.id offset 0) x
      where (select ${seen('c')} from contractor c where c.id = x.file) order by x.key, x.id limit p_limit;
    return;
  end if;
  return query select p.id from person p
    where p.removed_at is null and ${called('p.name')} and (lower(p.name), p.id) > (p_key, p_id)
      and (select ${seen('c')} from contractor c where c.id = p.contractor_id)
    order by lower(p.name), p.id limit p_limit;
end $$;

-- Cases by words of their titles, or by the beginning of their reference; open ones first, the newest first, behind a place
-- in that order.
create function find_cases(p_piece text, p_closed boolean, p_opened timestamptz, p_id uuid, p_limit int) returns table (case_file_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  many constant int := 1000;
  pieces text[] := name_pieces(p_piece);
  beginning text := regexp_replace(lower(p_piece), '([%_\\\\])', '\\\\\\1', 'g') || '%';
  named uuid[] := array(select k.id from case_file k where ${called('k.title')} limit many)
    || array(select k.id from case_file k where lower(k.reference) like beginning limit many);
begin
  if cardinality(named) < many then
    return query select x.id from (
        select k.id, k.audience_id, k.closed_at is not null as closed, k.opened_at from case_file k
         where k.id = any(named) and ${behind('k')} order by k.closed_at is not null, k.opened_at desc, k.id desc offset 0) x
      where ${inAudience('x.audience_id')} order by x.closed, x.opened_at desc, x.id desc limit p_limit;
    return;
  end if;
  return query select k.id from case_file k
    where (${called('k.title')} or lower(k.reference) like beginning) and ${behind('k')} and ${inAudience('k.audience_id')}
    order by k.closed_at is not null, k.opened_at desc, k.id desc limit p_limit;
end $$;
drop function find_places(text, int);

-- The heads of mails by the same words. Indexes are made without a search path, hence the schema.
create or replace function name_words(p_name text) returns tsvector
  language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(regexp_split_to_array(public.fold_name(left(p_name, 300)), '[^[:alnum:]]+'), ''))
$$;
reindex index message_address_words;
reindex index forwarded_sender_words;
${reword('find_people(text)', byWords)}

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['find_persons(text, text, uuid, int)', 'find_cases(text, boolean, timestamptz, uuid, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

/** Holds every word that is looked for, in functions that hold `pieces`: one by the index, the others in what it names. */
function called(name: string): string {
  return `((' ' || fold_name(${name})) like pieces[1] and (' ' || fold_name(${name})) like all (pieces))`
}

/** Stands behind a place in the order of cases. */
function behind(row: string): string {
  return `(${row}.closed_at is not null) >= p_closed
         and ((${row}.closed_at is not null) > p_closed or (${row}.opened_at, ${row}.id) < (p_opened, p_id))`
}

/** The caller sees the contractor, or a case of it. */
function seen(row: string): string {
  return `(${inAudience(`${row}.audience_id`)} or coalesce((select true from case_party r join case_file f on f.id = r.case_file_id
            where r.contractor_id = ${row}.id and ${inAudience('f.audience_id')} limit 1), false))`
}

const byWords: Rewording[] = [
  ['  piece text :=', '  pieces text[] := name_pieces(p_query);\n  piece text :='],
  [`lower(p.name) like '%' || piece || '%'`, called('p.name')],
  [`lower(u.name) like '%' || piece || '%'`, called('u.name')],
]
