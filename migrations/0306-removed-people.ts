import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/**
 * A contact person can be removed from a file. The row stays, because calls, meetings and tasks name it; it is listed,
 * found and offered no more. The addresses are given back: mail finds nothing by them, and others may have them. Which they
 * were is kept for the way back, and because whoever asks what there is about a person asks about this too.
 */
export class RemovedPeople extends Migration {
  override up() {
    this.addSql(`
alter table person
  add column removed_at timestamptz(3),
  add column former_addresses text[] not null default '{}';
create index person_former on person using gin (former_addresses) where removed_at is not null;

-- Whose these addresses are in the files, or were before that person was removed.
create function people_with(p_addresses text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select a.person_id from address a where a.value = any(p_addresses) and a.person_id is not null
    union select p.id from person p where p.removed_at is not null and p.former_addresses && p_addresses)
$$;

-- That of 0220: with the addresses that a removed person had.
create or replace function person_addresses(p_address text) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select h.value from (
      select lower(p_address) as value
      union select b.value from unnest(people_with(array[lower(p_address)])) w join address b on b.person_id = w and not b.is_domain
      union select f from unnest(people_with(array[lower(p_address)])) w join person p on p.id = w cross join lateral unnest(p.former_addresses) f
             where f not like '@%') h
    order by h.value <> lower(p_address), h.value)
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function people_with(text[]) from public;
  alter function people_with(text[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;

${rewordings.map(([name, old, fresh]) => reword(name, [[old, fresh]])).join('')}
`)
  }
}

const hers = 'array(select distinct a.person_id from address a where a.value = any(hers) and a.person_id is not null)'

/** Functions that are otherwise as they were: what each says, and what it says from now on. */
const rewordings: [name: string, old: string, fresh: string][] = [
  // Found, offered and named in a subject is only who is not removed.
  [
    'find_contractors(text, int)',
    `from person o, asked where lower(o.name) like`,
    `from person o, asked where o.removed_at is null and lower(o.name) like`,
  ],
  [
    'find_contractors(text, int)',
    `from person o, asked where asked.phone <> '{}'`,
    `from person o, asked where o.removed_at is null and asked.phone <> '{}'`,
  ],
  [
    'find_places(text, int)',
    `where lower(p.name) like '%' || asked.piece || '%'`,
    `where p.removed_at is null and lower(p.name) like '%' || asked.piece || '%'`,
  ],
  [
    'named_facts(text[], text[])',
    'from person p where p.contractor_id = c.id limit 50',
    'from person p where p.contractor_id = c.id and p.removed_at is null limit 50',
  ],
  // What there is about a person, for her own question, for a hold and for an erasure.
  [
    'find_people(text)',
    `      union select u.email, u.name, 'user'`,
    `      union select w, p.name, 'person' from person p cross join lateral unnest(p.former_addresses) w where p.removed_at is not null and w not like '@%'
         and (lower(p.name) like '%' || piece || '%' or w like piece || '%' or phone <> '{}' and phone_keys(p.phones) @> phone)
      union select u.email, u.name, 'user'`,
  ],
  ['person_report(text)', hers, 'people_with(hers)'],
  [
    'person_report(text)',
    `select a.contractor_id, a.id, 'person' from address a where a.value = any(hers)`,
    `select a.contractor_id, a.id, 'person' from address a where a.value = any(hers)
              union select p.contractor_id, p.id, 'person' from person p where p.id = any(people) and p.removed_at is not null`,
  ],
  ['person_export_records(uuid)', hers, 'people_with(hers)'],
  [
    'person_export_records(uuid)',
    'from address a where a.person_id = p.id)',
    'from (select d.value from address d where d.person_id = p.id union select unnest(p.former_addresses)) a)',
  ],
  [
    'is_person_held(uuid)',
    'or exists (select from meeting_invitation g',
    `or exists (select from activity t join person p on p.id = t.person_id where t.id = p_object and p.former_addresses && held)
      or exists (select from meeting_invitation g`,
  ],
  ['preview_erasure(text, text[], text)', hers, 'people_with(hers)'],
  [
    'ask_erasure(text, text, text[], text)',
    'select p.name from person p join address a on a.person_id = p.id where a.value = any(hers)',
    'select p.name from person p where p.id = any(people_with(hers))',
  ],
  [
    'ask_erasure(text, text, text[], text)',
    `select x from person p join address a on a.person_id = p.id
            cross join lateral unnest(p.phones) x where a.value = any(hers)`,
    'select x from person p cross join lateral unnest(p.phones) x where p.id = any(people_with(hers))',
  ],
  ['erase_stored_records(uuid)', hers.replace('any(hers)', 'any(e.addresses)'), 'people_with(e.addresses)'],
]
