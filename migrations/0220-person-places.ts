import { Migration } from '@mikro-orm/migrations'

/**
 * Where a person stands in Lupa, for administrators who must answer her: counts of everything and places, as her right to an
 * answer does not end at a circle of access; names of files only as far as they see them, and nothing of what was written.
 */
export class PersonPlaces extends Migration {
  override up() {
    this.addSql(`
-- What addresses are hashed with where they may not stand in clear: without it, whoever holds a copy of the hashes cannot try
-- addresses out. Of this installation alone.
create table person_salt (
  id int primary key check (id = 1),
  salt bytea not null
);
insert into person_salt values (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
alter table person_salt enable row level security;
alter table person_salt force row level security;
grant select on person_salt to lupa_intake;
create policy intake on person_salt for select to lupa_intake using (true);
create index forwarded_sender_address on forwarded_sender (address);

create function person_hash(p_address text) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
  select sha256(s.salt || convert_to(lower(p_address), 'UTF8')) from person_salt s
$$;

-- A person's addresses: the one that is named, and those that stand under the same people in the files.
create function person_addresses(p_address text) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select h.value from (
      select lower(p_address) as value union select b.value from address a join address b on b.person_id = a.person_id and not b.is_domain
       where a.value = lower(p_address) and not a.is_domain) h order by h.value <> lower(p_address), h.value)
$$;

-- What matches such an address inside a text, and no longer one of which it is the end or the beginning.
create function person_pattern(p_addresses text[]) returns text
  language sql immutable as $$
  select '(?<![[:alnum:]._%+-])(?:' || string_agg(regexp_replace(h, '([^[:alnum:]])', '\\\\\\1', 'g'), '|' order by length(h) desc) || ')(?![[:alnum:]-]|\\.[[:alnum:]])'
    from unnest(p_addresses) h
$$;

-- The mails in which she takes part, and how: in its head, or as the author of what somebody forwarded.
create function person_mails(p_addresses text[]) returns table (message_id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.message_id, a.role from message_address a where a.address = any(p_addresses)
  union select f.message_id, 'forwarded' from forwarded_sender f where f.address = any(p_addresses)
$$;

-- Who may be meant by a name, a telephone number or an address: contact persons, colleagues, whoever wrote or was written to.
create function find_people(p_query text) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  piece text := regexp_replace(lower(p_query), '([%_\\\\])', '\\\\\\1', 'g');
  phone text[] := case when p_query ~ '[^0-9+() .-]' then '{}' else phone_keys(array[p_query]) end;
begin
  perform administrators_only();
  return (with found as (
      select a.value as address, p.name, 'person' as source from person p join address a on a.person_id = p.id and not a.is_domain
       where lower(p.name) like '%' || piece || '%' or phone <> '{}' and phone_keys(p.phones) @> phone
      union select a.value, p.name, 'person' from address a left join person p on p.id = a.person_id where a.value like piece || '%' and not a.is_domain
      union select u.email, u.name, 'user' from app_user u where lower(u.name) like '%' || piece || '%' or u.email like piece || '%'
      union (select m.address, max(m.name), 'mail' from message_address m where m.address like piece || '%' or lower(m.name) like '%' || piece || '%'
        group by m.address order by m.address limit 200)
      union (select f.address, max(f.name), 'mail' from forwarded_sender f where f.address like piece || '%' or lower(f.name) like '%' || piece || '%'
        group by f.address order by f.address limit 200)),
    people as (
      select f.address, coalesce(max(f.name) filter (where f.source <> 'mail'), max(f.name), '') as name, jsonb_agg(distinct f.source) as sources
        from found f group by f.address)
    select coalesce(jsonb_agg(jsonb_build_object('address', p.address, 'name', p.name, 'sources', p.sources) order by p.name, p.address), '[]')
      from (select * from people order by name, address limit 51) p);
end $$;

-- Everything there is of a person, in numbers, and where it lies.
create function person_report(p_address text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hers text[] := person_addresses(p_address);
  people uuid[] := array(select distinct a.person_id from address a where a.value = any(hers) and a.person_id is not null);
  users uuid[] := array(select u.id from app_user u where u.email = any(hers));
  mails uuid[];
begin
  perform administrators_only();
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'sought', 'person-data', me(), jsonb_build_object('hash', encode(person_hash(p_address), 'hex')));
  mails := array(select distinct m.message_id from person_mails(hers) m);
  return jsonb_build_object(
    'address', lower(p_address), 'hash', encode(person_hash(p_address), 'hex'), 'addresses', to_jsonb(hers), 'isOwn', is_own(lower(p_address)),
    'names', (select coalesce(jsonb_agg(n.name), '[]') from (
        select p.name from person p where p.id = any(people) union select u.name from app_user u where u.id = any(users)
        union select a.name from message_address a where a.address = any(hers) and a.name <> '' limit 10) n),
    'counts', jsonb_build_object(
      'people', cardinality(people),
      'addresses', (select count(*) from address a where a.value = any(hers)),
      'mails', cardinality(mails),
      'written', (select count(distinct m.message_id) from person_mails(hers) m where m.role in ('from', 'sender', 'reply-to')),
      'received', (select count(distinct m.message_id) from person_mails(hers) m where m.role in ('to', 'cc', 'bcc')),
      'forwarded', (select count(distinct m.message_id) from person_mails(hers) m where m.role = 'forwarded'),
      'copies', (select count(*) from message_copy c where c.message_id = any(mails)),
      'attachments', (select count(*) from attachment a where a.message_id = any(mails)),
      'documents', (select count(distinct f.item_id) from filing f where f.via_message_id = any(mails)),
      'activities', (select count(*) from (
        select a.id from activity a where a.person_id = any(people)
        union select g.activity_id from meeting_invitation g where g.sender = any(hers) or g.message_id = any(mails)) a),
      'triage', (select count(*) from triage_entry t where t.message_id = any(mails) and t.state = 'open'),
      'rules', (select count(distinct v.rule_id) from rule_version v join rule r on r.id = v.rule_id and r.removed_at is null
        where v.conditions::text ~* person_pattern(hers)),
      'blocked', (select count(*) from blocked_address b where b.value = any(hers)),
      'never', (select count(*) from never_address n where n.value = any(hers)),
      'accounts', cardinality(users),
      'audit', (select count(*) from audit_entry e where e.user_id = any(users) or e.object_id = any(people))),
    'oldest', (select iso(min(m.occurred_at)) from message m where m.id = any(mails)),
    'newest', (select iso(max(m.occurred_at)) from message m where m.id = any(mails)),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('contractorId', case when f.seen then f.id end, 'name', case when f.seen then f.name end,
        'mails', f.mails, 'documents', f.documents, 'people', f.people) order by f.seen desc, f.mails desc, f.name), '[]') from (
      select c.id, c.name, may_see_contractor(c.id) as seen,
             count(distinct w.id) filter (where w.what = 'mail') as mails, count(distinct w.id) filter (where w.what = 'document') as documents,
             count(distinct w.id) filter (where w.what = 'person') as people
        from (select i.contractor_id, i.id, 'mail' as what from item i where i.object_id = any(mails)
              union select i.contractor_id, i.id, 'document' from filing f join item i on i.id = f.item_id where f.via_message_id = any(mails)
              union select a.contractor_id, a.id, 'person' from address a where a.value = any(hers)) w
        join contractor c on c.id = w.contractor_id group by c.id order by seen desc, mails desc limit 200) f));
end $$;

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake;
  foreach fn in array array['person_hash(text)', 'person_addresses(text)', 'person_pattern(text[])', 'person_mails(text[])', 'find_people(text)', 'person_report(text)'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  grant execute on function find_people(text), person_report(text) to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
