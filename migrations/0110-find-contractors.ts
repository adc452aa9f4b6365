import { Migration } from '@mikro-orm/migrations'
import { inAudience } from './rule.ts'

/** A contractor is also found by what one has at hand in a call: a person's name, a phone number, the reference of a case. */
export class FindContractors extends Migration {
  override up() {
    this.addSql(`
-- How phone numbers are compared: by their last nine digits, with or without the country.
create function phone_keys(p_phones text[]) returns text[]
  language sql immutable parallel safe as $$
  select coalesce(array_agg(right(digits, 9)), '{}') from unnest(p_phones) one, regexp_replace(one, '[^0-9]', '', 'g') digits where length(digits) >= 7
$$;
create index person_name_trigrams on person using gin (lower(name) gin_trgm_ops);
create index person_phone on person using gin (phone_keys(phones));
create index contractor_phone on contractor using gin (phone_keys(phones));
create index case_file_reference_words on case_file (lower(reference) text_pattern_ops);

-- Contractors by a piece of the name or of a person's, by NIP, phone, an address or its domain, or the beginning of a
-- case's reference. A case that the caller does not see leads nowhere.
create or replace function find_contractors(p_piece text, p_limit int) returns table (contractor_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select regexp_replace(lower(p_piece), '([%_\\\\])', '\\\\\\1', 'g') as piece, phone_keys(array[p_piece]) as phone)
  select c.id from contractor c
   where c.id in (
      select n.id from contractor n, asked where lower(n.name) like '%' || asked.piece || '%'
      union select t.id from contractor t where t.nip = regexp_replace(p_piece, '[^0-9]', '', 'g')
      union select a.contractor_id from address a where a.value = lower(p_piece)
      union select o.contractor_id from person o, asked where lower(o.name) like '%' || asked.piece || '%'
      union select o.contractor_id from person o, asked where asked.phone <> '{}' and phone_keys(o.phones) @> asked.phone
      union select t.id from contractor t, asked where asked.phone <> '{}' and phone_keys(t.phones) @> asked.phone
      union select p.contractor_id from case_file f join case_party p on p.case_file_id = f.id, asked
             where lower(f.reference) like asked.piece || '%' and ${inAudience('f.audience_id')})
     and (${inAudience('c.audience_id')} or coalesce((select true from case_party p join case_file f on f.id = p.case_file_id
           where p.contractor_id = c.id and ${inAudience('f.audience_id')} limit 1), false))
   order by lower(c.name), c.id limit p_limit
$$;
`)
  }
}
